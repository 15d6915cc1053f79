import type { Assets, Documento } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { openLedger } from './completeness.js'
import { openEngine } from './engine/engine.js'
import { markName } from './galley/anchors.js'
import { type Galley, setGalleys } from './galley/blocks.js'
import { drawStrips } from './ink/draw.js'
import { drawFurniture, drawNoteRule, NOTE_RULE } from './ink/furniture.js'
import type { Pen } from './ink/pen.js'
import { rootTag, writeTags } from './ink/tags.js'
import { pageLabelRanges, pageLabels } from './pages/numbers.js'
import { writeOutline } from './pages/outline.js'
import { type Page, paginate } from './pages/paginate.js'
import { sheetOf } from './pages/sheet.js'

/**
 * The report as a PDF: tagged, with bookmarks, links, footnotes and true page numbers. In three steps, each taken once: the galley is set
 * (pdfmake breaks the lines), cut into pages, and drawn. The same tree, theme and assets give the same bytes. Throws where a picture, a
 * note or a link's target is missing, or where any word of the tree is not on the pages.
 */
export async function writePdf(documento: Documento, theme: Theme, assets: Assets): Promise<Uint8Array> {
  const sheet = sheetOf(theme)
  const engine = openEngine(documento, assets)
  const root = rootTag()
  const galleys = setGalleys(documento, { engine, theme, images: assets.images, sheet }, root)
  const room = { height: sheet.bodyHeight, rule: NOTE_RULE.above + NOTE_RULE.under }
  const pages = galleys.flatMap((galley) => paginate(galley.strips, galley.notes, room).map((page) => ({ ...page, galley })))
  const kinds = pages.map((page) => page.galley.section.numbering)
  const labels = pageLabels(kinds)
  const places = placesOf(pages)
  const pageOf = (target: string) => {
    const page = places.get(target)
    if (page === undefined) throw new Error(`nothing in the document is called «${target}», which a link leads to`)
    return page
  }

  const ledger = openLedger()
  const pen: Pen = {
    engine,
    theme,
    images: assets.images,
    margin: sheet.margin,
    pageOf: (target) => labels[pageOf(target)] ?? '',
    onLine: ledger.onLine,
  }
  pages.forEach(({ galley, strips, notes }, i) => {
    engine.file.addPage({ size: [sheet.width, sheet.height], margin: 0 })
    drawFurniture(pen, sheet, documento.header, galley.section, labels[i] ?? '')
    drawStrips(pen, strips)
    if (notes[0] !== undefined) drawNoteRule(pen, notes[0].y)
    drawStrips(pen, notes)
  })
  ledger.check(documento)

  writeOutline(engine.file, documento, pageOf)
  engine.file._root.data.PageLabels = {
    Nums: pageLabelRanges(kinds).flatMap(({ from, style }) => [from, style === null ? {} : { S: style }]),
  }
  writeTags(engine.file, root)
  return engine.finish()
}

/** The page (0 is the first) of every place that a link may lead to. */
function placesOf(pages: readonly (Page & { readonly galley: Galley })[]): Map<string, number> {
  const places = new Map<string, number>()
  pages.forEach(({ strips, notes }, page) => {
    for (const { strip } of [...strips, ...notes]) {
      for (const name of [...strip.anchors, ...strip.notes.map(markName)]) {
        if (places.has(name)) throw new Error(`two places in the document are called «${name}»`)
        places.set(name, page)
      }
    }
  })
  return places
}
