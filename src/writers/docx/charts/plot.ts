/** Where the parts of a native chart stand: shares of its width and height, from its top left. */
import type { ChartData } from '../../../document/index.js'
import type { TextStyle, Theme } from '../../../theme/index.js'
import { widthOf } from '../blocks/measure.js'
import type { Shape } from './shapes.js'

/** Points. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The plot alone, without its labels. */
interface Plot {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Points between a label and the axis, and between a bar's end and its figure. */
const GAP = 6
/** Share of the width beyond which the names of the categories take more lines. */
const WIDEST = 0.4
/** Pitch of the lines, as a share of the size of type. */
const PITCH = 1.5
/** A legend's square and the blanks about it, as a share of the size of type. */
const KEY = 2.5

/** Room for the names on one side, for the figures on the other, and for the legend at the foot; the rest is the plot's. */
export function plotOf(data: ChartData, shape: Shape, size: Size, theme: Theme): Plot {
  const style: TextStyle = { ...theme.estilos.tabla, fuente: 'texto', cuerpo: theme.grafica.cuerpo }
  const widest = (words: readonly string[]) => Math.max(0, ...words.map((word) => widthOf(word, style)))
  const line = theme.grafica.cuerpo * PITCH
  const foot = shape.legend ? line * legendLines(data, size, style) + GAP : 0
  if (shape.direction === 'col') return shares({ left: 0, right: 0, top: line, bottom: line + GAP + foot }, size)
  const left = Math.min(widest(data.categories), WIDEST * size.width) + GAP
  const figures = widest(data.series.flatMap(({ labels }) => labels)) + GAP
  const right = shape.labels.position === 'outEnd' ? Math.min(figures, WIDEST * size.width) : 0
  return shares({ left, right, top: 0, bottom: foot }, size)
}

/** Blank between two groups of bars, as a share (in hundredths) of a bar, for bars as thick as the theme says while they fit. */
export function gapWidth({ categories, series }: ChartData, shape: Shape, plot: Plot, size: Size, theme: Theme): number {
  const room = shape.direction === 'bar' ? plot.h * size.height : plot.w * size.width
  const bars = shape.grouping === 'clustered' ? series.length : 1
  const band = room / Math.max(1, categories.length)
  return Math.round(Math.max(20, Math.min(500, (100 * (band - bars * theme.grafica.barra)) / theme.grafica.barra)))
}

function legendLines({ series }: ChartData, { width }: Size, style: TextStyle): number {
  const whole = series.reduce((total, { name }) => total + widthOf(name, style) + KEY * style.cuerpo, 0)
  return Math.ceil(whole / width)
}

function shares(room: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }, size: Size): Plot {
  return {
    x: room.left / size.width,
    y: room.top / size.height,
    w: Math.max(0.1, 1 - (room.left + room.right) / size.width),
    h: Math.max(0.1, 1 - (room.top + room.bottom) / size.height),
  }
}
