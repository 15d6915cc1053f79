/** What a run leaves in the output folder: the new set whole or the former one untouched, and nothing that a person wrote is lost. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CannotRead, CannotWrite, publish, readBytes, readTree, settle } from '../src/disk/index.js'
import { sha256 } from '../src/hash/index.js'
import { huellasDeSalidas, manifiesto } from '../src/outputs/index.js'

let padre: string
let dir: string
beforeEach(() => {
  padre = mkdtempSync(join(tmpdir(), 'publicar-'))
  dir = join(padre, 'output', 'ppp-2031')
})
afterEach(() => rmSync(padre, { recursive: true, force: true }))

const bytes = (texto: string) => new TextEncoder().encode(texto)
const MARTES = new Date('2031-03-04T14:30:12')

/** A set of files with its manifest. */
function edicion(archivos: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> {
  const salidas = new Map(Object.entries(archivos).map(([ruta, texto]) => [ruta, bytes(texto)]))
  const como = { formatos: [], tema: 'institucional', secciones: {}, sector: null, borrador: null, graficasEditables: false }
  const texto = manifiesto({ version: '1.0.0', libro: { nombre: 'libro.xlsx', bytes: bytes('') }, plantillas: new Map(), como, salidas })
  return new Map([...salidas, ['manifiesto.json', bytes(texto)]])
}

function publicar(
  archivos: Readonly<Record<string, string>>,
  opciones: Partial<Pick<Parameters<typeof publish>[0], 'now' | 'retire' | 'patience' | 'onWait' | 'passing'>> = {},
) {
  return publish({
    dir,
    files: edicion(archivos),
    manifestName: 'manifiesto.json',
    readManifest: huellasDeSalidas,
    hash: sha256,
    now: MARTES,
    retire: [],
    ...opciones,
  })
}

/** Text of every file under a folder, by path; what differs from run to run (the manifest) left out. */
function contenido(carpeta: string): Record<string, string> {
  const rutas = readdirSync(carpeta, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  const nombres = rutas.map((e) => relative(carpeta, join(e.parentPath, e.name))).filter((ruta) => !ruta.endsWith('manifiesto.json'))
  return Object.fromEntries(nombres.sort().map((ruta) => [ruta, readFileSync(join(carpeta, ruta), 'utf8')]))
}

function escribir(ruta: string, texto: string, fecha?: Date): void {
  mkdirSync(dirname(join(dir, ruta)), { recursive: true })
  writeFileSync(join(dir, ruta), texto)
  if (fecha !== undefined) utimesSync(join(dir, ruta), fecha, fecha)
}

async function fallo(promesa: Promise<unknown>): Promise<CannotWrite> {
  const error = await promesa.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(error instanceof CannotWrite)) throw new Error(`se esperaba CannotWrite; fue ${String(error)}`)
  return error
}

describe('a first run', () => {
  test('makes the folder, and those above it, with every file', async () => {
    expect(await publicar({ 'informe.docx': 'uno', 'tablas/tabla-01.csv': 'a;b' })).toEqual({ kept: [], open: [] })
    expect(contenido(dir)).toEqual({ 'informe.docx': 'uno', 'tablas/tabla-01.csv': 'a;b' })
    expect(readdirSync(dirname(dir))).toEqual(['ppp-2031'])
  })

  test('leaves files that are not ours where they are', async () => {
    escribir('notas.txt', 'mías')
    escribir('tablas/otra.csv', 'mía')
    expect(await publicar({ 'informe.docx': 'uno', 'tablas/tabla-01.csv': 'a;b' })).toEqual({ kept: [], open: [] })
    expect(contenido(dir)).toEqual({ 'informe.docx': 'uno', 'notas.txt': 'mías', 'tablas/otra.csv': 'mía', 'tablas/tabla-01.csv': 'a;b' })
  })

  test('never overwrites a file of the same name that it did not write', async () => {
    escribir('informe.docx', 'de otro', new Date('2031-02-01T08:00:00'))
    const keptAs = 'anteriores/editados/informe (2031-02-01_08-00-00).docx'
    expect(await publicar({ 'informe.docx': 'uno' })).toEqual({ kept: [{ path: 'informe.docx', keptAs }], open: [] })
    expect(contenido(dir)).toEqual({ [keptAs]: 'de otro', 'informe.docx': 'uno' })
  })
})

describe('a later run', () => {
  test('keeps what it replaces, manifest too, and sets aside what the new set no longer has', async () => {
    await publicar({ 'informe.docx': 'uno', 'tablas/tabla-01.csv': 'a', 'tablas/tabla-02.csv': 'b' })
    expect(await publicar({ 'informe.docx': 'dos', 'tablas/tabla-01.csv': 'a' })).toEqual({ kept: [], open: [] })
    expect(contenido(dir)).toEqual({
      'anteriores/2031-03-04_14-30-12/informe.docx': 'uno',
      'anteriores/2031-03-04_14-30-12/tablas/tabla-01.csv': 'a',
      'anteriores/2031-03-04_14-30-12/tablas/tabla-02.csv': 'b',
      'informe.docx': 'dos',
      'tablas/tabla-01.csv': 'a',
    })
    expect(huellasDeSalidas(readFileSync(join(dir, 'anteriores/2031-03-04_14-30-12/manifiesto.json')))?.get('informe.docx')).toBe(
      sha256(bytes('uno')),
    )
  })

  test('leaves what is as it would be written where it is, if what it replaces is a passing state', async () => {
    await publicar({ 'informe.docx': 'uno', 'tablas/tabla-01.csv': 'a', 'tablas/tabla-02.csv': 'b' })
    const antes = new Date('2031-02-01T08:00:00')
    for (const ruta of ['informe.docx', 'tablas/tabla-01.csv']) utimesSync(join(dir, ruta), antes, antes)
    escribir('tablas/tabla-02.csv', 'corregida a mano', antes)
    const { kept } = await publicar({ 'informe.docx': 'dos', 'tablas/tabla-01.csv': 'a', 'tablas/tabla-02.csv': 'b' }, { passing: true })
    const keptAs = 'anteriores/editados/tablas/tabla-02 (2031-02-01_08-00-00).csv'
    expect(kept).toEqual([{ path: 'tablas/tabla-02.csv', keptAs }])
    expect(contenido(dir)).toEqual({
      [keptAs]: 'corregida a mano',
      'informe.docx': 'dos',
      'tablas/tabla-01.csv': 'a',
      'tablas/tabla-02.csv': 'b',
    })
    const escrita = ['informe.docx', 'tablas/tabla-01.csv'].map((ruta) => statSync(join(dir, ruta)).mtimeMs !== antes.getTime())
    expect(escrita).toEqual([true, false])
  })

  test('retires a file that it is told is stale, even where no manifest speaks of it', async () => {
    escribir('informe.docx', 'viejo', new Date('2031-02-01T08:00:00'))
    const { kept } = await publicar({ 'informe.pdf': 'uno' }, { retire: ['informe.docx', 'no-existe.docx'] })
    expect(kept).toEqual([{ path: 'informe.docx', keptAs: 'anteriores/editados/informe (2031-02-01_08-00-00).docx' }])
    expect(readdirSync(dir).sort()).toEqual(['anteriores', 'informe.pdf', 'manifiesto.json'])
  })

  test('keeps what someone edited, with its date, apart and for good, and says so', async () => {
    await publicar({ 'informe.docx': 'uno', 'tablas/tabla-01.csv': 'a' })
    const fecha = new Date('2031-03-04T09:15:00')
    escribir('informe.docx', 'corregido a mano', fecha)
    escribir('tablas/tabla-01.csv', 'a; corregida', fecha)
    const { kept } = await publicar({ 'informe.docx': 'dos', 'tablas/tabla-01.csv': 'a' })
    expect(kept).toEqual([
      { path: 'informe.docx', keptAs: 'anteriores/editados/informe (2031-03-04_09-15-00).docx' },
      { path: 'tablas/tabla-01.csv', keptAs: 'anteriores/editados/tablas/tabla-01 (2031-03-04_09-15-00).csv' },
    ])
    for (let i = 0; i < 7; i++) await publicar({ 'informe.docx': `otro ${i}` })
    expect(kept.map((k) => readFileSync(join(dir, k.keptAs), 'utf8'))).toEqual(['corregido a mano', 'a; corregida'])
  })

  test('keeps two edits of the same second apart', async () => {
    const fecha = new Date('2031-03-04T09:15:00')
    const nombres: string[] = []
    for (const texto of ['primera', 'segunda']) {
      await publicar({ 'informe.docx': 'uno' })
      escribir('informe.docx', texto, fecha)
      nombres.push(...(await publicar({ 'informe.docx': 'uno' })).kept.map((k) => k.keptAs))
    }
    expect(nombres).toEqual([
      'anteriores/editados/informe (2031-03-04_09-15-00).docx',
      'anteriores/editados/informe (2031-03-04_09-15-00-2).docx',
    ])
    expect(nombres.map((n) => readFileSync(join(dir, n), 'utf8'))).toEqual(['primera', 'segunda'])
  })

  test('keeps the last five editions, and nothing of ours or of others beside them is pruned', async () => {
    for (let dia = 1; dia <= 8; dia++) await publicar({ 'informe.docx': `día ${dia}` }, { now: new Date(2031, 2, dia, 8, 0, 0) })
    escribir('anteriores/mis copias/informe.docx', 'mía')
    await publicar({ 'informe.docx': 'día 9' }, { now: new Date(2031, 2, 9, 8, 0, 0) })
    expect(readdirSync(join(dir, 'anteriores')).sort()).toEqual([
      ...['05', '06', '07', '08', '09'].map((dia) => `2031-03-${dia}_08-00-00`),
      'mis copias',
    ])
    expect(readFileSync(join(dir, 'anteriores/2031-03-09_08-00-00/informe.docx'), 'utf8')).toBe('día 8')
  })

  test('under a clock that jumps back keeps the edition that it replaces', async () => {
    for (let dia = 9; dia >= 1; dia--) await publicar({ 'informe.docx': `día ${dia}` }, { now: new Date(2031, 2, dia, 8, 0, 0) })
    expect(readdirSync(join(dir, 'anteriores'))).toHaveLength(5)
    expect(readFileSync(join(dir, 'anteriores/2031-03-01_08-00-00/informe.docx'), 'utf8')).toBe('día 2')
  })

  test('in the same second as another keeps both editions', async () => {
    for (const texto of ['uno', 'dos', 'tres']) await publicar({ 'informe.docx': texto })
    expect(readdirSync(join(dir, 'anteriores')).sort()).toEqual(['2031-03-04_14-30-12', '2031-03-04_14-30-12-2'])
  })

  test('trusts no file where the manifest was spoilt', async () => {
    await publicar({ 'informe.docx': 'uno' })
    escribir('manifiesto.json', '{')
    expect((await publicar({ 'informe.docx': 'dos' })).kept.map((k) => k.path)).toEqual(['informe.docx'])
  })

  test('never reaches outside the folder, whatever a manifest says', async () => {
    await publicar({ 'informe.docx': 'uno' })
    writeFileSync(join(padre, 'ajeno.txt'), 'ajeno')
    escribir('manifiesto.json', JSON.stringify({ salidas: { '../../ajeno.txt': 'x', [join(padre, 'ajeno.txt')]: 'x' } }))
    await publicar({ 'informe.docx': 'dos' })
    expect(readFileSync(join(padre, 'ajeno.txt'), 'utf8')).toBe('ajeno')
    await expect(publicar({ '../fuera.txt': 'x' })).rejects.toBeInstanceOf(RangeError)
  })

  test('writes through a link to the folder', async () => {
    await publicar({ 'informe.docx': 'uno' })
    const verdadera = dir
    dir = join(padre, 'enlace')
    symlinkSync(verdadera, dir)
    await publicar({ 'informe.docx': 'dos' })
    expect(readFileSync(join(verdadera, 'informe.docx'), 'utf8')).toBe('dos')
  })
})

describe('a run that fails', () => {
  test('half-way through its moves puts everything back as it was', async () => {
    await publicar({ 'a.docx': 'uno', 'b.csv': 'b', 'c.csv': 'c' })
    escribir('b.csv', 'editado', new Date('2031-03-04T09:15:00'))
    escribir('tablas', 'un archivo donde debe ir una carpeta')
    const manifiestoAnterior = readFileSync(join(dir, 'manifiesto.json'), 'utf8')
    const [antes, fecha] = [contenido(padre), statSync(join(dir, 'a.docx')).mtimeMs]
    const error = await fallo(publicar({ 'a.docx': 'dos', 'b.csv': 'dos', 'nueva.csv': 'dos', 'tablas/tabla-01.csv': 'a' }))
    expect(error.path).toBe(join(dir, 'tablas'))
    expect(error.cause).toMatchObject({ code: 'EEXIST' })
    expect(contenido(padre)).toEqual(antes)
    expect(readFileSync(join(dir, 'manifiesto.json'), 'utf8')).toBe(manifiestoAnterior)
    expect(Math.abs(statSync(join(dir, 'a.docx')).mtimeMs - fecha)).toBeLessThan(2)
    expect(readdirSync(dir).sort()).toEqual(['a.docx', 'b.csv', 'c.csv', 'manifiesto.json', 'tablas'])
    expect(readdirSync(dirname(dir))).toEqual(['ppp-2031'])
  })

  test('where a file stands in the place of the folder says so and leaves it', async () => {
    mkdirSync(dirname(dir))
    writeFileSync(dir, 'soy un archivo')
    const error = await fallo(publicar({ 'informe.docx': 'uno' }))
    expect(error.path).toBe(dir)
    expect(error.cause).toMatchObject({ code: 'EEXIST' })
    expect(readFileSync(dir, 'utf8')).toBe('soy un archivo')
    expect(readdirSync(dirname(dir))).toEqual(['ppp-2031'])
  })

  test('where a folder cannot be made names the folder, and leaves none of those above it', async () => {
    writeFileSync(join(padre, 'archivo'), '')
    dir = join(padre, 'archivo', 'output', 'ppp-2031')
    expect((await fallo(publicar({ 'informe.docx': 'uno' }))).path).toBe(dir)
    dir = join(padre, 'a', 'b', 'x'.repeat(300))
    expect((await fallo(publicar({ 'informe.docx': 'uno' }))).cause).toMatchObject({ code: 'ENAMETOOLONG' })
    expect(readdirSync(padre)).toEqual(['archivo'])
  })

  test.each(['anteriores', 'anteriores/editados'])('where «%s» is a file does not wait for ever', async (ruta) => {
    escribir('informe.docx', 'de otro')
    escribir(ruta, 'soy un archivo')
    await fallo(publicar({ 'informe.docx': 'uno' }))
    expect(readFileSync(join(dir, 'informe.docx'), 'utf8')).toBe('de otro')
  })
})

describe('a turn', () => {
  /** What a run on another machine left when it died. */
  const deOtraMaquina = (archivos: Readonly<Record<string, string>>) => {
    for (const [ruta, texto] of Object.entries({ 'de-ffffffff-1-1-00000000': '', ...archivos }))
      escribir(`.informe-en-curso/${ruta}`, texto)
  }

  test('of a machine that cannot be seen is waited for while it gives signs of life', async () => {
    deOtraMaquina({})
    let esperas = 0
    const vive = setInterval(() => utimesSync(join(dir, '.informe-en-curso'), new Date(), new Date()), 20)
    const publicado = publicar({ 'informe.docx': 'uno' }, { patience: 300, onWait: () => esperas++ })
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(readdirSync(dir)).toEqual(['.informe-en-curso'])
    clearInterval(vive)
    await publicado
    expect([esperas, readdirSync(dir).sort()]).toEqual([1, ['informe.docx', 'manifiesto.json']])
  })

  test('of one that died is finished by the next: what it was about to move is there, and what it replaced is kept', async () => {
    await publicar({ 'a.csv': 'uno', 'b.csv': 'uno' })
    const nuevo = edicion({ 'a.csv': 'dos' })
    const keptAs = 'anteriores/2031-03-04_14-30-12'
    deOtraMaquina({
      'nuevo/a.csv': 'dos',
      'nuevo/manifiesto.json': new TextDecoder().decode(nuevo.get('manifiesto.json')),
      'antes/a.csv': 'uno',
      'antes/b.csv': 'uno',
      'diario.json': JSON.stringify({
        incoming: ['a.csv', 'manifiesto.json'],
        outgoing: ['b.csv'],
        former: [
          ['a.csv', `${keptAs}/a.csv`],
          ['b.csv', `${keptAs}/b.csv`],
        ],
      }),
    })
    await settle(dir, { patience: 100 })
    expect(contenido(dir)).toEqual({ 'a.csv': 'dos', [`${keptAs}/a.csv`]: 'uno', [`${keptAs}/b.csv`]: 'uno' })
    expect(readdirSync(dir).sort()).toEqual(['a.csv', 'anteriores', 'manifiesto.json'])
  })

  test('without an owner, or that is not a folder, keeps nobody for ever', async () => {
    mkdirSync(join(dir, '.informe-en-curso'), { recursive: true })
    writeFileSync(join(dir, '.informe-en-curso', 'algo'), '')
    await publicar({ 'informe.docx': 'uno' }, { patience: 100 })
    expect(readdirSync(dir).sort()).toEqual(['informe.docx', 'manifiesto.json'])
  })
})

describe('files that a program has open', () => {
  test.each(['~$forme.docx', '~$informe.docx', '.~lock.informe.docx#'])('are told by its mark «%s»', async (marca) => {
    await publicar({ 'informe.docx': 'uno', 'otro.csv': 'a' })
    escribir(marca, '')
    expect((await publicar({ 'informe.docx': 'dos', 'otro.csv': 'a' })).open).toEqual(['informe.docx'])
  })
})

describe('a run that is no longer wanted', () => {
  test('leaves everything as it was, and says why', async () => {
    await publicar({ 'informe.docx': 'uno' })
    const antes = contenido(dir)
    const corte = new AbortController()
    const archivos = function* () {
      yield ['informe.docx', bytes('dos')] as const
      corte.abort(new Error('ya no'))
      yield ['otro.csv', bytes('dos')] as const
    }
    const publicacion = {
      dir,
      files: archivos(),
      manifestName: 'manifiesto.json',
      readManifest: huellasDeSalidas,
      hash: sha256,
      now: MARTES,
    }
    await expect(publish({ ...publicacion, retire: [], signal: corte.signal })).rejects.toThrow('ya no')
    expect(contenido(dir)).toEqual(antes)
    expect(readdirSync(dir).sort()).toEqual(['informe.docx', 'manifiesto.json'])
  })
})

describe('runs at once', () => {
  test('take turns: the folder holds one set, whole, and each former one is kept whole', async () => {
    const NOMBRES = ['a.csv', 'b.csv', 'tablas/c.csv', 'tablas/d.csv']
    const corridas = [1, 2, 3, 4, 5].map((n) => publicar(Object.fromEntries(NOMBRES.map((nombre) => [nombre, `corrida ${n}`]))))
    expect((await Promise.all(corridas)).flatMap((c) => c.kept)).toEqual([])
    const ediciones = ['.', ...readdirSync(join(dir, 'anteriores')).map((nombre) => `anteriores/${nombre}`)]
    const textos = ediciones.map((edicion) => new Set(NOMBRES.map((nombre) => readFileSync(join(dir, edicion, nombre), 'utf8'))))
    expect(textos.map((t) => t.size)).toEqual([1, 1, 1, 1, 1])
    expect(textos.flatMap((t) => [...t]).toSorted()).toEqual([1, 2, 3, 4, 5].map((n) => `corrida ${n}`))
    expect(readdirSync(dirname(dir))).toEqual(['ppp-2031'])
  })
})

describe('reading', () => {
  test('gives a tree by path, in order, without the hidden files that programs leave', async () => {
    for (const ruta of ['sector.md', '10-portada.md', 'parciales/nota.md', '.DS_Store', 'parciales/.swp']) escribir(ruta, ruta)
    symlinkSync(join(dir, 'sector.md'), join(dir, 'enlace.md'))
    symlinkSync(dir, join(dir, 'parciales', 'vuelta'))
    const arbol = await readTree(dir)
    expect([...arbol].map(([ruta, b]) => [ruta, new TextDecoder().decode(b)])).toEqual([
      ['10-portada.md', '10-portada.md'],
      ['enlace.md', 'sector.md'],
      ['parciales/nota.md', 'parciales/nota.md'],
      ['sector.md', 'sector.md'],
    ])
  })

  test('names the file that is not there', async () => {
    const ruta = join(padre, 'no-existe.xlsx')
    for (const leer of [readBytes, readTree]) {
      const error = await leer(ruta).then(null, (e: unknown) => e)
      expect(error).toBeInstanceOf(CannotRead)
      expect(error).toMatchObject({ path: ruta, cause: { code: 'ENOENT' } })
    }
  })
})

describe('a set made one file at a time', () => {
  /** The edition of `archivos`, whose manifest also names `quedan`, files of the former set with their hashes. */
  async function* deUnoEnUno(archivos: Readonly<Record<string, string>>, quedan: ReadonlyMap<string, string> = new Map()) {
    for (const [ruta, texto] of Object.entries(archivos)) yield [ruta, bytes(texto)] as const
    const propias = Object.entries(archivos).map(([ruta, texto]) => [ruta, sha256(bytes(texto))])
    yield ['manifiesto.json', bytes(JSON.stringify({ salidas: Object.fromEntries([...quedan, ...propias]) }))] as const
  }

  const publicarDe = (files: Parameters<typeof publish>[0]['files']) =>
    publish({ dir, files, manifestName: 'manifiesto.json', readManifest: huellasDeSalidas, hash: sha256, now: MARTES, retire: [] })

  /** Adds files to those that are there. */
  const agregar = (archivos: Readonly<Record<string, string>>) =>
    publicarDe((former) => deUnoEnUno(archivos, huellasDeSalidas(former?.manifest ?? bytes('')) ?? new Map()))

  test('writes each file before it asks for the next', async () => {
    const enDisco: (readonly string[])[] = []
    async function* vigilados() {
      for await (const archivo of deUnoEnUno({ 'a.png': '1', 'b.png': '2' })) {
        enDisco.push(
          readdirSync(join(dir, '.informe-en-curso')).includes('nuevo') ? readdirSync(join(dir, '.informe-en-curso/nuevo')).sort() : [],
        )
        yield archivo
      }
    }
    await publicarDe(vigilados())
    expect(enDisco).toEqual([[], ['a.png'], ['a.png', 'b.png']])
    expect(contenido(dir)).toEqual({ 'a.png': '1', 'b.png': '2' })
  })

  test('leaves in place what its manifest names and it does not write', async () => {
    await agregar({ 'a.png': '1', 'b.png': '2' })
    await agregar({ 'b.png': '3', 'c.png': '4' })
    expect(contenido(dir)).toEqual({ 'a.png': '1', 'anteriores/2031-03-04_14-30-12/b.png': '2', 'b.png': '3', 'c.png': '4' })
    await publicarDe(deUnoEnUno({ 'c.png': '5' }))
    expect(Object.keys(contenido(dir)).filter((ruta) => !ruta.startsWith('anteriores'))).toEqual(['c.png'])
  })

  test('leaves in place what someone edited, and still knows it when it comes to replace it', async () => {
    await agregar({ 'a.png': '1' })
    escribir('a.png', 'retocada', new Date('2031-03-04T09:15:00'))
    expect(await agregar({ 'b.png': '2' })).toEqual({ kept: [], open: [] })
    expect(contenido(dir)['a.png']).toBe('retocada')
    const keptAs = 'anteriores/editados/a (2031-03-04_09-15-00).png'
    expect(await agregar({ 'a.png': '3' })).toEqual({ kept: [{ path: 'a.png', keptAs }], open: [] })
    expect(contenido(dir)[keptAs]).toBe('retocada')
  })

  test('tells what of the former set is still there', async () => {
    const vistos: unknown[] = []
    const mirar = (archivos: Readonly<Record<string, string>>) =>
      publicarDe((former) => {
        vistos.push(former && [...former.present].sort())
        return deUnoEnUno(archivos)
      })
    await mirar({ 'a.png': '1', 'b.png': '2' })
    rmSync(join(dir, 'a.png'))
    await mirar({ 'c.png': '3' })
    expect(vistos).toEqual([null, ['b.png']])
  })

  test('leaves everything as it was where a file cannot be made, and lets the reason through', async () => {
    await agregar({ 'a.png': '1' })
    const antes = contenido(dir)
    async function* rota() {
      yield ['b.png', bytes('2')] as const
      throw new TypeError('no se dibujó')
    }
    await expect(publicarDe(rota())).rejects.toEqual(new TypeError('no se dibujó'))
    expect(contenido(dir)).toEqual(antes)
    expect(readdirSync(dirname(dir))).toEqual(['ppp-2031'])
  })
})

describe('a set that is still being made elsewhere', () => {
  /** The edition of `archivos`; `mientras` is waited for before the last of them comes, which is its manifest. */
  function publicarLlegando(archivos: Readonly<Record<string, string>>, mientras: () => Promise<void>) {
    async function* llegando() {
      const todos = [...edicion(archivos)]
      yield* todos.slice(0, -1)
      await mientras()
      yield* todos.slice(-1)
    }
    const manifestName = 'manifiesto.json'
    const comun = { readManifest: huellasDeSalidas, hash: sha256, now: MARTES, retire: [] }
    return publish({ dir, files: llegando(), manifestName, ...comun, arriving: true })
  }
  const enEspera = () => contenido(join(dir, '.informe-en-curso', 'nuevo'))

  test('is written as it comes', async () => {
    const archivos = { 'informe.docx': 'uno', 'tablas/tabla-01.csv': 'a;b' }
    await publicarLlegando(archivos, () => expect.poll(enEspera, { timeout: 10_000 }).toEqual(archivos))
    expect(contenido(dir)).toEqual(archivos)
  })

  test('keeps what someone edits meanwhile, though it is as long and as old as it was', async () => {
    await publicar({ 'informe.docx': 'uno', 'tablas/tabla-01.csv': 'a' })
    const fecha = new Date('2031-02-01T08:00:00')
    utimesSync(join(dir, 'informe.docx'), fecha, fecha)
    const { kept } = await publicarLlegando({ 'informe.docx': 'dos', 'tablas/tabla-01.csv': 'b' }, async () => {
      // The former set has been looked at by then.
      await new Promise((resolve) => setTimeout(resolve, 200))
      escribir('informe.docx', 'UNO', fecha)
    })
    expect(kept).toMatchObject([{ path: 'informe.docx' }])
    expect(contenido(dir)).toMatchObject({ [kept[0]?.keptAs ?? '']: 'UNO', 'informe.docx': 'dos', 'tablas/tabla-01.csv': 'b' })
    expect(contenido(dir)).toMatchObject({ 'anteriores/2031-03-04_14-30-12/tablas/tabla-01.csv': 'a' })
  })

  test('leaves everything as it was where it cannot be finished, and lets the reason through', async () => {
    await publicar({ 'informe.docx': 'uno' })
    const antes = contenido(dir)
    const sinAcabar = publicarLlegando({ 'informe.docx': 'dos' }, () => Promise.reject(new TypeError('no se escribió')))
    await expect(sinAcabar).rejects.toEqual(new TypeError('no se escribió'))
    expect(contenido(dir)).toEqual(antes)
  })
})
