/** `informe generar --vigilar`: the report made again at each save, however programs save. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CannotRead, type Saved, watch } from '../src/disk/index.js'
import { sha256 } from '../src/hash/index.js'
import { wholenessOfWorkbook } from '../src/workbook/index.js'
import { huellasEn } from './huellas.js'
import { type UnLibro, unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname

/** 1.1.1, of Movilidad: this much of 10. */
const conLogro = (logro: number): UnLibro =>
  unLibro()
    .producto('1.1.1', { nombre: 'Rutas señalizadas', sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: logro } })
    .producto('2.1.1', { nombre: 'Aulas abiertas', sector: 'Educación', metas: { 2023: 4 }, avances: { 2023: 4 } })

let carpeta: string
let libro: string
beforeEach(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'política año 2023 '))
  libro = join(carpeta, 'libro.xlsx')
})
afterEach(() => rmSync(carpeta, { recursive: true, force: true }))

describe('un libro a medio guardar', () => {
  const entero = conLogro(9).bytes()

  test('cortado por cualquier parte, no está entero; entero, sí', () => {
    expect(wholenessOfWorkbook(entero)).toBe('whole')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: entero.length - 1 }), (largo) => wholenessOfWorkbook(entero.subarray(0, largo)) === 'part'),
    )
  })

  test('del largo debido pero con huecos de ceros, como lo va dejando un sincronizador, tampoco', () => {
    const conHueco = Uint8Array.from(entero, (byte, i) => (i < 100 ? 0 : byte))
    expect(wholenessOfWorkbook(conHueco)).toBe('part')
  })

  test('con un hueco dentro de una de sus partes, no está entero con seguridad', () => {
    const largo = 60
    const hueco = fc.integer({ min: 0, max: entero.length - largo })
    fc.assert(
      fc.property(hueco, (desde) => {
        const conHueco = Uint8Array.from(entero, (byte, i) => (i >= desde && i < desde + largo ? 0 : byte))
        return Buffer.compare(conHueco, entero) === 0 || wholenessOfWorkbook(conHueco) !== 'whole'
      }),
    )
  })

  test('uno con contraseña, o uno que abierto pesa demasiado, no se sabe', () => {
    const cifrado = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(wholenessOfWorkbook(cifrado)).toBe('seems whole')
    const enorme = zipSync({ 'xl/workbook.xml': new Uint8Array(101 * 1024 * 1024) }, { level: 1 })
    expect(wholenessOfWorkbook(enorme)).toBe('seems whole')
  })
})

