/** Where the queue is, out of what somebody wrote. What may hold a password is never repeated. */
import { SinCola } from './sin-cola.js'

/** A Redis, or what speaks as one does. */
export interface Direccion {
  readonly host: string
  readonly port: number
  /** Which of its numbered databases. */
  readonly db: number
  readonly username: string | null
  readonly password: string | null
  /** Whether what passes is encrypted (`rediss://`). */
  readonly cifrada: boolean
  /** As people may see it: without user or password. */
  readonly visible: string
}

const PUERTO = 6379
const REMEDIO =
  'se escribe redis://equipo:puerto, con usuario y clave si los pide (redis://usuario:clave@equipo:puerto), o rediss:// si va cifrada'

/**
 * Reads `redis://usuario:clave@equipo:puerto/base`. `clave`: the password where the address has none; null for none.
 * @throws SinCola where it is no such address
 */
export function direccionDe(texto: string, clave: string | null): Direccion {
  const url = URL.canParse(texto.trim()) ? new URL(texto.trim()) : null
  const [, base] = /^\/?(\d{0,4})$/u.exec(url?.pathname ?? '') ?? []
  if (url === null || !['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '' || base === undefined)
    throw new SinCola(`La dirección de la cola (--cola) no lo es: ${REMEDIO}.`)
  if (url.search !== '' || url.hash !== '')
    throw new SinCola(`A la dirección de la cola (--cola) le sobra lo que va tras «?» o «#»: ${REMEDIO}.`)
  const port = url.port === '' ? PUERTO : Number(url.port)
  return {
    host: url.hostname.replace(/^\[(.*)\]$/u, '$1'),
    port,
    db: Number(base),
    username: parte(url.username),
    password: parte(url.password) ?? clave,
    cifrada: url.protocol === 'rediss:',
    visible: `${url.protocol}//${url.hostname}:${port}${Number(base) === 0 ? '' : `/${Number(base)}`}`,
  }
}

function parte(escrita: string): string | null {
  if (escrita === '') return null
  try {
    return decodeURIComponent(escrita)
  } catch {
    throw new SinCola('El usuario o la clave de la dirección de la cola (--cola) tienen un «%» suelto: escríbalo %25.')
  }
}
