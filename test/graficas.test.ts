import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { GlobalFonts } from '@napi-rs/canvas'
import { wcagContrast } from 'culori'
import { decode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { dibujante, type Imagen } from '../src/charts/index.js'
import { diferencia, VISIONES } from './colorimetria.js'
import { cargarRecursos } from './recursos.js'
import { temas } from './temas.js'
import { unaGrafica } from './una-grafica.js'

const { theme, assets } = cargarRecursos()
const dibujar = dibujante(theme, assets.fonts)
const { densidad, barra, entreBarras, ancho } = theme.grafica
const paso = (barra + entreBarras) * densidad

/** The colours of a picture by place, as `#RRGGBB`. */
function leer({ png }: Imagen) {
  const { data, width, height, channels } = decode(png)
  const en = (x: number, y: number) =>
    `#${[0, 1, 2].map((c) => (data[(y * width + x) * channels + c] ?? 0).toString(16).padStart(2, '0')).join('')}`.toUpperCase()
  const fila = (y: number) => Array.from({ length: width }, (_, x) => en(x, y))
  const columna = (x: number) => Array.from({ length: height }, (_, y) => en(x, y))
  /** The row of pixels through the middle of a bar, or `desvio` pixels below it. */
  const barraEn = (indice: number, desvio = 0) => fila(Math.floor((indice + 0.5) * paso) + desvio)
  const contar = (color: string) =>
    Array.from({ length: height }, (_, y) => fila(y).filter((c) => c === color).length).reduce((a, b) => a + b, 0)
  return { width, height, channels, fila, columna, barraEn, contar }
}

/** Distance in pixels from the first to the last pixel of a colour in a row; 0 where there is none. */
function largo(fila: readonly string[], color: string): number {
  return fila.includes(color) ? fila.lastIndexOf(color) - fila.indexOf(color) + 1 : 0
}

const relleno = (estado: keyof typeof theme.estados) => theme.estados[estado].relleno.toUpperCase()
const papel = theme.colores.papel.toUpperCase()
const tinta = theme.colores.tinta.toUpperCase()

describe('la imagen', () => {
  test('is an opaque RGB PNG', () => {
    const { png } = dibujar(unaGrafica([7, 0, 2, 0, 0]))
    expect(png[25]).toBe(2)
    expect(leer({ png, width: 0, height: 0 }).channels).toBe(3)
  })

  test('is as wide as the theme says and as high as its bars ask', () => {
    const cinco = dibujar(unaGrafica([1, 1, 1, 1, 1]))
    const tres = dibujar(unaGrafica([1, 1, 1]))
    expect([cinco.width, cinco.height]).toEqual([ancho * densidad, 5 * paso])
    expect([tres.width, tres.height]).toEqual([ancho * densidad, 3 * paso])
    expect(leer(tres)).toMatchObject({ width: tres.width, height: tres.height })
  })

  test('has the same bytes each time, after other charts too', () => {
    const grafica = unaGrafica([4, 0, 3, 5, 2])
    const primera = dibujar(grafica)
    dibujar(unaGrafica([9, 9, 9]))
    expect(dibujar(grafica).png).toEqual(primera.png)
    expect(dibujante(theme, assets.fonts)(grafica).png).toEqual(primera.png)
  })

  test('has the same bytes on a machine without fonts', () => {
    const elsewhere = execFileSync(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('./sin-fuentes-del-sistema.ts', import.meta.url))],
      {
        encoding: 'utf8',
        env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' },
      },
    )
    const { png } = dibujar(unaGrafica([4, 0, 3, 5, 2]))
    expect(elsewhere).toBe(createHash('sha256').update(png).digest('hex'))
  })

  const instalada = GlobalFonts.families.map(({ family }) => family).find((family) => !family.includes('Source Sans'))
  test.skipIf(instalada === undefined)('has the same bytes where the machine has a font of that name', () => {
    const { png } = dibujante(theme, { ...assets.fonts, text: { ...assets.fonts.text, name: instalada ?? '' } })(
      unaGrafica([4, 0, 3, 5, 2]),
    )
    expect(png).toEqual(dibujar(unaGrafica([4, 0, 3, 5, 2])).png)
  })

  test('is not drawn at all with a font that cannot be read', () => {
    const rota = { name: 'Rota', regular: new Uint8Array([1, 2, 3]), bold: new Uint8Array([1, 2, 3]) }
    expect(() => dibujante(theme, { ...assets.fonts, text: rota })).toThrow('Rota')
  })
})

