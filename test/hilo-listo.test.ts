/** Threads that are started before there is work for them: `src/cli/ready-thread.ts`. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
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

/** A thread that takes as long as the number that it is asked with, and fails with 13. */
const HILO = `${transformSync(readFileSync(`${RAIZ}src/cli/ready-thread.ts`, 'utf8'), { loader: 'ts' }).code}
answering(async () => undefined, async (n) => {
  await new Promise((resolve) => setTimeout(resolve, n))
  if (n === 13) throw new Error('trece')
  return n
})`
const EN_ORDEN = `
import { readyThread } from ${JSON.stringify(`${RAIZ}src/cli/ready-thread.ts`)}
const hilo = readyThread(new URL(${JSON.stringify(`data:text/javascript,${encodeURIComponent(HILO)}`)}), null)
hilo.tell(40)
const pedidos = [30, 1, 13, 2].map((n) => hilo.ask(n))
const respuestas = await Promise.allSettled(pedidos)
console.log(respuestas.map(({ value, reason }) => value ?? reason.message).join(' '))
console.log(await hilo.ask(3))
hilo.end()
`

test('hace lo que se le pide en su orden; lo que falla, falla con lo que se pidió después, y lo siguiente tiene otro hilo', () => {
  const opciones = ['--import', 'tsx', '--input-type=module', '-e', EN_ORDEN]
  const { status, stdout, stderr } = spawnSync(process.execPath, opciones, { cwd: RAIZ, encoding: 'utf8', timeout: 30_000 })
  expect(stderr).toBe('')
  expect(stdout.trim().split('\n')).toEqual(['30 1 trece trece', '3'])
  expect(status).toBe(0)
})

test('el que responde antes de que le toque cargar no deja abierto el programa', () => {
  const opciones = ['--import', 'tsx', '--input-type=module', '-e', PROGRAMA]
  const { status, stdout, stderr } = spawnSync(process.execPath, opciones, { cwd: RAIZ, encoding: 'utf8', timeout: 30_000 })
  expect(stderr).toBe('')
  expect(stdout.trim()).toBe('2')
  expect(status).toBe(0)
})
