/** Batches through a queue, on a real Redis with its append-only file: what is made, and what is left whoever dies. The long form is `npm run bench:cola`. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Queue } from 'bullmq'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Vivo, vivo } from '../scripts/cola/obrero-vivo.js'
import { type UnRedis, unRedis } from '../scripts/cola/un-redis.js'
import { correr, estadoDe, informe, RAIZ } from '../scripts/fallos/ensayo.js'
import { direccionDe, SinCola } from '../src/cola/index.js'
import { sha256 } from '../src/hash/index.js'
import { type Resumen, resumen } from '../src/lote/index.js'
import { leerManifiesto } from '../src/outputs/index.js'
import { siHay } from './herramientas.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'

// Workers are whole processes, and a dead one is waited for: on a busy machine that is minutes.
vi.setConfig({ testTimeout: 400_000 })

const CLAVE = 'la-clave-secreta'
const VERSION = (JSON.parse(readFileSync(join(RAIZ, 'package.json'), 'utf8')) as { version: string }).version
/** How many of the good ones a worker has to make where it is sent away: more than it has time for, also where nobody is quick to do so. */
const PRIMEROS = 10
const BUENOS = Array.from({ length: 11 }, (_, i) => `libro-${String(i + 1).padStart(2, '0')}`)
const conRedis = siHay('redis')

let carpeta: string
let redis: UnRedis
const vivos: Vivo[] = []
const en = (...ruta: string[]) => join(carpeta, ...ruta)

beforeAll(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'cola-'))
  mkdirSync(en('libros'))
  BUENOS.forEach((nombre, i) => void writeFileSync(en('libros', `${nombre}.xlsx`), POLITICA_DEL_AGUA.celda('Avances!E2', i).bytes()))
  writeFileSync(en('libros', 'malo.xlsx'), POLITICA_DEL_AGUA.celda('Productos!A4', 'x').bytes())
  for (const [otra, cuantos] of [
    ['primeros', PRIMEROS],
    ['pocos', 2],
  ] as const) {
    mkdirSync(en(otra))
    for (const nombre of BUENOS.slice(0, cuantos)) cpSync(en('libros', `${nombre}.xlsx`), en(otra, `${nombre}.xlsx`))
  }
})
afterAll(async () => {
  for (const { proceso } of vivos) proceso.kill('SIGKILL')
  await redis?.parar()
  rmSync(carpeta, { recursive: true, force: true })
})

/** The Redis of these tests, as it was before any of them. */
async function enBlanco(): Promise<UnRedis> {
  redis ??= await unRedis(en('redis'), CLAVE)
  await redis.preguntar((suyo) => suyo.flushall())
  return redis
}

function lanzar(...argumentos: readonly string[]): Vivo {
  const suyo = vivo([...argumentos, '--cola', redis.direccion, '--raiz', carpeta])
  vivos.push(suyo)
  return suyo
}
const lote = (libros: string, salida: string, ...opciones: string[]) =>
  lanzar('lote', en(libros), '--salida', en(salida), '--formatos', 'html', ...opciones)
const obrero = () => lanzar('obrero', '--concurrencia', '1')
const resumenDe = (salida: string): Resumen => resumen.parse(JSON.parse(readFileSync(en(salida, 'lote.json'), 'utf8')))
const estados = (salida: string) => Object.fromEntries(resumenDe(salida).libros.map(({ salida, estado }) => [salida, estado]))
const llaves = () => redis.preguntar(async (suyo) => (await suyo.keys('bull:*')).map((llave) => llave.replace(/^.*:/u, '')).toSorted())

function archivosDe(de: string): readonly string[] {
  const entradas = readdirSync(de, { recursive: true, withFileTypes: true }).filter((entrada) => entrada.isFile())
  return entradas.map((entrada) => relative(de, join(entrada.parentPath, entrada.name))).toSorted()
}

