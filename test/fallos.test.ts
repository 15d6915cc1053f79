/**
 * The short form of `npm run fallos`: runs killed at every change that they make to the disk, on a disk that fails or is full, and two at
 * once. After the next command, a folder holds what it held or the new set, whole, and nothing else.
 */
import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cambiosAlPublicar,
  contar,
  ensayar,
  estadoDe,
  type Fallo,
  informe,
  PROGRAMA,
  publicarCon,
  recuperarCon,
  type Terreno,
} from '../scripts/fallos/ensayo.js'
import { enDiscoLleno, hayDiscosPequenos } from '../scripts/fallos/lleno.js'
import { enPareja } from '../scripts/fallos/parejas.js'
import { settle } from '../src/disk/index.js'
import { manifiesto } from '../src/outputs/index.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'

let carpeta: string
const en = (ruta: string) => join(carpeta, ruta)
beforeAll(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'fallos-'))
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

/** A folder with a small set of files and its manifest. */
function escribirSet(nombre: string, archivos: Readonly<Record<string, string>>): string {
  const salidas = new Map(Object.entries(archivos).map(([ruta, texto]) => [ruta, new TextEncoder().encode(texto)]))
  const como = { formatos: ['pdf'], tema: 'institucional', secciones: {}, sector: null, borrador: null, graficasEditables: false }
  const libro = { nombre: 'libro.xlsx', bytes: new Uint8Array() }
  const todo = { ...archivos, 'manifiesto.json': manifiesto({ version: '1.0.0', libro, plantillas: new Map(), como, salidas }) }
  for (const [ruta, texto] of Object.entries(todo)) {
    mkdirSync(dirname(join(en(nombre), ruta)), { recursive: true })
    writeFileSync(join(en(nombre), ruta), texto)
  }
  return en(nombre)
}

describe('la publicación', () => {
  let set: string
  let cambios: number
  let terreno: Terreno
  beforeAll(async () => {
    const antes = escribirSet('antes', { 'informe.pdf': 'uno', 'tablas/vieja.csv': 'a' })
    appendFileSync(join(antes, 'informe.pdf'), ', editado')
    writeFileSync(join(antes, 'notas.txt'), 'mías')
    set = escribirSet('set', { 'informe.pdf': 'dos', 'graficas/nueva.png': 'b' })
    cpSync(antes, en('publicado'), { recursive: true, preserveTimestamps: true })
    cambios = await cambiosAlPublicar(set, en('publicado'), en('cuenta'))
    terreno = { casos: en('casos'), antes, nuevo: estadoDe(en('publicado')), siguiente: settle }
  })

  const conFallo = (fallos: readonly Fallo[]) =>
    contar(fallos.map((fallo) => async () => `${await ensayar(terreno, (suya) => publicarCon(set, suya, fallo))}` as const))

  test('deja el set nuevo, lo editado aparte y lo demás como estaba', () => {
    expect([...terreno.nuevo.keys()].filter((ruta) => /\.\w+$/u.test(ruta))).toEqual([
      'anteriores/*/manifiesto.json',
      'anteriores/*/tablas/vieja.csv',
      expect.stringMatching(/^anteriores\/editados\/informe \(.+\)\.pdf$/u),
      'graficas/nueva.png',
      'informe.pdf',
      'manifiesto.json',
      'notas.txt',
    ])
    expect(cambios).toBeGreaterThan(30)
  })

  test.each(['antes', 'despues'] as const)('muerta %s de un cambio, queda como estaba o entera', async (como) => {
    const cuentas = await conFallo(Array.from({ length: Math.ceil(cambios / 2) }, (_, i) => ({ en: 2 * i + 1, como })))
    // Before the journal is there nothing has changed; from it on, all does.
    expect(Object.keys(cuentas).sort()).toEqual(['como-antes', 'nuevo'])
  })

  test('un proceso muerto no retiene la carpeta: el siguiente no espera', async () => {
    const aMedias = Math.round(cambios * 0.8)
    let espera = Number.NaN
    const medir = async (suya: string) => {
      await publicarCon(set, suya, { en: aMedias, como: 'antes' })
      const inicio = performance.now()
      await settle(suya)
      espera = performance.now() - inicio
    }
    expect(await ensayar(terreno, medir)).toBe('nuevo')
    // What is waited for is waited for 15 s.
    expect(espera).toBeLessThan(10_000)
  })

  test('muerta a medias, y muerto en cualquier cambio quien la completa, queda entera', async () => {
    const aMedias = Math.round(cambios * 0.8)
    const cuentas = await contar(
      Array.from(
        { length: 24 },
        (_, i) => () =>
          ensayar(terreno, async (suya) => {
            await publicarCon(set, suya, { en: aMedias, como: 'antes' })
            await recuperarCon(suya, { en: 2 * i + 1, como: i % 2 === 0 ? 'antes' : 'despues' })
          }),
      ),
    )
    expect(cuentas).toEqual({ nuevo: 24 })
  })

  test.each(['ENOSPC', 'EACCES'] as const)('con %s en cualquier cambio, queda como estaba o entera', async (como) => {
    const cuentas = await conFallo(Array.from({ length: Math.ceil(cambios / 4) }, (_, i) => ({ en: 4 * i + 3, como })))
    expect(Object.keys(cuentas).sort()).toEqual(['como-antes', 'nuevo'])
  })
})

