/** `informe comprobar`: whether a folder is as it was made and, with the workbook, whether it would be made so today. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { unMembrete } from './un-membrete.js'

const RAIZ = new URL('..', import.meta.url).pathname
let carpeta: string

function informe(...argumentos: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), ...argumentos], { cwd: carpeta, encoding: 'utf8' })
}

/** Exit code and lines of `comprobar`. */
function comprobar(...argumentos: readonly string[]): readonly [number | null, readonly string[]] {
  const { status, stdout, stderr } = informe('comprobar', ...argumentos)
  return [status, `${stdout}${stderr}`.trim().split('\n')]
}

beforeAll(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'comprobar-'))
  writeFileSync(join(carpeta, 'agua.xlsx'), POLITICA_DEL_AGUA.bytes())
  writeFileSync(join(carpeta, 'corregido.xlsx'), POLITICA_DEL_AGUA.celda('Avances!E2', 8).bytes())
  expect(informe('generar', 'agua.xlsx', '--salida', 'hecho', '--formatos', 'docx', '--silencioso').status).toBe(0)
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))
beforeEach(() => {
  rmSync(join(carpeta, 'informe'), { recursive: true, force: true })
  cpSync(join(carpeta, 'hecho'), join(carpeta, 'informe'), { recursive: true })
})

describe('sin el libro', () => {
  test('lo que está como se generó termina con 0', () => {
    const [codigo, lineas] = comprobar('informe')
    expect(codigo).toBe(0)
    expect(lineas).toEqual([
      expect.stringMatching(/^informe: 18 archivos como se generaron, de agua\.xlsx \(SHA-256 [0-9a-f]{12}…\), con la versión \d/u),
    ])
  })

  test('dice lo editado, lo que falta y lo que no es del informe, y termina con 5', () => {
    appendFileSync(join(carpeta, 'informe/tablas/tabla-01.csv'), 'de más')
    rmSync(join(carpeta, 'informe/tablas/tabla-02.csv'))
    writeFileSync(join(carpeta, 'informe/notas.txt'), 'mías')
    const [codigo, lineas] = comprobar('informe')
    expect(codigo).toBe(5)
    expect(lineas.slice(1)).toEqual([
      'Se editaron después:',
      '  tablas/tabla-01.csv',
      'Faltan:',
      '  tablas/tabla-02.csv',
      'No son de este informe, y no se comprobaron:',
      '  notas.txt',
    ])
    expect(JSON.parse(informe('comprobar', 'informe', '--json').stdout)).toMatchObject({
      iguales: 16,
      editados: ['tablas/tabla-01.csv'],
      faltan: ['tablas/tabla-02.csv'],
      ajenos: ['notas.txt'],
      contra: null,
    })
  })

  test.each([
    ['una carpeta sin manifiesto', '.', /^No hay un manifiesto\.json de este programa/u],
    ['un archivo', 'agua.xlsx', /no es una carpeta/u],
    ['lo que no existe', 'nada', /No se pudo leer nada: no existe/u],
  ])('%s se dice, y termina con 3', (_, que, dicho) => {
    const [codigo, [linea]] = comprobar(que)
    expect(codigo).toBe(3)
    expect(linea).toMatch(dicho)
  })

  test('un manifiesto que nombra archivos de fuera, o claves de JavaScript, no lleva a nada', () => {
    const manifiesto = JSON.parse(readFileSync(join(carpeta, 'informe/manifiesto.json'), 'utf8'))
    manifiesto.salidas = JSON.parse(`{"../agua.xlsx": "${'0'.repeat(64)}", "__proto__": "${'0'.repeat(64)}"}`)
    writeFileSync(join(carpeta, 'informe/manifiesto.json'), JSON.stringify(manifiesto))
    const [codigo, lineas] = comprobar('informe')
    expect(codigo).toBe(3)
    expect(lineas[0]).toMatch(/^No hay un manifiesto\.json de este programa/u)
  })
})

