/** Pages of ours in a real browser, as from a disk and without a network. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { herramienta } from '../scripts/herramientas.mjs'
import { siHay } from './herramientas.js'

/** Chromium by itself: without a sandbox, for tests run as root too, and without looking for anything on the network. */
export const ARGUMENTOS_DE_CHROMIUM = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
] as const

/** A test that runs where there is a browser. */
export const conNavegador = siHay('chromium')

interface Vista {
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly javaScriptEnabled?: boolean
}

/** Opens the page that `hacer` gives, for the tests of the file that calls this; what asks the network, or complains, goes to the list. */
export function navegadorCon(hacer: () => Promise<string>) {
  let carpeta: string
  let navegador: Browser | null = null
  beforeAll(async () => {
    carpeta = mkdtempSync(join(tmpdir(), 'pagina-'))
    writeFileSync(join(carpeta, 'pagina.html'), await hacer())
    const executablePath = herramienta('chromium')
    if (executablePath !== null) navegador = await chromium.launch({ executablePath, args: [...ARGUMENTOS_DE_CHROMIUM] })
  })
  afterAll(async () => {
    await navegador?.close()
    rmSync(carpeta, { recursive: true, force: true })
  })
  return async ({ width = 1280, colorScheme = 'light', javaScriptEnabled = true }: Vista = {}) => {
    if (navegador === null) throw new Error('falta chromium')
    const context = await navegador.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled })
    const page = await context.newPage()
    const quejas: string[] = []
    page.on('console', (mensaje) => quejas.push(mensaje.text()))
    page.on('pageerror', (error) => quejas.push(String(error)))
    page.on('request', (pedido) => quejas.push(...(/^(?:file|data):/u.test(pedido.url()) ? [] : [pedido.url()])))
    await page.goto(pathToFileURL(join(carpeta, 'pagina.html')).href)
    return { page, quejas }
  }
}

export const revisar = (page: Page) => new AxeBuilder({ page, axeSource: axe.source }).analyze()

/** Axe finds nothing at three widths, light and dark, nothing asks the network, and nothing is wider than the page. */
export function sinFaltas(abrir: ReturnType<typeof navegadorCon>): void {
  for (const width of [360, 768, 1440])
    for (const colorScheme of ['light', 'dark'] as const)
      conNavegador(`axe no halla falta a ${width} píxeles, ${colorScheme}`, async () => {
        const { page, quejas } = await abrir({ width, colorScheme })
        const { violations, passes } = await revisar(page)
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
        expect(passes.map(({ id }) => id)).toContain('color-contrast')
        expect(quejas).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        await page.context().close()
      })
}
