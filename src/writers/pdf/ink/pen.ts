import type { Assets } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import type { Engine } from '../engine/engine.js'
import type { LaidLine, PdfFile } from '../engine/types.js'
import { elementOf, type Tag } from './tags.js'

/** What drawing needs besides the marks. */
export interface Pen {
  readonly engine: Engine
  readonly theme: Theme
  readonly images: Assets['images']
  /** Left and top of the body on the page, points. */
  readonly margin: number
  /** The number printed on the page where a place of the document falls. Throws where there is no such place. */
  readonly pageOf: (target: string) => string
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

/** Draws what says nothing, full of ink: pdfmake leaves the opacity of the last text behind. `left` is the body's left edge. */
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

/** Makes an area of the page a link. `tag` is its element of the structure, null where the link is only a repetition. */
export function addLink(pen: Pen, area: Area, target: Target, tag: Tag | null): void {
  const { file } = pen.engine
  const options = tag === null ? {} : { structParent: elementOf(file, tag) }
  if ('url' in target) file.link(area.x, area.y, area.width, area.height, target.url, options)
  else {
    // asked for its own sake: a link that leads nowhere is found here
    pen.pageOf(target.place)
    file.goTo(area.x, area.y, area.width, area.height, target.place, options)
  }
}
