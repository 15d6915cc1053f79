/** Charts on their own: every kind in every use, with nothing cut, nothing over anything, and the figures that the data give. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { decode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { laminas, NoCabe, type Pedido } from '../src/charts/index.js'
import { leerFirma } from '../src/firma/index.js'
import type { Grafica } from '../src/report/index.js'
import { GRAFICAS_DE_PRUEBA } from './graficas-de-prueba.js'
import { cargarRecursos } from './recursos.js'
import { FIRMA, PALABRAS } from './una-lamina.js'
import { leerXml, type Nodo } from './xml.js'

const { theme, assets } = cargarRecursos()
const dibujar = laminas(theme, assets.fonts)
const USOS = Object.keys(theme.usos)

const pedido = (cambios: Partial<Pedido> = {}): Pedido => ({
  formato: 'svg',
  uso: 'cuadrada',
  modo: 'claro',
  fondo: 'blanco',
  ppp: null,
  texto: 'texto',
  ...cambios,
})

const hacer = (grafica: Grafica, cambios: Partial<Pedido> = {}) => dibujar({ grafica, ...PALABRAS }, pedido(cambios), FIRMA)

interface Palabras {
  readonly texto: string
  readonly tamano: number
  readonly izquierda: number
  readonly derecha: number
  readonly arriba: number
  readonly abajo: number
}

const regla = createCanvas(1, 1).getContext('2d')
for (const [familia, { regular, bold }] of Object.entries({ 'Work Sans': assets.fonts.title, 'Source Sans 3': assets.fonts.text }))
  for (const cara of [regular, bold]) GlobalFonts.register(Buffer.from(cara), `Regla ${familia}`)

/** Size of an SVG and the place of each of its texts, measured with the fonts that it names. */
function leerSvg(bytes: Uint8Array): { readonly ancho: number; readonly alto: number; readonly palabras: readonly Palabras[] } {
  const svg = leerXml(new TextDecoder().decode(bytes))
  const [, , ancho = 0, alto = 0] = (svg.attributes.get('viewBox') ?? '').split(' ').map(Number)
  return { ancho, alto, palabras: textosDe(svg).map(enSuLugar) }
}

function textosDe(nodo: Nodo): readonly Nodo[] {
  return nodo.name === 'text' ? [nodo] : nodo.children.flatMap(textosDe)
}

function enSuLugar({ attributes, text: texto }: Nodo): Palabras {
  const de = (nombre: string) => attributes.get(nombre) ?? ''
  const tamano = Number(de('font-size'))
  regla.font = `${de('font-weight') === '700' ? 'bold' : 'normal'} ${tamano}px "Regla ${de('font-family').split("'")[1]}"`
  const ancho = regla.measureText(texto).width
  const izquierda = Number(de('x')) - ancho * ANTES[de('text-anchor') as keyof typeof ANTES]
  const y = Number(de('y'))
  // From the top of capitals and figures to the foot of the line: what a reader sees touch.
  return { texto, tamano, izquierda, derecha: izquierda + ancho, arriba: y - 0.68 * tamano, abajo: y + 0.02 * tamano }
}

/** Share of a text that stands before its anchor. */
const ANTES = { start: 0, middle: 0.5, end: 1 } as const

const seTocan = (a: Palabras, b: Palabras) =>
  a.izquierda < b.derecha - 0.5 && b.izquierda < a.derecha - 0.5 && a.arriba < b.abajo && b.arriba < a.abajo

describe.each(USOS)('en el uso %s', (uso) => {
  const { minimo } = theme.usos[uso] ?? { minimo: Number.POSITIVE_INFINITY }

  test.each(GRAFICAS_DE_PRUEBA)(
    '%s: nada se corta ni se monta, todo se puede leer, y dice las cifras que le dieron',
    async (_, grafica) => {
      const { ancho, alto, palabras } = leerSvg(await hacer(grafica, { uso }))
      expect(palabras.length).toBeGreaterThan(3)
      expect(palabras.filter((p) => p.izquierda < 0 || p.derecha > ancho || p.arriba < 0 || p.abajo > alto)).toEqual([])
      expect(palabras.filter((p) => p.tamano < minimo - 0.01)).toEqual([])
      const montadas = palabras.flatMap((a, i) => palabras.slice(i + 1).flatMap((b) => (seTocan(a, b) ? [`${a.texto} / ${b.texto}`] : [])))
      expect(montadas).toEqual([])
      const dichas = palabras.map(({ texto }) => texto)
      const sueltas = new Set(dichas.flatMap((texto) => [texto, ...texto.split(' de ')]))
      expect(cifrasDe(grafica).filter((cifra) => !sueltas.has(cifra))).toEqual([])
    },
  )
})

