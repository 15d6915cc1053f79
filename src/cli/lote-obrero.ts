/** What runs in each thread of a batch: one workbook at a time, with nothing at once within it. */
import { parentPort } from 'node:worker_threads'
import type { Condiciones } from '../lote/index.js'
import type { Receta } from './lote-edicion.js'
import { cumplir, type Desenlace, type Encargo } from './lote-encargo.js'

/** A workbook, and what it is made with. */
export interface Tarea {
  readonly numero: number
  readonly encargo: Encargo
  readonly receta: Preparada
}

/** A recipe, with what it makes a result depend on. */
export type Preparada = readonly [Receta, Condiciones]

/** Told by a thread when the report of a task begins to be put in its folder. */
export interface Publica {
  readonly publica: number
}

export default async function hacer({ numero, encargo, receta }: Tarea): Promise<Desenlace> {
  return await cumplir(encargo, ...receta, () => parentPort?.postMessage({ publica: numero } satisfies Publica))
}