describe('con obreros que mueren y un Redis que se reinicia', () => {
  conRedis('cada informe queda una vez, entero, y es el mismo, byte por byte, que sin cola', async () => {
    await enBlanco()
    const pedido = lote('libros', 'por-cola')
    const cuadrilla = [obrero(), obrero(), obrero()]
    await pedido.diga('[2/12]')
    const [victima] = cuadrilla
    victima?.proceso.kill('SIGKILL')
    cuadrilla.push(obrero())
    await pedido.diga('[4/12]')
    await redis.parar()
    await pedido.diga('Se perdió la conexión con la cola')
    await redis.empezar()
    expect(await pedido.fin).toBe(3)
    expect(await victima?.fin).toBe('SIGKILL')

    expect(estados('por-cola')).toEqual({ ...Object.fromEntries(BUENOS.map((nombre) => [nombre, 'hecho'])), malo: 'rechazado' })
    const malo = resumenDe('por-cola').libros.find(({ salida }) => salida === 'malo')
    expect(malo?.mensajes[0]).toMatch(/^Productos!A4: se encontró «x»/u)
    expect(pedido.dicho()).toContain('11 hechos, 1 rechazado')
    // No job is left, and no worker holds one.
    expect(await llaves()).toEqual(['events', 'id', 'meta', 'stalled-check'])

    // Whole, each of them, by its own manifest; and nothing besides: no former edition, nothing half-done.
    for (const nombre of BUENOS) {
      const salidas = Object.entries(leerManifiesto(readFileSync(en('por-cola', nombre, 'manifiesto.json')))?.salidas ?? {})
      expect(salidas.filter(([ruta, huella]) => sha256(readFileSync(en('por-cola', nombre, ruta))) !== huella)).toEqual([])
      expect(archivosDe(en('por-cola', nombre))).toEqual([...salidas.map(([ruta]) => ruta), 'manifiesto.json'].toSorted())
    }
    // Those that whoever died had begun are among them.
    expect((await informe(['lote', en('primeros'), '--salida', en('sin-cola'), '--formatos', 'html', '--silencioso'])).codigo).toBe(0)
    for (const nombre of BUENOS.slice(0, PRIMEROS))
      expect([...estadoDe(en('por-cola', nombre))]).toEqual([...estadoDe(en('sin-cola', nombre))])
    for (const { proceso } of cuadrilla) proceso.kill('SIGTERM')
    expect(await Promise.all(cuadrilla.slice(1).map(({ fin }) => fin))).toEqual([0, 0, 0])
  })

  conRedis('pedido otra vez, no se hace nada', async () => {
    await enBlanco()
    const antes = [...estadoDe(en('por-cola', 'libro-01'))]
    const suyo = obrero()
    const pedido = lote('libros', 'por-cola')
    expect(await pedido.fin).toBe(3)
    expect(resumenDe('por-cola').totales).toMatchObject({ hechos: 11, rechazados: 1, ahora: 0 })
    expect([...estadoDe(en('por-cola', 'libro-01'))]).toEqual(antes)
    suyo.proceso.kill('SIGTERM')
    expect(await suyo.fin).toBe(0)
    expect(suyo.dicho()).toContain('Este obrero hizo 0, halló hechos 11')
  })
})

describe('un obrero que se va y un Redis que olvida', () => {
  conRedis('el que recibe SIGTERM acaba su informe y no toma otro; lo que la cola olvidó se pide de nuevo', async () => {
    await enBlanco()
    const pedido = lote('primeros', 'olvido')
    await pedido.diga('Nadie atiende la cola')
    await redis.preguntar((suyo) => suyo.flushall())
    const primero = obrero()
    await primero.diga('Se atiende la cola')
    // Its folder is being made.
    await expect.poll(() => existsSync(en('olvido', 'libro-01')), { interval: 20 }).toBe(true)
    primero.proceso.kill('SIGTERM')
    expect(await primero.fin).toBe(0)
    const hizo = Number(/Este obrero hizo (\d+)/u.exec(primero.dicho())?.[1])
    // Where the machine is busy, the signal may come when it has begun another.
    expect(hizo).toBeGreaterThanOrEqual(1)
    expect(hizo).toBeLessThan(PRIMEROS)
    expect(readdirSync(en('olvido')).filter((nombre) => nombre.startsWith('libro-'))).toEqual(BUENOS.slice(0, hizo))
    const segundo = obrero()
    expect(await pedido.fin).toBe(0)
    expect(resumenDe('olvido').totales).toMatchObject({ hechos: PRIMEROS, ahora: PRIMEROS })
    for (const nombre of BUENOS.slice(0, PRIMEROS))
      expect([...estadoDe(en('olvido', nombre))]).toEqual([...estadoDe(en('sin-cola', nombre))])
    segundo.proceso.kill('SIGTERM')
    await segundo.fin
  })

  conRedis('con Ctrl+C, el lote retira lo que nadie empezó', async () => {
    await enBlanco()
    const pedido = lote('pocos', 'retirado')
    await expect.poll(async () => (await llaves()).filter((llave) => /^i[0-9a-f]{32}$/u.test(llave)).length).toBe(2)
    pedido.proceso.kill('SIGINT')
    expect(await pedido.fin).toBe(130)
    expect(resumenDe('retirado').totales).toMatchObject({ hechos: 0, pendientes: 2 })
    expect((await llaves()).filter((llave) => /^i[0-9a-f]{32}$/u.test(llave))).toEqual([])
  })
})

