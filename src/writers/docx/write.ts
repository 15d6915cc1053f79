import type { Assets, Documento } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { within } from './context.js'
import { documentOf, settingOf } from './document.js'
import { packageOf, partsOf } from './package.js'
import { page } from './page.js'
import { measureSections } from './pages/measure.js'
import { pageNumbers } from './pages/numbers.js'
import { blocks } from './render.js'

/**
 * The document as a Word file. The same tree, theme and assets give the same bytes. `pagesOf`: the number that the page of each block
 * shows, asked for once all the rest is written, for whoever has it laid out meanwhile.
 */
export async function writeDocx(
  documento: Documento,
  own: Theme,
  assets: Assets,
  pagesOf: () => Promise<ReadonlyMap<string, string>> = () => pageNumbers(documento, own, assets, measureSections),
): Promise<Uint8Array> {
  const setting = await settingOf(documento, own, assets, true)
  const { ctx, entity, theme } = setting
  const sections = documento.sections.map((section, position) => ({
    ...page(documento, position, ctx),
    children: blocks(section.blocks, within(ctx, section)),
  }))
  const parts = partsOf(documentOf(setting, sections))
  const numbers = await pagesOf()
  const pages = new Map([...ctx.bookmarks].map(([id, bookmark]) => [bookmark.page, numbers.get(id)]))
  return packageOf(parts, (place) => pages.get(place), {
    date: assets.date,
    language: documento.language,
    listIndent: theme.lista.sangria,
    letterhead: entity?.letterhead.copied ?? null,
  })
}
