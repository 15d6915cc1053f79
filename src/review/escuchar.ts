import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** Only this machine: no other one can reach the page. */
const AQUI = '127.0.0.1'

/**
 * Listens on this machine alone; gives the port, which the system chooses where it is 0, and how to stop.
 * @throws the system's error where the port is taken
 */
export function escuchar(app: Hono, puerto: number): Promise<{ readonly puerto: number; readonly cerrar: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const servidor = serve({ fetch: app.fetch, hostname: AQUI, port: puerto }, ({ port }: AddressInfo) => resolve({ puerto: port, cerrar }))
    servidor.once('error', reject)
    function cerrar(): Promise<void> {
      return new Promise((listo) => {
        servidor.close(() => listo())
        // Pages that are open hold a connection on which they wait for news.
        if ('closeAllConnections' in servidor) servidor.closeAllConnections()
      })
    }
  })
}
