import { Document, Packer } from 'docx'
import type { Assets, Documento, FontFamily } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { contextOf, within } from './context.js'
import { styleNoteRule } from './note-rule.js'
import { page, textArea } from './page.js'
import { pageNumbers } from './pagination.js'
import { blocks } from './render.js'
import { stable } from './stable.js'
import { stylesXml } from './styles/sheet.js'
import { clean } from './text.js'

// The mode of today's Word (2013 and after); without it Word says «modo de compatibilidad» and lays lines out as it once did.
const WORD_2013 = 15

/** The document as a Word file. The same tree, theme and assets give the same bytes. */
export async function writeDocx(documento: Documento, theme: Theme, assets: Assets): Promise<Uint8Array> {
  // Loaded only when asked for: it brings the library of workbooks.
  const nativeChart = assets.editableCharts ? (await import('./charts/native-chart.js')).nativeCharts(theme, documento.language) : null
  const ctx = contextOf(documento, theme, assets, nativeChart)
  const document = new Document({
    title: clean(documento.title),
    creator: clean(documento.author),
    lastModifiedBy: clean(documento.author),
    subject: clean(documento.subject),
    keywords: clean(documento.keywords.join(', ')),
    compatibility: { version: WORD_2013 },
    externalStyles: stylesXml(
      theme,
      { portrait: textArea(theme, 'portrait').width, landscape: textArea(theme, 'landscape').width },
      documento.language,
    ),
    fonts: [embedded(assets.fonts.title), embedded(assets.fonts.text)],
    pageNumbers: pageNumbers([...ctx.bookmarks.values()].map(({ page: name }) => name)),
    sections: documento.sections.map((section, position) => ({
      ...page(documento, position, theme),
      children: blocks(section.blocks, within(ctx, section)),
    })),
  })
  styleNoteRule(document)
  return stable(await Packer.toBuffer(document), { date: assets.date, language: documento.language, listIndent: theme.lista.sangria })
}

function embedded({ name, regular, bold, italic, boldItalic }: FontFamily) {
  return { name, data: Buffer.from(regular), bold: Buffer.from(bold), italic: Buffer.from(italic), boldItalic: Buffer.from(boldItalic) }
}