/** What a picture must print of each kind of chart. A share too narrow for its count is left to the table and the alternative text. */
function cifrasDe(grafica: Grafica): readonly string[] {
  const [primera, segunda] = grafica.series
  switch (grafica.tipo) {
    case 'avance':
      return primera?.rotulos.map((rotulo, i) => `${rotulo} de ${segunda?.rotulos[i]}`) ?? []
    case 'mapa':
      return grafica.celdas.flat().map(({ codigo }) => codigo)
    case 'serie':
      return grafica.series.flatMap(({ rotulos }) => rotulos)
    case 'apilada':
      return grafica.etiquetas.map((_, i) => String(grafica.series.reduce((suma, { valores }) => suma + (valores[i] ?? 0), 0)))
    default:
      return primera?.rotulos ?? []
  }
}

const [, UNA = GRAFICAS_DE_PRUEBA[0]?.[1]] = GRAFICAS_DE_PRUEBA[1] ?? []

describe('los formatos', () => {
  const una = UNA as Grafica

  test('un PNG de pantalla tiene los pixeles de su uso, y es opaco', async () => {
    const { width, height, channels } = decode(await hacer(una, { formato: 'png', uso: 'historia' }))
    expect([width, height, channels]).toEqual([1080, 1920, 3])
  })

  test('un PNG impreso tiene los pixeles que su ancho en milímetros pide a esa resolución', async () => {
    // 160 mm are 6.2992 inches.
    expect(decode(await hacer(una, { formato: 'png', uso: 'impreso' })).width).toBe(1890)
    expect(decode(await hacer(una, { formato: 'png', uso: 'impreso', ppp: 600 })).width).toBe(3780)
  })

  test('el fondo transparente lo es de verdad, y el del modo oscuro es el suyo', async () => {
    const transparente = decode(await hacer(una, { formato: 'png', fondo: 'transparente' }))
    expect([transparente.channels, transparente.data[3]]).toEqual([4, 0])
    const oscura = decode(await hacer(una, { formato: 'png', modo: 'oscuro' }))
    expect([...oscura.data.slice(0, 3)]).toEqual([0x1f, 0x1b, 0x2e])
  })

  test('un SVG lleva sus letras adentro, y trazado no lleva texto', async () => {
    const conTexto = new TextDecoder().decode(await hacer(una))
    expect(conTexto.match(/@font-face/gu)).toHaveLength(3)
    expect(conTexto).not.toMatch(/<image|href="http/u)
    const trazado = new TextDecoder().decode(await hacer(una, { texto: 'trazado' }))
    expect(trazado).not.toMatch(/<text|@font-face/u)
    expect(trazado.length).toBeGreaterThan(2000)
  })

  test('un PDF dice de dónde salió', async () => {
    expect(await leerFirma(await hacer(una, { formato: 'pdf' }))).toEqual({ tipo: 'pdf', firma: FIRMA })
  })

  test('lo que no cabe con letras que se puedan leer no se dibuja', async () => {
    const usos = { ...theme.usos, sello: { ...theme.usos.cuadrada, ancho: 200, alto: 120 } as (typeof theme.usos)[string] }
    const chico = laminas({ ...theme, usos }, assets.fonts)
    await expect(chico({ grafica: una, ...PALABRAS }, pedido({ uso: 'sello' }), FIRMA)).rejects.toBeInstanceOf(NoCabe)
  })
})

test('son los mismos bytes en una máquina sin fuentes', async () => {
  const otra = execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./laminas-sin-fuentes.ts', import.meta.url))], {
    encoding: 'utf8',
    env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' },
  })
  const huellas = await Promise.all(
    (['png', 'svg', 'pdf'] as const).map(async (formato) =>
      createHash('sha256')
        .update(await hacer(UNA as Grafica, { formato }))
        .digest('hex'),
    ),
  )
  expect(JSON.parse(otra)).toEqual(huellas)
})