describe('lo que no puede ser', () => {
  conRedis('un obrero que ve otra carpeta lo dice y termina, y otro lo hace; la clave no se ve en ninguna parte', async () => {
    const { puerto, direccion } = await enBlanco()
    mkdirSync(en('otra'))
    // From the environment, it is in no order at all.
    const pedido = vivo(
      ['lote', en('pocos'), '--salida', en('visto'), '--formatos', 'html', '--cola', `redis://127.0.0.1:${puerto}`, '--raiz', carpeta],
      { INFORME_CLAVE_DE_LA_COLA: CLAVE },
    )
    const perdido = vivo(['obrero', '--concurrencia', '1', '--cola', direccion, '--raiz', en('otra')])
    vivos.push(pedido, perdido)
    expect(await perdido.fin).toBe(4)
    expect(perdido.dicho()).toContain(`En este equipo, ${en('otra', 'visto')} no es la carpeta del lote`)
    expect(readdirSync(en('otra'))).toEqual([])

    const suyo = lanzar('obrero', '--concurrencia', '1', '--depurar', '--registro', en('obrero.jsonl'))
    await suyo.diga('Se atiende la cola')
    if (process.platform === 'linux') expect(readFileSync(`/proc/${suyo.proceso.pid}/cmdline`, 'utf8')).not.toContain(CLAVE)
    expect(await pedido.fin).toBe(0)
    suyo.proceso.kill('SIGTERM')
    expect(await suyo.fin).toBe(0)
    const dejado = readdirSync(en('visto')).filter((nombre) => /lote|cola/u.test(nombre))
    expect(dejado).toHaveLength(4)
    const textos = [en('obrero.jsonl'), ...dejado.map((nombre) => en('visto', nombre))].map((ruta) => readFileSync(ruta, 'utf8'))
    for (const texto of [...textos, ...[pedido, perdido, suyo].map(({ dicho }) => dicho())]) expect(texto).not.toContain(CLAVE)
    expect(resumenDe('visto').opciones).toMatchObject({ cola: `redis://127.0.0.1:${puerto}` })
  })

  conRedis('de una tarea que se sale de la carpeta no se escribe ni se lee nada', async () => {
    await enBlanco()
    const cola = new Queue(`informe-${VERSION}`, { connection: { host: '127.0.0.1', port: redis.puerto, password: CLAVE } })
    const bueno = {
      carpeta: 'c',
      recetas: 'a'.repeat(64),
      receta: 0,
      ruta: 'r.xlsx',
      libro: 'r.xlsx',
      salida: 's',
      clave: 'b'.repeat(64),
      previa: null,
    }
    const malos = [{ carpeta: '../fuera' }, { ruta: '/etc/passwd' }, { salida: '..' }, { salida: 'a/b' }, { ruta: 'a/../../b.xlsx' }]
    for (const [i, malo] of malos.entries()) await cola.add('informe', { ...bueno, ...malo }, { jobId: `malo${i}`, attempts: 3 })
    const suyo = obrero()
    await expect.poll(() => cola.getFailedCount()).toBe(malos.length)
    expect((await cola.getFailed()).map(({ failedReason }) => failedReason)).toEqual(
      malos.map(() => 'En la cola hay algo que no es un libro de un lote.'),
    )
    expect(existsSync(join(carpeta, '..', 'fuera'))).toBe(false)
    await cola.close()
    suyo.proceso.kill('SIGTERM')
    expect(await suyo.fin).toBe(0)
  })

  conRedis('una clave equivocada, o ninguna, se dice en una frase, con 4, sin repetirla', async () => {
    const { puerto } = await enBlanco()
    const con = (direccion: string) => informe(['obrero', '--cola', direccion])
    const equivocada = await con(`redis://:otra-clave@127.0.0.1:${puerto}`)
    expect([equivocada.codigo, equivocada.dicho]).toEqual([
      4,
      expect.stringMatching(/^El Redis de redis:\/\/127\.0\.0\.1:\d+ no acepta esa clave.*\n$/u),
    ])
    expect(equivocada.dicho).not.toContain('otra-clave')
    const ninguna = await con(`redis://127.0.0.1:${puerto}`)
    expect([ninguna.codigo, ninguna.dicho]).toEqual([4, expect.stringMatching(/^El Redis de .* pide clave.*\n$/u)])
  })

  test.each<[string, readonly string[], number, RegExp]>([
    ['nadie en esa puerta', ['obrero', '--cola', 'redis://127.0.0.1:1'], 4, /^No hay ningún Redis en redis:\/\/127\.0\.0\.1:1: .*\n$/u],
    ['otra cosa que redis://', ['obrero', '--cola', 'http://secreta@equipo'], 4, /^La dirección de la cola \(--cola\) no lo es: .*\n$/u],
    ['sin cola', ['obrero'], 2, /^Falta la cola: /u],
    [
      'con lo que es de los obreros',
      ['lote', 'x', '--cola', 'redis://e', '--plazo', '3'],
      2,
      /^Las opciones --cola y --plazo no van juntas\./u,
    ],
  ])('%s', async (_, orden, codigo, frase) => {
    const fin = await informe(orden)
    expect([fin.codigo, fin.dicho]).toEqual([codigo, expect.stringMatching(frase)])
    expect(fin.dicho).not.toContain('secreta')
  })

  conRedis('con la carpeta de resultados fuera de la que ven todos', async () => {
    await enBlanco()
    const fin = await informe(['lote', en('pocos'), '--salida', en('libre'), '--cola', redis.direccion, '--raiz', en('pocos')])
    expect([fin.codigo, fin.dicho]).toEqual([
      2,
      expect.stringContaining('la carpeta de los resultados debe estar en la carpeta que ven todos los equipos'),
    ])
  })
})