describe('el programa entero', () => {
  const orden = (salida: string) => ['generar', en('dos.xlsx'), '--salida', salida, '--silencioso']
  let terreno: Terreno
  beforeAll(async () => {
    writeFileSync(en('uno.xlsx'), POLITICA_DEL_AGUA.bytes())
    writeFileSync(en('dos.xlsx'), POLITICA_DEL_AGUA.celda('Avances!E2', 9).bytes())
    await Promise.all(
      ['uno', 'dos'].map((libro) => informe(['generar', en(`${libro}.xlsx`), '--salida', en(`sola-${libro}`), '--silencioso'])),
    )
    cpSync(en('sola-uno'), en('despues'), { recursive: true })
    expect((await informe(orden(en('despues')))).codigo).toBe(0)
    terreno = {
      casos: en('casos'),
      antes: en('sola-uno'),
      nuevo: estadoDe(en('despues')),
      siguiente: (suya) => informe(['comprobar', suya]),
    }
  })

  test('muerto en cualquier instante, la orden siguiente encuentra un informe entero', async () => {
    const instantes = [0.2, 0.5, 0.7, 0.8, 0.9, 1].map((parte) => parte * 3000)
    const cuentas = await contar(instantes.map((matarA) => () => ensayar(terreno, (suya) => informe(orden(suya), { matarA }))))
    expect(cuentas.roto).toBeUndefined()
  })

  test('en un disco que se llena, dice qué hacer y todo queda como estaba', async (contexto) => {
    if (!(await hayDiscosPequenos())) {
      console.warn('Este equipo no deja montar un tmpfs: se omite la prueba del disco que se llena.')
      return contexto.skip()
    }
    const fines: (readonly [number | null, string])[] = []
    const cuentas = await contar(
      [0, 0.4, 0.9].map(
        (parte) => () =>
          ensayar(terreno, async (suya) => {
            const { codigo, dicho } = await enDiscoLleno(suya, en('sola-dos'), parte, orden)
            fines.push([codigo, dicho])
          }),
      ),
    )
    expect(cuentas).toEqual({ 'como-antes': 3 })
    for (const [codigo, dicho] of fines) {
      expect(codigo).toBe(4)
      expect(dicho).toMatch(
        /No se pudo escribir .*: no queda espacio en el disco; libere espacio y repita la orden\. Lo que había antes sigue igual\./u,
      )
    }
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('con %s mientras escribe, todo queda como estaba y termina con 130', async (senal) => {
    const salida = en(`interrumpida-${senal}`)
    const proceso = spawn(process.execPath, [PROGRAMA, 'graficas', en('uno.xlsx'), '--salida', salida, '--silencioso'])
    let dicho = ''
    proceso.stderr.on('data', (trozo) => (dicho += String(trozo)))
    const fin = new Promise<number | null>((resolve) => proceso.on('close', resolve))
    await expect.poll(() => existsSync(join(salida, '.informe-en-curso/nuevo'))).toBe(true)
    proceso.kill(senal)
    expect(await fin).toBe(130)
    expect(dicho).toMatch(/^Interrumpido: en .* todo quedó como estaba\.\n$/u)
    expect(existsSync(salida)).toBe(false)
  })

  test('dos a la vez en una carpeta: cada uno entero, y uno entre los anteriores', async () => {
    const pareja = [
      { libro: en('uno.xlsx'), sola: estadoDe(en('sola-uno')) },
      { libro: en('dos.xlsx'), sola: estadoDe(en('sola-dos')) },
    ] as const
    expect(await contar([1, 2].map((n) => () => enPareja(en(`pareja-${n}`), pareja)))).toEqual({ nuevo: 2 })
    expect(readdirSync(carpeta).filter((nombre) => nombre.startsWith('pareja'))).toEqual([])
  })
})
