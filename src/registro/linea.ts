/**
 * The lines of a log, one JSON object each. Nothing in them can hold the text of a cell, a name or a path: every string is a word of the
 * program's own, a hash, a version or a moment. `describe` words each field for docs/registro.md, which is printed from here.
 */
import * as z from 'zod'

/** Names that the program gives: a command, a stage, a rule, something counted. */
const nombre = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/u)
const cuantos = z.int().nonnegative()
const porRegla = z.record(nombre, cuantos)

/** What a file is to the run: never its name, which people choose. */
const PAPELES_DE_LO_LEIDO = ['libro', 'antes', 'base', 'plantillas', 'revision', 'estilos', 'documento', 'politica'] as const
const papel = z.string().regex(/^[a-z0-9.-]{1,40}$/u)

const todas = {
  en: z.iso.datetime().describe('cuándo, en hora universal'),
  ms: cuantos.describe('milisegundos desde que empezó la orden'),
}
const archivos = {
  archivos: cuantos.describe('cuántos archivos'),
  bytes: cuantos.describe('cuánto ocupan'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .describe('la huella del archivo; de varios, la de la lista de sus rutas y huellas'),
}

export const linea = z.discriminatedUnion('que', [
  z
    .strictObject({
      ...todas,
      que: z.literal('inicio'),
      programa: z
        .string()
        .regex(/^\d+\.\d+\.\d+[\w.-]*$/u)
        .describe('versión del programa'),
      node: z
        .string()
        .regex(/^v\d+\.\d+\.\d+[\w.-]*$/u)
        .describe('versión de Node.js'),
      sistema: z
        .string()
        .regex(/^\w+ \w+$/u)
        .describe('sistema y procesador, como `linux x64`'),
      orden: nombre.describe('la orden'),
      opciones: z.array(z.string().regex(/^--[a-z-]+$/u)).describe('las opciones que se escribieron, sin su valor'),
    })
    .describe('empieza la orden'),
  z
    .strictObject({ ...todas, que: z.literal('leido'), papel: z.enum(PAPELES_DE_LO_LEIDO).describe('qué es para la orden'), ...archivos })
    .describe('se leyó un archivo, o una carpeta'),
  z
    .strictObject({
      ...todas,
      que: z.literal('etapa'),
      etapa: nombre.describe('su nombre'),
      tardo: cuantos.describe('milisegundos que tardó'),
      cuantos: cuantos.describe('cuántas cosas hizo'),
    })
    .describe('terminó una etapa'),
  z
    .strictObject({
      ...todas,
      que: z.literal('problemas'),
      errores: porRegla.describe('cuántos errores, por regla ([errores.md](errores.md))'),
      avisos: porRegla.describe('cuántos avisos, por regla'),
    })
    .describe('qué tienen el libro, las plantillas y el tema'),
  z
    .strictObject({
      ...todas,
      que: z.literal('hallazgos'),
      pendientes: porRegla.describe('cuántos, por regla ([auditoria.md](auditoria.md))'),
    })
    .describe('qué encontró la auditoría o la verificación'),
  z
    .strictObject({ ...todas, que: z.literal('cuentas'), cuentas: porRegla.describe('cuántas cosas, por su nombre') })
    .describe('qué dio `comparar`, `incorporar`, `lote` u `obrero`'),
  z
    .strictObject({
      ...todas,
      que: z.literal('escrito'),
      papel: papel.describe('su formato, o la carpeta en que van: `docx`, `graficas`, `datos.json`'),
      ...archivos,
    })
    .describe('se escribieron archivos'),
  z
    .strictObject({
      ...todas,
      que: z.literal('fallo'),
      tipo: z.string().regex(/^\w+$/u).describe('clase de error'),
      causa: z
        .string()
        .regex(/^[A-Z0-9_]+$/u)
        .nullable()
        .describe('código del sistema, como `ENOSPC`, si lo hay'),
    })
    .describe('algo no se pudo hacer; el detalle, con palabras, solo se dice a la persona'),
  z
    .strictObject({
      ...todas,
      que: z.literal('fin'),
      codigo: cuantos.describe('código de salida'),
      memoria: cuantos.describe('lo más que ocupó en memoria, en MB'),
    })
    .describe('terminó la orden; si falta, alguien o algo la cortó'),
])

export type Linea = z.infer<typeof linea>

type SinMomento<L> = L extends unknown ? Omit<L, 'en' | 'ms'> : never

/** A line before it is told when. */
export type Suceso = SinMomento<Linea>

export type PapelDeLoLeido = (typeof PAPELES_DE_LO_LEIDO)[number]
