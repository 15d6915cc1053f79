import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Sesion } from './sesion.js'

/** Milliseconds after which a page that hears nothing is told that all is well. */
const LATIDO = 20_000

/** Tells a page that is open each time the workbook changes, until it is closed. */
export function eventos(c: Context, sesion: Sesion): Response {
  return streamSSE(c, async (stream) => {
    let despertar = () => {}
    let cambio = false
    const dejar = sesion.alCambiar(() => {
      cambio = true
      despertar()
    })
    stream.onAbort(() => {
      dejar()
      despertar()
    })
    // Whoever loaded the page before the last save and listens since after it would never hear of it.
    await stream.writeSSE({ event: 'abierta', data: (await sesion.delLibro())?.id ?? '' })
    while (!stream.aborted) {
      await new Promise<void>((listo) => {
        const reloj = setTimeout(listo, LATIDO)
        despertar = () => {
          clearTimeout(reloj)
          listo()
        }
        if (cambio) despertar()
      })
      const dicho = cambio ? 'cambio' : 'latido'
      cambio = false
      if (!stream.aborted) await stream.writeSSE({ event: dicho, data: '' })
    }
    dejar()
  })
}
