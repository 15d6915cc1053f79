/** The tables of a document beside those that the workbook gives: which is which. */

import { masParecidas } from '../align/index.js'
import type { ReadBlock } from '../readers/index.js'
import type { RotuloEsperado, TablaEsperada } from './esperado.js'
import { parecido } from './fichas.js'
import { dicho, llaves, llavesEsperadas, porFilas } from './filas.js'

export type TablaLeida = Extract<ReadBlock, { type: 'table' }>
export type RotuloLeido = Extract<ReadBlock, { type: 'caption' }>

/** A table of the document, the caption beside it, and the one that it is. */
export interface ParejaDeTablas {
  readonly leida: TablaLeida
  readonly rotulo: RotuloLeido | null
  readonly esperada: TablaEsperada
}

/** Of two tables whose rows are other things, these are too few in common. */
const MITAD = 0.5

/** The tables that were found, each with its caption. A table is known by its rows; where these tell nothing, by its caption. */
export function emparejarTablas(bloques: readonly ReadBlock[], esperadas: readonly TablaEsperada[]): readonly ParejaDeTablas[] {
  const leidas = bloques.flatMap((b, i) => (b.type === 'table' ? [{ leida: b, rotulo: rotuloJunto(bloques, i) }] : []))
  const cuanto = ({ leida, rotulo }: (typeof leidas)[number], esperada: TablaEsperada) => {
    const filas = filasComunes(leida, esperada)
    const dicho = rotulo === null || esperada.rotulo === null ? 0 : parecido(rotulo.text, esperada.rotulo.texto.texto)
    // The same rows stand in many tables (the sectors, the products): then the caption, the columns and the figures decide.
    return filas < MITAD ? 0 : filas + columnasComunes(leida, esperada) + celdasComunes(leida, esperada) + dicho / 2
  }
  return masParecidas(leidas, esperadas, cuanto, MITAD).flatMap(([i, j]) => {
    const [pareja, esperada] = [leidas[i], esperadas[j]]
    return pareja === undefined || esperada === undefined ? [] : [{ ...pareja, esperada }]
  })
}

function rotuloJunto(bloques: readonly ReadBlock[], i: number): RotuloLeido | null {
  const antes = bloques
    .slice(Math.max(0, i - 3), i)
    .reverse()
    .find((b) => b.type !== 'note')
  return antes?.type === 'caption' ? antes : null
}

function filasComunes(leida: TablaLeida, esperada: TablaEsperada): number {
  const entera = porFilas(esperada)
  const suyas = new Set(llavesEsperadas(esperada, entera))
  const leidas = new Set(llaves(leida, entera))
  const comunesDe = [...leidas].filter((l) => suyas.has(l)).length
  return (2 * comunesDe) / Math.max(1, suyas.size + leidas.size)
}

function columnasComunes({ header }: TablaLeida, { columnas }: TablaEsperada): number {
  return header.length === columnas.length ? parecido(header.map(({ text }) => text).join(' '), columnas.join(' ')) : 0
}

function celdasComunes({ rows }: TablaLeida, { filas }: TablaEsperada): number {
  const suyas = new Set(filas.map((fila) => fila.map(({ texto }) => dicho(texto)).join('|')))
  const iguales = rows.filter((fila) => suyas.has(fila.map(({ text }) => dicho(text)).join('|'))).length
  return iguales / Math.max(1, rows.length)
}

/** `Tabla 22`. */
export const nombreDe = ({ clase, numero }: Pick<RotuloEsperado, 'clase' | 'numero'>) => `${clase} ${numero}`
