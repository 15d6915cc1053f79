/** The page that shows a folder of charts, in a real browser and without a network. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type FichaDeCatalogo, paginaDeCatalogo } from '../src/catalogo/index.js'
import { conNavegador, navegadorCon, revisar, sinFaltas } from './navegador.js'
import { cargarRecursos } from './recursos.js'
import { unaGrafica } from './una-grafica.js'

const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 63"><rect width="80" height="20"/></svg>')
const ALTERNATIVO = 'Barras: verde, 7; rojo, 0. <b>En total</b>, 7 productos & «ninguno» más.'

const ficha = (n: number, sector: string): FichaDeCatalogo => {
  const grafica = { ...unaGrafica([7, 1_200, 0]), textoAlternativo: ALTERNATIVO }
  return {
    ancla: `grafica-0${n}`,
    rotulo: `Gráfica ${n}`,
    titulo: `Productos del sector ${sector}`,
    fuente: 'Fuente: elaboración propia.',
    grafica,
    cuadro: {
      columnas: ['Estado', 'Productos', 'Una columna de nombre muy largo', 'Y otra, que ya no cabe en un teléfono'],
      filas: grafica.etiquetas.map((e, i) => ({ textos: [e, String(i), '—', 'x'], valores: [e, i, null, 'x'] })),
    },
    vista: { claro: SVG, oscuro: SVG },
    archivos: [{ archivo: `grafica-0${n}-impreso.png`, descripcion: '160 mm de ancho a 300 ppp', bytes: 20_480 }],
  }
}

const { theme, assets } = cargarRecursos()
const unaPagina = () =>
  paginaDeCatalogo({
    theme,
    fonts: assets.fonts,
    politica: { nombre: 'Política Pública de Bicicletas', sigla: 'PPB', vigencia: 2031, entidad: 'Secretaría de Ñandúes' },
    corte: '31 de diciembre de 2031',
    libro: { nombre: 'libro.xlsx', sha256: 'ab'.repeat(32) },
    programa: 'informe 9.8.7',
    graficas: [ficha(1, 'Desarrollo Económico, Industria y Turismo'), ficha(2, '«Ají» & Ñame <script>alert(1)</script>')],
  })

const abrir = navegadorCon(unaPagina)

const textoDe = (page: Page, selector: string) => page.locator(selector).first().innerText()

describe('en un navegador', () => {
  sinFaltas(abrir)

  conNavegador('axe sí ve una falta que se le ponga', async () => {
    const { page } = await abrir()
    await page.evaluate("document.querySelector('img').removeAttribute('alt')")
    const { violations } = await revisar(page)
    expect(violations.map(({ id }) => id)).toContain('image-alt')
    await page.context().close()
  })

  conNavegador('usa sus propias letras y sus imágenes se ven', async () => {
    const { page } = await abrir()
    expect(
      await page.evaluate('document.fonts.ready.then((f) => [...f].map(({ family, weight, status }) => [family, weight, status]))'),
    ).toEqual([
      ['Titulos', '700', 'loaded'],
      ['Texto', '400', 'loaded'],
      ['Texto', '700', 'loaded'],
    ])
    expect(await page.evaluate('[...document.images].map((i) => i.complete && i.naturalWidth > 0)')).toEqual([true, true])
    await page.context().close()
  })

  conNavegador('con poca luz cambia de fondo', async () => {
    const fondo = 'getComputedStyle(document.documentElement).backgroundColor'
    const [clara, oscura] = [await abrir(), await abrir({ colorScheme: 'dark' })]
    expect([await clara.page.evaluate(fondo), await oscura.page.evaluate(fondo)]).toEqual(['rgb(255, 255, 255)', 'rgb(31, 27, 46)'])
    await Promise.all([clara, oscura].map(({ page }) => page.context().close()))
  })

  conNavegador('un botón copia el texto alternativo, y lo dice', async () => {
    const { page, quejas } = await abrir()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copiar texto alternativo de la Gráfica 2' }).click()
    await page.getByText('Copiado: texto alternativo de la Gráfica 2.').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(ALTERNATIVO)
    expect(quejas).toEqual([])
    await page.context().close()
  })

  conNavegador('sin guiones no hay botones y un clic selecciona el texto entero', async () => {
    const { page } = await abrir({ javaScriptEnabled: false })
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await textoDe(page, '#grafica-01-alternativo')).toBe(ALTERNATIVO)
    await page.locator('#grafica-01-alternativo').click()
    expect(await page.evaluate('getSelection().toString()')).toBe(ALTERNATIVO)
    await page.context().close()
  })

  conNavegador('se llega a cada gráfica desde el índice, con el teclado', async () => {
    const { page } = await abrir()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Ir a las gráficas')
    await page.getByRole('link', { name: /^2\s*Productos del sector/u }).press('Enter')
    expect(page.url()).toMatch(/#grafica-02$/u)
    await page.context().close()
  })
})

describe('lo que dice', () => {
  test('cada gráfica con su número, su título, sus textos con su largo, sus datos y sus archivos', async () => {
    const pagina = await unaPagina()
    const publicacion = [
      'Productos del sector Desarrollo Económico, Industria y Turismo',
      'Verde: 75 % o más — 7',
      'Amarillo: 51 % a 74 % — 1200',
      'Rojo: 50 % o menos — 0',
    ].join('\n')
    expect(pagina).toContain(`>${publicacion}</p>`)
    // 62 of the title, 21, 28 and 22 of the lines, 3 line breaks.
    expect([...publicacion].length).toBe(136)
    expect(pagina).toContain('136 caracteres')
    expect(pagina).toContain('Datos de la Gráfica 1')
    expect(pagina).toContain('<th scope="row">Rojo: 50 % o menos</th><td>2</td><td>—</td><td class="palabras">x</td>')
    expect(pagina).toContain('href="grafica-01-impreso.png"')
    expect(pagina).toContain('20\u00a0KB')
  })

  test('lo que viene del libro no puede volverse código', async () => {
    const pagina = await unaPagina()
    expect(pagina.match(/<script/gu)).toHaveLength(1)
    expect(pagina).toContain('&lt;script&gt;alert(1)')
  })

  test('es la misma, byte por byte, cada vez', async () => {
    expect(await unaPagina()).toBe(await unaPagina())
  })
})
