import type { Theme } from '../../../theme/index.js'
import type { Engine } from '../engine/engine.js'
import type { LaidLine, PdfFile } from '../engine/types.js'
import { elementOf, type Tag } from './tags.js'

/** What drawing needs besides the marks. */
export interface Pen {
  readonly engine: Engine
  readonly theme: Theme
  /** Left and top of the body on the page, points. */
  readonly margin: number
  /** The number printed on the page where a place of the document falls. Throws where there is no such place. */
  readonly pageOf: (target: string) => string
  /** The picture of a key, or the entity's logo. Throws where there is none. */
  readonly pngOf: (image: string | null) => Uint8Array
  /** Told of every line that is drawn. */
  readonly onLine: (line: LaidLine) => void
}

/** Draws inside an element of the structure or, without one, as decoration that a screen reader passes over. */
export function within({ engine }: Pen, tag: Tag | null, drawing: () => void): void {
  if (tag === null) engine.file.markContent('Artifact', { type: 'Layout' })
  else tag.children.push(engine.file.markStructureContent(tag.role))
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
  tag.box = box
  elementOf(pen.engine.file, tag)
  within(pen, tag, drawing)
}

/** Draws what says nothing, full of ink. `left` is the body's left edge. */
export function decorate(pen: Pen, drawing: (file: PdfFile, left: number) => void): void {
  within(pen, null, () => drawing(pen.engine.file.opacity(1), pen.margin))
}

/** Points from the page's top left. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a link leads: a named place of the document, or an address outside it. */
export type Target = { readonly place: string } | { readonly url: string }

/**
 * Makes an area of the page a link, which `words` name. `tag` is its element of the structure; where there is none the link is a
 * repetition, and left out: every annotation has its place in the structure.
 */
export function addLink(pen: Pen, area: Area, target: Target, words: string, tag: Tag | null): void {
  if (tag === null) return
  const { file } = pen.engine
  const { x, y, width, height } = area
  tag.links.push({ words, page: file.bufferedPageRange().count - 1 })
  const options = { structParent: elementOf(file, tag), Contents: new String(words) }
  if ('url' in target) file.link(x, y, width, height, target.url, options)
  else {
    // asked for its own sake: a link that leads nowhere is found here
    pen.pageOf(target.place)
    file.goTo(x, y, width, height, target.place, options)
  }
}
