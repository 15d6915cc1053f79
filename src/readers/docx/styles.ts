import { attribute, tokens } from './xml.js'

/** What a style says that the paragraphs under it are. */
export interface StyleRole {
  /** Depth of a title; null for what is none. */
  readonly depth: number | null
  /** A line of the contents or of an index of tables. */
  readonly index: boolean
  readonly bullet: boolean
}

interface Style {
  name: string
  level: number | null
  basedOn: string | null
}

/** Roles of the styles of a part `word/styles.xml`, by id. */
export function rolesOf(xml: string): ReadonlyMap<string, StyleRole> {
  const styles = new Map<string, Style>()
  let style: Style | null = null
  for (const token of tokens(xml)) {
    if (token.kind !== 'open') continue
    const value = attribute(token.attributes, 'w:val')
    if (token.name === 'w:style') {
      style = { name: '', level: null, basedOn: null }
      styles.set(attribute(token.attributes, 'w:styleId') ?? '', style)
    } else if (style !== null && value !== null) {
      if (token.name === 'w:name') style.name = value.toLowerCase()
      if (token.name === 'w:basedOn') style.basedOn = value
      if (token.name === 'w:outlineLvl') style.level = Number(value)
    }
  }
  return new Map([...styles].map(([id, own]) => [id, roleOf(own, styles)]))
}

// Word's own name for «body text», which is no level.
const BODY = 9

function roleOf(style: Style, styles: ReadonlyMap<string, Style>): StyleRole {
  const level = levelOf(style, styles, new Set())
  return {
    depth: level !== null && level < BODY ? level + 1 : null,
    index: /^(?:toc \d|table of figures|tdc \d|tabla de ilustraciones)/u.test(style.name),
    bullet: /^(?:list |lista )/u.test(style.name),
  }
}

function levelOf(style: Style, styles: ReadonlyMap<string, Style>, seen: Set<Style>): number | null {
  const named = /^(?:heading|título) (\d)/u.exec(style.name)?.[1]
  // A title that the contents leave out has the level of the body, but its name still says what it is.
  const own = named === undefined ? style.level : Number(named) - 1
  const base = style.basedOn === null ? undefined : styles.get(style.basedOn)
  // A circle of styles, which only a damaged file has, is left at its start.
  if (own !== null || base === undefined || seen.has(base)) return own
  return levelOf(base, styles, seen.add(base))
}
