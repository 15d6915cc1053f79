/** `--registro`: what each command leaves in it, and that nothing of a workbook, a person or a machine can be read there. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { sha256 } from '../src/hash/index.js'
import { type Linea, linea, sucesos } from '../src/registro/index.js'
import { unLibro } from './un-libro.js'
import { unaRevision } from './una-revision.js'

const RAIZ = new URL('..', import.meta.url).pathname
const PROGRAMA = join(RAIZ, 'dist/cli/informe.js')
const PAQUETE = JSON.parse(readFileSync(join(RAIZ, 'package.json'), 'utf8')) as { version: string }

const LIBRO = unLibro().politica('Entidad líder', 'Secretaría de Josefina Buenaventura').bytes()
const CON_ERRORES = unLibro().celda('Metas!C3', 'mucho').celda('Productos!F2', 'Sumada').celda('Productos!H3', 'Unidades').bytes()
/** As people name their files. */
const NOMBRE = 'libro de Josefina (final).xlsx'

let carpeta: string
beforeAll(() => {
  expect(spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')]).status).toBe(0)
  carpeta = mkdtempSync(join(tmpdir(), 'registro de Buenaventura '))
  writeFileSync(join(carpeta, NOMBRE), LIBRO)
  writeFileSync(join(carpeta, 'errores de Josefina.xlsx'), CON_ERRORES)
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

function informe(...argumentos: readonly string[]) {
  return spawnSync(process.execPath, [PROGRAMA, ...argumentos], { cwd: carpeta, encoding: 'utf8' })
}

/** The lines of a log, each of which must be one of the schema. */
function leer(archivo: string): readonly Linea[] {
  const texto = readFileSync(join(carpeta, archivo), 'utf8')
  expect(texto.endsWith('\n')).toBe(true)
  return texto
    .trimEnd()
    .split('\n')
    .map((una) => linea.parse(JSON.parse(una)))
}

/** What a command leaves in a log of its own, and its exit code. */
function registrar(nombre: string, ...orden: readonly string[]): { readonly lineas: readonly Linea[]; readonly status: number | null } {
  const { status, stderr } = informe(...orden, '--registro', `${nombre}.jsonl`)
  expect(existsSync(join(carpeta, `${nombre}.jsonl`)), stderr).toBe(true)
  return { lineas: leer(`${nombre}.jsonl`), status }
}

const de = <Q extends Linea['que']>(lineas: readonly Linea[], que: Q) =>
  lineas.filter((una): una is Extract<Linea, { que: Q }> => una.que === que)

/** Each command as somebody uses it, and its exit code. The ones that read the Word file come after it is made. */
const ORDENES: readonly (readonly [nombre: string, codigo: number, orden: readonly string[]])[] = [
  ['generar', 0, ['generar', NOMBRE, '--salida', 'informe de Josefina', '--formatos', 'docx', '--silencioso']],
  ['graficas', 0, ['graficas', NOMBRE, '--grafica', '1,2', '--uso', 'cuadrada', '--salida', 'sueltas', '--silencioso']],
  ['validar', 3, ['validar', 'errores de Josefina.xlsx']],
  ['auditar', 0, ['auditar', NOMBRE, '--html', 'auditoría de Josefina.html']],
  ['explicar', 0, ['explicar', NOMBRE, 'política avance']],
  ['comparar', 0, ['comparar', NOMBRE, NOMBRE, '--html', 'cambios de Josefina.html']],
  ['verificar', 0, ['verificar', 'informe de Josefina/informe-ppb-2023.docx', '--libro', NOMBRE, '--html', 'v.html']],
  ['incorporar', 0, ['incorporar', 'informe de Josefina/informe-ppb-2023.docx', '--libro', NOMBRE]],
  ['generar-mal', 3, ['generar', 'errores de Josefina.xlsx', '--salida', 'nada']],
  ['generar-sin-libro', 3, ['generar', 'no existe Josefina.xlsx']],
]

describe('cada orden', () => {
  const registros = new Map<string, readonly Linea[]>()
  const delRegistro = (nombre: string) => registros.get(nombre) ?? []

  test.each(ORDENES)('%s dice cómo empezó y cómo terminó', (nombre, codigo, orden) => {
    const { lineas, status } = registrar(nombre, ...orden)
    registros.set(nombre, lineas)
    expect(status).toBe(codigo)
    const opciones = orden.filter((argumento) => argumento.startsWith('--')).concat('--registro')
    const { en: _, ms: __, ...inicio } = lineas[0] ?? {}
    expect({ ...inicio, opciones: [...((inicio as { opciones?: string[] }).opciones ?? [])].toSorted() }).toEqual({
      ...{ que: 'inicio', programa: PAQUETE.version, node: process.version, sistema: `${process.platform} ${process.arch}` },
      ...{ orden: orden[0], opciones: opciones.toSorted() },
    })
    expect(lineas.at(-1)).toMatchObject({ que: 'fin', codigo })
    expect(de(lineas, 'fin').map(({ memoria }) => memoria > 20)).toEqual([true])
    const tiempos = lineas.map(({ ms }) => ms)
    expect(tiempos).toEqual(tiempos.toSorted((a, b) => a - b))
  })

  test('las que leen un libro dicen su tamaño y su huella', () => {
    for (const nombre of ['generar', 'graficas', 'auditar', 'explicar', 'comparar', 'verificar', 'incorporar'])
      expect(de(delRegistro(nombre), 'leido'), nombre).toContainEqual(
        expect.objectContaining({ papel: 'libro', archivos: 1, bytes: LIBRO.length, sha256: sha256(LIBRO) }),
      )
  })

  test('generar dice sus etapas, y cada clase de archivo que escribió', () => {
    const lineas = delRegistro('generar')
    expect(de(lineas, 'etapa').map(({ etapa }) => etapa)).toEqual(['lectura', 'cifras', 'composicion', 'graficas', 'escritura', 'datos'])
    const word = readFileSync(join(carpeta, 'informe de Josefina/informe-ppb-2023.docx'))
    const escritos = de(lineas, 'escrito')
    expect(escritos.map(({ papel }) => papel)).toEqual(['datos.json', 'docx', 'graficas', 'manifiesto.json', 'procedencia.json', 'tablas'])
    expect(escritos[1]).toMatchObject({ archivos: 1, bytes: word.length, sha256: sha256(word) })
    expect(escritos[2]?.archivos).toBeGreaterThan(1)
  })

  test('graficas dice las suyas', () => {
    expect(de(delRegistro('graficas'), 'etapa').map(({ etapa }) => etapa)).toEqual(['lectura', 'cifras', 'titulos', 'laminas'])
    expect(de(delRegistro('graficas'), 'escrito').map(({ papel, archivos }) => [papel, archivos])).toEqual([
      ['html', 1],
      ['manifiesto.json', 1],
      ['png', 2],
    ])
  })

  test('los errores se cuentan por regla, también donde impiden el informe', () => {
    const { errores } = JSON.parse(informe('validar', 'errores de Josefina.xlsx', '--json').stdout) as {
      readonly errores: readonly { readonly regla: string }[]
    }
    const [validar] = de(delRegistro('validar'), 'problemas')
    expect(Object.values(validar?.errores ?? {}).reduce((a, b) => a + b, 0)).toBe(errores.length)
    expect(Object.keys(validar?.errores ?? {}).toSorted()).toEqual([...new Set(errores.map(({ regla }) => regla))].toSorted())
    expect(de(delRegistro('generar-mal'), 'problemas').map((una) => una.errores)).toEqual([validar?.errores])
    expect(de(delRegistro('generar-mal'), 'fallo')).toEqual([expect.objectContaining({ tipo: 'InvalidInput', causa: null })])
  })

  test('lo que falló se dice por su clase y su causa, sin la ruta', () => {
    expect(de(delRegistro('generar-sin-libro'), 'fallo')).toEqual([expect.objectContaining({ tipo: 'CannotRead', causa: 'ENOENT' })])
  })

  test('ningún registro tiene el texto de una celda, un nombre, una ruta, el usuario ni el equipo', () => {
    const celdas = [LIBRO, CON_ERRORES].flatMap((bytes) => {
      const { Sheets } = XLSX.read(bytes)
      return Object.values(Sheets).flatMap((hoja) => XLSX.utils.sheet_to_json<unknown[]>(hoja, { header: 1 }).flat())
    })
    const prohibidos = [
      ...celdas.filter((celda): celda is string => typeof celda === 'string' && celda.length > 3),
      ...['Josefina', 'Buenaventura', '.xlsx', 'ppb', tmpdir(), carpeta, hostname(), userInfo().username],
    ]
    expect(prohibidos.length).toBeGreaterThan(60)
    const textos = [...registros.values()].flat().flatMap(textosDe)
    expect(textos.length).toBeGreaterThan(100)
    expect(prohibidos.filter((uno) => textos.some((texto) => texto.includes(uno)))).toEqual([])
  })
})

/** Every string of a value, names of fields too. */
function textosDe(valor: unknown): readonly string[] {
  if (typeof valor === 'string') return [valor]
  if (typeof valor !== 'object' || valor === null) return []
  return [...(Array.isArray(valor) ? [] : Object.keys(valor)), ...Object.values(valor).flatMap(textosDe)]
}

describe('el archivo', () => {
  test('se continúa, y una línea a medias de una corrida que se cortó no daña la siguiente', () => {
    writeFileSync(join(carpeta, 'seguido.jsonl'), '{"que":"ini')
    for (let i = 0; i < 2; i++) expect(informe('explicar', NOMBRE, 'política avance', '--registro', 'seguido.jsonl').status).toBe(0)
    const [rota, ...lineas] = readFileSync(join(carpeta, 'seguido.jsonl'), 'utf8').trimEnd().split('\n')
    expect(rota).toBe('{"que":"ini')
    const suyas = lineas.map((una) => linea.parse(JSON.parse(una)))
    expect([de(suyas, 'inicio').length, de(suyas, 'fin').length]).toEqual([2, 2])
  })

  test('de una corrida que se mata queda lo que hizo hasta entonces', async () => {
    const argumentos = [PROGRAMA, 'generar', NOMBRE, '--salida', 'cortado', '--registro', 'cortado.jsonl']
    const proceso = spawn(process.execPath, argumentos, { cwd: carpeta, stdio: ['ignore', 'pipe', 'ignore'] })
    // Its first stage is told: then it is killed.
    proceso.stdout.once('data', () => proceso.kill('SIGKILL'))
    await new Promise((resolve) => proceso.once('close', resolve))
    const lineas = leer('cortado.jsonl')
    expect(lineas.map(({ que }) => que).slice(0, 3)).toEqual(['inicio', 'leido', 'leido'])
    expect(de(lineas, 'fin')).toEqual([])
  })

  test('que no se puede abrir se dice antes de empezar, y no se hace nada', () => {
    const { status, stderr, stdout } = informe('generar', NOMBRE, '--salida', 'sin-registro', '--registro', 'no/hay/registro.jsonl')
    expect([status, stdout]).toEqual([4, ''])
    expect(stderr).toBe('No se pudo escribir no/hay/registro.jsonl: no existe. Lo que había antes sigue igual.\n')
    expect(existsSync(join(carpeta, 'sin-registro'))).toBe(false)
  })

  test.skipIf(!existsSync('/dev/full'))('que se llena a medio camino se dice una vez, y el informe se hace', () => {
    spawnSync('ln', ['-s', '/dev/full', join(carpeta, 'lleno.jsonl')])
    const { status, stderr } = informe('validar', NOMBRE, '--registro', 'lleno.jsonl')
    expect(status).toBe(0)
    expect(stderr.match(/No se pudo seguir escribiendo el registro/gu)).toHaveLength(1)
  })

  test('que no es .jsonl no se toca: líneas al final de un libro lo dañarían', () => {
    const { status, stderr } = informe('validar', NOMBRE, '--registro', NOMBRE)
    expect([status, stderr]).toEqual([2, '--registro escribe líneas de JSON: dé un nombre que termine en .jsonl.\n'])
    expect(sha256(readFileSync(join(carpeta, NOMBRE)))).toBe(sha256(LIBRO))
  })
})

test('revisar dice cada libro que examinó', async () => {
  const archivo = join(carpeta, 'revision.jsonl')
  const revision = await unaRevision(LIBRO, '--registro', archivo)
  try {
    await expect.poll(() => readFileSync(archivo, 'utf8')).toContain('"etapa":"examen"')
  } finally {
    await revision.cerrar()
  }
  const lineas = leer('revision.jsonl')
  expect(de(lineas, 'leido')).toContainEqual(expect.objectContaining({ papel: 'libro', sha256: sha256(LIBRO) }))
  expect(lineas.at(-1)).toMatchObject({ que: 'fin', codigo: 0 })
})

describe('una línea', () => {
  const momento = { en: '2031-03-04T14:30:00.000Z', ms: 5 }

  test.each([
    ['la ruta de un libro', { que: 'leido', papel: '/home/ana/libro.xlsx', archivos: 1, bytes: 1, sha256: '0'.repeat(64) }],
    ['un texto como regla', { que: 'problemas', errores: { 'Ana Ruiz': 1 }, avisos: {} }],
    ['un campo de más', { que: 'fin', codigo: 0, memoria: 1, usuario: 'ana' }],
    ['el valor de una opción', { que: 'etapa', etapa: 'Secretaría de Salud', tardo: 1, cuantos: 1 }],
  ])('con %s no es de un registro', (_, suceso) => {
    expect(linea.safeParse({ ...momento, ...suceso }).success).toBe(false)
  })

  test('de un error desconocido no dice sus palabras', () => {
    const error = Object.assign(new Error('no cabe /home/ana'), { name: 'Error de Ana' })
    expect(sucesos.fallo(new TypeError('Ana', { cause: Object.assign(error, { code: 'ENOSPC' }) }))).toEqual([
      { que: 'fallo', tipo: 'TypeError', causa: 'ENOSPC' },
    ])
    expect(sucesos.fallo('Ana')).toEqual([{ que: 'fallo', tipo: 'string', causa: null }])
  })
})
