import type { Assets } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import type { Engine } from '../engine/engine.js'
import type { LaidLine } from '../engine/types.js'
import { markName } from '../galley/anchors.js'
import type { Mark, PageNumberMark } from '../galley/strip.js'
import { oneRun, speak } from '../galley/voice.js'
import type { Placed } from '../pages/paginate.js'
import type { Tag } from './tags.js'
import { drawTile } from './tiles.js'

/** What drawing needs besides the marks. */
export interface Pen {
  readonly engine: Engine
  readonly theme: Theme
  readonly images: Assets['images']
  /** Left and top of the body on the page, points. */
  readonly margin: number
  /** The number printed on the page where a block falls. */
  readonly pageOf: (target: string) => string
  /** Told of every line that is drawn. */
  readonly onLine: (line: LaidLine) => void
}

/** Draws strips in their places on the current page, each mark inside the structure element that it belongs to. */
export function drawStrips(pen: Pen, placed: readonly Placed[]): void {
  for (const { strip, y } of placed) {
    const top = pen.margin + y
    for (const name of strip.anchors) pen.engine.file.addNamedDestination(name, 'XYZ', pen.margin, top, null)
    for (const mark of strip.marks) within(pen.engine, tagOf(mark), () => draw(mark, top, pen))
  }
}

/** Draws inside an element of the structure or, without one, as decoration that a screen reader passes over. */
export function within(engine: Engine, tag: Tag | null, drawing: () => void): void {
  if (tag === null) engine.file.markContent('Artifact', { type: 'Layout' })
  else tag.contents.push(engine.file.markStructureContent(tag.role))
  drawing()
  engine.file.endMarkedContent()
}

function tagOf(mark: Mark): Tag | null {
  return 'tag' in mark ? mark.tag : null
}

type Draw<T extends Mark['type']> = (mark: Extract<Mark, { type: T }>, top: number, pen: Pen) => void

const marks: { readonly [T in Mark['type']]: Draw<T> } = {
  line: ({ line, x, y }, top, pen) => {
    for (const { note, x: dx } of line.inlines) {
      // the bit above the line keeps it in view when the note leads back to it
      if (note !== null) pen.engine.file.addNamedDestination(markName(note), 'XYZ', pen.margin + x + dx, top + y, null)
    }
    pen.engine.drawLine(line, pen.margin + x, top + y)
    pen.onLine(line)
  },
  rule: ({ x, y, width, thickness, color }, top, { engine, margin }) => {
    engine.file.opacity(1).lineWidth(thickness)
    engine.file
      .moveTo(margin + x, top + y)
      .lineTo(margin + x + width, top + y)
      .stroke(color)
  },
  box: ({ x, y, width, height, color }, top, { engine, margin }) => {
    engine.file
      .opacity(1)
      .rect(margin + x, top + y, width, height)
      .fill(color)
  },
  disc: ({ x, y, radius, color }, top, { engine, margin }) => {
    engine.file
      .opacity(1)
      .circle(margin + x, top + y, radius)
      .fill(color)
  },
  image: ({ key, x, y, width, height }, top, { engine, images, margin }) => {
    const picture = images.get(key)
    if (picture === undefined) throw new Error(`no picture «${key}»`)
    const { buffer, byteOffset, byteLength } = picture.png
    engine.file.image(Buffer.from(buffer, byteOffset, byteLength), margin + x, top + y, { width, height })
  },
  tile: ({ state, x, y, side }, top, { engine, theme, margin }) => drawTile(engine.file, theme, state, margin + x, top + y, side),
  'page-number': (mark, top, pen) => drawPageNumber(mark, top, pen),
}

function draw<T extends Mark['type']>(mark: Extract<Mark, { type: T }>, top: number, pen: Pen): void {
  const render: Draw<T> = marks[mark.type as T]
  render(mark, top, pen)
}

const DOT = { width: 0.8, pitch: 2.4, before: 4 }

/** Dots stand on one grid down the whole index, counted from the right edge. */
function drawPageNumber({ target, x, right, baseline, voice }: PageNumberMark, top: number, pen: Pen): void {
  const { engine, margin } = pen
  const speech = { ...speak(voice, null), destination: target }
  const [line] = engine.breakLines([oneRun(pen.pageOf(target), speech)], right)
  if (line === undefined) return
  const left = right - line.getWidth()
  engine.drawLine(line, margin + left, top + baseline - line.getAscenderHeight())
  const end = right - Math.ceil((line.getWidth() + DOT.before) / DOT.pitch) * DOT.pitch
  if (end <= x) return
  engine.file
    .lineWidth(DOT.width)
    .lineCap('round')
    .dash(0.01, { space: DOT.pitch - 0.01 })
  engine.file
    .moveTo(margin + end, top + baseline - 0.4)
    .lineTo(margin + x, top + baseline - 0.4)
    .stroke(pen.theme.colores.gris)
  engine.file.undash().lineCap('butt')
}