describe('las barras', () => {
  test('are as long as their share of all that is counted', () => {
    const imagen = leer(dibujar(unaGrafica([6, 3, 1, 0, 0])))
    const seis = largo(imagen.barraEn(0), relleno('verde'))
    const tres = largo(imagen.barraEn(1), relleno('amarillo'))
    const uno = largo(imagen.barraEn(2), relleno('rojo'))
    const contorno = 2 * theme.grafica.contorno * densidad
    expect(Math.abs((seis + contorno) / (tres + contorno) - 2)).toBeLessThan(0.02)
    expect(Math.abs((tres + contorno) / (uno + contorno) - 3)).toBeLessThan(0.06)
    // 6 of 10: what is left of the plot is 4 shares of 10, less the room of a figure at the end
    expect(seis).toBeGreaterThan(0.4 * imagen.width)
    expect(seis).toBeLessThan(0.6 * imagen.width)
  })

  test('of nothing are not drawn: only their figure stands by the axis', () => {
    const imagen = leer(dibujar(unaGrafica([7, 0, 2, 0, 0])))
    const llena = leer(dibujar(unaGrafica([7, 1, 2, 0, 0])))
    expect(imagen.contar(relleno('amarillo'))).toBe(0)
    expect(llena.contar(relleno('amarillo'))).toBeGreaterThan(0)
    const eje = imagen.barraEn(0).indexOf(relleno('verde'))
    const cerca = imagen.barraEn(1).slice(eje + 1)
    expect(cerca.slice(0, 3 * densidad).every((c) => c === papel)).toBe(true)
    expect(cerca.slice(0, 15 * densidad)).toContain(tinta)
  })

  test('of products without a goal are striped, and of those fulfilled dotted, also without colour', () => {
    const imagen = leer(dibujar(unaGrafica([5, 5, 5, 5, 5])))
    const dentro = (indice: number, estado: keyof typeof theme.estados, desvio: number) => {
      const fila = imagen.barraEn(indice, desvio)
      return fila.slice(fila.indexOf(relleno(estado)), fila.lastIndexOf(relleno(estado)) + 1)
    }
    const claros = (indice: number, estado: keyof typeof theme.estados) =>
      Math.max(...[-6, -3, 0, 3, 6].map((desvio) => dentro(indice, estado, desvio).filter((c) => c === papel).length))
    expect(claros(0, 'verde') + claros(1, 'amarillo') + claros(2, 'rojo')).toBe(0)
    expect(claros(3, 'sin-meta')).toBeGreaterThan(20)
    expect(claros(4, 'cumplido')).toBeGreaterThan(20)
    // at 45°: a row is the one above it, one pixel to the left
    const rayas = (desvio: number, desde: number) =>
      imagen
        .barraEn(3, desvio)
        .slice(desde, desde + 100)
        .map((c) => c < '#E5')
    const eje = imagen.barraEn(3).indexOf(relleno('sin-meta'))
    expect(rayas(1, eje + 10)).toEqual(rayas(0, eje + 11))
    expect(rayas(0, eje + 10)).not.toEqual(rayas(0, eje + 11))
  })

  test('have a contour of ink', () => {
    const imagen = leer(dibujar(unaGrafica([6, 3, 1, 0, 0])))
    const fila = imagen.barraEn(1)
    expect(fila.slice(fila.lastIndexOf(relleno('amarillo')) + 1, fila.lastIndexOf(relleno('amarillo')) + 4)).toContain(tinta)
  })
})

