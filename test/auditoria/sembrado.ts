/** The planted report: sentences with an error, right ones that tempt, and what both stand beside, as the cells of one workbook. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Prosas, politicaDeHuertas } from './politica-de-huertas.js'

/** A sentence and the cell that it is typed in. */
interface Oracion {
  readonly hoja: string
  readonly clave: string
  readonly columna: string
  readonly oracion: string
}

/** An error: the words that are wrong and what should stand there; empty where only a person can tell. Without a sentence, a cell of events. */
export interface Sembrado extends Oracion {
  readonly id: string
  readonly clase: string
  readonly dice: string
  readonly esperado: string
}

export interface Acierto extends Oracion {
  readonly id: string
  readonly por_que_tienta: string
}

const leer = <T>(archivo: string): readonly T[] =>
  parse(readFileSync(join(import.meta.dirname, archivo), 'utf8'), { columns: true, skip_empty_lines: true }) as readonly T[]

export const SEMBRADOS = leer<Sembrado>('errores-sembrados.csv')
export const ACIERTOS = leer<Acierto>('aciertos-tentadores.csv')
const CONTEXTO = leer<Oracion>('contexto.csv')

/** The workbook with these sentences typed in it, each a paragraph of its cell. */
function libroCon(oraciones: readonly Oracion[]) {
  const prosas = new Map<string, string>()
  for (const { hoja, clave, columna, oracion } of oraciones) {
    const lugar = `${hoja}|${clave}|${columna}`
    const previo = prosas.get(lugar)
    if (oracion !== '') prosas.set(lugar, previo === undefined ? oracion : `${previo}\n\n${oracion}`)
  }
  return politicaDeHuertas(prosas satisfies Prosas)
}

/** All of them in one report, as it would be. */
export const libroSembrado = () => libroCon([...SEMBRADOS, ...ACIERTOS, ...CONTEXTO])
