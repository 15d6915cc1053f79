import type { Documento } from '../../document/index.js'
import { contentsOf, isTag, type Role, type Tag, tagsIn } from './ink/tags.js'

/** What was written: the document's own words about itself, its structure, and the characters that no font has. */
export interface Written {
  readonly documento: Documento
  readonly root: Tag
  readonly missing: ReadonlySet<string>
}

/**
 * What keeps a file from meeting PDF/UA-1, as far as a machine can tell; empty where it may say that it does. Every stretch of a page is
 * written inside an element or as decoration, every font is embedded with its characters, and every header cell has its scope: that is so
 * by construction. Here stands what depends on the document. Source: Matterhorn protocol 1.1, whose numbers the faults bear.
 */
export function uaFaults({ documento, root, missing }: Written): string[] {
  const tags = tagsIn(root)
  return [
    ...(documento.title.trim() === '' ? ['06-003: no title'] : []),
    ...(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(documento.language) ? [] : [`11-006: «${documento.language}» is no language`]),
    ...[...missing].map((char) => `10-001, 31-030: no font has U+${char.codePointAt(0)?.toString(16)}`),
    ...headingFaults(tags),
    ...idFaults(tags),
    ...tags.flatMap((tag) => [...nestingFaults(tag), ...ownFaults(tag)]),
  ]
}

function headingFaults(tags: readonly Tag[]): string[] {
  const levels = tags.flatMap(({ role }) => (/^H\d$/u.test(role) ? Number(role[1]) : []))
  return levels.flatMap((level, i) =>
    level > (levels[i - 1] ?? 0) + 1 ? [`${i === 0 ? '14-002' : '14-003'}: H${level} after H${levels[i - 1] ?? 0}`] : [],
  )
}

function idFaults(tags: readonly Tag[]): string[] {
  const ids = tags.flatMap((tag) => (tag.role === 'Note' ? [tag.id ?? ''] : []))
  return new Set(ids).size === ids.length && !ids.includes('') ? [] : ['19-003, 19-004: a note without a name of its own']
}

/** Elements that may stand only in these; those not named, anywhere. */
const PARENTS: { readonly [R in Role]?: readonly Role[] } = {
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  Caption: ['Table', 'Sect'],
}

/** Elements that hold only these; those not named, anything. */
const CHILDREN: { readonly [R in Role]?: readonly Role[] } = {
  Table: ['Caption', 'TR'],
  TR: ['TH', 'TD'],
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI'],
  TOCI: ['Reference', 'TOC'],
}

/** Elements that group others, and hold no words of their own. */
const GROUPS: readonly Role[] = ['Document', 'Sect', 'Table', 'TR', 'L', 'LI', 'TOC', 'TOCI']

function nestingFaults(tag: Tag): string[] {
  const allowed = CHILDREN[tag.role]
  return contentsOf(tag).flatMap((child) => {
    if (!isTag(child)) return GROUPS.includes(tag.role) ? [`${malformed(tag.role)}: words in ${tag.role}`] : []
    const fits = (allowed?.includes(child.role) ?? true) && (PARENTS[child.role]?.includes(tag.role) ?? true)
    return fits ? [] : [`${malformed(tag.role)}: ${child.role} in ${tag.role}`]
  })
}

/** The condition that an element fails whose parts are not in their places. */
function malformed(role: Role): string {
  if (role.startsWith('TOC')) return '09-006'
  return role.startsWith('L') ? '09-005' : '09-004'
}

function ownFaults(tag: Tag): string[] {
  if (tag.role === 'Figure' && (tag.alt ?? '').trim() === '') return ['13-004: a figure without words']
  if (tag.role === 'Figure' && tag.box === null) return ['13-004: a figure without a place']
  if (tag.role === 'Link' && tag.links.length === 0) return ['28-011: a link that leads nowhere']
  if (tag.role === 'Link' && tag.links.some((link) => link.words.trim() === '')) return ['28-012: a link without words']
  return tag.role === 'Table' ? tableFaults(tag) : []
}

function tableFaults(table: Tag): string[] {
  const rows = contentsOf(table).filter((child): child is Tag => isTag(child) && child.role === 'TR')
  const lengths = new Set(rows.map((row) => contentsOf(row).length))
  const headed = rows.some((row) => contentsOf(row).some((cell) => isTag(cell) && cell.role === 'TH'))
  return [...(lengths.size > 1 ? ['15-003: rows of unequal length'] : []), ...(headed ? [] : ['15-003: a table without header cells'])]
}
