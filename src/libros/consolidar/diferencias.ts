/** The cells of a sector's workbook that are not as they were handed out. */
import type { FaltaRedactada, Tabla } from '../../workbook/index.js'
import { enPalabras, sePide } from '../reparto/periodo.js'
import { celdaBajo, type FilaLeida, filasDeTabla, mostrado, tablaDe, valorDe } from '../tablas.js'
import { falta, lugarEn } from './palabras.js'
import type { LibroDeSector } from './recibido.js'

/** The goals of a product, wherever they stand. */
const esMeta = (hoja: string, titulo: string) => hoja === 'Metas' || titulo === 'Meta final' || titulo === 'Meta de la vigencia'

/**
 * What differs in the rows of a sheet from those that were handed out, cell by cell; of the rows in `claves` alone, where it is given. What
 * is asked may differ.
 */
export function diferenciasCon(
  repartidas: readonly Tabla[],
  libro: LibroDeSector,
  hoja: string,
  claves: ReadonlySet<string> | null,
): readonly FaltaRedactada[] {
  const { archivo, entrega } = libro
  const [antes, ahora] = [tablaDe(repartidas, hoja), tablaDe(libro.tablas, hoja)]
  if (antes === undefined || ahora === undefined) return []
  const deAntes = filasDeTabla(antes)
  const son = ([clave]: readonly [string, FilaLeida]) => claves === null || claves.has(clave)
  const agregadas = claves !== null ? [] : [...libro.filas(hoja)].filter(([clave]) => !deAntes.has(clave))
  return [
    ...[...deAntes].filter(son).flatMap(([clave, fila]) => {
      const suya = libro.filas(hoja).get(clave)
      if (suya === undefined) return [falta('fila-quitada', lugarEn(archivo, hoja), 'la hoja sin ella', { clave })]
      const titulos = [...new Set([...antes.columnas, ...ahora.columnas])].filter((titulo) => !sePide(hoja, titulo, entrega.periodo))
      return titulos.flatMap((titulo) => {
        const [una, otra] = [celdaBajo(antes, fila, titulo), celdaBajo(ahora, suya, titulo)]
        if (valorDe(una) === valorDe(otra)) return []
        if (otra === undefined) return [falta('columna-quitada', lugarEn(archivo, hoja), 'la hoja sin ella', { columna: titulo })]
        const lugar = lugarEn(archivo, otra.celda)
        if (una === undefined) return [falta('columna-agregada', lugar, mostrado(otra), { periodo: enPalabras(entrega.periodo) })]
        return [falta(esMeta(hoja, titulo) ? 'meta-cambiada' : 'celda-cambiada', lugar, mostrado(otra), { antes: mostrado(una) })]
      })
    }),
    ...agregadas.map(([, fila]) => falta('fila-agregada', lugarEn(archivo, fila[0]?.celda ?? hoja), mostrado(fila[0]))),
  ]
}
