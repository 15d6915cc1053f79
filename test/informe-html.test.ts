/** The report as one page: read whole, in order, by anyone, with nothing else. */
import { describe, expect, test } from 'vitest'
import { WRITERS } from '../src/writers/index.js'
import { conNavegador, navegadorCon, revisar, sinFaltas } from './navegador.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'

const { theme, assets } = cargarRecursos()
const unaPagina = async () => new TextDecoder().decode((await WRITERS.html(unDocumento(), theme, assets)).bytes)
const abrir = navegadorCon(unaPagina)

describe('en un navegador', () => {
  sinFaltas(abrir)

  conNavegador('axe sí ve una falta que se le ponga', async () => {
    const { page } = await abrir()
    await page.evaluate("document.querySelector('img').removeAttribute('alt')")
    expect((await revisar(page)).violations.map(({ id }) => id)).toContain('image-alt')
    await page.context().close()
  })

  conNavegador('sin guiones se lee igual, y el botón del origen no está', async () => {
    const [con, sin] = [await abrir(), await abrir({ javaScriptEnabled: false })]
    const texto = (p: typeof con) => p.page.locator('main').innerText()
    expect(await sin.page.getByRole('button').count()).toBe(0)
    expect((await texto(con)).replace('Ver de dónde sale cada cifra', '').trim()).toBe((await texto(sin)).trim())
    await Promise.all([con, sin].map(({ page }) => page.context().close()))
  })

  conNavegador('con el teclado se ve de dónde sale una cifra', async () => {
    const { page, quejas } = await abrir()
    await page.getByRole('button', { name: 'Ver de dónde sale cada cifra' }).press('Enter')
    const cifra = page.locator('.cifra').first()
    const [figura, celdas] = [await cifra.getAttribute('data-figura'), await cifra.getAttribute('data-celdas')]
    await cifra.press('Enter')
    expect(await page.locator('#origen').innerText()).toContain(`${await cifra.innerText()}: ${figura}`)
    if (celdas !== '') expect(await page.locator('#origen').innerText()).toContain(celdas)
    expect((await revisar(page)).violations.map(({ id }) => id)).toEqual([])
    expect(quejas).toEqual([])
    await page.context().close()
  })

  conNavegador('la cifra que se elige no queda debajo de lo que se dice de ella', async () => {
    const { page } = await abrir({ width: 360 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Ver de dónde sale cada cifra' }).click()
    const cifra = page.locator('.cifra').last()
    await cifra.press('Enter')
    const [deCifra, dePanel] = [await cifra.boundingBox(), await page.locator('#origen').boundingBox()]
    expect((deCifra?.y ?? 0) + (deCifra?.height ?? 0)).toBeLessThanOrEqual(dePanel?.y ?? 0)
    await page.context().close()
  })

  conNavegador('en un teléfono el rótulo de una tabla se lee entero, también cuando la tabla se corre', async () => {
    const { page } = await abrir({ width: 360 })
    const tabla = page.locator('.tabla:has(.rotulo)')
    expect(await tabla.count()).toBeGreaterThan(1)
    await page.evaluate("for (const caja of document.querySelectorAll('.tabla')) caja.scrollLeft = 9999")
    for (const una of await tabla.all()) {
      const rotulo = await una.locator('.rotulo').boundingBox()
      expect(rotulo?.x).toBeGreaterThanOrEqual(0)
      expect((rotulo?.x ?? 0) + (rotulo?.width ?? 0)).toBeLessThanOrEqual(360)
    }
    await page.context().close()
  })

  conNavegador('las barras de una gráfica miden lo que dicen, y se leen como una tabla', async () => {
    const { page } = await abrir()
    const filas = page.locator('#grafica-cumplimiento').getByRole('row')
    expect(await filas.allInnerTexts()).toEqual([
      expect.stringContaining('20 (67 %)'),
      expect.stringContaining('8 (27 %)'),
      expect.stringContaining('2 (7 %)'),
    ])
    const anchos = await Promise.all((await filas.locator('.estado').all()).map(async (barra) => (await barra.boundingBox())?.width ?? 0))
    // 8 and 2 of the 20 of the longest.
    expect(anchos.map((ancho) => ancho / (anchos[0] ?? 1))).toEqual([1, expect.closeTo(0.4, 2), expect.closeTo(0.1, 2)])
    await page.context().close()
  })

  for (const [modo, colorScheme] of [
    ['claro', 'light'],
    ['oscuro', 'dark'],
  ] as const)
    conNavegador(`el rezago y el logro llevan su color en modo ${modo}`, async () => {
      const { page } = await abrir({ colorScheme })
      const color = (clase: string) => page.evaluate(`getComputedStyle(document.querySelector('${clase}')).color`)
      expect([await color('.rezago'), await color('.logro')]).toEqual([rgb(theme.modos[modo].rezago), rgb(theme.modos[modo].logro)])
      await page.context().close()
    })

  conNavegador('en papel no hay títulos sin nada debajo ni botones, y los estados conservan su color', async () => {
    const { page } = await abrir()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('navigation').count()).toBe(0)
    for (const indice of await page.locator('nav').all())
      expect(await indice.locator('xpath=preceding-sibling::*[1][self::h2 or self::h3]').isVisible()).toBe(false)
    expect(await page.evaluate("getComputedStyle(document.querySelector('.estado')).printColorAdjust")).toBe('exact')
    await page.context().close()
  })

  conNavegador('el primer enlace salta al informe', async () => {
    const { page } = await abrir()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Ir al informe')
    await page.keyboard.press('Enter')
    expect(page.url()).toMatch(/#informe$/u)
    await page.context().close()
  })
})

describe('la página', () => {
  test('cada enlace de adentro lleva a algo que está una sola vez, y cada nota va y vuelve', async () => {
    const pagina = await unaPagina()
    const ids = [...pagina.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id)
    const destinos = [...pagina.matchAll(/ href="#([^"]+)"/gu)].map(([, id]) => id)
    expect(ids.length).toBe(new Set(ids).size)
    expect(destinos.length).toBeGreaterThan(10)
    expect(destinos.filter((id) => !ids.includes(id))).toEqual([])
    const notas = [...pagina.matchAll(/id="nota-(\d+)"/gu)].map(([, n]) => n)
    expect(notas.length).toBeGreaterThan(0)
    for (const n of notas) {
      expect(pagina).toContain(`href="#nota-${n}"`)
      expect(pagina).toContain(`href="#llamada-${n}"`)
    }
  })

  test('trae todas las palabras del árbol, en su orden', async () => {
    const pagina = (await unaPagina())
      .replace(/<(style|script)[^>]*>.*?<\/\1>/gsu, '')
      .replace(/<[^>]+>/gu, ' ')
      .replace(/&(amp|lt|gt|quot|#39);/gu, (_, e: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[e] ?? '')
      .replace(/\s+/gu, ' ')
    let lugar = 0
    const perdidos = hojas(unDocumento().sections.map(({ blocks }) => blocks)).filter((texto) => {
      const aqui = pagina.indexOf(texto, lugar)
      if (aqui !== -1) lugar = aqui
      return aqui === -1
    })
    expect(perdidos).toEqual([])
  })

  test('es la misma cada vez, y no pide nada de afuera', async () => {
    const pagina = await unaPagina()
    expect(await unaPagina()).toBe(pagina)
    expect(pagina.match(/(?:src|href)="(?!#|data:)[^"]*"/gu)?.filter((a) => !/^href="(?:https?|mailto):/u.test(a)) ?? []).toEqual([])
    expect(pagina).toContain('<html lang="es-CO">')
  })
})

/** `#1F6F4F` as a browser tells it. */
function rgb(color: string): string {
  return `rgb(${[1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16)).join(', ')})`
}

/** Texts of running prose and of tables, in reading order; notes at the foot come last. */
function hojas(valor: unknown): readonly string[] {
  if (Array.isArray(valor)) return valor.flatMap(hojas)
  if (typeof valor !== 'object' || valor === null) return []
  const nodo = valor as { readonly type?: string; readonly value?: unknown }
  if (nodo.type === 'footnote' || nodo.type === 'index' || nodo.type === 'chart' || nodo.type === 'scorecard') return []
  if (typeof nodo.value === 'string') return [nodo.value.replace(/\s+/gu, ' ').trim()].filter((t) => t !== '')
  if (nodo.type === 'table') {
    const { caption, columns, rows, notes } = nodo as Record<string, unknown>
    return [caption, columns, rows, notes].flatMap(hojas)
  }
  return Object.values(valor).flatMap(hojas)
}