test('sin las bibliotecas de la cola, el informe sale igual, y una cola se pide con una frase', async () => {
  const programa = mkdtempSync(join(tmpdir(), 'sin-cola-'))
  try {
    const suyos = ['dist', 'templates', 'package.json', 'inputs']
    for (const nombre of suyos) symlinkSync(join(RAIZ, nombre), join(programa, nombre))
    mkdirSync(join(programa, 'node_modules'))
    for (const nombre of readdirSync(join(RAIZ, 'node_modules')).filter((uno) => !/^(?:\.|bullmq$|ioredis$)/u.test(uno)))
      symlinkSync(join(RAIZ, 'node_modules', nombre), join(programa, 'node_modules', nombre))
    const orden = (...argumentos: string[]) =>
      correr(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', join(programa, 'dist/cli/informe.js'), ...argumentos])
    const hecho = await orden('generar', en('pocos', 'libro-01.xlsx'), '--salida', en('sin'), '--formatos', 'html', '--silencioso')
    expect([hecho.codigo, hecho.dicho]).toEqual([0, expect.any(String)])
    expect(existsSync(en('sin', 'informe-ppa-2031.html'))).toBe(true)
    const sin = await orden('obrero', '--cola', 'redis://127.0.0.1:1')
    expect([sin.codigo, sin.dicho]).toEqual([4, expect.stringMatching(/^Para usar una cola hacen falta dos bibliotecas .*\n$/u)])
  } finally {
    rmSync(programa, { recursive: true, force: true })
  }
})

describe('la dirección de la cola', () => {
  test('dice el equipo, la puerta, la base, el usuario y la clave', () => {
    expect(direccionDe('rediss://ana:a%20b@equipo.ejemplo:7000/2', 'otra')).toEqual({
      ...{ host: 'equipo.ejemplo', port: 7000, db: 2, username: 'ana', password: 'a b', cifrada: true },
      visible: 'rediss://equipo.ejemplo:7000/2',
    })
    expect(direccionDe(' redis://[::1] ', 'otra')).toMatchObject({ host: '::1', port: 6379, db: 0, username: null, password: 'otra' })
  })

  test('lo que se muestra de ella no tiene el usuario ni la clave, y lo que no lo es no se repite', () => {
    const secreto = fc.stringMatching(/^[a-z0-9%@:/?#[\]!]{8,20}$/u).map((texto) => `s3cr3t${texto}`)
    fc.assert(
      fc.property(secreto, secreto, (usuario, clave) => {
        const direccion = `redis://${encodeURIComponent(usuario)}:${encodeURIComponent(clave)}@equipo:1`
        expect(direccionDe(direccion, null)).toMatchObject({ username: usuario, password: clave, visible: 'redis://equipo:1' })
        for (const mala of [direccion.replace('redis:', 'http:'), `redis://${usuario}:${clave}@`, clave]) {
          let dicho = ''
          try {
            dicho = direccionDe(mala, null).visible
          } catch (error) {
            if (!(error instanceof SinCola)) throw error
            dicho = error.message
          }
          expect(dicho).not.toContain('s3cr3t')
        }
      }),
    )
  })
})
