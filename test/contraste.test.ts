/** Contrast of what is read and drawn, in every theme, by the formula of WCAG 2.1 (1.4.3, 1.4.11). */
import { describe, expect, test } from 'vitest'
import { type Theme, textOn } from '../src/theme/index.js'
import { temas } from './temas.js'

/** Contrast ratio of two `#RRGGBB` colours, 1 to 21. */
function contraste(uno: string, otro: string): number {
  const [oscura = 0, clara = 0] = [luminancia(uno), luminancia(otro)].sort((a, b) => a - b)
  return (clara + 0.05) / (oscura + 0.05)
}

function luminancia(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(color.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const TEXTO = 4.5
const GRANDE = 3
const DIBUJO = 3

/** What is seen on what, and the least contrast that it may have. */
type Par = readonly [que: string, color: string, sobre: string, minimo: number]

/** Large text: 18 pt or more, or 14 pt in bold. */
const minimoDe = ({ cuerpo, peso }: Theme['estilos']['texto']): number => (cuerpo >= (peso === 'negrita' ? 14 : 18) ? GRANDE : TEXTO)

const DE_PORTADA = new Set(['portada', 'subportada', 'entidad', 'piePortada'])
/** Text whose colour is not that of a style, on the paper and on the veil. */
const COLORES_DE_TEXTO = ['tinta', 'gris', 'casa', 'rezago', 'logro'] as const

function pares(theme: Theme): readonly Par[] {
  const { colores, estados, estilos } = theme
  const { papel, velo, casa, tinta, gris, acento, portada, portadaTinta } = colores
  const rellenos = Object.entries(estados)
  return [
    ...Object.entries(estilos).map(([nombre, estilo]): Par => {
      const fondo = DE_PORTADA.has(nombre) ? portada : papel
      return [`estilo ${nombre}`, colores[estilo.color], fondo, minimoDe(estilo)]
    }),
    ['contorno de los cuadros de la portada', portadaTinta, portada, DIBUJO],
    ...COLORES_DE_TEXTO.flatMap((nombre): readonly Par[] => [
      [`texto ${nombre} sobre papel`, colores[nombre], papel, TEXTO],
      [`texto ${nombre} sobre velo`, colores[nombre], velo, TEXTO],
    ]),
    ...rellenos.map(([nombre, { relleno }]): Par => [`etiqueta ${nombre}`, textOn(relleno, theme), relleno, TEXTO]),
    // the words of a striped chip stand on its stripes and between them
    ...rellenos.flatMap(([nombre, { relleno, trama }]): readonly Par[] =>
      trama === 'rayada' ? [[`etiqueta ${nombre}, entre rayas`, textOn(relleno, theme), papel, TEXTO]] : [],
    ),
    ['contorno de barras y cuadros sobre papel', tinta, papel, DIBUJO],
    ['contorno de barras y cuadros sobre velo', tinta, velo, DIBUJO],
    ['barra de avance sobre papel', casa, papel, DIBUJO],
    ['barra de avance sobre velo', casa, velo, DIBUJO],
    ['filete de los títulos de tabla', casa, papel, DIBUJO],
    ['puntos de los índices', gris, papel, DIBUJO],
    ['marca de la portada', acento, portada, DIBUJO],
    ...rellenos.flatMap(([nombre, { relleno, trama }]): readonly Par[] =>
      trama === 'punteada' ? [[`puntos de ${nombre}`, papel, relleno, DIBUJO]] : [],
    ),
  ]
}

describe('la fórmula', () => {
  test('da lo publicado: 21 entre negro y blanco, 1 entre iguales, y 4,54 del gris #767676', () => {
    expect(contraste('#000000', '#FFFFFF')).toBeCloseTo(21, 10)
    expect(contraste('#4B2A7B', '#4B2A7B')).toBe(1)
    expect(contraste('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2)
  })
})

describe.each(temas)('el tema %s', (_, theme) => {
  test.each(pares(theme))('%s: %s sobre %s tiene al menos %d:1', (_, color, sobre, minimo) =>
    expect(contraste(color, sobre)).toBeGreaterThanOrEqual(minimo),
  )
})