describe('lo que se mira', () => {
  let fin: AbortController
  beforeEach(() => {
    fin = new AbortController()
  })
  afterEach(() => fin.abort())
  const mirar = (folder: string | null = null, patience = 60_000) =>
    watch({ file: libro, folder, wholeness: wholenessOfWorkbook, hash: sha256, signal: fin.signal, every: 20, patience })
  const siguiente = async (vistos: AsyncGenerator<Saved | CannotRead, void>) => (await vistos.next()).value as Saved
  /** Long enough for many looks. */
  const unRato = () => new Promise((resolve) => setTimeout(resolve, 300))
  /** What is seen next, if nothing is seen meanwhile. */
  const nadaHasta = async (vistos: ReturnType<typeof mirar>, accion: () => void) => {
    let visto = false
    const proximo = siguiente(vistos).then((valor) => {
      visto = true
      return valor
    })
    await unRato()
    expect(visto).toBe(false)
    accion()
    return await proximo
  }
  const [nueve, cuatro] = [conLogro(9).bytes(), conLogro(4).bytes()]

  test('la carpeta es la misma mientras nada cambie en ella, y otra si algo cambia, aunque sea un nombre', async () => {
    const folder = join(carpeta, 'plantillas')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.md'), '')
    writeFileSync(libro, conLogro(1).bytes())
    const vistos = mirar(folder)
    const primero = await siguiente(vistos)
    writeFileSync(libro, conLogro(2).bytes())
    const segundo = await siguiente(vistos)
    expect(segundo.folder).toBe(primero.folder)
    renameSync(join(folder, 'a.md'), join(folder, 'b.md'))
    const tercero = await siguiente(vistos)
    expect([...tercero.folder.keys()]).toEqual(['b.md'])
  })

  test('se dice lo que hay, y luego cada cosa que se guarda, una vez', async () => {
    writeFileSync(libro, nueve)
    const vistos = mirar()
    expect(Buffer.compare((await siguiente(vistos)).file, nueve)).toBe(0)
    // Saved again as it was: nothing to tell.
    writeFileSync(libro, nueve)
    expect(Buffer.compare((await nadaHasta(vistos, () => writeFileSync(libro, cuatro))).file, cuatro)).toBe(0)
  })

  test('guardar aparte y cambiar el nombre, como Excel y LibreOffice, es guardar', async () => {
    writeFileSync(libro, nueve)
    const vistos = mirar()
    await siguiente(vistos)
    const guardar = () => {
      writeFileSync(join(carpeta, 'A1B2C3.tmp'), cuatro)
      renameSync(libro, join(carpeta, 'viejo.tmp'))
      renameSync(join(carpeta, 'A1B2C3.tmp'), libro)
    }
    expect(Buffer.compare((await nadaHasta(vistos, guardar)).file, cuatro)).toBe(0)
  })

  test('el archivo con que Excel marca que tiene abierto el libro no es nada', async () => {
    writeFileSync(libro, nueve)
    const vistos = mirar()
    await siguiente(vistos)
    writeFileSync(join(carpeta, '~$libro.xlsx'), 'alguien')
    expect(Buffer.compare((await nadaHasta(vistos, () => writeFileSync(libro, cuatro))).file, cuatro)).toBe(0)
  })

  test('lo que llega por partes se espera', async () => {
    writeFileSync(libro, nueve)
    const vistos = mirar()
    await siguiente(vistos)
    writeFileSync(libro, cuatro.subarray(0, 2000))
    expect(Buffer.compare((await nadaHasta(vistos, () => appendFileSync(libro, cuatro.subarray(2000)))).file, cuatro)).toBe(0)
  })

  test('lo que está entero con seguridad se dice aunque no se quede quieto; lo dañado, cuando se queda quieto', async () => {
    writeFileSync(libro, nueve)
    const vistos = mirar()
    await siguiente(vistos)
    // Its date is another one at each look.
    let fecha = 1_700_000_000
    const inquieto = setInterval(() => utimesSync(libro, fecha, fecha++), 5)
    try {
      writeFileSync(libro, cuatro)
      expect(Buffer.compare((await siguiente(vistos)).file, cuatro)).toBe(0)
      const danado = Uint8Array.from(nueve, (byte, i) => (i > 200 && i < 260 ? 0 : byte))
      writeFileSync(libro, danado)
      expect(Buffer.compare((await nadaHasta(vistos, () => clearInterval(inquieto))).file, danado)).toBe(0)
    } finally {
      clearInterval(inquieto)
    }
  })

  test('lo que cambió mientras se leía se lee otra vez, aunque siga sin quedarse quieto', async () => {
    writeFileSync(libro, nueve)
    const vistos = mirar()
    await siguiente(vistos)
    let fecha = 1_700_000_000
    const tocar = () => utimesSync(libro, fecha, ++fecha)
    // At each turn of the loop, so that nothing can be read meanwhile; then now and then, but never still.
    let sinParar = setImmediate(function otra() {
      tocar()
      sinParar = setImmediate(otra)
    })
    writeFileSync(libro, cuatro)
    let inquieto: NodeJS.Timeout | undefined
    const calmarse = () => {
      clearImmediate(sinParar)
      inquieto = setInterval(tocar, 15)
    }
    try {
      expect(Buffer.compare((await nadaHasta(vistos, calmarse)).file, cuatro)).toBe(0)
    } finally {
      clearImmediate(sinParar)
      clearInterval(inquieto)
    }
  })

  test('lo que se queda a medias se dice al fin, y también lo que ya no está', async () => {
    writeFileSync(libro, nueve.subarray(0, 2000))
    const vistos = mirar(null, 200)
    expect((await siguiente(vistos)).file).toHaveLength(2000)
    rmSync(libro)
    expect(await siguiente(vistos)).toBeInstanceOf(CannotRead)
    writeFileSync(libro, nueve)
    expect(Buffer.compare((await siguiente(vistos)).file, nueve)).toBe(0)
  })

  test('una plantilla que se guarda cuenta; lo que deja su editor al lado, no', async () => {
    writeFileSync(libro, nueve)
    const plantillas = join(carpeta, 'plantillas')
    mkdirSync(join(plantillas, 'parciales'), { recursive: true })
    writeFileSync(join(plantillas, '10-una.md'), '# Una')
    const vistos = mirar(plantillas)
    expect([...(await siguiente(vistos)).folder.keys()]).toEqual(['10-una.md'])
    for (const nombre of ['.10-una.md.swp', '10-una.md~', '~$notas.docx', '.~lock.10-una.md#']) writeFileSync(join(plantillas, nombre), 'x')
    const visto = await nadaHasta(vistos, () => writeFileSync(join(plantillas, 'parciales', 'producto.md'), 'x'))
    expect([...visto.folder.keys()]).toEqual(['10-una.md', 'parciales/producto.md'])
  })
})

