/** The summary of a batch, which `lote.json` holds. */
import * as z from 'zod'
import { type Fila, fila } from './fila.js'
import type { Parte } from './parte.js'

const cuantos = z.int().nonnegative()
const ESQUEMA = 1

export const resumen = z.object({
  esquema: z.literal(ESQUEMA).describe('versión de esta forma: cambia si un campo cambia de sentido'),
  programa: z.string().describe('versión del programa'),
  parte: z.object({ i: cuantos, n: cuantos }).nullable().describe('la de este resumen; nulo si es del lote entero'),
  opciones: z.record(z.string(), z.unknown()).describe('cómo se pidió'),
  totales: z.object({
    libros: cuantos.describe('cuántos libros tiene'),
    hechos: cuantos.describe('cuántos tienen su informe en su carpeta'),
    rechazados: cuantos.describe('cuántos tienen algo que corregir en el libro, las plantillas o el tema, o piden demasiado'),
    fallidos: cuantos.describe('cuántos no se pudieron hacer por otra cosa: el disco, o el programa'),
    pendientes: cuantos.describe('cuántos quedaron sin empezar'),
    ahora: cuantos.describe('los hechos que se hicieron en esta orden; los demás estaban de antes'),
  }),
  ms: cuantos.describe('milisegundos de la orden'),
  ajenas: z.array(z.string()).describe('carpetas con un informe que no son de ningún libro de la lista'),
  libros: z.array(fila),
})

export type Resumen = z.infer<typeof resumen>

interface Lote {
  readonly version: string
  readonly parte: Parte | null
  readonly opciones: Readonly<Record<string, unknown>>
  readonly filas: readonly Fila[]
  /** How many reports this run made. */
  readonly ahora: number
  readonly ms: number
  readonly ajenas: readonly string[]
}

export function resumir({ version, parte, opciones, filas, ahora, ms, ajenas }: Lote): Resumen {
  const de = (estado: Fila['estado']) => filas.filter((una) => una.estado === estado).length
  return {
    esquema: ESQUEMA,
    programa: version,
    parte,
    opciones,
    totales: {
      libros: filas.length,
      hechos: de('hecho'),
      rechazados: de('rechazado'),
      fallidos: de('fallido'),
      pendientes: de('pendiente'),
      ahora,
    },
    ms: Math.round(ms),
    ajenas: [...ajenas],
    libros: [...filas],
  }
}

/** `198 hechos, 2 rechazados`: what there is of each, in words; what there is none of is not told. */
export function enCuentas({ hechos, rechazados, fallidos, pendientes }: Resumen['totales']): string {
  const partes = [cuenta(hechos, 'hecho'), cuenta(rechazados, 'rechazado'), cuenta(fallidos, 'fallido'), cuenta(pendientes, 'pendiente')]
  return partes.filter((parte) => parte !== '').join(', ') || 'ninguno'
}

function cuenta(n: number, uno: string): string {
  return n === 0 ? '' : `${n} ${n === 1 ? uno : `${uno}s`}`
}
