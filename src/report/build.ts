import type { Indicadores } from '../indicators/index.js'
import type { Libro } from '../model/index.js'
import { normalizarNombre } from '../model/index.js'
import { graficaDeAvance } from './charts/avance.js'
import { graficaDePolitica, graficaDeSector, ID_GRAFICA_POLITICA } from './charts/estados.js'
import { graficaDeEvolucion } from './charts/evolucion.js'
import { graficaDeMetas } from './charts/metas.js'
import { cumplimientoPorObjetivo, mapaDeTodosLosProductos } from './charts/por-estado.js'
import { graficaDeRezagos } from './charts/rezagos.js'
import { graficaDeSerie } from './charts/serie.js'
import { contexto } from './context.js'
import { type EvolucionDelPlan, evolucionDelPlan } from './evolucion.js'
import { campoDePolitica, cifrasDeGrupo, cifrasDeHojas, cifrasDeProducto } from './figures.js'
import type { Cifra, Grafica, Report, Tabla } from './report.js'
import { cumplimientoDeSector } from './tables/cumplimiento.js'
import { capacitaciones, jornadas, reuniones } from './tables/eventos.js'
import { tablasDeEvolucion } from './tables/evolucion.js'
import { mapaDeProductos, todosLosProductos } from './tables/panorama.js'
import { productosPorObjetivo, productosPorPeriodicidad, productosPorSector, productosPorSectorYObjetivo } from './tables/productos.js'
import { objetivosPorRango, rangosDelSemaforo } from './tables/semaforo.js'
import { objetivosPorTramo, sectoresPorTramo } from './tables/tramos.js'

/** Everything the report may say, from the model and its figures. Pure. */
export function construirReport(libro: Libro, indicadores: Indicadores): Report {
  const evolucion = evolucionDelPlan(libro, indicadores)
  return {
    libro,
    indicadores,
    tablas: porId(tablas(libro, indicadores, evolucion)),
    graficas: porId(graficas(libro, indicadores, evolucion)),
    cifras: new Map(cifras(libro, indicadores).map((c) => [normalizarNombre(c.origen.nombre), c])),
    contexto: contexto(libro, indicadores, evolucion),
  }
}

function tablas(libro: Libro, indicadores: Indicadores, evolucion: EvolucionDelPlan | null): readonly Tabla[] {
  return [
    productosPorSector(libro, indicadores),
    productosPorObjetivo(libro, indicadores),
    productosPorSectorYObjetivo(libro, indicadores),
    ...(libro.capacitaciones === null ? [] : [capacitaciones(libro.capacitaciones)]),
    ...(libro.jornadas === null ? [] : [jornadas(libro.jornadas)]),
    ...(libro.reuniones === null ? [] : [reuniones(libro.reuniones)]),
    productosPorPeriodicidad(libro, indicadores),
    ...(libro.corte === null ? [rangosDelSemaforo(libro), objetivosPorRango(libro, indicadores)] : [objetivosPorTramo(libro, indicadores)]),
    ...indicadores.sectores.map((s) => cumplimientoDeSector(libro, s)),
    libro.corte === null ? mapaDeProductos(libro, indicadores) : sectoresPorTramo(libro, indicadores),
    todosLosProductos(libro, indicadores),
    ...(evolucion === null ? [] : tablasDeEvolucion(libro, evolucion)),
  ]
}

function graficas(libro: Libro, indicadores: Indicadores, evolucion: EvolucionDelPlan | null): readonly Grafica[] {
  return [
    ...(libro.corte === null ? graficasAlCierre(libro, indicadores) : graficasEnCurso(libro, indicadores)),
    ...indicadores.productos.flatMap((p) => graficaDeSerie(libro, p.producto) ?? []),
    ...(evolucion === null ? [] : [evolucion.politica, ...evolucion.objetivos, ...evolucion.sectores]).flatMap(
      (grupo) => graficaDeEvolucion(libro, grupo) ?? [],
    ),
  ]
}

function graficasAlCierre(libro: Libro, indicadores: Indicadores): readonly Grafica[] {
  const rezagos = graficaDeRezagos(libro, indicadores)
  return [
    graficaDePolitica(libro, indicadores.politica),
    ...indicadores.sectores.map((s) => graficaDeSector(libro, s.nombre, s.grupo)),
    graficaDeAvance(libro, indicadores),
    mapaDeTodosLosProductos(libro, indicadores),
    cumplimientoPorObjetivo(libro, indicadores),
    ...(rezagos === null ? [] : [rezagos]),
  ]
}

/** In the places of those that tell colours apart: how far the plan is in each sector, and how far each goal of the year. */
function graficasEnCurso(libro: Libro, indicadores: Indicadores): readonly Grafica[] {
  return [{ ...graficaDeAvance(libro, indicadores), id: ID_GRAFICA_POLITICA }, ...indicadores.sectores.map((s) => graficaDeMetas(libro, s))]
}

/** Every figure that has a name, in the order of `nombresDeCifras`. */
function cifras(libro: Libro, indicadores: Indicadores): readonly Cifra[] {
  const { politica, objetivos, sectores, productos } = indicadores
  const { vigencia, inicio, fin } = libro.politica
  return [
    ...Object.values(cifrasDeGrupo(libro, politica, 'política', productos)),
    campoDePolitica(libro, 'Vigencia', vigencia, 'política vigencia'),
    campoDePolitica(libro, 'Año inicial del plan', inicio, 'política inicio'),
    campoDePolitica(libro, 'Año final del plan', fin, 'política fin'),
    ...objetivos.flatMap((o) => Object.values(cifrasDeGrupo(libro, o.grupo, `objetivo ${o.numero}`, o.productos))),
    ...sectores.flatMap((s) => Object.values(cifrasDeGrupo(libro, s.grupo, s.nombre, s.productos))),
    ...productos.flatMap((p) => Object.values(cifrasDeProducto(libro, p))),
    ...Object.values(cifrasDeHojas(libro)).flatMap((hoja): readonly Cifra[] => (hoja === null ? [] : Object.values(hoja))),
  ]
}

function porId<T extends { readonly id: string }>(cosas: readonly T[]): ReadonlyMap<string, T> {
  return new Map(cosas.map((c) => [c.id, c]))
}