describe('la orden', () => {
  let hijo: ChildProcess
  let dicho: string
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  })
  afterEach(() => hijo.kill('SIGKILL'))

  const empezar = (...argumentos: readonly string[]) => {
    dicho = ''
    hijo = spawn(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), 'generar', 'libro.xlsx', '--vigilar', ...argumentos], {
      cwd: carpeta,
    })
    for (const salida of [hijo.stdout, hijo.stderr]) salida?.setEncoding('utf8').on('data', (texto: string) => (dicho += texto))
  }
  /** What was said from here on, once it has these words. */
  const hasta = async (palabras: string) => {
    for (let intento = 0; intento < 1200 && !dicho.includes(palabras); intento++) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(dicho).toContain(palabras)
    const texto = dicho
    dicho = ''
    return texto
  }
  const terminar = async (senal: NodeJS.Signals = 'SIGINT') => {
    const codigo = new Promise((resolve) => hijo.once('exit', resolve))
    hijo.kill(senal)
    return await codigo
  }
  const edicion = () => join(carpeta, 'output', readdirSync(join(carpeta, 'output'))[0] ?? '')
  const logroEnDatos = () =>
    (JSON.parse(readFileSync(join(edicion(), 'datos.json'), 'utf8')) as { productos: { logroVigencia: number }[] }).productos.map(
      (p) => p.logroVigencia,
    )

  test('al guardar una cifra, rehace el informe y dice en tres líneas qué cambió; Ctrl+C termina con 0', async () => {
    writeFileSync(libro, conLogro(9).bytes())
    empezar('--formatos', 'pdf')
    await hasta('Para terminar, Ctrl+C.')
    writeFileSync(libro, conLogro(4).bytes())
    const lineas = (await hasta('sector Movilidad pasa de 90 % a 40 %.')).trim().split('\n')
    // 4 of 10 is 40 %; the other product is at 100 %, so the policy goes from (90 + 100) / 2 to (40 + 100) / 2.
    expect(lineas[0]).toMatch(/^\d{1,2}:\d\d:\d\d · libro\.xlsx · informe hecho en \d+,\d s$/u)
    expect(lineas.slice(1)).toEqual([
      '  1.1.1 pasa de verde a rojo (90 % → 40 %): Rutas señalizadas.',
      '  El avance de la política pasa de 95 % a 70 %.',
      '  El avance del sector Movilidad pasa de 90 % a 40 %.',
    ])
    expect(logroEnDatos()).toContain(4)
    // Of what a session makes and makes again nothing is kept: the editions of other days stay within reach.
    expect(existsSync(join(edicion(), 'anteriores'))).toBe(false)
    expect(await terminar()).toBe(0)
    expect(dicho).toContain('Se dejó de vigilar.')
    expect(readdirSync(join(carpeta, 'output'))).toHaveLength(1)
  })

  test('tras varias correcciones, los archivos son los que hace una orden nueva', async () => {
    writeFileSync(libro, conLogro(9).bytes())
    empezar('--salida', 'vigilado', '--cache', 'cache')
    await hasta('Para terminar, Ctrl+C.')
    for (const logro of [4, 7, 4]) {
      writeFileSync(libro, conLogro(logro).bytes())
      await hasta('informe hecho en')
    }
    expect(await terminar()).toBe(0)
    const orden = [join(RAIZ, 'dist/cli/informe.js'), 'generar', 'libro.xlsx', '--salida', 'nuevo', '--sin-cache']
    expect(spawnSync(process.execPath, orden, { cwd: carpeta }).status).toBe(0)
    const [vigilado, nuevo] = await Promise.all(['vigilado', 'nuevo'].map((salida) => huellasEn(join(carpeta, salida))))
    expect(vigilado).toEqual(nuevo)
  })

  test('un libro con errores se dice, deja el informe como estaba y se sigue; corregido, se hace', async () => {
    writeFileSync(libro, conLogro(9).celda('Metas!B2', 'diez').bytes())
    empezar('--formatos', 'pdf')
    expect(await hasta('al guardarlo corregido se hará el informe')).toContain('Metas!B2')
    expect(existsSync(join(carpeta, 'output'))).toBe(false)
    writeFileSync(libro, conLogro(9).bytes())
    await hasta('Para terminar, Ctrl+C.')
    writeFileSync(libro, conLogro(9).celda('Metas!B2', 'diez').bytes())
    await hasta('al guardarlo corregido se hará el informe')
    expect(logroEnDatos()).toContain(9)
    expect(await terminar('SIGTERM')).toBe(0)
  })

  test('un texto corregido dice su celda, y una plantilla guardada, su nombre', async () => {
    const plantillas = join(carpeta, 'plantillas')
    mkdirSync(plantillas)
    writeFileSync(join(plantillas, 'documento.yml'), readFileSync(join(RAIZ, 'templates/documento.yml')))
    mkdirSync(join(plantillas, 'temas'))
    writeFileSync(join(plantillas, 'temas/institucional.json'), readFileSync(join(RAIZ, 'templates/temas/institucional.json')))
    writeFileSync(join(plantillas, '10-una.md'), '# Una\n\nPalabras.')
    const conTexto = (logros: string) =>
      unLibro()
        .producto('1.1.1', { sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: 9 }, logros })
        .bytes()
    writeFileSync(libro, conTexto('Se pintaron rutas.'))
    empezar('--formatos', 'docx', '--plantillas', 'plantillas')
    await hasta('Para terminar, Ctrl+C.')
    writeFileSync(libro, conTexto('Se pintaron nueve rutas.'))
    expect(await hasta('nueve rutas')).toContain('Reportes · 1.1.1 · Logros: Se pintaron rutas. → Se pintaron nueve rutas.')
    writeFileSync(join(plantillas, '10-una.md'), '# Una\n\nOtras palabras.')
    expect(await hasta('Ninguna celda cambió.')).toContain(' · 10-una.md · ')
    writeFileSync(join(plantillas, '10-una.md'), '# Una\n\n{{nada}}')
    expect(await hasta('al guardarlo corregido se hará el informe')).toContain('10-una.md')
  })

  test('lo que no se corrige guardando termina la orden: un libro que no está, un sector que no existe', () => {
    const correr = (...argumentos: readonly string[]) =>
      spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), 'generar', ...argumentos, '--vigilar'], {
        cwd: carpeta,
        encoding: 'utf8',
      })
    expect(correr('no-esta.xlsx')).toMatchObject({
      status: 3,
      stderr: 'No se pudo leer no-esta.xlsx: no existe. Revise la ruta y el nombre.\n',
    })
    writeFileSync(libro, conLogro(9).bytes())
    expect(correr('libro.xlsx', '--sector', 'Defensa').status).toBe(2)
  })
})
