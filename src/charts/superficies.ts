/** One configuration on any surface: pixels, the lines of an SVG, a page of a PDF. */
import { type Canvas, createCanvas, PDFDocument, SvgExportFlag } from '@napi-rs/canvas'
import { BarController, BarElement, Chart, type ChartConfiguration, LinearScale, type Plugin } from 'chart.js'
import { ChartJSNodeCanvas } from 'chartjs-node-canvas'
import { opaquePng } from '../png/index.js'

Chart.register(BarController, BarElement, LinearScale)

/** A configuration, whatever the shape of its data. */
// biome-ignore lint/suspicious/noExplicitAny: chart.js has one type of configuration for each shape of data
type Configuracion = ChartConfiguration<'bar', any>

export interface Medidas {
  readonly width: number
  readonly height: number
}

/** Renderers kept: each has one size, and holds its pixels and a chart.js of its own. */
const RENDERERS_KEPT = 4
const renderers = new Map<string, ChartJSNodeCanvas>()

/** PNG: opaque RGB, or, for a transparent ground, RGBA. */
export function enPixeles(configuracion: Configuracion, { width, height }: Medidas, transparente: boolean): Uint8Array {
  const renderer = rendererDe(width, height)
  let drawn: Canvas | null = null
  const taken: Plugin<'bar'> = {
    id: 'taken',
    beforeInit: ({ canvas }) => {
      drawn = canvas as unknown as Canvas
    },
  }
  const plugins = [...(configuracion.plugins ?? []), taken, ...(transparente ? [] : [opaqueEncoder])]
  const png = new Uint8Array(renderer.renderToBufferSync({ ...configuracion, plugins }))
  release(drawn)
  return png
}

/** Lets go of the pixels of a canvas: V8 does not know how much they take, and would let hundreds of charts wait to be cleaned away. */
function release(canvas: Canvas | null): void {
  if (canvas !== null) Object.assign(canvas, { width: 1, height: 1 })
}

/** One of this size, which goes last among those kept; the one that was longest without use leaves. */
function rendererDe(width: number, height: number): ChartJSNodeCanvas {
  const clave = `${width}×${height}`
  const renderer = renderers.get(clave) ?? new ChartJSNodeCanvas({ width, height })
  renderers.delete(clave)
  renderers.set(clave, renderer)
  for (const vieja of [...renderers.keys()].slice(0, -RENDERERS_KEPT)) renderers.delete(vieja)
  return renderer
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

/** What is between the first and the last tag of the SVG. `trazado`: words that are painted become outlines. */
export function enLineas(configuracion: Configuracion, { width, height }: Medidas, trazado: boolean): string {
  const canvas = createCanvas(width, height, trazado ? SvgExportFlag.ConvertTextToPaths : SvgExportFlag.NoPrettyXML)
  dibujarEn(Object.assign(canvas, { style: {} }), configuracion)
  return conNombresPropios(/<svg[^>]*>([\s\S]*)<\/svg>/u.exec(canvas.getContent().toString('utf8'))?.[1] ?? '')
}

/** Ids counted from the picture's own first one: Skia counts them from the first picture of the process. */
function conNombresPropios(svg: string): string {
  const nombres = [...new Set([...svg.matchAll(/\bid="([^"]+)"/gu)].map(([, id = '']) => id))]
  return svg.replace(/(\bid="|url\(#|href="#)([^")]+)/gu, (todo, antes: string, id: string) =>
    nombres.includes(id) ? `${antes}r${nombres.indexOf(id) + 1}` : todo,
  )
}

/** A PDF of one page, in points, with these entries in its information dictionary. */
export function enPagina(
  configuracion: Configuracion,
  { width, height }: Medidas,
  entradas: NonNullable<ConstructorParameters<typeof PDFDocument>[0]>,
): Uint8Array {
  const pdf = new PDFDocument(entradas)
  const pen = pdf.beginPage(width, height)
  // chart.js takes a context only as that of a canvas, whose size it reads and sets; a page has none.
  const canvas = { width, height, style: {}, getContext: () => pen }
  dibujarEn(Object.assign(pen, { canvas }).canvas, configuracion)
  pdf.endPage()
  return new Uint8Array(pdf.close())
}

function dibujarEn(canvas: unknown, configuracion: Configuracion): void {
  new Chart(canvas as never, configuracion).destroy()
}
