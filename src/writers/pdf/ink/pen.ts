import type { Theme } from '../../../theme/index.js'
import type { Engine } from '../engine/engine.js'
import type { PdfFile } from '../engine/types.js'
import type { Area, Deeds, Target } from './deeds.js'
import type { Tag } from './tags.js'

/** What drawing needs besides the marks. */
export interface Pen {
  readonly engine: Engine
  readonly theme: Theme
  /** Left and top of the body on the page, points. */
  readonly margin: number
  readonly deeds: Deeds
}

/** Draws inside an element of the structure or, without one, as decoration that a screen reader passes over. */
export function within({ engine, deeds }: Pen, tag: Tag | null, drawing: () => void): void {
  if (tag === null) engine.file.markContent('Artifact', { type: 'Layout' })
  else deeds.hold(tag)
  drawing()
  engine.file.endMarkedContent()
}

/** Draws what comes back on every page: decoration too, but a reader may want to find or hide it. PDFKit cannot say which of them it is. */
export function onEveryPage({ engine }: Pen, kind: 'Header' | 'Footer' | 'Watermark', drawing: () => void): void {
  engine.file.addContent(`/Artifact << /Type /Pagination /Subtype /${kind} >> BDC`)
  drawing()
  engine.file.addContent('EMC')
}

/** Draws a figure, whose element is told where it stands. */
export function withinFigure(pen: Pen, tag: Tag, box: Area, drawing: () => void): void {
  pen.deeds.figure(tag, box)
  within(pen, tag, drawing)
}

/** Draws what says nothing, full of ink. `left` is the body's left edge. */
export function decorate(pen: Pen, drawing: (file: PdfFile, left: number) => void): void {
  within(pen, null, () => {
    pen.deeds.opaque()
    drawing(pen.engine.file, pen.margin)
  })
}

/**
 * Makes an area of the page a link, which `words` name. `tag` is its element of the structure; where there is none the link is a
 * repetition, and left out: every annotation has its place in the structure.
 */
export function addLink(pen: Pen, area: Area, target: Target, words: string, tag: Tag | null): void {
  if (tag !== null) pen.deeds.link(tag, area, target, words)
}