describe('con el libro', () => {
  test('el mismo sale igual, byte por byte, aunque tenga otro nombre', () => {
    cpSync(join(carpeta, 'agua.xlsx'), join(carpeta, 'otro nombre.xlsx'))
    const [codigo, lineas] = comprobar('informe', '--libro', 'otro nombre.xlsx')
    expect(lineas.slice(1)).toEqual(['Con ese libro sale igual, byte por byte.'])
    expect(codigo).toBe(0)
  })

  test('otro dice qué cambiaría, y termina con 5', () => {
    const [codigo, lineas] = comprobar('informe', '--libro', 'corregido.xlsx')
    expect(codigo).toBe(5)
    expect(lineas).toEqual(
      expect.arrayContaining([
        'Con ese libro no sale igual.',
        '  el libro, que no es el mismo agua.xlsx',
        '  datos.json',
        '  informe-ppa-2031.docx',
        // 10 + 8 + 8 + 10 = 36 of 80 in place of 37; and so (36/80 + 2/3 + 60/100) / 3 in place of (37/80 + 2/3 + 60/100) / 3.
        '  El avance del sector Agua pasa de 58 % a 57 %.',
      ]),
    )
    expect(lineas).not.toContain('  tablas/tabla-01.csv')
  })

  test('otras plantillas se dicen, y lo que cambiarían', () => {
    cpSync(join(RAIZ, 'templates'), join(carpeta, 'plantillas'), { recursive: true })
    appendFileSync(join(carpeta, 'plantillas/LEEME.md'), '')
    const [primera = ''] = Object.keys(
      (JSON.parse(readFileSync(join(carpeta, 'informe/manifiesto.json'), 'utf8')) as { plantillas: object }).plantillas,
    ).filter((ruta) => /^58-.*\.md$/u.test(ruta))
    appendFileSync(join(carpeta, 'plantillas', primera), '\nUna frase más.\n')
    const [codigo, lineas] = comprobar('informe', '--libro', 'agua.xlsx', '--plantillas', 'plantillas')
    expect(codigo).toBe(5)
    expect(lineas).toContain(`  la plantilla ${primera}`)
    expect(lineas).toContain('  informe-ppa-2031.docx')
    expect(lineas).not.toContain('  datos.json')
  })

  test('recuerda cómo se pidió: tema, secciones, sector, borrador y gráficas editables', () => {
    const pedido = [
      '--formatos',
      'docx,html',
      '--tema',
      'sobrio',
      '--sin',
      'anexo',
      '--borrador',
      '--graficas-editables',
      '--sector',
      'agua',
    ]
    expect(informe('generar', 'agua.xlsx', '--salida', 'informe', '--silencioso', ...pedido).status).toBe(0)
    const [codigo, lineas] = comprobar('informe', '--libro', 'agua.xlsx')
    expect(lineas.at(-1)).toBe('Con ese libro sale igual, byte por byte.')
    expect(codigo).toBe(0)
  })

  test('el documento de los estilos hace falta otra vez', async () => {
    writeFileSync(join(carpeta, 'membrete.docx'), await unMembrete())
    const pedido = ['--formatos', 'docx', '--estilos', 'membrete.docx', '--silencioso']
    expect(informe('generar', 'agua.xlsx', '--salida', 'informe', ...pedido).status).toBe(0)
    expect(comprobar('informe', '--libro', 'agua.xlsx')).toEqual([
      2,
      ['El informe se hizo con los estilos de membrete.docx: dé ese documento con --estilos.'],
    ])
    expect(comprobar('informe', '--libro', 'agua.xlsx', '--estilos', 'membrete.docx')[0]).toBe(0)
  })

  test('las gráficas sueltas se comprueban por su receta', () => {
    expect(
      informe('graficas', 'agua.xlsx', '--uso', 'cuadrada', '--grafica', '1,2', '--salida', 'informe/sueltas', '--silencioso').status,
    ).toBe(0)
    expect(comprobar('informe/sueltas', '--libro', 'agua.xlsx')[0]).toBe(0)
    const [codigo, lineas] = comprobar('informe/sueltas', '--libro', 'corregido.xlsx')
    expect(codigo).toBe(5)
    expect(lineas.filter((linea) => linea.startsWith('  grafica-'))).toEqual(['  grafica-01-cuadrada.png', '  grafica-02-cuadrada.png'])
    // Within the folder of the report they are told as one.
    expect(comprobar('informe')[1].at(-1)).toBe('  sueltas/')
  })
})
