/** What a style says of letters and paragraphs: only what a style of the report may take, and in the order that Word asks for. */
import { element, elements, type XmlNode } from '../../../xml/index.js'

/** Elements of `w:pPr` and `w:rPr`, by name. */
export interface Properties {
  readonly paragraph: ReadonlyMap<string, XmlNode>
  readonly run: ReadonlyMap<string, XmlNode>
}

export const NOTHING: Properties = { paragraph: new Map(), run: new Map() }

// The schema's order. What is left out has no place in a report's style: numbering of its own, frames, page breaks, languages, hidden text.
const PARAGRAPH =
  'keepNext keepLines widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens spacing ind contextualSpacing mirrorIndents jc outlineLvl'
const RUN =
  'rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint color spacing w kern position sz szCs highlight u bdr shd vertAlign'
const named = (list: string) => list.split(' ').map((name) => `w:${name}`)
const ORDER = { paragraph: named(PARAGRAPH), run: named(RUN) } as const
// The report counts its own lists and draws its own outline.
const NOT_TAKEN = new Set(['w:numPr', 'w:outlineLvl', 'w:suppressLineNumbers'])
// Said attribute by attribute: a style that says where a line begins does not forget how far it is from the next.
const BY_ATTRIBUTE = new Set(['w:spacing', 'w:ind', 'w:rFonts'])

/** Typefaces that a theme gives for a job. */
export interface Faces {
  readonly major: string | null
  readonly minor: string | null
}

/** What an element that holds `w:pPr` and `w:rPr` says (a style, or the defaults of a document). */
export function propertiesOf(holder: XmlNode | undefined, faces: Faces): Properties {
  const read = (container: XmlNode | undefined, order: readonly string[]) =>
    new Map(
      (container === undefined ? [] : elements(container))
        .filter(({ name }) => order.includes(name) && !NOT_TAKEN.has(name))
        .map((node) => [node.name, withoutTheme(node, faces)] as const),
    )
  return { paragraph: read(element(holder, 'w:pPr'), ORDER.paragraph), run: read(element(holder, 'w:rPr'), ORDER.run) }
}

/** `over` on top of `under`. */
export function merged(under: Properties, over: Properties): Properties {
  return { paragraph: mergedMaps(under.paragraph, over.paragraph), run: mergedMaps(under.run, over.run) }
}

function mergedMaps(under: ReadonlyMap<string, XmlNode>, over: ReadonlyMap<string, XmlNode>): ReadonlyMap<string, XmlNode> {
  const joined = [...over].map(([name, node]) => {
    const below = under.get(name)
    if (below === undefined || !BY_ATTRIBUTE.has(name)) return [name, node] as const
    return [name, { ...node, attributes: new Map([...below.attributes, ...node.attributes]) }] as const
  })
  return new Map([...under, ...joined])
}

/** Elements in the order of the schema. */
export function ordered(properties: ReadonlyMap<string, XmlNode>, kind: keyof typeof ORDER): readonly XmlNode[] {
  return ORDER[kind].flatMap((name) => properties.get(name) ?? [])
}

/** An element of one's own: `made('w:sz', { 'w:val': '22' })`. */
export const made = (name: string, attributes: Readonly<Record<string, string>>): XmlNode => ({
  name,
  attributes: new Map(Object.entries(attributes)),
  children: [],
})

/** What is said by the document's theme, which does not come along, said outright: a typeface by its name, a colour by the value beside it. */
function withoutTheme(node: XmlNode, faces: Faces): XmlNode {
  const kept = [...node.attributes].filter(([key]) => key.startsWith('w:') && !/theme/iu.test(key))
  const children = elements(node).map((child) => withoutTheme(child, faces))
  if (node.name !== 'w:rFonts') return { ...node, attributes: new Map(kept), children }
  const face = faceOf(node, faces)
  const all = face === null ? [] : ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].map((key) => [key, face] as const)
  return { ...node, attributes: new Map(all), children: [] }
}

/** The face of a document's Latin letters; null where it says none. */
function faceOf({ attributes }: XmlNode, { major, minor }: Faces): string | null {
  const job = attributes.get('w:asciiTheme') ?? attributes.get('w:hAnsiTheme') ?? ''
  const ofTheme = job.startsWith('major') ? major : job.startsWith('minor') ? minor : null
  return ofTheme ?? attributes.get('w:ascii') ?? attributes.get('w:hAnsi') ?? null
}
