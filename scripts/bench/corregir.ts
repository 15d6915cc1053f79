/** One figure of one sector, corrected: what a reviewer does all day. */
import * as XLSX from 'xlsx'
import { filasPorClave, leerHojas, readLibro } from '../../src/workbook/index.js'

/**
 * The same workbook with what was achieved in the vigencia of one product changed, each `vez` to another value.
 * @throws Error where no product has an achievement that can change by itself
 */
export function corregir(bytes: Uint8Array, vez: number): Uint8Array {
  const filas = filasPorClave(leerHojas(bytes))
  const vigencia = filas.find(({ hoja, clave }) => hoja === 'Política' && clave === 'Vigencia')?.celdas.get('Valor')?.texto ?? ''
  for (const { hoja, celdas } of filas) {
    const lugar = hoja === 'Avances' ? celdas.get(vigencia)?.celda : undefined
    const corregido = lugar === undefined ? null : conOtroValor(bytes, lugar, vez)
    if (corregido !== null && readLibro(corregido).libro !== null) return corregido
  }
  throw new Error(`Ningún producto tiene en Avances un número de ${vigencia} que se pueda corregir solo.`)
}

function conOtroValor(bytes: Uint8Array, lugar: string, vez: number): Uint8Array | null {
  const libro = XLSX.read(bytes, { cellNF: true })
  const corte = lugar.lastIndexOf('!')
  const celda = libro.Sheets[lugar.slice(0, corte)]?.[lugar.slice(corte + 1)] as XLSX.CellObject | undefined
  if (typeof celda?.v !== 'number') return null
  celda.v += vez
  return new Uint8Array(XLSX.write(libro, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}
