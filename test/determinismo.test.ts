/** The same bytes whatever the machine's zone, locale, processors, folder, user and fonts: the short form of `npm run determinismo`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  algunas,
  CARPETAS,
  type Condicion,
  correr,
  IDIOMAS,
  PROCESADORES,
  porArchivo,
  todas,
  ZONAS,
} from '../scripts/determinismo/corridas.js'
import { librosDePrueba } from '../scripts/determinismo/libros.js'
import { herramienta, siHay } from './herramientas.js'
import { leerDocx } from './leer-docx.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname
const PROGRAMA = join(RAIZ, 'dist/cli/informe.js')

/** Commands that only the long form runs. */
const MENOS = ['borrador', 'validar', 'explicar', 'verificar']

let carpeta: string
beforeAll(() => {
  expect(spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')]).status).toBe(0)
  carpeta = mkdtempSync(join(tmpdir(), 'determinismo-'))
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

describe('las corridas', () => {
  test('son 36, y las de esta prueba pasan por cada valor', () => {
    expect(new Set(todas().map((condicion) => JSON.stringify(condicion))).size).toBe(36)
    const valores = algunas().flatMap((condicion) => Object.values(condicion))
    expect([...new Set(valores)].toSorted()).toEqual([...ZONAS, ...IDIOMAS, ...PROCESADORES, ...CARPETAS].toSorted())
  })

  const libros = librosDePrueba(POLITICA_DEL_AGUA)
  const corridas: (readonly [Condicion, ReadonlyMap<string, string>])[] = []
  // Far more than they take: only what hangs goes past it.
  beforeAll(async () => {
    if (herramienta('taskset') === null) return
    for (const condicion of algunas()) corridas.push([condicion, await correr(libros, condicion, { menos: MENOS })])
  }, 900_000)

  siHay('taskset')('dan los mismos archivos, byte por byte', () => {
    expect(corridas).toHaveLength(algunas().length)
    const archivos = porArchivo(corridas)
    expect([...archivos].filter(([, porHuella]) => porHuella.size > 1)).toEqual([])
    const tipos = new Set([...archivos.keys()].map((ruta) => /\.(\w+)$/u.exec(ruta)?.[1] ?? ''))
    expect([...tipos].toSorted()).toEqual(['csv', 'docx', 'html', 'json', 'pdf', 'png', 'svg', 'xlsx'])
  })

  test('un archivo que sale de dos maneras, o que falta, se reconoce', () => {
    const [una, otra] = algunas() as [Condicion, Condicion]
    const archivos = porArchivo([
      [
        una,
        new Map([
          ['a.docx', '1'],
          ['b.pdf', '1'],
          ['c.png', '1'],
        ]),
      ],
      [
        otra,
        new Map([
          ['a.docx', '1'],
          ['b.pdf', '2'],
        ]),
      ],
    ])
    expect([...archivos].map(([ruta, porHuella]) => [ruta, porHuella.size])).toEqual([
      ['a.docx', 1],
      ['b.pdf', 2],
      ['c.png', 2],
    ])
  })
})

describe('SOURCE_DATE_EPOCH', () => {
  /** The notice at the foot of a draft made at that moment, in this zone. */
  async function pieDelBorrador(epoca: string, zona: string): Promise<string> {
    writeFileSync(join(carpeta, 'libro.xlsx'), unLibro().bytes())
    const orden = ['generar', 'libro.xlsx', '--borrador', '--formatos', 'docx', '--silencioso', '--salida', 'salida']
    const env = { ...process.env, SOURCE_DATE_EPOCH: epoca, TZ: zona }
    const { status, stderr } = spawnSync(process.execPath, [PROGRAMA, ...orden], { cwd: carpeta, encoding: 'utf8', env })
    expect(status, stderr).toBe(0)
    const { parts } = await leerDocx(new Uint8Array(readFileSync(join(carpeta, 'salida/informe-ppb-2023.docx'))))
    const pies = [...parts].filter(([ruta]) => ruta.startsWith('word/footer'))
    return pies.map(([, xml]) => /Borrador del [^·<]+/u.exec(xml)?.[0]).find((aviso) => aviso !== undefined) ?? ''
  }

  test('da el día del borrador, en cualquier zona', async () => {
    // 03:30 of the eighth in Greenwich, when it is the seventh in Bogotá.
    expect(await pieDelBorrador('1720409400', 'America/Bogota')).toBe('Borrador del 8 de julio de 2024 ')
  })

  test.each([
    ['generar', ['generar', 'libro.xlsx', '--borrador', '--salida', 'nada']],
    ['comparar', ['comparar', 'libro.xlsx', 'libro.xlsx', '--html', 'nada.html', '--control-de-cambios', 'nada.docx']],
  ])('con un valor que no sirve, %s lo dice y no hace nada', (_, orden) => {
    writeFileSync(join(carpeta, 'libro.xlsx'), unLibro().bytes())
    const env = { ...process.env, SOURCE_DATE_EPOCH: '2024-07-08' }
    const { status, stderr, stdout } = spawnSync(process.execPath, [PROGRAMA, ...orden], { cwd: carpeta, encoding: 'utf8', env })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      'La variable de entorno SOURCE_DATE_EPOCH debe ser un número entero de segundos desde 1970, como 1720409400; se encontró «2024-07-08». Corríjala o quítela.\n',
    )
  })
})
