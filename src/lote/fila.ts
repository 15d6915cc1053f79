/** What became of each workbook, as the summary and the log of a batch tell it. */
import * as z from 'zod'

const cuantos = z.int().nonnegative()

/** How many messages of a workbook a summary repeats; the rest are told by `validar`. */
const MENSAJES_DICHOS = 10

export const fila = z.object({
  libro: z.string().describe('el libro, como lo nombra la lista o la carpeta'),
  salida: z.string().describe('su carpeta dentro de la del lote'),
  sha256: z.string().nullable().describe('la huella del libro; nulo si no se llegó a leer'),
  estado: z.enum(['hecho', 'rechazado', 'fallido', 'pendiente']).describe('`hecho`, `rechazado`, `fallido` o `pendiente`'),
  errores: cuantos.describe('cuántos errores tiene'),
  avisos: cuantos.nullable().describe('cuántos avisos; nulo si el informe estaba hecho de antes y no se sabe'),
  hallazgos: cuantos.nullable().describe('los de la auditoría sin aceptar; nulo, lo mismo'),
  mensajes: z.array(z.string()).describe(`por qué se rechazó o falló: los ${MENSAJES_DICHOS} primeros`),
  documentos: z.array(z.string()).describe('los informes que hay en su carpeta'),
  conservados: z.array(z.string()).describe('lo que alguien había editado, y dónde quedó'),
  ms: cuantos.nullable().describe('milisegundos que tardó'),
})

export type Fila = z.infer<typeof fila>

/** A workbook of which nothing is known yet. */
export function pendiente(libro: string, salida: string): Fila {
  return {
    ...{ libro, salida, sha256: null, estado: 'pendiente', errores: 0, avisos: null, hallazgos: null, ms: null },
    ...{ mensajes: [], documentos: [], conservados: [] },
  }
}

/** What keeps a workbook from having its report, in words; `errores` are all that there are. */
export function sinInforme(de: Fila, estado: 'rechazado' | 'fallido', mensajes: readonly string[], errores = mensajes.length): Fila {
  return { ...de, estado, errores, mensajes: mensajes.slice(0, MENSAJES_DICHOS) }
}

/** The reports among the files of a folder, by their names. */
export function documentosDe(archivos: Iterable<string>): string[] {
  return [...archivos].filter((nombre) => /^informe-[^/]*\.(?:docx|pdf|html)$/u.test(nombre))
}

/** `rechazado, con 3 errores; el primero: Productos!A4: se encontró…`: why a workbook has no report. */
export function porQue({ estado, errores, mensajes }: Fila): string {
  return `${estado}${errores > 1 ? `, con ${errores} errores; el primero` : ''}: ${mensajes[0] ?? ''}`
}
