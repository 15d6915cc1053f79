import { decimal } from '../engine/decimal.js'
import type { Engine } from '../engine/engine.js'
import type { Face } from '../engine/face.js'
import type { LaidInline, PdfFile } from '../engine/types.js'
import type { Pen } from './pen.js'

/** How far a raised stretch stands over the baseline, as a share of its size. */
const RAISED = 0.75

/** Draws stretches of a line, the line's left end at `x` and its baseline at `baseline`: points from the page's top left. */
export function drawInlines({ engine, deeds }: Pen, inlines: readonly LaidInline[], x: number, baseline: number): void {
  const { file } = engine
  for (const inline of inlines) {
    const { text, fontSize, characterSpacing, color, sup, x: left, indent } = inline
    const y = sup ? baseline - fontSize * RAISED : baseline
    deeds.opaque()
    file.fill(color)
    if (text === '') continue
    const face = faceOf(engine, inline)
    deeds.letters(face, text)
    upright(file, face.show(text, fontSize, characterSpacing, x + left + indent, file.page.height - y))
  }
  for (const group of underlined(inlines)) drawUnderline(engine, group, x, baseline)
}

/** The face of a stretch of a line. */
export function faceOf({ face }: Engine, { font, bold, italics }: LaidInline): Face {
  return face(font, bold, italics)
}

/** Writes operators of text, which PDFKit's coordinates from the top of the page would turn over. */
function upright(file: PdfFile, operators: string): void {
  file.addContent(`q\n1 0 0 -1 0 ${decimal(file.page.height)} cm\n${operators}\nQ`)
}

type Group = readonly [LaidInline, ...LaidInline[]]

/** Neighbours that are underlined in one colour. */
function underlined(inlines: readonly LaidInline[]): Group[] {
  const groups: [LaidInline, ...LaidInline[]][] = []
  inlines.forEach((inline, i) => {
    if (inline.decoration === null) return
    const before = inlines[i - 1]
    if (before?.decoration === inline.decoration && before.color === inline.color) groups.at(-1)?.push(inline)
    else groups.push([inline])
  })
  return groups
}

/** Where the line stands between the baseline and the foot of the letters, as a share. */
const UNDER = 0.45

function drawUnderline(engine: Engine, group: Group, x: number, baseline: number): void {
  const { file } = engine
  const [{ x: left, indent, color }] = group
  const largest = group.reduce((a, b) => (b.fontSize > a.fontSize ? b : a))
  const [face, { fontSize }] = [faceOf(engine, largest), largest]
  const descent = face.lineHeight(fontSize) - (face.ascender / 1000) * fontSize
  const thickness = 0.5 + Math.floor(Math.max(fontSize - 8, 0) / 2) * 0.12
  const width = group.reduce((sum, inline) => sum + inline.width, 0)
  const y = baseline + descent * UNDER - thickness / 2
  file.save()
  file.fillColor(color)
  file.rect(x + left + indent, y, width, thickness).fill()
  file.restore()
}
