/** `informe revisar` against whoever should not reach it, and what should not reach it. */
import { readdirSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { herramienta } from '../scripts/herramientas.mjs'
import { ARGUMENTOS_DE_CHROMIUM, conNavegador } from './navegador.js'
import { unLibro } from './un-libro.js'
import { comoArchivo, type UnaRevision, unaRevision } from './una-revision.js'

const base = () => unLibro().producto('1.1.1', { sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: 9 } })

let revision: UnaRevision
let bomba: Uint8Array
beforeAll(async () => {
  // Before the program begins: it takes a while, and connections that are idle meanwhile are closed.
  bomba = zipSync({ '[Content_Types].xml': new Uint8Array(400 * 1024 * 1024) }, { level: 1 })
  revision = await unaRevision(base().bytes())
})
afterAll(() => revision.cerrar())

/** A request whose every header is ours to choose, which `fetch` does not let us. */
function pedidoCrudo(ruta: string, cabeceras: Readonly<Record<string, string>>, metodo = 'GET'): Promise<number | undefined> {
  const { hostname, port } = new URL(revision.direccion)
  return new Promise((resolve, reject) => {
    const pedido = request({ hostname, port, path: ruta, method: metodo, headers: cabeceras }, (respuesta) => {
      respuesta.resume()
      resolve(respuesta.statusCode)
    })
    pedido.once('error', reject)
    pedido.end()
  })
}

const ruta = () => new URL(revision.direccion).pathname
const equipo = () => new URL(revision.direccion).host
const nuevas = (desde: number) =>
  revision
    .anotado()
    .slice(desde)
    .split('\n')
    .filter((linea) => linea !== '')
const sigue = async () => expect((await revision.pedir('')).status).toBe(200)

