import { type Assets, type Documento, NO_PARTS, type PartStore, type Written } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { uaFaults } from './accessibility.js'
import { openLedger } from './completeness.js'
import { openEngine } from './engine/engine.js'
import { closePage } from './engine/inside.js'
import { setGalleys } from './galley/blocks.js'
import { keptGalleys } from './galley/kept.js'
import { drawDraft } from './ink/draft.js'
import { drawStrips } from './ink/draw.js'
import { drawFurniture, drawGround, drawNoteRule } from './ink/furniture.js'
import { writeAttachments, writeMetadata } from './ink/metadata.js'
import type { Pen } from './ink/pen.js'
import { newTag, writeTags } from './ink/tags.js'
import { writePageLabels } from './pages/numbers.js'
import { writeOutline } from './pages/outline.js'
import { pageGalleys } from './pages/paged.js'

/**
 * The report as a PDF: tagged, with bookmarks, links, footnotes and true page numbers. In three steps, each taken once: the galley is set
 * (lines are broken; those of a section that is known are taken from `parts`), cut into pages, and drawn. The same tree, theme and assets give the same bytes. Throws where a picture, a
 * note or a link's target is missing, or where any word of the tree is not on the pages. The file says of itself that it meets PDF/UA-1
 * where no check of ours finds otherwise; what they find comes back with it.
 */
export async function writePdf(documento: Documento, theme: Theme, assets: Assets, parts: PartStore = NO_PARTS): Promise<Written> {
  const { images, logo } = assets
  const engine = await openEngine(documento, assets)
  const root = newTag('Document')
  const galleys = setGalleys(documento, { engine, theme, images, logo }, root, keptGalleys(parts, documento, theme, assets))
  const { pages, placeOf } = pageGalleys(galleys, theme.notas.antes + theme.notas.despues)

  const ledger = openLedger()
  let closing = Promise.resolve()
  const pngOf = (image: string | null) => {
    const picture = image === null ? logo : images.get(image)
    if (picture == null) throw new Error(`no picture «${image ?? 'logo'}»`)
    return picture.png
  }
  const numberOf = (name: string) => pages[placeOf(name).page]?.number ?? ''
  for (const { section, sheet, number, strips, notes } of pages) {
    const pen: Pen = { engine, theme, margin: sheet.margin, pageOf: numberOf, pngOf, onLine: ledger.onLine }
    const ground = strips[0]?.strip.ground ?? null
    engine.file.addPage({ size: [sheet.width, sheet.height], margin: 0 })
    if (ground !== null) drawGround(pen, sheet, ground)
    if (documento.draft !== null) drawDraft(pen, sheet, ground ?? theme.colores.papel, documento.draft)
    drawFurniture(pen, sheet, documento.header, section, number)
    drawStrips(pen, strips)
    if (notes[0] !== undefined) drawNoteRule(pen, notes[0].y)
    drawStrips(pen, notes)
    await closing
    closing = closePage(engine.file)
  }
  ledger.check(documento)

  writeOutline(engine.file, documento, placeOf)
  writePageLabels(
    engine.file,
    pages.map((page) => page.section.numbering),
  )
  writeTags(engine.file, root)
  writeAttachments(engine.file, assets.attachments, assets.date)
  const faults = uaFaults({ documento, root, missing: engine.missing })
  writeMetadata(engine.file, documento, assets.date, faults.length === 0)
  await closing
  return { bytes: await engine.finish(), faults, pages: new Map(numberedIn(documento).map((id) => [id, numberOf(id)])) }
}

/** Tables and charts with a number, which indices lead to. */
function numberedIn({ sections }: Documento): readonly string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((b) => ((b.type === 'table' || b.type === 'chart') && b.caption !== null ? [b.id] : [])),
  )
}
