/** Threads that are started before there is work for them: `src/cli/ready-thread.ts`. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const RAIZ = new URL('..', import.meta.url).pathname

/** A program with two threads, of which the first takes long to load, and the second is asked for something at once. */
const PROGRAMA = `
import { readyThread } from ${JSON.stringify(`${RAIZ}src/cli/ready-thread.ts`)}
const hilo = (tarda) => readyThread(new URL('data:text/javascript,' + encodeURIComponent(\`
  import { parentPort } from 'node:worker_threads'
  const cargado = new Promise((listo) => setTimeout(listo, \${tarda})).then(() => parentPort.postMessage('loaded'))
  parentPort.on('message', (tarea) => cargado.then(() => parentPort.postMessage(tarea + 1)))
\`)), null)
const [, listo] = [hilo(500), hilo(0)]
console.log(await listo.ask(1))
// Until the first has loaded.
await new Promise((resolve) => setTimeout(resolve, 1000))
`

test('el que responde antes de que le toque cargar no deja abierto el programa', () => {
  const opciones = ['--import', 'tsx', '--input-type=module', '-e', PROGRAMA]
  const { status, stdout, stderr } = spawnSync(process.execPath, opciones, { cwd: RAIZ, encoding: 'utf8', timeout: 30_000 })
  expect(stderr).toBe('')
  expect(stdout.trim()).toBe('2')
  expect(status).toBe(0)
})
