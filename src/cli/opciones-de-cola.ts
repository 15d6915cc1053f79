/** The options and the words of whoever asks for reports through a queue and of whoever makes them. */
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { Option } from 'commander'
import type { Conexion, Direccion } from '../cola/index.js'
import { UsageError } from './errors.js'

export const opcionDeRaiz = () =>
  new Option('--raiz <carpeta>', 'con --cola, la carpeta que ven todos los equipos, cada uno por su ruta; todo está en ella').default(
    '.',
    'la carpeta en que se da la orden',
  )

/** A queue that answers. */
export interface Cola {
  readonly direccion: Direccion
  readonly conexion: Conexion
}

/**
 * Opens the queue. From then on the system's list of processes does not show the order, in which there may be a password.
 * @throws SinCola within five seconds
 */
export async function abrirCola(cola: string, orden: string): Promise<Cola> {
  process.title = `informe ${orden}`
  const { conectar, direccionDe } = await import('../cola/index.js')
  const direccion = direccionDe(cola, process.env.INFORME_CLAVE_DE_LA_COLA || null)
  return { direccion, conexion: await conectar(direccion) }
}

/** Tells people what there is to know of the queue: now, and each time that it is lost or is back. */
export function contarCola({ direccion: { visible }, conexion }: Cola, decir: (linea: string) => void): void {
  for (const aviso of conexion.avisos) decir(aviso)
  conexion.alCambiar((hay) =>
    decir(
      hay
        ? `Se recuperó la conexión con la cola, ${visible}.`
        : `Se perdió la conexión con la cola, ${visible}: se intenta de nuevo. Lo que está en curso sigue.`,
    ),
  )
}

/** A path as every machine of the queue can find it. `que`: what is there, «el libro». @throws UsageError where it is out of the root */
export function desdeLaRaiz(raiz: string, ruta: string, que: string): string {
  const suya = relative(resolve(raiz), resolve(ruta))
  if (suya === '..' || suya.startsWith(`..${sep}`) || isAbsolute(suya))
    throw new UsageError(
      `Con --cola, ${que} debe estar en la carpeta que ven todos los equipos, y está en ${resolve(ruta)}, fuera de ${resolve(raiz)}. Dé con --raiz una carpeta que lo tenga dentro.`,
    )
  return suya.split(sep).join('/') || '.'
}
