/** The log of a batch: a line of JSON each time it begins, and one for each workbook that it finishes. It is only ever added to. */
import * as z from 'zod'
import { type Fila, fila } from './fila.js'

const linea = z.discriminatedUnion('que', [
  z.object({ que: z.literal('inicio'), en: z.iso.datetime(), version: z.string(), libros: z.int() }),
  z.object({ que: z.literal('libro'), en: z.iso.datetime(), clave: z.string().nullable(), fila }),
])

export type LineaDeDiario = z.infer<typeof linea>

/** What a batch before this one noted of a workbook. */
export interface Apunte {
  /** Of all that the result depended on; null where the workbook could not be read. */
  readonly clave: string | null
  readonly fila: Fila
}

/** The last note of each workbook, by its folder. Lines that a cut left half-written, or that are none, are passed over. */
export function leerDiarios(diarios: readonly string[]): ReadonlyMap<string, Apunte> {
  const ultimos = new Map<string, { readonly en: string } & Apunte>()
  for (const texto of diarios.flatMap((diario) => diario.split('\n'))) {
    const leida = linea.safeParse(json(texto)).data
    if (leida?.que !== 'libro') continue
    const { en, clave, fila: suya } = leida
    if (en >= (ultimos.get(suya.salida)?.en ?? '')) ultimos.set(suya.salida, { en, clave, fila: suya })
  }
  return ultimos
}

function json(texto: string): unknown {
  try {
    return JSON.parse(texto)
  } catch {
    return null
  }
}
