/** Goals of the year by how far they have got while the year goes on, in place of the colours of the semáforo: by objetivo and by sector. */
import type { Indicadores, IndicadoresGrupo, IndicadoresProducto } from '../../indicators/index.js'
import type { CampoGrupo, Libro } from '../../model/index.js'
import { cifrasDeGrupo, cuentaDe } from '../figures.js'
import type { Cifra, Tabla } from '../report.js'
import { nombreDeObjetivo } from './productos.js'
import { type Columna, cuentaConGuion, figura, tabla, texto } from './tabla.js'

/** Stretches of the way to a goal, by its whole percentage. They class nothing: half of the goal is half of the goal. */
const TRAMOS: readonly { readonly titulo: string; readonly es: (p: IndicadoresProducto) => boolean }[] = [
  { titulo: 'Sin reporte', es: ({ logroVigencia }) => logroVigencia === null },
  { titulo: 'Menos de 50 %', es: (p) => entre(p, Number.NEGATIVE_INFINITY, 49) },
  { titulo: '50 % a 99 %', es: (p) => entre(p, 50, 99) },
  { titulo: '100 % o más', es: (p) => entre(p, 100, Number.POSITIVE_INFINITY) },
]

function entre({ logroVigencia, cumplimientoPorcentaje }: IndicadoresProducto, desde: number, hasta: number): boolean {
  return logroVigencia !== null && cumplimientoPorcentaje !== null && desde <= cumplimientoPorcentaje && cumplimientoPorcentaje <= hasta
}

/** A group of products with its figures. */
interface Fila {
  readonly nombre: string
  readonly productos: readonly IndicadoresProducto[]
  readonly cifras: Record<CampoGrupo, Cifra>
}

/** Products of each objetivo; those without a goal apart. */
export function objetivosPorTramo(libro: Libro, { objetivos, politica, productos }: Indicadores): Tabla {
  return tablaDeFilas(
    'objetivos-por-rango',
    [
      { titulo: 'Objetivo específico', alinear: 'izquierda', ancho: 4.4, celda: ({ nombre }) => texto(nombre) },
      { ...CUENTA, titulo: 'Total', ancho: 0.9, celda: ({ cifras }) => figura(cifras.productos) },
      ...DE_TRAMOS,
      { ...CUENTA, titulo: 'Sin meta', celda: ({ cifras }) => cuentaConGuion(cifras['sin meta']) },
      { ...CUENTA, titulo: 'Cumplidos', celda: ({ cifras }) => cuentaConGuion(cifras.cumplidos) },
    ],
    objetivos.map((o) => fila(libro, nombreDeObjetivo(libro.objetivos, o.numero), `objetivo ${o.numero}`, o)),
    fila(libro, 'Total', 'política', { grupo: politica, productos }),
  )
}

/** The year at a glance while it goes on: the goals of each sector, and how far it is in the whole plan. */
export function sectoresPorTramo(libro: Libro, { sectores, politica, productos }: Indicadores): Tabla {
  return tablaDeFilas(
    'mapa-de-productos',
    [
      { titulo: 'Sector', alinear: 'izquierda', ancho: 2.6, celda: ({ nombre }) => texto(nombre) },
      { ...CUENTA, titulo: 'Con meta', celda: ({ cifras }) => cuentaConGuion(cifras['con meta']) },
      ...DE_TRAMOS,
      { ...CUENTA, titulo: 'Avance del plan', celda: ({ cifras }) => figura(cifras.avance) },
      { ...CUENTA, titulo: 'Planeado al cierre', celda: ({ cifras }) => figura(cifras.planeado) },
    ],
    sectores.map((s) => fila(libro, s.nombre, s.nombre, s)),
    fila(libro, 'Toda la política', 'política', { grupo: politica, productos }),
  )
}

const CUENTA = { alinear: 'derecha', ancho: 1.1 } as const

const DE_TRAMOS: readonly Columna<Fila>[] = TRAMOS.map(({ titulo, es }) => ({
  ...CUENTA,
  titulo,
  celda: ({ productos }) => cuentaConGuion(cuentaDe(productos.filter((p) => p.situacion === 'con-meta' && es(p)))),
}))

function tablaDeFilas(id: string, columnas: readonly Columna<Fila>[], filas: readonly Fila[], total: Fila): Tabla {
  return tabla({ id, columnas, filas, total: columnas.map(({ celda }) => celda(total)) })
}

function fila(
  libro: Libro,
  nombre: string,
  sujeto: string,
  { grupo, productos }: { readonly grupo: IndicadoresGrupo; readonly productos: readonly IndicadoresProducto[] },
): Fila {
  return { nombre, productos, cifras: cifrasDeGrupo(libro, grupo, sujeto, productos) }
}
