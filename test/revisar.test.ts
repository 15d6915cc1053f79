/** `informe revisar` in a real browser, as a reviewer uses it: with a mouse, with the keyboard alone, and without scripts. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest'
import { herramienta } from '../scripts/herramientas.mjs'
import { leerPdf } from './leer-pdf.js'
import { ARGUMENTOS_DE_CHROMIUM, conNavegador, revisar as faltasDeAccesibilidad } from './navegador.js'
import { type UnLibro, unLibro } from './un-libro.js'
import { type UnaRevision, unaRevision } from './una-revision.js'

/** 1.1.1: 9 of 10, 90 %, verde. 1.1.2: 3 of 5, amarillo. 2.1.1, of Salud: all of it. */
const conLogro = (logro: number): UnLibro =>
  unLibro()
    .producto('1.1.1', { nombre: 'Rutas señalizadas', sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: logro } })
    .producto('1.1.2', { nombre: 'Puntos de encuentro', sector: 'Movilidad', metas: { 2023: 5 }, avances: { 2023: 3 } })
    .producto('2.1.1', { nombre: 'Jornadas de atención', sector: 'Salud', metas: { 2023: 4 }, avances: { 2023: 4 } })
const conFalta = () => conLogro(9).celda('Avances!C2', 'mucho')

let navegador: Browser | null = null
let revision: UnaRevision
beforeAll(async () => {
  const executablePath = herramienta('chromium')
  if (executablePath !== null) navegador = await chromium.launch({ executablePath, args: [...ARGUMENTOS_DE_CHROMIUM] })
})
afterAll(() => navegador?.close())

interface Vista {
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly javaScriptEnabled?: boolean
  readonly deviceScaleFactor?: number
}

let contexto: BrowserContext
async function abrir({ width = 1280, ...vista }: Vista = {}): Promise<{ readonly page: Page; readonly quejas: string[] }> {
  if (navegador === null) throw new Error('falta chromium')
  contexto = await navegador.newContext({ viewport: { width, height: 900 }, acceptDownloads: true, ...vista })
  const page = await contexto.newPage()
  const quejas: string[] = []
  page.on('console', (mensaje) => quejas.push(mensaje.text()))
  page.on('pageerror', (error) => quejas.push(String(error)))
  page.on('request', (pedido) => quejas.push(...(pedido.url().startsWith(revision.direccion) ? [] : [pedido.url()])))
  await page.goto(revision.direccion)
  return { page, quejas }
}

/** Drops a workbook on the page, as from a folder. */
async function soltar(page: Page, nombre: string, libro: UnLibro): Promise<void> {
  const contenido = Buffer.from(libro.bytes()).toString('base64')
  const datos = await page.evaluateHandle(`(() => {
    const traslado = new DataTransfer()
    const bytes = Uint8Array.from(atob('${contenido}'), (letra) => letra.charCodeAt(0))
    traslado.items.add(new File([bytes], '${nombre}'))
    return traslado
  })()`)
  await page.dispatchEvent('body', 'dragover', { dataTransfer: datos })
  await page.dispatchEvent('body', 'drop', { dataTransfer: datos })
}

/** The rows of the table under a title, each as its cells. */
async function filas(page: Page, titulo: 'celdas' | 'cifras'): Promise<readonly (readonly string[])[]> {
  const suyas = page.getByRole('region', { name: titulo === 'celdas' ? /^Celdas del libro/u : /^Cifras/u }).locator('tbody tr')
  return (await suyas.evaluateAll((lista) => lista.map((fila) => [...fila.children].map((celda) => celda.textContent ?? '')))).map(
    (celdas) => celdas.slice(1),
  )
}

const decisiones = () =>
  (JSON.parse(readFileSync(`${revision.libro}.revision.json`, 'utf8')) as { decisiones: Readonly<Record<string, unknown>>[] }).decisiones

