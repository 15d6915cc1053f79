/** Who may talk to the page: the browser of this very machine, from the page itself, by the address that was printed. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'

/** Headers of every answer. Nothing is loaded but from here, no script stands within a page, and no other site may frame, read or keep it. */
const CABECERAS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not `no-referrer`: under it a browser gives no origin with a form of the page's own.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cache-Control': 'no-store',
}

const PROPIOS = new Set(['same-origin', 'none'])

/** Why a request is refused; null for one that may pass. */
function rechazo(c: Context, puerto: number, token: string): string | null {
  const sitios = [`127.0.0.1:${puerto}`, `localhost:${puerto}`]
  if (!sitios.includes(c.req.header('host') ?? '')) return 'pedido por otro nombre de equipo'
  const origen = c.req.header('origin')
  const ajeno = origen !== undefined && !sitios.some((sitio) => origen === `http://${sitio}`)
  // A form of the page always says where it comes from.
  if (ajeno || (c.req.method !== 'GET' && c.req.method !== 'HEAD' && origen === undefined)) return 'pedido desde otro sitio'
  if (!PROPIOS.has(c.req.header('sec-fetch-site') ?? 'none')) return 'pedido desde otro sitio'
  return iguales(c.req.path.split('/')[1] ?? '', token) ? null : 'dirección sin su clave'
}

/** Compares in the same time whatever differs. */
function iguales(una: string, otra: string): boolean {
  const [a, b] = [una, otra].map((texto) => createHash('sha256').update(texto).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

/** Refuses, with one line for whoever looks after the program, every request that does not come from the page. */
export function guardia(puerto: () => number, token: string, anotar: (linea: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const porque = rechazo(c, puerto(), token)
    if (porque === null) await next()
    else {
      anotar(`Rechazado (${porque}): ${c.req.method} ${enLinea(c.req.path, token)}`)
      c.res = c.text(`No se puede: ${porque}. Abra la dirección que el programa mostró al empezar.`, 403)
    }
    for (const [nombre, valor] of Object.entries(CABECERAS)) c.res.headers.set(nombre, valor)
  }
}

const MAS_LARGA = 120

/** What was asked for, on one line and without the key. */
function enLinea(ruta: string, token: string): string {
  return [...ruta.replaceAll(token, '…')]
    .filter((letra) => letra >= ' ' && letra !== '\u{7f}')
    .join('')
    .slice(0, MAS_LARGA)
}
