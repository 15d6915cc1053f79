/** What goes through the queue: a workbook to be made a report of, and what came of it. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { fila } from '../lote/index.js'

const huella = z.string().regex(/^[0-9a-f]{64}$/u)
/** From the folder that all machines share, with `/`, and never out of it: what comes from the queue could have been put there by anybody. */
const ruta = z
  .string()
  .max(1000)
  .regex(/^(?!\/)[^\\\p{Cc}]+$/u)
  .refine((una) => una.split('/').every((parte) => parte !== '..' && parte !== ''))

export const pedido = z.strictObject({
  /** Folder of the batch. */
  carpeta: ruta,
  /** The file of its recipes, which is in that folder, by its hash; and which of them. */
  recetas: huella,
  receta: z.int().nonnegative(),
  /** The workbook; and how the batch names it, and its folder. */
  ruta,
  libro: z.string().max(1000),
  salida: z.string().regex(/^(?!\.)[^/\\\p{Cc}]{1,200}$/u),
  /** Of all that the result depends on, as whoever asked saw it. */
  clave: huella,
  /** What was noted of it before, if the key was the same. */
  previa: fila.nullable(),
})

export type Pedido = z.infer<typeof pedido>

export const respuesta = z.strictObject({ fila, clave: huella.nullable(), ahora: z.boolean(), disco: z.boolean() })

/** What a worker gives back. */
export type Respuesta = z.infer<typeof respuesta>

/** How many times a job is tried, whether it fails or the worker that has it dies. */
export const INTENTOS = 5

/** The queue of a version of the program: workers of another would make other bytes, and do not see it. */
export function nombreDeCola(version: string): string {
  return `informe-${version}`
}

/** By what it is, and not by who asks: asked for twice, it is one job. */
export function idDe({ carpeta, salida, clave }: Pedido): string {
  return `i${createHash('sha256')
    .update(JSON.stringify([carpeta, salida, clave]))
    .digest('hex')
    .slice(0, 32)}`
}
