/** A connection to the Redis of the queue: tried first, with a limit, and then kept through whatever happens to it. */
import type { Redis } from 'ioredis'
import { bibliotecas } from './bibliotecas.js'
import type { Direccion } from './direccion.js'
import { SinCola } from './sin-cola.js'

const PLAZO_MS = 4000
const REINTENTO_MAYOR_MS = 2000
/** What BullMQ asks for. */
const VERSION_MENOR = [6, 2] as const

export interface Conexion {
  readonly redis: Redis
  /** What should be otherwise in that Redis, for whoever looks after it. */
  readonly avisos: readonly string[]
  /** Has somebody told when it is lost and when it is back. */
  readonly alCambiar: (oir: (hay: boolean) => void) => void
  /** Ends it. */
  readonly cerrar: () => void
}

/**
 * Connects. Once connected, it connects again by itself as often as it must.
 * @throws SinCola, within five seconds, where there is no Redis there, it is another thing, it would not have the password, or it is too old
 */
export async function conectar(direccion: Direccion): Promise<Conexion> {
  const { Redis } = await bibliotecas()
  let probada = false
  const { host, port, db, username, password, cifrada } = direccion
  const redis = new Redis({
    ...{ host, port, db, lazyConnect: true, connectTimeout: PLAZO_MS, maxRetriesPerRequest: null },
    ...(username !== null && { username }),
    ...(password !== null && { password }),
    ...(cifrada && { tls: {} }),
    retryStrategy: (veces) => (probada ? Math.min(veces * 100, REINTENTO_MAYOR_MS) : null),
  })
  let fallo: Error | null = null
  redis.on('error', (error: Error) => {
    fallo = error
  })
  let timbre: NodeJS.Timeout | undefined
  try {
    const tarde = new Promise<never>((_, reject) => {
      timbre = setTimeout(() => reject(Object.assign(new Error(), { code: 'ETIMEDOUT' })), PLAZO_MS)
    })
    const dicho = await Promise.race([redis.connect().then(() => redis.info()), tarde])
    const avisos = avisosDe(dicho, direccion)
    probada = true
    return { redis, avisos, alCambiar: (oir) => alCambiar(redis, oir), cerrar: () => redis.removeAllListeners('close').disconnect() }
  } catch (error) {
    redis.disconnect()
    throw error instanceof SinCola ? error : new SinCola(enPalabras(fallo ?? error, direccion))
  } finally {
    clearTimeout(timbre)
  }
}

/** Each attempt that fails is a loss of its own to the client, and not to people. */
function alCambiar(redis: Redis, oir: (hay: boolean) => void): void {
  let hay = true
  const cambiar = (ahora: boolean) => {
    if (ahora !== hay) oir(ahora)
    hay = ahora
  }
  redis.on('close', () => cambiar(false)).on('ready', () => cambiar(true))
}

/** @throws SinCola where it is too old */
function avisosDe(info: string, { visible }: Direccion): readonly string[] {
  const dice = (campo: string) => new RegExp(`^${campo}:(.*?)\\r?$`, 'mu').exec(info)?.[1] ?? ''
  const version = dice('redis_version')
  const [mayor = 0, menor = 0] = version.split('.').map(Number)
  const [pedida, suMenor] = VERSION_MENOR
  if (mayor < pedida || (mayor === pedida && menor < suMenor))
    throw new SinCola(
      `El Redis de ${visible} es de la versión ${version}, y hace falta la ${VERSION_MENOR.join('.')} o una posterior, o Valkey.`,
    )
  const [politica, tope] = [dice('maxmemory_policy'), dice('maxmemory')]
  return [
    ...(tope !== '0' && politica !== 'noeviction'
      ? [
          `El Redis de ${visible} borra lo que tiene cuando se llena (maxmemory-policy ${politica}): póngale noeviction, o se perderán tareas.`,
        ]
      : []),
    ...(dice('aof_enabled') === '0'
      ? [`El Redis de ${visible} no guarda lo que recibe (appendonly no): si se reinicia, pierde la cola. Póngale appendonly yes.`]
      : []),
  ]
}

/** Why there is no connection, by the system's code or by how Redis begins to say no. */
const CAUSAS: readonly (readonly [RegExp, (direccion: Direccion) => string])[] = [
  [/ECONNREFUSED/u, ({ visible }) => `No hay ningún Redis en ${visible}: revise la dirección, y que esté encendido`],
  [/ENOTFOUND|EAI_AGAIN/u, ({ host }) => `No se encuentra el equipo «${host}» de la cola: revise su nombre`],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/u, ({ visible }) => `No contesta ningún Redis en ${visible}: revise la dirección y la red`],
  [
    /WRONGPASS|invalid password|invalid username/iu,
    ({ visible }) => `El Redis de ${visible} no acepta esa clave: revise el usuario y la clave de la dirección, o INFORME_CLAVE_DE_LA_COLA`,
  ],
  [/NOAUTH/u, ({ visible }) => `El Redis de ${visible} pide clave: póngala en la dirección, o en INFORME_CLAVE_DE_LA_COLA`],
  [
    /AUTH.*without any password/u,
    ({ visible }) => `El Redis de ${visible} no tiene clave, y se le dio una: quítela de la dirección, o póngasela a él`,
  ],
  [
    /NOPERM/u,
    ({ visible }) => `El usuario de la cola no tiene permiso en el Redis de ${visible}: déle todas las órdenes sobre las llaves «bull:*»`,
  ],
  [/DB index/u, ({ visible }) => `El Redis de ${visible} no tiene esa base: revise el número al final de la dirección`],
  [
    /CERT|SSL|TLS|self.signed|EPROTO/iu,
    ({ visible }) => `No se pudo cifrar lo que va a ${visible}: revise su certificado, o use redis:// si no cifra`,
  ],
]

function enPalabras(error: unknown, direccion: Direccion): string {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  const causa = CAUSAS.find(([como]) => como.test(`${code} ${message}`))
  return `${causa?.[1](direccion) ?? `No se pudo usar como cola lo que hay en ${direccion.visible}, que no contesta como un Redis`}.`
}
