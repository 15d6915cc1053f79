/** The report's style sheet where the entity's own document has a say in it. */

import { elements, readXml, writeXml, type XmlNode } from '../../../xml/index.js'
import type { ParagraphStyle } from '../styles/names.js'
import { ofTheme, type ParagraphDefinition } from '../styles/paragraphs.js'
import { paragraphXml, runXml } from '../styles/xml.js'
import { escaped } from '../text.js'
import type { Entity } from './entity.js'
import type { TakenStyle } from './looks.js'
import { ordered, type Properties } from './properties.js'

/** What the theme's styles are based on where Normal is the entity's: Normal as the theme has it. */
const THEME_BASE = { id: 'ReportBase', name: 'Base del informe' } as const

/** A style as the entity's document says it, with what makes it do its job in a report; as the theme says it, where that document has none. */
export function withEntity(
  id: ParagraphStyle,
  definition: ParagraphDefinition,
  entity: Entity,
): { readonly base: string | null; readonly body: string } {
  const taken = entity.styles.paragraphs.get(id)
  if (taken !== undefined) return { base: taken.onNormal ? 'Normal' : null, body: takenXml(taken, definition) }
  if (id === 'BodyText') return { base: 'Normal', body: paragraphXml(bodySpacing(definition, entity)) }
  const { base, body } = ofTheme(id, definition)
  return { base: base === 'Normal' ? THEME_BASE.id : base, body }
}

/** The style that the theme's own are based on. */
export function themeBase(normal: ParagraphDefinition): string {
  const look = paragraphXml({ ...normal.paragraph, left: 0, right: 0 })
  const name = `<w:name w:val="${THEME_BASE.name}"/>`
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${THEME_BASE.id}">${name}${look}${runXml(normal.run ?? {})}</w:style>`
}

/** Letters of a character style that was taken; undefined where it was not. */
export const characterXml = (look: Properties | undefined): string | undefined => look && container('w:rPr', ordered(look.run, 'run'))

/** What the entity's document says where no style does, in the report's language. */
export function entityDefaults({ defaults }: Entity, language: string): string {
  const spoken = `<w:lang w:val="${escaped(language)}" w:eastAsia="${escaped(language)}"/>`
  const run = ordered(defaults.run, 'run').map(writeXml).join('')
  const paragraph = container('w:pPr', ordered(defaults.paragraph, 'paragraph'))
  return `<w:docDefaults><w:rPrDefault><w:rPr>${run}${spoken}</w:rPr></w:rPrDefault><w:pPrDefault>${paragraph}</w:pPrDefault></w:docDefaults>`
}

function takenXml({ look }: TakenStyle, { paragraph = {} }: ParagraphDefinition): string {
  const { keepNext, keepLines, outline, list, tabs, uncounted, left, hanging } = paragraph
  // A list's indent is mostly said where its numbers are, which do not come along.
  const indent = list === undefined || look.paragraph.has('w:ind') ? {} : { left, hanging }
  const job = { keepNext, keepLines, outline, list, tabs, uncounted, ...indent }
  const given = Object.fromEntries(Object.entries(job).filter(([, value]) => value !== undefined))
  const own = elements(readXml(paragraphXml(given))).map((node) => [node.name, node] as const)
  const joined = new Map([...look.paragraph, ...own])
  return container('w:pPr', ordered(joined, 'paragraph')) + container('w:rPr', ordered(look.run, 'run'))
}

/** Running text whose document tells paragraphs apart neither by a space nor by an indent keeps the theme's space. */
function bodySpacing({ paragraph = {} }: ParagraphDefinition, { styles }: Entity) {
  const normal = styles.paragraphs.get('Normal')?.look.paragraph
  const says = (name: string, ...keys: readonly string[]) => keys.some((key) => Number(normal?.get(name)?.attributes.get(key) ?? 0) > 0)
  return says('w:spacing', 'w:before', 'w:after') || says('w:ind', 'w:firstLine')
    ? {}
    : { before: paragraph.before ?? 0, after: paragraph.after ?? 0 }
}

const container = (name: string, children: readonly XmlNode[]): string =>
  children.length === 0 ? '' : `<${name}>${children.map(writeXml).join('')}</${name}>`
