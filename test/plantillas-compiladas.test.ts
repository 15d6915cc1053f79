/** Templates that are compiled when the program is built (`src/compose/precompiled.ts`) give what those compiled as they are used give. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WRITERS } from '../src/writers/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname
const LIBRO = unLibro()
  .producto('1.1.1', { nombre: 'Rutas señalizadas', sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: 9 } })
  .bytes()

let carpeta: string
beforeEach(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'informe-plantillas-'))
  writeFileSync(join(carpeta, 'libro.xlsx'), LIBRO)
})
afterEach(() => rmSync(carpeta, { recursive: true, force: true }))

/** The page that the program makes, as it is built. */
function delPrograma(...argumentos: readonly string[]): string {
  const orden = [join(RAIZ, 'dist/cli/informe.js'), 'generar', 'libro.xlsx', '--formatos', 'html', '--salida', 'informe', ...argumentos]
  const { status, stderr } = spawnSync(process.execPath, orden, { cwd: carpeta, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  const pagina = readdirSync(join(carpeta, 'informe')).find((nombre) => nombre.endsWith('.html')) ?? ''
  return readFileSync(join(carpeta, 'informe', pagina), 'utf8')
}

test('el programa, que trae las suyas compiladas, hace el mismo informe', async () => {
  const { archivos, nombre } = await generarEnMemoria(LIBRO, new Map(), { escritores: new Map([['html', WRITERS.html]]) })
  expect(delPrograma()).toBe(new TextDecoder().decode(archivos.get(`informe-${nombre}.html`)))
})

test('una que se cambió es la que se usa, y las demás siguen igual', () => {
  const antes = delPrograma()
  cpSync(join(RAIZ, 'templates'), join(carpeta, 'plantillas'), { recursive: true })
  const parcial = join(carpeta, 'plantillas', 'parciales', 'producto.md')
  writeFileSync(parcial, `${readFileSync(parcial, 'utf8')}\nUna frase de esta copia sobre {{producto.nombre}}.\n`)
  const despues = delPrograma('--plantillas', 'plantillas')
  expect(despues).toContain('Una frase de esta copia sobre')
  expect(antes).not.toContain('Una frase de esta copia sobre')
  expect(despues.length).toBeGreaterThan(antes.length)
})
