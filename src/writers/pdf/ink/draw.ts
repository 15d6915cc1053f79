import type { LaidLine } from '../engine/types.js'
import { markName } from '../galley/anchors.js'
import type { Mark, PageNumberMark } from '../galley/strip.js'
import { oneRun, speak } from '../galley/voice.js'
import type { Placed } from '../pages/paginate.js'
import { drawGauge } from './gauge.js'
import { drawTextLine } from './line.js'
import { addLink, decorate, type Pen, within, withinFigure } from './pen.js'
import { drawContour, drawTile } from './tiles.js'

/** Draws strips in their places on the current page, each mark inside the structure element that it belongs to. */
export function drawStrips(pen: Pen, placed: readonly Placed[]): void {
  for (const { strip, y } of placed) {
    const top = pen.margin + y
    for (const name of strip.anchors) nameHere(pen, name, top)
    for (const mark of strip.marks) {
      if (mark.type === 'line') nameNoteMarks(pen, mark.line, strip.notes, top)
      draw(mark, top, pen)
    }
  }
}

/** Gives each footnote mark that counts here (in a header printed again, none does) the name that its note leads back to. */
function nameNoteMarks(pen: Pen, line: LaidLine, notes: readonly number[], top: number): void {
  for (const { note } of line.inlines) {
    if (note !== null && notes.includes(note)) nameHere(pen, markName(note), top)
  }
}

/** A link to a place shows a little of what is above it. */
const LANDING = 6

function nameHere(pen: Pen, name: string, top: number): void {
  pen.deeds.name(name, top - LANDING)
}

type Draw<T extends Mark['type']> = (mark: Extract<Mark, { type: T }>, top: number, pen: Pen) => void

const marks: { readonly [T in Mark['type']]: Draw<T> } = {
  line: ({ line, x, y, tag }, top, pen) => drawTextLine(pen, line, pen.margin + x, top + y, tag),
  rule: ({ x, y, width, thickness, color }, top, pen) =>
    decorate(pen, (file, left) => {
      file
        .lineWidth(thickness)
        .moveTo(left + x, top + y)
        .lineTo(left + x + width, top + y)
        .stroke(color)
    }),
  box: ({ x, y, width, height, color }, top, pen) => decorate(pen, (file, left) => file.rect(left + x, top + y, width, height).fill(color)),
  disc: ({ x, y, radius, color }, top, pen) => decorate(pen, (file, left) => file.circle(left + x, top + y, radius).fill(color)),
  tile: ({ state, x, y, side, contour }, top, pen) =>
    decorate(pen, (file, left) => {
      const area = { x: left + x, y: top + y, width: side, height: side }
      drawTile(file, pen.theme, state, area)
      drawContour(file, contour, area)
    }),
  mosaic: ({ states, perRow, pitch, side, contour, x, y, width, height, tag }, top, pen) => {
    const { file } = pen.engine
    const [left, above] = [pen.margin + x, top + y]
    withinFigure(pen, tag, { x: left, y: above, width, height }, () => {
      pen.deeds.opaque()
      states.forEach((state, i) => {
        const area = { x: left + (i % perRow) * pitch, y: above + Math.floor(i / perRow) * pitch, width: side, height: side }
        drawTile(file, pen.theme, state, area)
        drawContour(file, contour, area)
      })
    })
  },
  gauge: ({ x, y, width, height, value, mark, tag }, top, pen) =>
    drawGauge(pen, { x: pen.margin + x, y: top + y, width, height }, value, mark, tag),
  image: ({ image, x, y, width, height, tag }, top, pen) => {
    const area = { x: pen.margin + x, y: top + y, width, height }
    const drawing = () => {
      pen.deeds.opaque()
      pen.deeds.image(image, area)
    }
    if (tag === null) within(pen, null, drawing)
    else withinFigure(pen, tag, area, drawing)
  },
  link: ({ place, words, x, width, height, tag }, top, pen) =>
    addLink(pen, { x: pen.margin + x, y: top, width, height }, { place }, words, tag),
  'page-number': (mark, top, pen) => drawPageNumber(mark, top, pen),
}

function draw<T extends Mark['type']>(mark: Extract<Mark, { type: T }>, top: number, pen: Pen): void {
  const render: Draw<T> = marks[mark.type as T]
  render(mark, top, pen)
}

/** PDFKit takes no dash of nothing; the round cap makes the dot. */
const DASH = 0.01
/** Least blank between the dots and the number. */
const BEFORE_NUMBER = 4

/** Dots stand on one grid down the whole index, counted from the right edge. */
function drawPageNumber({ target, x, right, baseline, voice, tag }: PageNumberMark, top: number, pen: Pen): void {
  const { engine, margin } = pen
  const { punto, paso } = pen.theme.indice
  const [line] = engine.breakLines([oneRun(pen.deeds.pageOf(target), speak(voice, null))], right)
  if (line === undefined) return
  drawTextLine(pen, line, margin + right - line.width, top + baseline - line.ascent, tag)
  const end = right - Math.ceil((line.width + BEFORE_NUMBER) / paso) * paso
  if (end <= x) return
  decorate(pen, (file, left) => {
    const y = top + baseline - punto / 2
    file
      .lineWidth(punto)
      .lineCap('round')
      .dash(DASH, { space: paso - DASH })
    file
      .moveTo(left + end, y)
      .lineTo(left + x, y)
      .stroke(pen.theme.colores.gris)
    file.undash().lineCap('butt')
  })
}
