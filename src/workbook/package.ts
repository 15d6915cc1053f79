/** The package of a workbook: which of its parts are needed, opened within bounds; what else is in it, which is noticed and left alone. */
import { posix } from 'node:path'
import { zipSync } from 'fflate'
import { type Cells, lastRead, nameOf } from './last-read.js'
import { type Limites, MEGA } from './limites.js'
import { type Measured, meter } from './measure.js'
import { edited, withLetters } from './plain.js'
import { excede, parte, Rechazo } from './rechazo.js'
import { attribute, scan } from './scan.js'
import type { FaultRule } from './wording.js'
import { directoryOf, openPart, type Part } from './zip.js'

/** A workbook with what the reader needs and nothing else. */
export interface Opened {
  /** A package of those parts alone, under names of ours and stored: what was measured is what is parsed, and nothing is opened twice. */
  readonly bytes: Uint8Array
  /** By place among the sheets; null for one that is no sheet of cells. */
  readonly sheets: readonly (OpenedSheet | null)[]
  readonly noticed: readonly { readonly rule: FaultRule; readonly found: string }[]
}

export interface OpenedSheet {
  readonly measured: Measured
  /** Names by which what it asks for, and its cells, are remembered. */
  readonly names: { readonly measured: string; readonly cells: string }
  /** Its cells, where the last workbook had the same sheet: there is nothing of it to be parsed. Else null. */
  readonly known: Cells | null
}

const OOXML = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
const SHEET_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'

