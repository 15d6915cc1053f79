import { attribute, tokens } from './xml.js'

/** What a style says that the paragraphs under it are. */
export interface StyleRole {
  /** Depth of a title; null for what is none. */
  readonly depth: number | null
  /** A line of the contents or of an index of tables. */
  readonly index: boolean
  readonly bullet: boolean
  /** A paragraph that goes on within an item of a list, and how deep, from 0; null for what does not. */
  readonly continues: number | null
  readonly quote: boolean
  /** List that the style itself belongs to, and its level there; null for none. */
  readonly list: ListPlace | null
  /** Item of a list by the style's own name, whether or not the style says in which; null for what is none. */
  readonly item: { readonly ordered: boolean; readonly level: number } | null
  readonly strong: boolean
  readonly emphasis: boolean
}

/** A place in the lists of a part `word/numbering.xml`: the number by which paragraphs name a list, and the level, from 0. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

interface Style {
  name: string
  level: number | null
  basedOn: string | null
  list: string | null
  listLevel: number
  strong: boolean | null
  emphasis: boolean | null
}

/** Roles of the styles of a part `word/styles.xml`, by id. */
export function rolesOf(xml: string): ReadonlyMap<string, StyleRole> {
  const styles = new Map<string, Style>()
  let style: Style | null = null
  for (const token of tokens(xml)) {
    if (token.kind !== 'open') continue
    const value = attribute(token.attributes, 'w:val')
    if (token.name === 'w:style') {
      style = { name: '', level: null, basedOn: null, list: null, listLevel: 0, strong: null, emphasis: null }
      styles.set(attribute(token.attributes, 'w:styleId') ?? '', style)
    } else if (style !== null && value !== null) {
      if (token.name === 'w:name') style.name = value.toLowerCase()
      if (token.name === 'w:basedOn') style.basedOn = value
      if (token.name === 'w:outlineLvl') style.level = Number(value)
      if (token.name === 'w:numId') style.list = value
      if (token.name === 'w:ilvl') style.listLevel = Number(value)
    }
    if (style !== null && token.name === 'w:b') style.strong = isOn(value)
    if (style !== null && token.name === 'w:i') style.emphasis = isOn(value)
  }
  return new Map([...styles].map(([id, own]) => [id, roleOf(own, styles)]))
}

/** Whether a property that is there is on: without a value, it is. */
export function isOn(value: string | null): boolean {
  return value === null || !['0', 'false', 'off', 'none'].includes(value)
}

// Word's own name for «body text», which is no level.
const BODY = 9

function roleOf(style: Style, styles: ReadonlyMap<string, Style>): StyleRole {
  const level = inherited(style, styles, levelOf)
  const continued = /^(?:list continue|continuar lista|lista con continuación)(?: (\d))?/u.exec(style.name)
  const item = /^list (bullet|number)(?: (\d))?/u.exec(style.name)
  const listed = inherited(style, styles, (each) => (each.list === null ? null : each))
  return {
    depth: level !== null && level < BODY ? level + 1 : null,
    index: /^(?:toc \d|table of figures|tdc \d|tabla de ilustraciones)/u.test(style.name),
    bullet: /^(?:list |lista )/u.test(style.name),
    continues: continued === null ? null : Number(continued[1] ?? 1) - 1,
    quote: /^(?:quote|intense quote|cita)/u.test(style.name),
    list: listed === null || listed.list === null ? null : { list: listed.list, level: listed.listLevel },
    item: item === null ? null : { ordered: item[1] === 'number', level: Number(item[2] ?? 1) - 1 },
    // What Word calls strong is that, though the entity prints it in another way than bold.
    strong: style.name === 'strong' || inherited(style, styles, ({ strong }) => strong) === true,
    emphasis: style.name === 'emphasis' || inherited(style, styles, ({ emphasis }) => emphasis) === true,
  }
}

function levelOf({ name, level }: Style): number | null {
  const named = /^(?:heading|título) (\d)/u.exec(name)?.[1]
  // A title that the contents leave out has the level of the body, but its name still says what it is.
  return named === undefined ? level : Number(named) - 1
}

/** What a style says, or, where it says nothing, what those say that it is based on. */
function inherited<T>(style: Style, styles: ReadonlyMap<string, Style>, says: (style: Style) => T | null): T | null {
  const seen = new Set<Style>()
  // A circle of styles, which only a damaged file has, is left at its start.
  for (let each: Style | undefined = style; each !== undefined && !seen.has(each); each = styles.get(each.basedOn ?? '')) {
    const own = says(each)
    if (own !== null) return own
    seen.add(each)
  }
  return null
}
