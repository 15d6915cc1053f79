import type { Theme } from '../../../theme/index.js'
import { writeXml } from '../../../xml/index.js'
import type { Entity } from '../entity/entity.js'
import { characterXml, entityDefaults, themeBase, withEntity } from '../entity/sheet.js'
import { escaped } from '../text.js'
import { twips } from '../units.js'
import {
  builtInCharacterStyles,
  builtInParagraphStyles,
  type CharacterStyle,
  chipStyles,
  ownCharacterStyles,
  ownParagraphStyles,
  type ParagraphStyle,
  SCORECARD_STYLE,
  TABLE_STYLE,
} from './names.js'
import { ofTheme, paragraphDefinitions, type TextWidths } from './paragraphs.js'
import { chipLook } from './states.js'
import { border, type RunLook, runLook, runXml, shading } from './xml.js'

const PLAIN_CHARACTER = 'DefaultParagraphFont'
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * `styles.xml` of a theme: everything of a document that is look and not structure. `widths` of the text on each kind of page, in
 * points; `language` such as `es-CO`; `entity`, what the entity's own document says in place of the theme; `unfinished`, whether it tells
 * of a year that goes on.
 */
export function stylesXml(theme: Theme, widths: TextWidths, language: string, entity: Entity | null, unfinished: boolean): string {
  return [
    `<w:styles xmlns:w="${NAMESPACE}">`,
    entity === null ? defaults(theme, language) : entityDefaults(entity, language),
    ...paragraphStyles(theme, widths, entity),
    ...characterStyles(theme, entity, unfinished),
    ...tableStyles(theme, entity),
    ...(entity?.letterhead.copied.styles ?? []).map(writeXml),
    '</w:styles>',
  ].join('')
}

function defaults(theme: Theme, language: string): string {
  const run = runXml(runLook(theme.estilos.texto, theme)).replace('</w:rPr>', `${spoken(language)}</w:rPr>`)
  return `<w:docDefaults><w:rPrDefault>${run}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`
}

const spoken = (language: string) => `<w:lang w:val="${escaped(language)}" w:eastAsia="${escaped(language)}"/>`

function paragraphStyles(theme: Theme, widths: TextWidths, entity: Entity | null): string[] {
  const definitions = paragraphDefinitions(theme, widths)
  const names: Record<ParagraphStyle, string> = { ...builtInParagraphStyles, ...ownParagraphStyles }
  const styles = entries(definitions).map(([id, definition]) => {
    const { base, body } = entity === null ? ofTheme(id, definition) : withEntity(id, definition, entity)
    const basedOn = base === null ? '' : `<w:basedOn w:val="${base}"/>`
    const next = definition.next === undefined ? '' : `<w:next w:val="${definition.next}"/>`
    const kind = id === 'Normal' ? 'w:default="1"' : id in ownParagraphStyles ? 'w:customStyle="1"' : ''
    return `<w:style w:type="paragraph" ${kind} w:styleId="${id}"><w:name w:val="${names[id]}"/>${basedOn}${next}<w:qFormat/>${body}</w:style>`
  })
  return entity === null ? styles : [...styles, themeBase(definitions.Normal)]
}

function characterStyles(theme: Theme, entity: Entity | null, unfinished: boolean): string[] {
  const { colores, fuentes } = theme
  const house = { color: colores.casa }
  const looks: Record<CharacterStyle, RunLook> = {
    Strong: { bold: true },
    Emphasis: { italics: true },
    Hyperlink: { ...house, underline: true },
    FootnoteReference: { superscript: true },
    PageNumber: runLook(theme.estilos.numeroPagina, theme),
    LineNumber: { color: colores.gris, size: theme.estilos.nota.cuerpo },
    ProductCode: { ...house, font: fuentes.titulos, bold: true },
    Reference: house,
    CaptionNumber: house,
    IndexEntry: { color: colores.tinta, underline: false },
    IndexLabel: { ...house, bold: true, underline: false },
    Behind: { color: colores.rezago, bold: true },
    Ahead: { color: colores.logro, bold: true },
    Secondary: { color: colores.gris },
    ScorecardUnit: { size: theme.ficha.unidad },
    ChipVerde: chipLook('verde', theme),
    ChipAmarillo: chipLook('amarillo', theme),
    ChipRojo: chipLook('rojo', theme),
    ChipSinMeta: chipLook('sin-meta', theme),
    ChipCumplido: chipLook('cumplido', theme),
    ChipEnCurso: chipLook('en-curso', theme),
  }
  const names: Record<CharacterStyle, string> = { ...builtInCharacterStyles, ...ownCharacterStyles }
  const used = entries(looks).filter(([id]) => unfinished || id !== chipStyles['en-curso'])
  const styles = used.map(([id, look]) => {
    const kind = id in ownCharacterStyles ? 'w:customStyle="1"' : ''
    const basedOn = `<w:basedOn w:val="${PLAIN_CHARACTER}"/>`
    return `<w:style w:type="character" ${kind} w:styleId="${id}"><w:name w:val="${names[id]}"/>${basedOn}<w:qFormat/>${characterXml(entity?.styles.characters.get(id)) ?? runXml(look)}</w:style>`
  })
  return [
    `<w:style w:type="character" w:default="1" w:styleId="${PLAIN_CHARACTER}"><w:name w:val="Default Paragraph Font"/></w:style>`,
    ...styles,
  ]
}

function tableStyles({ tabla, colores, ficha }: Theme, entity: Entity | null): string[] {
  const hairline = { width: tabla.filete, color: colores.linea, space: 0 }
  const rule = border('w:bottom', { width: tabla.fileteTitulo, color: colores.casa, space: 0 })
  const margin = (side: string, points: number) => `<w:${side} w:w="${twips(points)}" w:type="dxa"/>`
  const margins = (vertical: number, horizontal: number) =>
    `<w:tblCellMar>${margin('top', vertical)}${margin('left', horizontal)}${margin('bottom', vertical)}${margin('right', horizontal)}</w:tblCellMar>`
  const own = ({ id, name }: typeof TABLE_STYLE | typeof SCORECARD_STYLE, look: readonly string[]) => {
    const body = entity?.styles.tables.get(id)?.map(writeXml) ?? look
    return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/>${body.join('')}</w:style>`
  }
  const report = [
    `<w:tblPr><w:tblBorders>${border('w:bottom', hairline)}${border('w:insideH', hairline)}</w:tblBorders>`,
    `${margins(tabla.celdaVertical, tabla.celdaHorizontal)}</w:tblPr>`,
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${rule}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`,
    // The first column's text stands on the margin, in line with the paragraphs around.
    `<w:tblStylePr w:type="firstCol"><w:tcPr><w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar></w:tcPr></w:tblStylePr>`,
  ]
  const scorecard = [
    `<w:tblPr>${margins(ficha.aireVertical, ficha.aireHorizontal)}</w:tblPr>`,
    `<w:tcPr>${shading({ pattern: 'clear', fill: colores.velo, color: colores.velo })}</w:tcPr>`,
  ]
  const plain = `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${margins(0, 0)}</w:tblPr>`
  return [
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>${plain}</w:style>`,
    own(TABLE_STYLE, report),
    own(SCORECARD_STYLE, scorecard),
  ]
}

function entries<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][]
}
