/** `informe plantillas` and `informe tablas` as people run them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import { compararPlantillas, copia, leerCopiado, REGISTRO } from '../src/plantillas/index.js'
import { unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname

let carpeta: string
beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  carpeta = mkdtempSync(join(tmpdir(), 'orden-plantillas-'))
  writeFileSync(join(carpeta, 'libro.xlsx'), unLibro().bytes())
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

const informe = (...argumentos: readonly string[]) =>
  spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), ...argumentos], { cwd: carpeta, encoding: 'utf8' })

describe('informe plantillas', () => {
  test('copies them whole to a folder that has nothing, and never over something', async () => {
    const { status, stdout } = informe('plantillas', '--copiar', 'mis plantillas')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^Plantillas en mis plantillas \(\d+ archivos\): empiece por LEEME\.txt\.\nPara usarlas: .* --plantillas "mis plantillas"\n$/u,
    )
    const suyas = new Map(await readTree(join(carpeta, 'mis plantillas')))
    expect(suyas.delete('LEEME.txt')).toBe(true)
    expect(suyas).toEqual(new Map(await readTree(join(RAIZ, 'templates'))))
    expect(informe('validar', 'libro.xlsx', '--plantillas', 'mis plantillas').status).toBe(0)

    writeFileSync(join(carpeta, 'mis plantillas', '90-cierre.md'), '# Mío\n')
    const otra = informe('plantillas', '--copiar', 'mis plantillas')
    expect(otra.status).toBe(4)
    expect(otra.stderr).toMatch(/^No se pudo escribir mis plantillas: la carpeta no está vacía; dé otra, /u)
    expect(readFileSync(join(carpeta, 'mis plantillas', '90-cierre.md'), 'utf8')).toBe('# Mío\n')
    expect(informe('plantillas', '--comparar', 'mis plantillas').stdout).toMatch(/\nCambió usted \(1\)\n {2}90-cierre\.md\n {4}línea 1\n/u)
  })

  test('says what is missing of the order, and of a folder that is not there', () => {
    expect(informe('plantillas')).toMatchObject({
      status: 2,
      stderr: 'Diga qué hacer con las plantillas: --copiar <carpeta>, o --comparar <carpeta>.\n',
    })
    expect(informe('plantillas', '--comparar', 'ninguna').status).toBe(3)
    expect(informe('plantillas', '--copiar', 'a', '--comparar', 'b').status).toBe(2)
    expect(existsSync(join(carpeta, 'a'))).toBe(false)
    mkdirSync(join(carpeta, 'vacia'))
    expect(informe('plantillas', '--copiar', 'vacia').status).toBe(0)
  })
})

describe('a copy beside the templates of the program', () => {
  const archivos = (de: Readonly<Record<string, string>>) =>
    new Map(Object.entries(de).map(([ruta, texto]) => [ruta, new TextEncoder().encode(texto)]))
  const ANTES = {
    'igual.md': 'a\nb\n',
    'mia.md': 'uno\n\ndos\n',
    'suya.md': 'uno\n',
    'ambas.md': 'x\n',
    'quitada.md': 'q\n',
    'retirada.md': 'r\n',
  }
  const copiado = leerCopiado(copia(archivos(ANTES), '1.0.0').get(REGISTRO) ?? null)
  const suyas = archivos({ ...ANTES, 'igual.md': 'a\r\nb\r\n', 'mia.md': 'uno\n\ntres\n', 'ambas.md': 'y\n', 'nuestra.md': 'n\n' })
  suyas.delete('quitada.md')
  const { 'retirada.md': _, ...quedan } = ANTES
  const delPrograma = archivos({ ...quedan, 'suya.md': 'uno\ndos\n', 'ambas.md': 'z\n', 'nueva.md': 'n\n' })

  test('tells apart what its owner changed and what the program did', () => {
    const comparadas = compararPlantillas(suyas, delPrograma, copiado)
    expect(comparadas.map(({ ruta, diferencia }) => [ruta, diferencia])).toEqual([
      ['ambas.md', 'ambas'],
      ['mia.md', 'cambiada'],
      ['nuestra.md', 'agregada'],
      ['nueva.md', 'nueva'],
      ['quitada.md', 'quitada'],
      ['retirada.md', 'retirada'],
      ['suya.md', 'actualizada'],
    ])
    expect(comparadas.find(({ ruta }) => ruta === 'mia.md')?.tramos).toEqual([{ linea: 3, delPrograma: ['dos'], suyas: ['tres'] }])
    expect(comparadas.find(({ ruta }) => ruta === 'suya.md')?.tramos).toEqual([{ linea: 2, delPrograma: ['dos'], suyas: [] }])
  })

  test('without the record of what was copied, says only that they differ', () => {
    const comparadas = compararPlantillas(suyas, delPrograma, leerCopiado(new TextEncoder().encode('{}')))
    expect(new Set(comparadas.map(({ diferencia }) => diferencia))).toEqual(new Set(['distinta']))
    expect(comparadas).toHaveLength(7)
  })
})

describe('informe tablas', () => {
  test.each<[readonly string[], string]>([
    [['--formatos', 'ods'], 'No hay un formato «ods»; están csv, xlsx y json.'],
    [['--formatos', ','], '--formatos pide al menos uno: csv, xlsx, json.'],
    [['--licencia', 'GPL'], 'No hay una licencia «GPL»; están CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0, ODC-BY-1.0 y ODbL-1.0.'],
  ])('%j ends with 2', (argumentos, frase) => {
    expect(informe('tablas', 'libro.xlsx', ...argumentos)).toMatchObject({ status: 2, stderr: `${frase}\n` })
  })

  test('writes the forms that are asked for beside the report, and «comprobar» makes them again', () => {
    const { status, stdout } = informe('tablas', 'libro.xlsx', '--formatos', 'json,csv', '--licencia', 'cc0-1.0')
    expect(status).toBe(0)
    expect(stdout).toMatch(/\nDatos abiertos en output\/ppb-2023\/datos-abiertos \(\d+ tablas, \d+ archivos\)\.\n$/u)
    const donde = join('output', 'ppb-2023', 'datos-abiertos')
    expect(readdirSync(join(carpeta, donde)).toSorted()).toEqual(['csv', 'datapackage.json', 'json', 'manifiesto.json'])
    const comprobado = informe('comprobar', donde, '--libro', 'libro.xlsx')
    expect(comprobado.status, comprobado.stdout).toBe(0)
    expect(comprobado.stdout).toContain('Con ese libro sale igual, byte por byte.')
  })
})