describe('las etiquetas', () => {
  const enteras = (imagen: ReturnType<typeof leer>) =>
    imagen.columna(0).every((c) => c === papel) && imagen.columna(imagen.width - 1).every((c) => c === papel)

  test('are never cut, nor the figure of a bar that fills the plot', () => {
    expect(enteras(leer(dibujar(unaGrafica([0, 0, 0, 0, 1]))))).toBe(true)
    expect(enteras(leer(dibujar(unaGrafica([1234567], { rotulos: ['1.234.567 (100 %)'] }))))).toBe(true)
  })

  test('take two lines rather than half of the picture', () => {
    const larga = 'Productos cuyo cumplimiento de la vigencia llega al setenta y cinco por ciento o lo supera'
    const imagen = leer(dibujar(unaGrafica([3, 1, 2], { etiquetas: [larga, 'Amarillo', 'Rojo'] })))
    expect(enteras(imagen)).toBe(true)
    expect(imagen.barraEn(1).indexOf(relleno('amarillo'))).toBeLessThan(0.55 * imagen.width)
    const eje = imagen.barraEn(1).indexOf(relleno('amarillo'))
    // between two lines of text, at the height of the bar's middle, there is more paper than where the words stand
    const tintas = Array.from(
      { length: barra * densidad },
      (_, y) =>
        imagen
          .fila(Math.floor(paso / 2 - (barra * densidad) / 2) + y)
          .slice(0, eje - 8)
          .filter((c) => c !== papel).length,
    )
    const medio = tintas.slice(tintas.length / 3, (2 * tintas.length) / 3)
    expect(Math.min(...medio)).toBeLessThan(0.2 * Math.max(...tintas))
  })
})

describe.each(temas)('los colores del tema %s', (_, { estados, modos, colores }) => {
  test.each(VISIONES)('of the semáforo are told apart by %s sight', (vision) => {
    const { verde, amarillo, rojo } = estados
    const pares = [
      [verde, amarillo],
      [verde, rojo],
      [amarillo, rojo],
    ] as const
    for (const [a, b] of pares) expect(diferencia(a.relleno, b.relleno, vision)).toBeGreaterThanOrEqual(15)
  })

  test('that look alike to some sight differ by pattern', () => {
    const todos = Object.entries(estados)
    const pares = todos.flatMap(([a, uno], i) => todos.slice(i + 1).map(([b, otro]) => [a, uno, b, otro] as const))
    const confundibles = pares.filter(([, uno, , otro]) => VISIONES.some((v) => diferencia(uno.relleno, otro.relleno, v) < 15))
    expect(confundibles.filter(([, uno, , otro]) => uno.trama === otro.trama).map(([a, , b]) => [a, b])).toEqual([])
  })

  test('have contours that stand out from white and from the dark ground', () => {
    expect(wcagContrast(modos.claro.contorno, '#FFFFFF')).toBeGreaterThanOrEqual(3)
    expect(wcagContrast(modos.claro.contorno, modos.claro.fondo)).toBeGreaterThanOrEqual(3)
    expect(wcagContrast(modos.oscuro.contorno, modos.oscuro.fondo)).toBeGreaterThanOrEqual(3)
  })

  test.each(['claro', 'oscuro'] as const)('have words that are read in mode %s', (nombre) => {
    const { fondo, tinta, gris, casa, rezago, logro } = modos[nombre]
    for (const color of [tinta, gris, casa, rezago, logro]) expect(wcagContrast(color, fondo)).toBeGreaterThanOrEqual(4.5)
  })

  test('have figures that are read on them', () => {
    for (const { relleno, trama } of Object.values(estados)) {
      const fondo = trama === 'rayada' ? colores.papel : relleno
      const mejor = Math.max(wcagContrast(colores.tinta, fondo), wcagContrast(colores.papel, fondo))
      expect(mejor).toBeGreaterThanOrEqual(4.5)
    }
  })
})
