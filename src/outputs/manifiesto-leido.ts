/** A manifest of before, read back: whole, or as much of it as whoever asks needs. */
import * as z from 'zod'
import type { ArchivoDeGrafica, ComoSeAbrieron, ComoSeHizo } from './manifiesto.js'

const huella = z.string().regex(/^[0-9a-f]{64}$/u)
/** Within the folder, with `/`: what someone altered could name any other file. */
const ruta = z.string().refine((texto) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/u.test(texto))
const huellas = z.record(ruta, huella)

const como: z.ZodType<ComoSeHizo> = z.object({
  corte: z.string().optional(),
  formatos: z.array(z.string()),
  tema: z.string(),
  secciones: z.record(z.string(), z.boolean()),
  sector: z.string().nullable(),
  borrador: z.iso.date().nullable(),
  graficasEditables: z.boolean(),
})

const datos: z.ZodType<ComoSeAbrieron> = z.object({ formatos: z.array(z.string()), licencia: z.string().nullable() })

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
  /** Of a report; a folder of charts has `graficas` in its place, and one of open data `datos`. */
  como: como.optional(),
  datos: datos.optional(),
  /** Of a folder of charts: the period that they count up to. */
  corte: z.string().optional(),
  salidas: huellas,
  graficas: z.array(grafica).optional(),
})

/** What a manifest says; SHA-256 in lower-case hexadecimal, paths with `/`. */
export type ManifiestoLeido = z.infer<typeof esquema>

/** A manifest of this program; null where the bytes are none. */
export function leerManifiesto(bytes: Uint8Array): ManifiestoLeido | null {
  return esquema.safeParse(leerJson(bytes)).data ?? null
}

/** The files of charts that a former manifest tells of; none where its bytes are no such manifest. */
export function graficasDelManifiesto(bytes: Uint8Array): readonly ArchivoDeGrafica[] {
  const graficas = campo(leerJson(bytes), 'graficas')
  return Array.isArray(graficas) ? graficas.filter((una) => grafica.safeParse(una).success) : []
}

/**
 * SHA-256 of each output, by path, as a former manifest states them; null where its bytes are not a manifest, so that whoever asks
 * trusts no file to be as it was written.
 */
export function huellasDeSalidas(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const salidas = campo(leerJson(bytes), 'salidas')
  if (typeof salidas !== 'object' || salidas === null) return null
  const entradas = Object.entries(salidas)
  return entradas.every((e): e is [string, string] => typeof e[1] === 'string') ? new Map(entradas) : null
}

function leerJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function campo(valor: unknown, nombre: string): unknown {
  return typeof valor === 'object' && valor !== null && nombre in valor ? valor[nombre as keyof typeof valor] : null
}
