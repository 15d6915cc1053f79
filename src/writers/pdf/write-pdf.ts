import { type Assets, type Documento, NO_PARTS, type PartStore, type Section, type Written } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { uaFaults } from './accessibility.js'
import { openLedger } from './completeness.js'
import { compressorIn } from './engine/compressed.js'
import { type Engine, openEngine } from './engine/engine.js'
import { closePage } from './engine/inside.js'
import { levelsOf } from './galley/heading.js'
import { deedsIn } from './ink/deeds.js'
import { drawDraft } from './ink/draft.js'
import { drawGround, furnitureOf } from './ink/furniture.js'
import { writeAttachments, writeMetadata } from './ink/metadata.js'
import type { Pen } from './ink/pen.js'
import { newTag, tagsIn, writeTags } from './ink/tags.js'
import { keptSections } from './kept.js'
import { writePageLabels } from './pages/numbers.js'
import { writeOutline } from './pages/outline.js'
import { type Numbered, numberPages } from './pages/paged.js'
import { type SectionPages, setPages } from './sections.js'

/**
 * The report as a PDF: tagged, with bookmarks, links, footnotes and true page numbers. In three steps, each taken once: the galley is set
 * (lines are broken), cut into pages, and drawn; the pages of a section that was drawn before are taken from `parts`, and only their
 * margins are drawn. The same tree, theme and assets give the same bytes, with parts or without. Throws where a picture, a note or a link's
 * target is missing, or where any word of the tree is not on the pages. The file says of itself that it meets PDF/UA-1 where no check of
 * ours finds otherwise; what they find comes back with it.
 */
export async function writePdf(documento: Documento, theme: Theme, assets: Assets, parts: PartStore = NO_PARTS): Promise<Written> {
  const draw = await setPdf(documento, theme, assets, parts)
  return await draw(assets.images)
}

/** Draws the pages of a document that is set, with these pictures: as large as those that it was set with. */
export type DrawPdf = (images: Assets['images']) => Promise<Written>

/** The first two steps of `writePdf`, for which the size of a picture is enough; gives what takes the third, once. */
export async function setPdf(documento: Documento, theme: Theme, assets: Assets, parts: PartStore = NO_PARTS): Promise<DrawPdf> {
  const { images, logo } = assets
  const engine = await openEngine(documento, assets)
  const levels = levelsOf(documento)
  const kept = keptSections(parts, documento, levels, theme, assets)
  const setAnew = (section: Section) => kept.keeping(setPages(section, { engine, theme, images, logo, levels }))
  const found = documento.sections.map((section) => kept.known(section) ?? setAnew(section))
  const { numbers, placeOf } = numberPages(found)
  const pageOf = (name: string) => numbers[placeOf(name).page] ?? ''
  // Set anew, they have as many pages: the numbers stay.
  const sections = found.map((pages) =>
    [...pages.printed].every(([place, number]) => pageOf(place) === number) ? pages : setAnew(pages.section),
  )
  return (pictures) =>
    drawPages(documento, { theme, assets: { ...assets, images: pictures }, parts, engine, sections, numbers, pageOf, placeOf })
}

/** A document that is set: its sections, with their pages, and where its places fall. */
interface SetDocument extends Pick<Numbered, 'numbers' | 'placeOf'> {
  readonly theme: Theme
  readonly assets: Assets
  readonly parts: PartStore
  readonly engine: Engine
  /** Each is taken out once it is drawn, for nobody to hold its lines any longer: of a long report that is most of what there is. */
  readonly sections: SectionPages[]
  readonly pageOf: (name: string) => string
}

async function drawPages(
  documento: Documento,
  { theme, assets, parts, engine, sections, numbers, pageOf, placeOf }: SetDocument,
): Promise<Written> {
  const { images, logo } = assets
  const root = newTag('Document')
  for (const { tag, missing } of sections) {
    root.children.push(tag)
    for (const char of missing) engine.missing.add(char)
  }

  const ledger = openLedger()
  const pngOf = (image: string | null) => {
    const picture = image === null ? logo : images.get(image)
    if (picture == null) throw new Error(`no picture «${image ?? 'logo'}»`)
    return picture.png
  }
  const deeds = deedsIn({ engine, pngOf, pageOf, drew: ledger.drew })
  const { compress, keep } = compressorIn(parts, documento.title)
  const numbering = sections.flatMap(({ section, bodies }) => bodies.map(() => section.numbering))
  let closing = Promise.resolve()
  let page = 0
  for (let set = sections.shift(); set !== undefined; set = sections.shift()) {
    const { section, sheet, bodies } = set
    const pen: Pen = { engine, theme, margin: sheet.margin, deeds }
    const drawFurniture = furnitureOf(pen, sheet, documento.header, section)
    for (const { ground, draw } of bodies) {
      engine.file.addPage({ size: [sheet.width, sheet.height], margin: 0 })
      if (ground !== null) drawGround(pen, sheet, ground)
      if (documento.draft !== null) drawDraft(pen, sheet, ground ?? theme.colores.papel, documento.draft)
      drawFurniture(numbers[page++] ?? '')
      draw(pen)
      await closing
      closing = closePage(engine.file, compress)
    }
  }
  ledger.check(documento)

  writeOutline(engine.file, documento, placeOf)
  writePageLabels(engine.file, numbering)
  const tags = tagsIn(root)
  writeTags(engine.file, root, tags)
  writeAttachments(engine.file, assets.attachments, assets.date)
  const faults = uaFaults({ documento, tags, missing: engine.missing })
  writeMetadata(engine.file, documento, assets.date, faults.length === 0)
  await closing
  keep(numbers.length)
  return { bytes: await engine.finish(), faults, pages: new Map(numberedIn(documento).map((id) => [id, pageOf(id)])) }
}

/** Tables and charts with a number, which indices lead to. */
function numberedIn({ sections }: Documento): readonly string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((b) => ((b.type === 'table' || b.type === 'chart') && b.caption !== null ? [b.id] : [])),
  )
}
