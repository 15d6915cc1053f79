/** `informe revisar` closed while the files of a report are being put in their folder: what was there stays. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unLibro } from './un-libro.js'
import { carpetaDePrueba, revisionEn } from './una-revision.js'

const PROGRAMA = join(new URL('..', import.meta.url).pathname, 'dist/cli/informe.js')

let carpeta: string
beforeEach(() => {
  carpeta = carpetaDePrueba()
})
afterEach(() => rmSync(carpeta, { recursive: true, force: true }))

const libro = (avance: number) =>
  unLibro()
    .producto('1.1.1', { sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: avance } })
    .bytes()

/** What is in the folder of the report: each file with its bytes. */
function contenido(): Readonly<Record<string, string>> {
  const informe = join(carpeta, 'informe')
  if (!existsSync(informe)) return {}
  const archivos = readdirSync(informe, { recursive: true, encoding: 'utf8' }).filter((ruta) => statSync(join(informe, ruta)).isFile())
  return Object.fromEntries(archivos.map((ruta) => [ruta, readFileSync(join(informe, ruta)).toString('base64')]))
}

/** Whether there are files of a report that is not whole yet. */
function aMedias(): boolean {
  const enCurso = join(carpeta, 'informe', '.informe-en-curso')
  return (
    existsSync(enCurso) && readdirSync(enCurso, { recursive: true, encoding: 'utf8' }).some((ruta) => /\.(csv|json|png|svg)/u.test(ruta))
  )
}

test.each<readonly [string, () => void]>([
  ['donde no había ninguno, no queda nada', () => undefined],
  [
    'donde había otro, queda ese',
    () => {
      writeFileSync(join(carpeta, 'antes.xlsx'), libro(4))
      const { status } = spawnSync(process.execPath, [PROGRAMA, 'generar', 'antes.xlsx', '--salida', 'informe', '--sin-cache'], {
        cwd: carpeta,
      })
      expect(status).toBe(0)
    },
  ],
])('%s', async (_, preparar) => {
  preparar()
  const antes = contenido()
  writeFileSync(join(carpeta, 'libro.xlsx'), libro(9))
  const { enviar, pedir, cerrar, proceso } = await revisionEn(carpeta, 'libro.xlsx', '--salida', 'informe', '--sin-cache')
  const examen = /name="examen" value="([^"]+)"/u.exec(await (await pedir('')).text())?.[1] ?? ''
  const respuesta = enviar('generar', { examen }).then(
    ({ status }) => status,
    () => null,
  )
  await expect.poll(aMedias, { interval: 2, timeout: 30_000 }).toBe(true)
  const cerrado = new Promise<number | null>((resolve) => proceso.once('exit', resolve))
  proceso.kill('SIGINT')
  expect(await cerrado).toBe(0)
  expect(contenido()).toEqual(antes)
  expect(await respuesta).not.toBe(200)
  await cerrar()
})
