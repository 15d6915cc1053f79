/** What the workbooks of a batch are made with, as a file that the machines of a queue share: the templates themselves, and not where they are. */
import * as z from 'zod'

const receta = z.strictObject({
  /** In base 64, by path. */
  plantillas: z.record(z.string(), z.base64()),
  tema: z.string(),
  formatos: z.array(z.enum(['docx', 'pdf', 'html'])),
  secciones: z.record(z.string(), z.boolean()),
  limites: z.record(z.string(), z.int().positive()),
  corte: z.string().nullable(),
  estricto: z.boolean(),
})
const archivo = z.strictObject({ esquema: z.literal(1), recetas: z.array(receta) })

/** A recipe as it passes from one machine to another. */
export interface RecetaEscrita {
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  readonly tema: string
  readonly formatos: readonly ('docx' | 'pdf' | 'html')[]
  readonly secciones: ReadonlyMap<string, boolean>
  readonly limites: Readonly<Record<string, number>>
  /** `2025-T2`; null for the whole year. */
  readonly corte: string | null
  readonly estricto: boolean
}

/** Name of the file with this hash in the folder of the batch. */
export function nombreDeRecetas(huella: string): string {
  return `.cola-${huella.slice(0, 16)}.json`
}

/** The file of these recipes; the same bytes for the same ones. */
export function escribirRecetas(recetas: readonly RecetaEscrita[]): Uint8Array {
  const escritas = recetas.map(({ plantillas, tema, formatos, secciones, limites, corte, estricto }) => ({
    plantillas: Object.fromEntries([...plantillas].map(([ruta, bytes]) => [ruta, Buffer.from(bytes).toString('base64')])),
    ...{ tema, formatos, secciones: Object.fromEntries(secciones), limites, corte, estricto },
  }))
  return new TextEncoder().encode(`${JSON.stringify({ esquema: 1, recetas: escritas })}\n`)
}

/** Reads such a file. @throws ZodError or SyntaxError where it is none */
export function leerRecetas(bytes: Uint8Array): readonly RecetaEscrita[] {
  return archivo.parse(JSON.parse(new TextDecoder().decode(bytes))).recetas.map(({ plantillas, secciones, ...resto }) => ({
    ...resto,
    plantillas: new Map(Object.entries(plantillas).map(([ruta, texto]) => [ruta, new Uint8Array(Buffer.from(texto, 'base64'))])),
    secciones: new Map(Object.entries(secciones)),
  }))
}
