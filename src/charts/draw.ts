/** Chart data + theme → picture. No file, no system font, no clock: the same input gives the same bytes on any machine. */
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas'
import type { Plugin } from 'chart.js'
import { ChartJSNodeCanvas } from 'chartjs-node-canvas'
import { opaquePng } from '../pictures/index.js'
import type { Grafica } from '../report/index.js'
import type { Theme } from '../theme/index.js'
import { barChart, fontOf, sizeOf } from './config.js'
import { type Fill, fillOf, type StateFill } from './fills.js'
import type { Measure } from './labels.js'

/** Opaque RGB PNG and its size in pixels. */
export interface Imagen {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** TrueType bytes of the charts' text family, under its own name. */
export interface FuenteGrafica {
  readonly name: string
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

/**
 * Prepares fonts and fills once, and gives the function that draws a chart: `dibujante(theme, fuente)(grafica)`.
 * Throws when the bytes of a font cannot be read as one, since a chart in another face would pass unseen.
 */
export function dibujante(theme: Theme, fuente: FuenteGrafica): (grafica: Grafica) => Imagen {
  const family = register(fuente)
  const measures = { normal: measureIn(family, theme, 'normal'), bold: measureIn(family, theme, 'bold') }
  const { verde, amarillo, rojo, 'sin-meta': sinMeta, cumplido } = theme.estados
  const fill = (state: StateFill) => fillOf(state, theme.colores.papel, theme.grafica.densidad)
  const fills: Record<keyof Theme['estados'], Fill> = {
    verde: fill(verde),
    amarillo: fill(amarillo),
    rojo: fill(rojo),
    'sin-meta': fill(sinMeta),
    cumplido: fill(cumplido),
  }
  // A renderer has one size and loads chart.js for itself; charts with as many bars share it.
  const renderers = new Map<number, ChartJSNodeCanvas>()
  return (grafica) => {
    if (grafica.tipo !== 'estados') throw new Error(`no drawing yet: ${grafica.tipo}`)
    const { width, height } = sizeOf(grafica, theme)
    const renderer = renderers.get(height) ?? newRenderer(width, height, theme.colores.papel)
    renderers.set(height, renderer)
    const configuration = barChart(
      grafica,
      theme,
      family,
      grafica.estados.map((estado) => fills[estado]),
      measures,
    )
    return { png: renderer.renderToBufferSync({ ...configuration, plugins: [opaqueEncoder] }), width, height }
  }
}

/** Gives the canvas our encoder: its own writes an alpha channel. */
const opaqueEncoder: Plugin<'bar'> = {
  id: 'opaque-encoder',
  beforeInit: ({ canvas }) => {
    const drawn = canvas as unknown as Canvas
    const toBuffer = () => Buffer.from(opaquePng(drawn.data(), drawn.width, drawn.height))
    Object.assign(canvas, { toBuffer })
  },
}

function newRenderer(width: number, height: number, paper: string): ChartJSNodeCanvas {
  // By name, so that the plugin is loaded together with this renderer's own chart.js: with another copy beside it, it knows no bar.
  return new ChartJSNodeCanvas({ width, height, backgroundColour: paper, plugins: { requireLegacy: ['chartjs-plugin-datalabels'] } })
}

function measureIn(family: string, theme: Theme, weight: 'normal' | 'bold'): Measure {
  const pen = createCanvas(1, 1).getContext('2d')
  const font = fontOf(family, theme, weight)
  pen.font = `${font.weight} ${font.size}px ${font.family}`
  return (text) => pen.measureText(text).width
}

/** Gives the family's name for the canvas: one of our own, because a font of the machine wins over a registered one of the same name. */
function register({ name, regular, bold }: FuenteGrafica): string {
  const family = `Informe ${name}`
  for (const face of [regular, bold]) {
    if (GlobalFonts.register(Buffer.from(face), family) === null) throw new Error(`not a font: ${name}`)
  }
  return family
}
