import { Document, type ISectionOptions, type PageNumberEstimator } from 'docx'
import type { Assets, Documento, FontFamily } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { type Context, contextOf } from './context.js'
import { type Entity, readEntity } from './entity/entity.js'
import { entityTheme } from './entity/entity-theme.js'
import { textArea, themePage } from './measures.js'
import { styleNoteRule } from './note-rule.js'
import { stylesXml } from './styles/sheet.js'
import { clean } from './text.js'

// The mode of today's Word (2013 and after); without it Word says «modo de compatibilidad» and lays lines out as it once did.
const WORD_2013 = 15

/** What a report is written with: its tree, the theme with what the entity's own document puts in its place, and the context of its blocks. */
export interface Setting {
  readonly documento: Documento
  readonly assets: Assets
  readonly theme: Theme
  readonly entity: Entity | null
  readonly ctx: Context
}

/** `editable`: whether charts stay charts, where the assets ask for it. */
export async function settingOf(documento: Documento, own: Theme, assets: Assets, editable: boolean): Promise<Setting> {
  const entity = assets.wordStyles === null ? null : readEntity(assets.wordStyles)
  const theme = entity === null ? own : entityTheme(own, entity)
  // Loaded only when asked for: it brings the library of workbooks.
  const nativeChart =
    editable && assets.editableCharts ? (await import('./charts/native-chart.js')).nativeCharts(theme, documento.language) : null
  return { documento, assets, theme, entity, ctx: contextOf(documento, theme, assets, nativeChart, entity) }
}

/** A document of the library with these sections, and the styles, the fonts and the properties of the whole report. `pageNumbers`: what lays it out. */
export function documentOf(setting: Setting, sections: readonly ISectionOptions[], pageNumbers?: PageNumberEstimator): Document {
  const { documento, assets, theme, entity } = setting
  const upright = entity?.page ?? themePage(theme)
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
      isUnfinished(documento),
    ),
    fonts: embeddedFonts(theme, assets),
    ...(pageNumbers && { pageNumbers }),
    sections: [...sections],
  })
  styleNoteRule(document)
  return document
}

/** Whether a scorecard tells of goals that are not due yet. */
function isUnfinished({ sections }: Documento): boolean {
  return sections.some(({ blocks }) =>
    blocks.some((block) => block.type === 'scorecard' && block.counts.some(({ state }) => state === 'en-curso')),
  )
}

/** The report's own fonts, save those that the entity's styles put others in place of. */
function embeddedFonts({ fuentes }: Theme, { fonts }: Assets) {
  return [fonts.title, fonts.text].filter(({ name }) => Object.values(fuentes).includes(name)).map(embedded)
}

function embedded({ name, regular, bold, italic, boldItalic }: FontFamily) {
  return { name, data: Buffer.from(regular), bold: Buffer.from(bold), italic: Buffer.from(italic), boldItalic: Buffer.from(boldItalic) }
}
