/** A product through the years: what the plan states for each and what was achieved, as the workbook states both. */
import type { AnioDeSerie, Fraction } from '../../indicators/index.js'
import { aNumero, serieAnual } from '../../indicators/index.js'
import type { Libro, Producto } from '../../model/index.js'
import { cantidad, cantidadConUnidad } from '../figures.js'
import { conMayuscula, identificador, lista, periodo, sinPunto } from '../format.js'
import type { GraficaDeSerie, SerieDeGrafica } from '../report.js'

/** A series of which there are fewer years by now shows no course. */
const ANIOS_DE_UNA_SERIE = 2

function idGraficaDeSerie({ codigo }: Producto): string {
  return `serie-${identificador(codigo)}`
}

/** Null where fewer than two years up to the vigencia can be told: reconstruidas, not begun, or nothing stated. */
export function graficaDeSerie(libro: Libro, producto: Producto): GraficaDeSerie | null {
  const { vigencia } = libro.politica
  const anios = serieAnual(producto, vigencia)
  if (anios.filter((a) => a.anio <= vigencia && dice(a)).length < ANIOS_DE_UNA_SERIE) return null
  const serie = (nombre: string, de: (a: AnioDeSerie) => Fraction | null): SerieDeGrafica => ({
    nombre,
    valores: anios.map((a) => {
      const valor = de(a)
      return valor && aNumero(valor)
    }),
    rotulos: anios.map((a) => {
      const valor = de(a)
      return valor === null ? '—' : cantidad(valor, producto)
    }),
  })
  const nota = notaDeSerie(libro, producto)
  return {
    tipo: 'serie',
    id: idGraficaDeSerie(producto),
    producto: producto.codigo,
    unidad: producto.unidad === 'Porcentaje' ? producto.unidad : (producto.unidadPlural ?? producto.unidad),
    etiquetas: anios.map(({ anio }) => String(anio)),
    series: [serie('Meta', (a) => a.meta), serie('Logro', (a) => a.logro)],
    textoAlternativo: `Meta y logro de cada año del producto ${producto.codigo}, ${sinPunto(producto.nombre)}. ${anios
      .filter(dice)
      .map((a) => anioEnPalabras(a, producto))
      .join('; ')}.${nota === '' ? '' : ` ${nota}`}`,
  }
}

/**
 * What the chart leaves out and why, and up to which period a year counts: whole sentences, or nothing.
 * `Los logros de otros años no se muestran porque su serie es reconstruida.`
 */
export function notaDeSerie(libro: Libro, producto: Producto): string {
  const { metas, avances } = producto.reconstruidas
  const ocultas = [...(metas ? ['metas'] : []), ...(avances ? ['logros'] : [])]
  const parciales = serieAnual(producto, libro.politica.vigencia).flatMap(({ anio, logro, hasta }) => {
    const alCorte = libro.corte !== null && anio === libro.politica.vigencia && logro !== null ? libro.corte.periodo : null
    const ultimo = hasta ?? alCorte
    return ultimo === null ? [] : [`el logro de ${anio} cuenta lo reportado hasta ${periodo(ultimo)}`]
  })
  return [
    ...(ocultas.length === 0
      ? []
      : [
          `${conMayuscula(lista(ocultas.map((cual) => `${cual === 'metas' ? 'las' : 'los'} ${cual}`)))} de años distintos de ${libro.politica.vigencia} no se muestran porque su serie es reconstruida.`,
        ]),
    ...(parciales.length === 0 ? [] : [`${conMayuscula(lista(parciales))}.`]),
  ].join(' ')
}

function dice({ meta, logro }: AnioDeSerie): boolean {
  return meta !== null || logro !== null
}

/** `2023, meta de 12 visitas y logro de 19`. */
function anioEnPalabras({ anio, meta, logro }: AnioDeSerie, producto: Producto): string {
  if (meta !== null && logro !== null)
    return `${anio}, meta de ${cantidadConUnidad(meta, producto)} y logro de ${cantidad(logro, producto)}`
  if (meta !== null) return `${anio}, meta de ${cantidadConUnidad(meta, producto)}`
  return logro === null ? String(anio) : `${anio}, logro de ${cantidadConUnidad(logro, producto)}`
}