/** What the main part of a package says that it is. */
const MAIN: ReadonlyMap<string, FaultRule | 'libro'> = new Map([
  [`${OOXML}sheet.main+xml`, 'libro'],
  [`${OOXML}template.main+xml`, 'libro'],
  ['application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'libro'],
  ['application/vnd.ms-excel.template.macroEnabled.main+xml', 'libro'],
  ['application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'es-xlsb'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'es-word'],
  ['application/vnd.ms-word.document.macroEnabled.main+xml', 'es-word'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml', 'es-word'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'es-presentacion'],
  ['application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml', 'es-presentacion'],
  ['application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml', 'es-presentacion'],
])

const CONTENT_TYPES = '[Content_Types].xml'

/**
 * The workbook in a ZIP file.
 * @throws Rechazo where it is something else, damaged, or more than may be
 */
export function openedPackage(bytes: Uint8Array, limites: Limites): Opened {
  const directory = directoryOf(bytes, limites)
  let left = limites['megas-abierto'] * MEGA
  const open = (part: Part): Buffer => {
    left -= part.size
    if (left < 0) throw excede('megas-abierto', limites)
    return openPart(bytes, part, limites)
  }
  const find = (name: string) => directory.get(name.toLowerCase())
  const types = find(CONTENT_TYPES)
  if (types === undefined) throw notOfOffice(find('mimetype'), open)

  const overrides = overridesOf(open(types), limites)
  const [book] = overrides.flatMap(({ name, type }) => {
    const kind = MAIN.get(type)
    return kind === undefined ? [] : [{ name, kind }]
  })
  if (book === undefined) throw new Rechazo('no-es-xlsx', 'un archivo comprimido que no es un libro de Excel')
  if (book.kind !== 'libro') throw new Rechazo(book.kind, FOUND[book.kind] ?? 'otro documento')

  const needed = (name: string): Buffer => {
    const part = find(name)
    if (part === undefined) throw new Rechazo('libro-danado', `un libro sin ${parte(name)}, que él mismo nombra`)
    return withLetters(open(part))
  }
  const plain = (name: string): Buffer => {
    const xml = needed(name)
    scan(xml, name, limites, () => undefined)
    return xml
  }
  const bookXml = needed(book.name)
  const { ids, properties } = bookOf(bookXml, book.name, limites)
  const links = linksOf(find(relsOf(book.name)) === undefined ? Buffer.alloc(0) : needed(relsOf(book.name)), book.name, limites)

  const parts: Record<string, Uint8Array> = { 'xl/workbook.xml': bookXml }
  const measure = meter(limites)
  const last = lastRead()
  const found = ids.map((id) => {
    const link = links.get(id)
    if (link === undefined || !link.type.endsWith('/worksheet')) return null
    const xml = needed(link.target)
    const name = nameOf(limites, xml)
    const before = last.measured.get(name)
    return { xml, name, measured: before === undefined ? measure.sheet(xml, link.target) : measure.again(before) }
  })
  const [shared, styles] = ['sharedStrings', 'styles'].map((kind) => overrides.find(({ type }) => type === `${OOXML}${kind}+xml`)?.name)
  if (shared !== undefined && find(shared) !== undefined) parts['xl/sharedStrings.xml'] = plain(shared)
  if (styles !== undefined && find(styles) !== undefined) parts['xl/styles.xml'] = plain(styles)
  const ofAll = nameOf(limites, properties, parts['xl/sharedStrings.xml'] ?? NOTHING, parts['xl/styles.xml'] ?? NOTHING)
  const sheets = found.map((sheet, i): OpenedSheet | null => {
    if (sheet === null) return null
    const { xml, name, measured } = sheet
    const names = { measured: name, cells: `${name} ${ofAll}` }
    const known = last.cells.get(names.cells) ?? null
    parts[sheetName(i)] = known === null ? edited(xml, measured.edits) : NOTHING
    return { measured, names, known }
  })

  parts['xl/_rels/workbook.xml.rels'] = text(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${ids
      .map((id, i) =>
        parts[sheetName(i)] === undefined
          ? ''
          : `<Relationship Id="${escaped(id)}" Type="${SHEET_TYPE}" Target="${sheetName(i).slice(3)}"/>`,
      )
      .join('')}</Relationships>`,
  )
  parts[CONTENT_TYPES] = text(typesOf(Object.keys(parts)))
  return { bytes: zipSync(parts, { level: 0 }), sheets, noticed: noticedIn(directory, sheets, open) }
}

const FOUND: Readonly<Partial<Record<FaultRule, string>>> = {
  'es-xlsb': 'un libro binario de Excel (.xlsb)',
  'es-word': 'un documento de Word',
  'es-presentacion': 'una presentación de PowerPoint',
}

/** What a ZIP file without content types is: of another office suite, which says what it is in its first part, or anything. */
function notOfOffice(mimetype: Part | undefined, open: (part: Part) => Buffer): Rechazo {
  const type = mimetype === undefined || mimetype.size > 200 ? '' : open(mimetype).toString('latin1')
  if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return new Rechazo('es-ods', 'un libro de LibreOffice (.ods)')
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return new Rechazo('es-word', 'un documento de LibreOffice (.odt)')
  if (type.startsWith('application/vnd.oasis.opendocument.presentation'))
    return new Rechazo('es-presentacion', 'una presentación de LibreOffice (.odp)')
  return new Rechazo('no-es-xlsx', 'un archivo comprimido que no es un libro de Excel')
}

function overridesOf(xml: Buffer, limites: Limites): readonly { readonly name: string; readonly type: string }[] {
  const overrides: { name: string; type: string }[] = []
  scan(xml, CONTENT_TYPES, limites, (tag) => {
    if (tag.name !== 'Override' || !tag.opens) return
    overrides.push({ name: (attribute(xml, tag, 'PartName') ?? '').replace(/^\//u, ''), type: attribute(xml, tag, 'ContentType') ?? '' })
  })
  return overrides
}

/** Identifier of each sheet, in order; and what the workbook says of itself, as from when its dates count, which cells are read by. */
function bookOf(xml: Buffer, name: string, limites: Limites): { readonly ids: readonly string[]; readonly properties: Uint8Array } {
  const ids: string[] = []
  const properties: Buffer[] = []
  scan(xml, name, limites, (tag) => {
    if (tag.name === 'workbookPr') properties.push(xml.subarray(tag.from, tag.to))
    if (tag.name !== 'sheet' || !tag.opens) return
    ids.push(attribute(xml, tag, 'id') ?? '')
    if (ids.length > limites.hojas) throw excede('hojas', limites)
  })
  return { ids, properties: Buffer.concat(properties) }
}

const relsOf = (name: string) => posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`)

/** Where each relation of a part leads, within the package only. */
function linksOf(xml: Buffer, name: string, limites: Limites): ReadonlyMap<string, { readonly type: string; readonly target: string }> {
  const links = new Map<string, { type: string; target: string }>()
  scan(xml, relsOf(name), limites, (tag) => {
    if (tag.name !== 'Relationship' || !tag.opens || attribute(xml, tag, 'TargetMode') === 'External') return
    const target = attribute(xml, tag, 'Target') ?? ''
    links.set(attribute(xml, tag, 'Id') ?? '', {
      type: attribute(xml, tag, 'Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(name), target),
    })
  })
  return links
}

/** In the place of a sheet that is not parsed. */
const NOTHING = new Uint8Array()

const sheetName = (i: number) => `xl/worksheets/sheet${i + 1}.xml`

/** The types of the parts of our own package. */
function typesOf(names: readonly string[]): string {
  const typeOf = (name: string) => {
    if (name === 'xl/workbook.xml') return 'sheet.main'
    return /worksheets/u.test(name) ? 'worksheet' : posix.basename(name, '.xml')
  }
  const overrides = names
    .filter((name) => name.endsWith('.xml'))
    .map((name) => `<Override PartName="/${name}" ContentType="${OOXML}${typeOf(name)}+xml"/>`)
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${overrides.join('')}</Types>`
}

const EXTERNAL_LINK = /(?:^|\/)externalLinks\/[^/]+\.xml$/iu

/** What programs put in a workbook besides cells, by where it stands in the package. None of it is opened, but to tell one kind of link. */
const NOTICED: readonly { readonly rule: FaultRule; readonly in: RegExp; readonly found: string }[] = [
  { rule: 'libro-con-macros', in: /(?:^|\/)vbaProject\.bin$|(?:^|\/)macrosheets\//iu, found: 'un libro con macros' },
  { rule: 'vinculos-externos', in: EXTERNAL_LINK, found: 'un libro con vínculos a otros libros' },
  { rule: 'objetos-incrustados', in: /(?:^|\/)embeddings\//iu, found: 'un libro con documentos u objetos dentro' },
  { rule: 'controles-activex', in: /(?:^|\/)(?:activeX|ctrlProps)\//iu, found: 'un libro con controles o botones' },
  {
    rule: 'conexiones-de-datos',
    in: /(?:^|\/)(?:connections\.xml|queryTables\/|model\/|webextensions\/)/iu,
    found: 'un libro con conexiones a bases de datos o a páginas',
  },
]

/** A link to another workbook is small; one to a program is told from it by its first element. */
const LARGEST_LINK = MEGA

function noticedIn(directory: ReadonlyMap<string, Part>, sheets: Opened['sheets'], open: (part: Part) => Buffer): Opened['noticed'] {
  const parts = [...directory.values()]
  const noticed = NOTICED.filter((kind) => parts.some(({ name }) => kind.in.test(name)))
  const links = parts.filter(({ name, size }) => EXTERNAL_LINK.test(name) && size <= LARGEST_LINK)
  const dde =
    sheets.some((sheet) => sheet?.measured.dde === true) ||
    links.some((part) => /<(?:\w+:)?ddeLink[\s>]/u.test(open(part).toString('latin1')))
  return [
    ...noticed.map(({ rule, found }) => ({ rule, found })),
    ...(dde ? [{ rule: 'llamadas-dde', found: 'un libro con fórmulas que piden datos a otro programa (DDE)' } as const] : []),
  ]
}

const text = (words: string) => new TextEncoder().encode(words)

const escaped = (value: string) => value.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
