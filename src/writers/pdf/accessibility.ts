import type { AccessibilityCheck, AccessibilityFault, Documento } from '../../document/index.js'
import { contentsOf, isTag, type Role, type Tag } from './ink/tags.js'

/** What was drawn: the document's own words about itself, its structure, and the characters that no font has. */
export interface Drawn {
  readonly documento: Documento
  /** All its elements, in the order in which they are read. */
  readonly tags: readonly Tag[]
  readonly missing: ReadonlySet<string>
}

/**
 * What keeps a file from meeting PDF/UA-1, as far as a machine can tell; empty where it may say that it does. Every stretch of a page is
 * written inside an element or as decoration, every font is embedded with its characters, and every header cell has its scope: that is so
 * by construction. Here stands what depends on the document. Source: Matterhorn protocol 1.1, whose numbers the faults bear.
 */
export function uaFaults({ documento, tags, missing }: Drawn): AccessibilityFault[] {
  return [
    ...(documento.title.trim() === '' ? [fault('title', '06-003')] : []),
    ...(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(documento.language) ? [] : [fault('language', '11-006', documento.language)]),
    ...[...missing].map((char) => fault('character', '10-001, 31-030', char)),
    ...headingFaults(tags),
    ...idFaults(tags),
    ...tags.flatMap((tag) => [...nestingFaults(tag), ...ownFaults(tag)]),
  ]
}

function fault(check: AccessibilityCheck, conditions: string, found = ''): AccessibilityFault {
  return { check, conditions, found }
}

function headingFaults(tags: readonly Tag[]): AccessibilityFault[] {
  const levels = tags.flatMap(({ role }) => (/^H\d$/u.test(role) ? Number(role[1]) : []))
  return levels.flatMap((level, i) => {
    const above = levels[i - 1] ?? 0
    return level > above + 1 ? [fault('headings', i === 0 ? '14-002' : '14-003', i === 0 ? `H${level}` : `H${above} › H${level}`)] : []
  })
}

function idFaults(tags: readonly Tag[]): AccessibilityFault[] {
  const ids = tags.flatMap((tag) => (tag.role === 'Note' ? [tag.id ?? ''] : []))
  return new Set(ids).size === ids.length && !ids.includes('') ? [] : [fault('notes', '19-003, 19-004')]
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

function nestingFaults(tag: Tag): AccessibilityFault[] {
  return contentsOf(tag)
    .filter((child) => !fitsIn(tag, child))
    .map((child) => fault('structure', malformed(tag.role), isTag(child) ? `${tag.role} › ${child.role}` : tag.role))
}

/** Whether something, an element or a stretch of a page, may stand in an element. */
function fitsIn({ role }: Tag, child: ReturnType<typeof contentsOf>[number]): boolean {
  if (!isTag(child)) return !GROUPS.includes(role)
  return (CHILDREN[role]?.includes(child.role) ?? true) && (PARENTS[child.role]?.includes(role) ?? true)
}

/** The condition that an element fails whose parts are not in their places. */
function malformed(role: Role): string {
  if (role.startsWith('TOC')) return '09-006'
  return role.startsWith('L') ? '09-005' : '09-004'
}

function ownFaults(tag: Tag): AccessibilityFault[] {
  if (tag.role === 'Figure' && ((tag.alt ?? '').trim() === '' || tag.box === null)) return [fault('figure', '13-004', tag.alt)]
  if (tag.role === 'Link' && tag.links.length === 0) return [fault('link', '28-011')]
  if (tag.role === 'Link' && tag.links.some((link) => link.words.trim() === '')) return [fault('link', '28-012')]
  return tag.role === 'Table' ? tableFaults(tag) : []
}

/** A table has header cells, and rows of one length. */
function tableFaults(table: Tag): AccessibilityFault[] {
  const rows = contentsOf(table).filter((child): child is Tag => isTag(child) && child.role === 'TR')
  const lengths = new Set(rows.map((row) => contentsOf(row).length))
  const headed = rows.some((row) => contentsOf(row).some((cell) => isTag(cell) && cell.role === 'TH'))
  return lengths.size > 1 || !headed ? [fault('table', '15-003')] : []
}
