/** Libraries that say faster what they do as the program is bundled (`scripts/compilar/mas-rapido*.mjs`) write what those that are published write. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generarEnMemoria } from './generar-en-memoria.js'
import { unLibro } from './un-libro.js'

const PROGRAMA = join(new URL('..', import.meta.url).pathname, 'dist/cli/informe.js')
const LIBRO = unLibro()
  .producto('1.1.1', { nombre: 'Rutas señalizadas (ñ, € y «comillas»)', sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: 9 } })
  .producto('1.2.1', { nombre: 'Talleres \\ con (paréntesis', sector: 'Salud', metas: { 2023: 4 }, avances: { 2023: 1 } })
  .bytes()

let carpeta: string
beforeAll(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'informe-bibliotecas-'))
  writeFileSync(join(carpeta, 'libro.xlsx'), LIBRO)
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

test.each([
  { que: 'el informe', formatos: ['docx', 'pdf'], opciones: [], enMemoria: {} },
  // Its lines are set while its charts are drawn.
  { que: 'el PDF solo', formatos: ['pdf'], opciones: [], enMemoria: {} },
  {
    que: 'el de gráficas que se editan, con un sector solo',
    formatos: ['docx', 'pdf'],
    opciones: ['--graficas-editables', '--sector', 'Salud'],
    enMemoria: { graficasEditables: true, sector: 'Salud' },
  },
])(
  'Word y PDF tienen los mismos bytes, hechos por el programa o con las bibliotecas como se publican: $que',
  async ({ formatos, opciones, enMemoria }) => {
    const orden = [PROGRAMA, 'generar', 'libro.xlsx', '--salida', 'informe', '--sin-cache', '--formatos', formatos.join(','), ...opciones]
    const { status, stderr } = spawnSync(process.execPath, orden, { cwd: carpeta, encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    const { archivos, nombre } = await generarEnMemoria(LIBRO, new Map(), enMemoria)
    for (const formato of formatos) {
      const suyo = `informe-${nombre}.${formato}`
      expect(Buffer.compare(readFileSync(join(carpeta, 'informe', suyo)), archivos.get(suyo) ?? new Uint8Array()), suyo).toBe(0)
    }
  },
)