describe('la ronda de revisión', () => {
  beforeAll(async () => {
    revision = await unaRevision(conLogro(9).bytes())
  })
  afterAll(async () => expect(await revision.cerrar()).toBe(0))
  afterAll(() => contexto?.close())

  conNavegador('con ratón: un libro con un error, el corregido, una decisión con su nota y el PDF con la cifra nueva', async () => {
    const { page, quejas } = await abrir()
    await soltar(page, 'mal.xlsx', conFalta())
    const problemas = page.getByRole('region', { name: /^Problemas del libro/u })
    await expect.poll(() => problemas.locator('dt').first().textContent()).toBe('Avances!C2')
    expect(await problemas.locator('dd').first().textContent()).toContain('Se encontró «mucho»; se esperaba un número')
    expect(await page.locator('#estado').textContent()).toContain('el informe no se puede hacer hasta corregirlos')

    await soltar(page, 'corregido.xlsx', conLogro(4))
    await expect.poll(() => page.locator('#estado').textContent()).toContain('corregido.xlsx')
    expect(await filas(page, 'celdas')).toEqual([[expect.stringMatching(/^Avances · 1\.1\.1 · 2023 Avances![A-Z]+2$/u), '9 → 4', '']])
    // 4 of 10: 40 %, rojo.
    const cifras = await filas(page, 'cifras')
    expect(cifras).toContainEqual(['1.1.1 · logro', '9 → 4', ''])
    expect(cifras).toContainEqual(['1.1.1 · cumplimiento', '90 % → 40 %', ''])
    expect(cifras).toContainEqual(['sector Movilidad · productos en rojo', '0 → 1', ''])
    expect(await page.locator('#lo-primero li').first().textContent()).toBe('1.1.1 pasa de verde a rojo (90 % → 40 %): Rutas señalizadas.')

    await page.getByRole('checkbox', { name: 'Avances, 1.1.1, 2023' }).check()
    await page.getByLabel('Su nombre').fill('Ana Ruiz')
    await page.getByLabel('Una palabra').fill('según acta 4')
    await page.getByRole('button', { name: 'Aceptar' }).click()
    await expect.poll(() => page.locator('#mensajes').textContent()).toBe('Un cambio quedó aceptado.')
    expect((await filas(page, 'celdas'))[0]?.at(-1)).toBe('Aceptado por Ana Ruiz: según acta 4')
    expect(decisiones()).toEqual([
      expect.objectContaining({
        de: 'celda',
        clave: 'Avances · 1.1.1 · 2023',
        antes: '9',
        despues: '4',
        decision: 'aceptado',
        quien: 'Ana Ruiz',
        nota: 'según acta 4',
      }),
    ])

    const [archivo] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PDF', exact: true }).click()])
    expect(archivo.suggestedFilename()).toMatch(/^informe-.*\.pdf$/u)
    const { pages } = await leerPdf(new Uint8Array(readFileSync(await archivo.path())))
    expect(pages.map(({ text }) => text).join(' ')).toContain('40 % de la meta de 2023')
    expect(quejas).toEqual([])
  })

  conNavegador('con el teclado solo: se llega a todo, se marca, se anota y se lee lo que pasó', async () => {
    writeFileSync(revision.libro, conLogro(4).bytes())
    const { page } = await abrir()
    await expect.poll(() => page.getByRole('checkbox').count()).toBeGreaterThan(0)
    // From the top: each Tab goes somewhere that can be seen, until the mark of the first change.
    const nombre = () =>
      page.evaluate('document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim() ?? ""')
    const hasta = async (suyo: string | RegExp) => {
      for (let i = 0; i < 300; i++) {
        await page.keyboard.press('Tab')
        const dicho = String(await nombre())
        if (typeof suyo === 'string' ? dicho === suyo : suyo.test(dicho)) return
      }
      throw new Error(`El teclado no llega a ${suyo}`)
    }
    await page.keyboard.press('Tab')
    expect(await nombre()).toBe('Ir a lo principal')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('principal')
    await hasta('Avances, 1.1.1, 2023')
    await page.keyboard.press('Space')
    for (let i = 0; (await page.evaluate('document.activeElement.id')) !== 'quien' && i < 200; i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Luz Marina')
    await page.keyboard.press('Tab')
    await page.keyboard.type('falta el acta')
    await hasta('Anotar')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#mensajes').textContent()).toBe('Un cambio quedó anotado.')
    // The focus stays on the button that was pressed.
    expect(await nombre()).toBe('Anotar')
    expect(decisiones()).toContainEqual(expect.objectContaining({ decision: 'anotado', quien: 'Luz Marina', nota: 'falta el acta' }))
    await hasta('Ver de dónde sale cada cifra')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('#origen').textContent()).toMatch(/: .+\. Celdas: \p{L}+![A-Z]+\d+/u)
  })

  conNavegador('sin guiones: el libro entra por el formulario y se decide igual', async () => {
    const { page } = await abrir({ javaScriptEnabled: false })
    await page
      .getByLabel('Libro corregido (.xlsx)')
      .setInputFiles({ name: 'sin-guion.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(conLogro(6).bytes()) })
    await page.getByRole('button', { name: 'Revisar este libro' }).click()
    expect(await page.locator('#estado').textContent()).toContain('sin-guion.xlsx')
    await page.getByRole('checkbox', { name: '1.1.1, logro', exact: true }).check()
    await page.getByLabel('Su nombre').fill('Eva')
    await page.getByRole('button', { name: 'Aceptar' }).click()
    expect(await page.locator('#mensajes').textContent()).toBe('Un cambio quedó aceptado.')
    expect(decisiones()).toContainEqual(
      expect.objectContaining({ de: 'cifra', clave: '1.1.1 · logroVigencia', antes: '9', despues: '6', quien: 'Eva' }),
    )
  })

  conNavegador('al guardar el libro, la página abierta lo dice sola, y conserva lo que se escribía', async () => {
    writeFileSync(revision.libro, conLogro(9).bytes())
    const { page } = await abrir()
    await expect.poll(() => page.locator('#estado').textContent()).toContain('nada cambió')
    await page.locator('#version-quien').fill('A medio escr')
    writeFileSync(revision.libro, conLogro(5).bytes())
    await expect.poll(() => page.locator('#estado').textContent()).toContain('1 celda cambió')
    expect(await page.locator('#version-quien').inputValue()).toBe('A medio escr')
    writeFileSync(revision.libro, conFalta().bytes())
    await expect.poll(() => page.locator('#estado').textContent()).toContain('1 error; el informe no se puede hacer')
    writeFileSync(revision.libro, conLogro(9).bytes())
    await expect.poll(() => page.locator('#estado').textContent()).toContain('nada cambió')
  })

  conNavegador('un sector a la vez: sus cambios, su capítulo con lo que cambió, y sus archivos', async () => {
    writeFileSync(revision.libro, conLogro(4).bytes())
    const { page } = await abrir()
    await expect.poll(() => page.locator('#estado').textContent()).toContain('1 celda cambió')
    await page
      .getByRole('navigation', { name: 'Sectores' })
      .getByRole('link', { name: /^Movilidad/u })
      .click()
    await expect.poll(() => page.locator('#capitulo').getAttribute('aria-label')).toBe('Movilidad')
    expect((await filas(page, 'cifras')).filter(([quien]) => quien?.startsWith('política'))).toEqual([])
    expect(await page.locator('#capitulo .cambiado').count()).toBeGreaterThan(1)
    expect(await page.locator('#capitulo .cambiado').first().textContent()).toContain('Cambió')
    const [archivo] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PDF', exact: true }).click()])
    expect(archivo.suggestedFilename()).toMatch(/-movilidad\.pdf$/u)
    await page
      .getByRole('navigation', { name: 'Sectores' })
      .getByRole('link', { name: /^Salud/u })
      .click()
    await expect.poll(() => page.locator('#cambios').textContent()).toContain('Nada cambió')
  })

  conNavegador('el informe completo queda en su carpeta, con lo que cambió desde el anterior', async () => {
    writeFileSync(revision.libro, conLogro(4).bytes())
    const { page } = await abrir()
    await page.getByRole('button', { name: 'Hacer el informe completo' }).click()
    await expect.poll(() => page.locator('#mensajes').textContent()).toMatch(/El informe está en output\/\S+ \(\d+ archivos\)\./u)
    const dicho = /output\/\S+/u.exec((await page.locator('#mensajes').textContent()) ?? '')?.[0] ?? ''
    expect(JSON.parse(readFileSync(join(revision.carpeta, dicho, 'datos.json'), 'utf8'))).toMatchObject({ politica: { rojo: 1 } })
  })

  conNavegador('una versión queda registrada, con su estado y la huella del libro', async () => {
    const { page } = await abrir()
    await page.getByLabel('Responsable').fill('Ana Ruiz')
    await page.getByLabel('Estado', { exact: true }).selectOption('en revisión')
    await page.getByRole('button', { name: 'Registrar esta versión' }).click()
    await expect.poll(() => page.locator('#mensajes').textContent()).toBe('Quedó registrada la versión 1.')
    expect(await page.locator('#versiones tbody tr').first().textContent()).toContain('en revisión')
  })
})

describe('se puede leer', () => {
  beforeAll(async () => {
    revision = await unaRevision(conLogro(9).bytes())
    const otro = { name: 'otro.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(conLogro(4).bytes()) }
    await revision.enviar('base', { libro: new Blob([new Uint8Array(otro.buffer)]) }, 'base.xlsx')
  })
  afterAll(() => revision.cerrar())

  for (const [width, deviceScaleFactor] of [
    [360, 1],
    [640, 2],
    [768, 1],
    [1440, 1],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      conNavegador(
        `axe no halla falta a ${width} píxeles${deviceScaleFactor === 2 ? ', que es 1.280 al doble de tamaño' : ''}, ${colorScheme}`,
        async () => {
          const { page, quejas } = await abrir({ width, deviceScaleFactor, colorScheme })
          await page.evaluate("for (const uno of document.querySelectorAll('details')) uno.open = true")
          await page.getByRole('button', { name: 'Ver de dónde sale cada cifra' }).click()
          const { violations, passes } = await faltasDeAccesibilidad(page)
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
          expect(passes.map(({ id }) => id)).toContain('color-contrast')
          expect(quejas).toEqual([])
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
          await contexto.close()
        },
      )

  conNavegador('lo que hay en la página tiene nombre para quien la oye', async () => {
    const { page } = await abrir()
    for (const [role, name] of [
      ['navigation', 'Partes de la página'],
      ['navigation', 'Sectores'],
      ['region', 'Lo primero'],
      ['region', /^Cambios/u],
      ['region', 'El informe'],
      ['region', 'Archivos'],
      ['button', 'Aceptar'],
      ['textbox', 'Su nombre'],
      ['status', ''],
    ] as const)
      expect(await page.getByRole(role, name === '' ? {} : { name }).count(), `${role} ${name}`).toBeGreaterThan(0)
    expect(await page.locator('html').getAttribute('lang')).toBe('es-CO')
  })
})

beforeEach(() => contexto?.close())
