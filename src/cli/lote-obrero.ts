/** What runs in each thread of a batch: one workbook at a time, with nothing at once within it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Condiciones } from '../lote/index.js'
import type { Receta } from './lote-edicion.js'
import { cumplir, type Desenlace, type Encargo } from './lote-encargo.js'

/** A workbook, and by which of the recipes it is made. */
export interface Tarea {
  readonly numero: number
  readonly encargo: Encargo
  readonly receta: number
}

export type Recetas = readonly (readonly [Receta, Condiciones])[]

/** Told by a thread when the report of a task begins to be put in its folder. */
export interface Publica {
  readonly publica: number
}

const recetas = workerData as Recetas

export default async function hacer({ numero, encargo, receta }: Tarea): Promise<Desenlace> {
  const suya = recetas[receta]
  if (suya === undefined) throw new RangeError(`No hay receta ${receta}`)
  return await cumplir(encargo, ...suya, () => parentPort?.postMessage({ publica: numero } satisfies Publica))
}