describe('se rechaza, con una línea de registro, y la página sigue', () => {
  test.each<readonly [string, () => Promise<number | undefined>]>([
    [
      'otro nombre de equipo, como el de quien engaña al navegador con el suyo',
      () => pedidoCrudo(ruta(), { host: `malo.example:${new URL(revision.direccion).port}` }),
    ],
    ['otro puerto en el nombre', () => pedidoCrudo(ruta(), { host: '127.0.0.1:1' })],
    ['una clave que no es', () => pedidoCrudo('/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/', { host: equipo() })],
    ['ninguna clave', () => pedidoCrudo('/', { host: equipo() })],
    ['un formulario de otro sitio', () => pedidoCrudo(`${ruta()}decidir`, { host: equipo(), origin: 'http://malo.example' }, 'POST')],
    ['un formulario sin decir de dónde', () => pedidoCrudo(`${ruta()}decidir`, { host: equipo() }, 'POST')],
    ['un formulario de ningún sitio', () => pedidoCrudo(`${ruta()}generar`, { host: equipo(), origin: 'null' }, 'POST')],
    ['una lectura desde otro sitio', () => pedidoCrudo(ruta(), { host: equipo(), 'sec-fetch-site': 'cross-site' })],
    ['una ruta que sube de carpeta', () => pedidoCrudo(`${ruta()}../../etc/passwd`, { host: equipo() })],
  ])('%s', async (_, pedir) => {
    const desde = revision.anotado().length
    expect(await pedir()).toBe(403)
    await expect.poll(() => nuevas(desde)).toEqual([expect.stringMatching(/^Rechazado \(/u)])
    expect(nuevas(desde).join('')).not.toContain(ruta().replaceAll('/', ''))
    await sigue()
  })

  test('las rutas que suben de carpeta escritas de otro modo no llevan a nada', async () => {
    for (const otra of ['%2e%2e%2f%2e%2e%2fetc%2fpasswd', 'fuentes/..%2f..%2fpackage.json', 'graficas/x/..%2f..%2fetc', '..%5c..%5cetc'])
      expect(await pedidoCrudo(`${ruta()}${otra}`, { host: equipo() })).toBe(404)
    await sigue()
  })
})

test('cada respuesta dice al navegador que no cargue nada de fuera, ni guarde, ni deje enmarcar', async () => {
  for (const suya of ['', 'estilo.css', 'guion.js', 'no-existe']) {
    const { headers } = await revision.pedir(suya)
    const politica = headers.get('content-security-policy') ?? ''
    expect(politica).toContain("default-src 'none'; script-src 'self';")
    expect(politica).toContain("frame-ancestors 'none'")
    expect(politica).not.toMatch(/script-src[^;]*unsafe/u)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
  expect(await (await revision.pedir('')).text()).not.toMatch(/<script(?![^>]* src=)|\son\w+=|javascript:/u)
})

test('solo escucha en este equipo', async () => {
  const { networkInterfaces } = await import('node:os')
  const { port } = new URL(revision.direccion)
  const ajenas = Object.values(networkInterfaces()).flatMap((de) =>
    (de ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal),
  )
  for (const { address } of ajenas) await expect(fetch(`http://${address}:${port}${ruta()}`)).rejects.toThrow()
})

describe('lo que se trae', () => {
  test('el nombre de un archivo solo se muestra: no sale de la carpeta ni hace nada en la página', async () => {
    const antes = readdirSync(revision.carpeta)
    const respuesta = await revision.enviar(
      'traer',
      { libro: comoArchivo(base().bytes()) },
      '../../../tmp/<img src=x onerror=alert(1)>.xlsx',
    )
    const pagina = await respuesta.text()
    expect(respuesta.status).toBe(200)
    expect(pagina).toContain('&lt;img src=x onerror=alert(1)&gt;.xlsx')
    expect(pagina).not.toContain('<img src=x')
    expect(readdirSync(revision.carpeta)).toEqual(antes)
  })

  test('un libro que abierto ocuparía gigas se rechaza por lo que dice que ocupa', async () => {
    const respuesta = await revision.enviar('traer', { libro: comoArchivo(bomba) })
    expect(await respuesta.text()).toContain('se esperaba 100 MB una vez abierto, como máximo')
    await sigue()
  })

  test('uno de más de 50 MB se rechaza con buenas palabras', async () => {
    const desde = revision.anotado().length
    const respuesta = await revision.enviar('traer', { libro: comoArchivo(new Uint8Array(51 * 1024 * 1024)) })
    expect(respuesta.status).toBe(413)
    expect(await respuesta.text()).toContain('Esta página recibe libros de hasta 50 MB')
    await expect.poll(() => nuevas(desde)).toEqual(['Rechazado (libro de más de 50 MB)'])
    await sigue()
  })

  test.each<readonly [string, Uint8Array, string]>([
    ['basura', new TextEncoder().encode('PK\u0003\u0004 basura'), 'un libro completo'],
    ['un libro cortado', base().bytes().slice(0, 3000), 'un libro completo'],
    ['un documento de Word', zipSync({ 'word/document.xml': new TextEncoder().encode('<w:document/>') }), 'un libro de Excel (.xlsx)'],
  ])('%s no tumba el programa', async (_, bytes, esperado) => {
    expect(await (await revision.enviar('traer', { libro: comoArchivo(bytes) })).text()).toContain(`se esperaba ${esperado}`)
    await sigue()
  })

  test('un formulario sin libro, o con decisiones sobre cambios que no hay, no hace nada', async () => {
    expect((await revision.enviar('traer', { nada: 'x' })).status).toBe(400)
    const sinExamen = await revision.enviar('decidir', { examen: 'otro', cambio: 'celda-0', quien: 'Ana', decision: 'aceptado' })
    expect(await sinExamen.text()).toContain('El libro cambió mientras usted miraba esta página')
    expect(readdirSync(revision.carpeta)).toEqual(['libro.xlsx'])
  })
})

describe('varios a la vez', () => {
  const conLogro = (n: number) =>
    unLibro()
      .producto('1.1.1', { sector: 'Movilidad', metas: { 2023: 1000 }, avances: { 2023: n } })
      .bytes()
  const traer = async (n: number) => await (await revision.enviar('traer', { libro: comoArchivo(conLogro(n)) }, `libro-${n}.xlsx`)).text()

  test('veinte libros a la vez: cada quien recibe el suyo', async () => {
    const logros = Array.from({ length: 20 }, (_, i) => 501 + 7 * i)
    const paginas = await Promise.all(logros.map(traer))
    for (const [i, logro] of logros.entries()) {
      const ajenos = logros.filter((otro) => otro !== logro).filter((otro) => paginas[i]?.includes(`<ins>${otro}</ins>`))
      expect(paginas[i]).toContain(`<strong>libro-${logro}.xlsx</strong>`)
      expect(paginas[i]).toContain(`<ins>${logro}</ins>`)
      expect(ajenos).toEqual([])
    }
  })
})

conNavegador('una página de otro sitio, aun con la dirección, no lee ni manda nada', async () => {
  writeFileSync(join(revision.carpeta, 'libro.xlsx'), base().bytes())
  const ataque = createServer((_, respuesta) => {
    respuesta.setHeader('content-type', 'text/html')
    respuesta.end('<!DOCTYPE html><title>Ataque</title><body></body>')
  })
  await new Promise<void>((listo) => ataque.listen(0, '127.0.0.1', listo))
  const navegador = await chromium.launch({ executablePath: herramienta('chromium') ?? '', args: [...ARGUMENTOS_DE_CHROMIUM] })
  try {
    const pagina = await navegador.newPage()
    await pagina.goto(`http://127.0.0.1:${(ataque.address() as AddressInfo).port}/`)
    const desde = revision.anotado().length
    const logrado = await pagina.evaluate(`(async (direccion) => {
      const intento = (hacer) => hacer().then((r) => r.status ?? 'leído', () => 'negado')
      const marco = () => new Promise((listo) => {
        const uno = document.createElement('iframe')
        uno.onload = () => { try { listo(uno.contentDocument?.body?.textContent ? 'leído' : 'negado') } catch { listo('negado') } }
        uno.src = direccion
        document.body.append(uno)
      })
      const imagen = () => new Promise((listo) => {
        const una = new Image()
        una.onload = () => listo('leído')
        una.onerror = () => listo('negado')
        una.src = direccion + 'icono.svg'
      })
      return [
        await intento(() => fetch(direccion)),
        await intento(() => fetch(direccion + 'generar', { method: 'POST', body: new URLSearchParams({ examen: 'x' }) })),
        await intento(() => fetch(direccion + 'traer', { method: 'POST', mode: 'no-cors', body: new FormData() }).then((r) => ({ status: r.type }))),
        await marco(),
        await imagen(),
      ]
    })(${JSON.stringify(revision.direccion)})`)
    expect(logrado).toEqual(['negado', 'negado', 'negado', 'negado', 'negado'])
    const rechazos = nuevas(desde)
    expect(rechazos.length).toBeGreaterThanOrEqual(3)
    expect(rechazos.every((linea) => linea.startsWith('Rechazado ('))).toBe(true)
    expect(readdirSync(revision.carpeta)).toEqual(['libro.xlsx'])
    await sigue()
  } finally {
    await navegador.close()
    ataque.close()
  }
})
