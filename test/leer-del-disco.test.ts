/** What a path may lead to besides a file: each told for what it is, and none waited for. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CannotRead, readBytes } from '../src/disk/index.js'
import { BOMBAS } from './bombas.js'
import { unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname
const PROGRAMA = join(RAIZ, 'dist/cli/informe.js')
/** Far longer than any of these takes; who waited for a pipe would wait for ever. */
const PACIENCIA = 60_000

let carpeta: string
beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  carpeta = mkdtempSync(join(tmpdir(), 'lectura-'))
  mkdirSync(join(carpeta, 'carpeta.xlsx'))
  symlinkSync('vuelta.xlsx', join(carpeta, 'vuelta.xlsx'))
  symlinkSync('no-esta.xlsx', join(carpeta, 'suelto.xlsx'))
  writeFileSync(join(carpeta, 'vacio.xlsx'), '')
  writeFileSync(join(carpeta, 'bueno.xlsx'), unLibro().bytes())
  writeFileSync(join(carpeta, 'grande.xlsx'), 'PK')
  truncateSync(join(carpeta, 'grande.xlsx'), 101 * 1024 * 1024)
  // Node makes no pipes with a name.
  spawnSync('sh', ['-c', 'mkfifo "$0"', join(carpeta, 'tuberia.xlsx')])
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

/** Runs `informe` in the test's folder. */
function informe(...argumentos: readonly string[]): { readonly salida: number | null; readonly dice: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAMA, ...argumentos], {
    cwd: carpeta,
    encoding: 'utf8',
    timeout: PACIENCIA,
  })
  return { salida: status, dice: stdout + stderr }
}

const enPosix = test.skipIf(process.platform === 'win32')

describe('lo que no es un archivo se dice', { timeout: 2 * PACIENCIA }, () => {
  test.each([
    ['carpeta.xlsx', 'es una carpeta'],
    ['no-esta.xlsx', 'no existe'],
    ['suelto.xlsx', 'no existe'],
    ['bueno.xlsx/otro.xlsx', 'una parte de la ruta no es una carpeta'],
    [
      'grande.xlsx',
      'pesa 101 MB, y se leen hasta 100. Revise que sea el libro de la política; si lo es, suba ese límite con --limites megas=…',
    ],
  ])('%s', (ruta, dice) => {
    const { salida, dice: dicho } = informe('validar', ruta)
    expect(dicho).toContain(`No se pudo leer ${ruta}: ${dice}`)
    expect(salida).toBe(3)
  })

  enPosix.each([
    ['tuberia.xlsx', 'es una tubería'],
    ['vuelta.xlsx', 'es un enlace que da vueltas en círculo'],
    ['/dev/zero', 'es un dispositivo'],
  ])('%s', (ruta, dice) => {
    for (const orden of ['validar', 'generar'])
      expect(informe(orden, ruta)).toMatchObject({ salida: 3, dice: expect.stringContaining(dice) })
  })

  enPosix('un canal entre programas', async () => {
    const servidor = createServer().listen(join(carpeta, 'canal.xlsx'))
    await new Promise((listo) => servidor.once('listening', listo))
    const error = await readBytes(join(carpeta, 'canal.xlsx')).catch((e: unknown) => e)
    servidor.close()
    expect(error).toMatchObject({ name: 'CannotRead', cause: { code: 'ES_SOCKET' } })
  })

  test('un archivo que otro programa escribe mientras se lee', async () => {
    const ruta = join(carpeta, 'creciendo.xlsx')
    writeFileSync(ruta, new Uint8Array(64 * 1024 * 1024))
    const leido = readBytes(ruta).catch((e: unknown) => e)
    let acabo = false
    void leido.then(() => {
      acabo = true
    })
    while (!acabo) {
      appendFileSync(ruta, 'x')
      await new Promise((sigue) => setImmediate(sigue))
    }
    const error = await leido
    expect(error).toBeInstanceOf(CannotRead)
    expect((error as CannotRead).cause).toMatchObject({ code: 'CAMBIO' })
  })

  test('un archivo se lee entero', async () => {
    expect(await readBytes(join(carpeta, 'bueno.xlsx'))).toEqual(unLibro().bytes())
    expect(await readBytes(join(carpeta, 'vacio.xlsx'))).toEqual(new Uint8Array())
  })
})

describe('--limites', { timeout: 2 * PACIENCIA }, () => {
  test.each([
    ['hoja=3', 'No hay un límite «hoja». El más parecido es «hojas».'],
    ['hojas', 'El límite «hojas» debe ser un número entero desde 1, sin puntos, como hojas=500; se encontró «».'],
    ['hojas=1.000', 'sin puntos, como hojas=500; se encontró «1.000».'],
    ['hojas=0', 'se encontró «0».'],
    ['__proto__=1', 'No hay un límite «__proto__».'],
  ])('%s está mal escrito', (lista, dice) => {
    expect(informe('validar', 'bueno.xlsx', '--limites', lista)).toMatchObject({ salida: 2, dice: expect.stringContaining(dice) })
  })

  test('vale en la orden que se dé, y solo en ella', () => {
    expect(informe('validar', 'bueno.xlsx', '--limites', 'segundos=120, hojas=3')).toMatchObject({
      salida: 3,
      dice: expect.stringContaining('se encontró un libro con más de 3 hojas; se esperaba 3 hojas, como máximo.'),
    })
    expect(informe('validar', 'bueno.xlsx')).toMatchObject({ salida: 0 })
  })

  test.each(['auditar', 'comparar', 'explicar', 'generar', 'graficas', 'incorporar', 'revisar', 'validar', 'verificar'])(
    'lo tiene %s',
    (orden) => {
      expect(informe(orden, '--help').dice).toContain('--limites <lista>')
    },
  )
})

test('una bomba no deja nada escrito', { timeout: 2 * PACIENCIA }, () => {
  writeFileSync(join(carpeta, 'bomba.xlsx'), BOMBAS['diez gigas que dicen ser un mega']?.bytes() ?? '')
  const { salida, dice } = informe('generar', 'bomba.xlsx', '--salida', 'resultado')
  expect(dice).toContain('No se escribió nada')
  expect(salida).toBe(3)
  expect(() => rmSync(join(carpeta, 'resultado'))).toThrow('ENOENT')
})
