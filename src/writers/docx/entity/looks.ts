/** The styles of the report that the entity's document has too, as the report's own style sheet will say them. */

import { elements, type XmlNode } from '../../../xml/index.js'
import {
  builtInCharacterStyles,
  builtInParagraphStyles,
  type CharacterStyle,
  ownCharacterStyles,
  ownParagraphStyles,
  type ParagraphStyle,
  SCORECARD_STYLE,
  TABLE_STYLE,
} from '../styles/names.js'
import { trimmed } from './drawings.js'
import { lineHeight } from './faces.js'
import { made, merged, NOTHING, type Properties } from './properties.js'
import { spanishNames } from './spanish-names.js'
import type { EntityStyles } from './styles.js'

export interface TakenStyle {
  /** Whether what it does not say comes from Normal; it says all otherwise. */
  readonly onNormal: boolean
  readonly look: Properties
}

export interface TakenStyles {
  readonly paragraphs: ReadonlyMap<ParagraphStyle, TakenStyle>
  readonly characters: ReadonlyMap<CharacterStyle, Properties>
  /** Lines, grounds and margins of the report's tables, by the id of their style. */
  readonly tables: ReadonlyMap<string, readonly XmlNode[]>
  /** Names of them all, as Word in Spanish shows them. */
  readonly names: readonly string[]
  /** Faces of running text and of headings, and of all that was taken. */
  readonly text: string
  readonly titles: string
  readonly faces: readonly string[]
}

// The cover is drawn on its ground and to its measures; blanks, pictures and the bars of scorecards have the height of what they hold.
const KEPT = /^(?:Title|Subtitle|Cover.*|Spacer.*|Picture|PictureAlone|ScorecardBar|FootnoteSeparator)$/u
// What a table's style says, in the schema's order, which whoever wrote it kept.
const TABLE_PARTS = new Set(['w:tblPr', 'w:trPr', 'w:tcPr', 'w:tblStylePr'])
// What Word uses where a document says nothing.
const WORD = { face: 'Times New Roman', halfPoints: 20 } as const
const LINE = 240

/** The styles that a document gives to the report. */
export function takenStyles(styles: EntityStyles): TakenStyles {
  const found = <T extends string>(kind: 'paragraph' | 'character', names: Readonly<Record<string, string>>) =>
    Object.entries(names).flatMap(([id, name]) => {
      if (KEPT.test(id)) return []
      const style = styleFor(styles, kind, id, name)
      return style === null ? [] : [{ id: id as T, style, name: (spanishNames as Readonly<Record<string, string>>)[id] ?? name }]
    })
  const paragraphs = found<ParagraphStyle>('paragraph', { ...builtInParagraphStyles, ...ownParagraphStyles })
  const characters = found<CharacterStyle>('character', { ...builtInCharacterStyles, ...ownCharacterStyles })
  const tables = [TABLE_STYLE, SCORECARD_STYLE].flatMap(({ id, name }) => {
    const style = styles.called('table', name, name)
    return style === null
      ? []
      : [
          {
            id,
            name,
            look: elements(style)
              .filter((part) => TABLE_PARTS.has(part.name))
              .map(trimmed),
          },
        ]
  })
  const normal = styles.normal === null ? NOTHING : styles.own(styles.normal)
  const under = merged(styles.defaults, normal)
  const looks = paragraphs.map(({ id, style }) => {
    const own = styles.own(style)
    const onNormal = styles.onNormal(style)
    const whole = merged(onNormal ? under : styles.defaults, own)
    return { id, onNormal, look: { ...own, paragraph: new Map([...own.paragraph, ['w:spacing', exactSpacing(whole)]]) }, whole }
  })
  const faceAt = (id: ParagraphStyle) => faceOf(looks.find((look) => look.id === id)?.whole ?? under)
  return {
    paragraphs: new Map(looks.map(({ id, onNormal, look }) => [id, { onNormal, look }] as const)),
    characters: new Map(characters.map(({ id, style }) => [id, styles.own(style)] as const)),
    tables: new Map(tables.map(({ id, look }) => [id, look] as const)),
    names: [...paragraphs, ...characters, ...tables].map(({ name }) => name),
    text: faceAt('BodyText'),
    titles: faceAt('Heading1'),
    faces: [...new Set(looks.map(({ whole }) => faceOf(whole)))],
  }
}

/** «Texto» is Word's «Texto independiente» in documents that were not made here. */
function styleFor(styles: EntityStyles, kind: 'paragraph' | 'character', id: string, name: string) {
  if (id === 'Normal') return styles.normal
  const spanish = (spanishNames as Readonly<Record<string, string>>)[id] ?? name
  return styles.called(kind, name, spanish) ?? (id === 'BodyText' ? styles.called(kind, 'Body Text', 'Texto independiente') : null)
}

const faceOf = ({ run }: Properties): string => run.get('w:rFonts')?.attributes.get('w:ascii') ?? WORD.face

/** Size of a style's letters, in points. */
const sizeOf = ({ run }: Properties): number => Number(run.get('w:sz')?.attributes.get('w:val') ?? WORD.halfPoints) / 2

/**
 * The spacing of a style with the pitch of its lines in points, as high as Word makes them: a pitch told in lines depends on who draws
 * the letters, and the indices tell true pages only where it does not (docs/decisiones/0005).
 */
function exactSpacing(whole: Properties) {
  const said = whole.paragraph.get('w:spacing')?.attributes ?? new Map<string, string>()
  const { line, lineRule, kept } = {
    line: Number(said.get('w:line') ?? LINE),
    lineRule: said.get('w:lineRule') ?? 'auto',
    kept: [...said].filter(([key]) => /^w:(?:before|after)(?:Autospacing)?$/u.test(key)),
  }
  const natural = sizeOf(whole) * lineHeight(faceOf(whole)) * 20
  const twips = lineRule === 'exact' ? line : lineRule === 'atLeast' ? Math.max(line, natural) : (natural * line) / LINE
  const pitch = { 'w:line': String(Math.max(1, Math.round(twips))), 'w:lineRule': 'exact' }
  return made('w:spacing', { 'w:before': '0', 'w:after': '0', ...Object.fromEntries(kept), ...pitch })
}
