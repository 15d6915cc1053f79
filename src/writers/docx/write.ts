import { Document, Packer } from 'docx'
import type { Assets, Documento, FontFamily } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { contextOf, within } from './context.js'
import { readEntity } from './entity/entity.js'
import { entityTheme } from './entity/entity-theme.js'
import { textArea, themePage } from './measures.js'
import { styleNoteRule } from './note-rule.js'
import { page } from './page.js'
import { pageNumbers } from './pagination.js'
import { blocks } from './render.js'
import { stable } from './stable.js'
import { stylesXml } from './styles/sheet.js'
import { clean } from './text.js'

// The mode of today's Word (2013 and after); without it Word says «modo de compatibilidad» and lays lines out as it once did.
const WORD_2013 = 15

/** The document as a Word file. The same tree, theme and assets give the same bytes. */
export async function writeDocx(documento: Documento, own: Theme, assets: Assets): Promise<Uint8Array> {
  const entity = assets.wordStyles === null ? null : readEntity(assets.wordStyles)
  const theme = entity === null ? own : entityTheme(own, entity)
  const upright = entity?.page ?? themePage(theme)
  // Loaded only when asked for: it brings the library of workbooks.
  const nativeChart = assets.editableCharts ? (await import('./charts/native-chart.js')).nativeCharts(theme, documento.language) : null
  const ctx = contextOf(documento, theme, assets, nativeChart, entity)
  const document = new Document({
    title: clean(documento.title),
    creator: clean(documento.author),
    lastModifiedBy: clean(documento.author),
    subject: clean(documento.subject),
    keywords: clean(documento.keywords.join(', ')),
    compatibility: { version: WORD_2013 },
    externalStyles: stylesXml(
      theme,
      {
        cover: textArea(themePage(theme), 'portrait').width,
        portrait: textArea(upright, 'portrait').width,
        landscape: textArea(upright, 'landscape').width,
      },
      documento.language,
      entity,
    ),
    fonts: embeddedFonts(theme, assets),
    pageNumbers: pageNumbers([...ctx.bookmarks.values()].map(({ page: name }) => name)),
    sections: documento.sections.map((section, position) => ({
      ...page(documento, position, ctx),
      children: blocks(section.blocks, within(ctx, section)),
    })),
  })
  styleNoteRule(document)
  return stable(await Packer.toBuffer(document), {
    date: assets.date,
    language: documento.language,
    listIndent: theme.lista.sangria,
    letterhead: entity?.letterhead.copied ?? null,
  })
}

/** The report's own fonts, save those that the entity's styles put others in place of. */
function embeddedFonts({ fuentes }: Theme, { fonts }: Assets) {
  return [fonts.title, fonts.text].filter(({ name }) => Object.values(fuentes).includes(name)).map(embedded)
}

function embedded({ name, regular, bold, italic, boldItalic }: FontFamily) {
  return { name, data: Buffer.from(regular), bold: Buffer.from(bold), italic: Buffer.from(italic), boldItalic: Buffer.from(boldItalic) }
}
