/** Charts that tell the five states apart in each of several groups: the map of all products, and what each objetivo complied with. */
import type { Indicadores, IndicadoresGrupo, IndicadoresProducto } from '../../indicators/index.js'
import { estadoDe } from '../../indicators/index.js'
import type { EstadoAlCierre, Libro } from '../../model/index.js'
import { ESTADOS } from '../../model/index.js'
import { contado, entero, lista } from '../format.js'
import type { GraficaApilada, GraficaDeMapa, SerieDeGrafica } from '../report.js'
import { cuentaDeEstado, etiquetaDeEstado } from './nombres.js'

/** Every product in the line of its sector, by code, in its state. */
export function mapaDeTodosLosProductos(libro: Libro, { sectores, politica }: Indicadores): GraficaDeMapa {
  return {
    tipo: 'mapa',
    id: 'mapa-de-los-productos',
    etiquetas: sectores.map((s) => s.nombre),
    estados: ESTADOS,
    celdas: sectores.map((s) => s.productos.map((p) => ({ codigo: p.producto.codigo, estado: estadoDe(p) }))),
    series: seriesPorEstado(
      libro,
      sectores.map((s) => s.grupo),
    ),
    textoAlternativo: `Los productos del Plan por sector y estado. ${sectores
      .map((s) => `${s.nombre}: ${codigosPorEstado(s.productos)}`)
      .join('. ')}. En total, ${contado(entero(politica.productos), 'producto', 'productos')}: ${cuentasPorEstado(politica)}.`,
  }
}

/** The products of each objetivo shared out among the states. One without products has nothing to share out, and no bar. */
export function cumplimientoPorObjetivo(libro: Libro, { objetivos }: Indicadores): GraficaApilada {
  const conProductos = objetivos.filter(({ grupo }) => grupo.productos > 0)
  const nombres = conProductos.map(({ numero }) => `Objetivo ${numero}`)
  return {
    tipo: 'apilada',
    id: 'cumplimiento-por-objetivo',
    etiquetas: nombres,
    estados: ESTADOS,
    series: seriesPorEstado(
      libro,
      conProductos.map(({ grupo }) => grupo),
    ),
    textoAlternativo: `Barras de igual largo, una por objetivo, repartidas entre los estados de sus productos. ${conProductos
      .map(({ grupo }, i) => `${nombres[i]}, ${contado(entero(grupo.productos), 'producto', 'productos')}: ${cuentasPorEstado(grupo)}`)
      .join('. ')}.`,
  }
}

function seriesPorEstado(libro: Libro, grupos: readonly IndicadoresGrupo[]): readonly SerieDeGrafica[] {
  return ESTADOS.map((estado) => {
    const valores = grupos.map((g) => cuentaDeEstado(estado, g))
    return { nombre: etiquetaDeEstado(estado, libro), valores, rotulos: valores.map(entero) }
  })
}

/** How a state is told of products: one, and several. */
const EN_ESTADO: Record<EstadoAlCierre, readonly [uno: string, varios: string]> = {
  verde: ['en verde', 'en verde'],
  amarillo: ['en amarillo', 'en amarillo'],
  rojo: ['en rojo', 'en rojo'],
  'sin-meta': ['sin meta', 'sin meta'],
  cumplido: ['cumplido', 'cumplidos'],
}

/** `56 en verde, 1 en amarillo, 11 en rojo, 1 sin meta y 4 cumplidos`: all of them, zeros too. */
function cuentasPorEstado(grupo: IndicadoresGrupo): string {
  return lista(
    ESTADOS.map((estado) => {
      const [uno, varios] = EN_ESTADO[estado]
      return contado(entero(cuentaDeEstado(estado, grupo)), uno, varios)
    }),
  )
}

/** `en verde, 2.1.2 y 2.3.3; en rojo, 1.4.7`: the states that there are. */
function codigosPorEstado(productos: readonly IndicadoresProducto[]): string {
  return ESTADOS.flatMap((estado) => {
    const suyos = productos.filter((p) => estadoDe(p) === estado)
    const [uno, varios] = EN_ESTADO[estado]
    return suyos.length === 0 ? [] : [`${suyos.length === 1 ? uno : varios}, ${lista(suyos.map((p) => p.producto.codigo))}`]
  }).join('; ')
}
