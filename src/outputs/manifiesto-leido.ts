/** A manifest of before, read by whoever checks what it says. */
import * as z from 'zod'
import type { ArchivoDeGrafica, ComoSeHizo } from './manifiesto.js'

const huella = z.string().regex(/^[0-9a-f]{64}$/u)
/** Within the folder, with `/`: what someone altered could name any other file. */
const ruta = z.string().refine((texto) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/u.test(texto))
const huellas = z.record(ruta, huella)

const como: z.ZodType<ComoSeHizo> = z.object({
  formatos: z.array(z.string()),
  tema: z.string(),
  secciones: z.record(z.string(), z.boolean()),
  sector: z.string().nullable(),
  borrador: z.iso.date().nullable(),
  graficasEditables: z.boolean(),
})

const grafica: z.ZodType<ArchivoDeGrafica> = z.object({
  archivo: z.string(),
  grafica: z.string(),
  descripcion: z.string(),
  tema: z.string(),
  bytes: z.number(),
  receta: huella,
  sha256: huella,
})

const esquema = z.object({
  version: z.string(),
  libro: z.object({ nombre: z.string(), sha256: huella }),
  plantillas: huellas,
  estilos: z.object({ nombre: z.string(), sha256: huella }).optional(),
  revision: huella.optional(),
  /** Of a report; a folder of charts has `graficas` in its place. */
  como: como.optional(),
  salidas: huellas,
  graficas: z.array(grafica).optional(),
})

/** What a manifest says; SHA-256 in lower-case hexadecimal, paths with `/`. */
export type ManifiestoLeido = z.infer<typeof esquema>

/** A manifest of this program; null where the bytes are none. */
export function leerManifiesto(bytes: Uint8Array): ManifiestoLeido | null {
  try {
    const leido = esquema.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return leido.success ? leido.data : null
  } catch {
    return null
  }
}
