import { type Assets, type Documento, NO_PARTS, type PartStore } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { bodyOf } from './body/kept.js'
import { documentOf, type Setting, settingOf } from './document.js'
import { type Parts, packageOf, partsOf } from './package.js'
import { page } from './page.js'
import { measureSections } from './pages/measure.js'
import { pageNumbers } from './pages/numbers.js'

/**
 * The document as a Word file. The same tree, theme and assets give the same bytes. `pagesOf`: the number that the page of each block
 * shows, asked for once all the rest is written, for whoever has it laid out meanwhile. `store`: sections that were written before.
 */
export async function writeDocx(
  documento: Documento,
  own: Theme,
  assets: Assets,
  pagesOf: () => Promise<ReadonlyMap<string, string>> = () => pageNumbers(documento, own, assets, measureSections),
  store: PartStore = NO_PARTS,
): Promise<Uint8Array> {
  const setting = await settingOf(documento, own, assets, true)
  const { ctx, entity, theme } = setting
  const parts = writtenParts(setting, store)
  const numbers = await pagesOf()
  const pages = new Map([...ctx.bookmarks].map(([id, bookmark]) => [bookmark.page, numbers.get(id)]))
  return packageOf(parts, (place) => pages.get(place), {
    date: assets.date,
    language: documento.language,
    listIndent: theme.lista.sangria,
    letterhead: entity?.letterhead.copied ?? null,
  })
}

/** All but the page numbers. What the library made of the document is let go here, and not held while its pages are awaited. */
function writtenParts(setting: Setting, store: PartStore): Parts {
  const body = bodyOf(setting, store)
  const sections = body.children.map((children, position) => ({
    ...page(setting.documento, position, setting.ctx),
    children: [...children],
  }))
  return body.whole(partsOf(documentOf(setting, sections)))
}
