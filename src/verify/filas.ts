/** The rows of a table that was read beside those that it should have. */

import { comunes, masParecidas } from '../align/index.js'
import type { ReadCell } from '../readers/index.js'
import type { TablaEsperada } from './esperado.js'
import { dicenLoMismo, fichas, parecido } from './fichas.js'
import type { TablaLeida } from './tablas.js'

export const CODIGO = /^(\d{1,2}\.\d{1,2}\.\d{1,3})\.?(?=\s|$)/u

/** What a cell says, however it is written. */
export const dicho = (celda: string) =>
  fichas(celda)
    .map(({ clave }) => clave)
    .join(' ')

/** What a row is known by: its code, or the words and numbers of its first cell; of all, where several rows have the same first one. */
function llave(celdas: readonly string[], entera: boolean): string {
  const [primera = ''] = celdas
  return CODIGO.exec(primera)?.[1] ?? (entera ? celdas.map(dicho).join('|') : dicho(primera))
}

/** Whether the first cell of some row is that of another too. */
export const porFilas = ({ filas }: TablaEsperada) => new Set(filas.map(([primera]) => primera?.texto)).size < filas.length

export const llaves = ({ rows }: TablaLeida, entera: boolean) =>
  rows.map((fila) =>
    llave(
      fila.map(({ text }) => text),
      entera,
    ),
  )
export const llavesEsperadas = ({ filas }: TablaEsperada, entera: boolean) =>
  filas.map((fila) =>
    llave(
      fila.map(({ texto }) => texto),
      entera,
    ),
  )

/** A row whose first cell is that of others is known by half of what it says; one that lost its code, by nearly all of its name. */
const MITAD = 0.5
const CASI = 0.7

/** Which row is which: by what they are known by, in order; then by code alone, wherever; then by the words of the first cell. */
export function emparejarFilas(leida: TablaLeida, esperada: TablaEsperada): readonly { readonly i: number; readonly j: number }[] {
  const { rows } = leida
  const entera = porFilas(esperada)
  const [suyas, debidas] = [llaves(leida, entera), llavesEsperadas(esperada, entera)]
  const pares = new Map<number, number>(comunes(suyas, debidas))
  const tomadas = new Set(pares.values())
  suyas.forEach((l, i) => {
    if (pares.has(i) || l === '') return
    const j = debidas.findIndex((d, n) => d === l && !tomadas.has(n))
    const repetida = debidas.indexOf(l)
    if (j !== -1) pares.set(i, j)
    else if (repetida !== -1 && CODIGO.test(rows[i]?.[0]?.text ?? '')) pares.set(i, repetida)
    if (j !== -1) tomadas.add(j)
  })
  const libres = rows.map((_, i) => i).filter((i) => !pares.has(i))
  const faltan = debidas.map((_, j) => j).filter((j) => !tomadas.has(j))
  const cuanto = (i: number, j: number) => {
    const [fila, debida] = [rows[i] ?? [], esperada.filas[j] ?? []]
    const primera = parecido(fila[0]?.text ?? '', debida[0]?.texto ?? '')
    const otras = fila.slice(1).filter((c, n) => dicenLoMismo(c.text, debida[n + 1]?.texto ?? '')).length / Math.max(1, fila.length - 1)
    return entera ? (primera + 2 * otras) / 3 : Math.max(primera, otras)
  }
  for (const [a, b] of masParecidas(libres, faltan, cuanto, entera ? MITAD : CASI)) pares.set(libres[a] ?? -1, faltan[b] ?? -1)
  return [...pares].map(([i, j]) => ({ i, j })).sort((a, b) => a.i - b.i)
}

/** A row that a format parted in two: what goes on in one cell alone, where no row of the table begins with an empty one. */
export function conFilasEnteras(leida: TablaLeida, { filas }: TablaEsperada): TablaLeida {
  if (filas.some(([primera]) => primera?.texto === '')) return leida
  const rows: (readonly ReadCell[])[] = []
  for (const fila of leida.rows) {
    const ultima = rows.at(-1)
    const sigue = ultima !== undefined && fila[0]?.text === '' && fila.filter(({ text }) => text !== '').length === 1
    if (sigue) rows[rows.length - 1] = ultima.map((celda, i) => ({ ...celda, text: `${celda.text} ${fila[i]?.text ?? ''}`.trim() }))
    else rows.push(fila)
  }
  return { ...leida, rows }
}
