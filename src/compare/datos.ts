/** The figures of an edition, as its `datos.json` states them. */
import * as z from 'zod'

const numero = z.number().nullable()
const grupo = z.object({
  productos: z.number(),
  conMeta: z.number(),
  avance: z.number(),
  planeado: z.number(),
  diferencia: z.number(),
  balance: z.string(),
  /** Null in a follow-up within the year. */
  verde: numero,
  amarillo: numero,
  rojo: numero,
  sinMeta: z.number(),
  cumplidos: z.number(),
})
const producto = z.object({
  codigo: z.string(),
  nombre: z.string(),
  sector: z.string(),
  unidad: z.string(),
  metaVigencia: numero,
  logroVigencia: numero,
  cumplimientoPorcentaje: numero,
  semaforo: z.string().nullable(),
  situacion: z.string(),
  metaAcumulada: numero,
  logroAcumulado: numero,
  metaFinal: numero,
  diferenciaAcumulada: numero,
  balance: z.string().nullable(),
})
const valor = z.union([z.number(), z.string(), z.null()])
const puesta = z.object({ numero: z.number(), id: z.string(), titulo: z.string() })

const datos = z.object({
  /** Where they are of one sector's chapter only. */
  sector: z.string().optional(),
  politica: grupo.extend({ nombre: z.string(), sigla: z.string(), vigencia: z.number() }),
  productos: z.array(producto),
  sectores: z.array(grupo.extend({ nombre: z.string() })),
  objetivos: z.array(grupo.extend({ numero: z.number() })),
  tablas: z.array(puesta.extend({ columnas: z.array(z.string()), filas: z.array(z.array(valor)) })),
  graficas: z.array(
    puesta.extend({ etiquetas: z.array(z.string()), series: z.array(z.object({ nombre: z.string(), valores: z.array(valor) })) }),
  ),
})

export type Datos = z.infer<typeof datos>
export type DatosDeGrupo = z.infer<typeof grupo>
export type DatosDeProducto = z.infer<typeof producto>

/** The figures in a text of `datos.json`; null where it is none. */
export function leerDatos(texto: string): Datos | null {
  try {
    return datos.safeParse(JSON.parse(texto)).data ?? null
  } catch {
    return null
  }
}
