/** What runs in the thread that draws the charts of a document. */
import { parentPort } from 'node:worker_threads'
import type { DibujarGraficas } from '../pipeline/index.js'

parentPort?.on('message', async ([graficas, theme, fonts]: Parameters<DibujarGraficas>) => {
  const { dibujante } = await import('../charts/index.js')
  parentPort?.postMessage(graficas.map(dibujante(theme, fonts)))
})
// Loaded before there is something to draw; what cannot be loaded fails again when it is asked for, where somebody hears it.
await import('../charts/index.js').catch(() => undefined)
