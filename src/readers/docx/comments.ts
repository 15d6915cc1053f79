/** A copy of a Word document with a comment at each thing that is said of it; nothing else of it is touched. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { DocumentoIlegible } from '../ilegible.js'
import { attribute, escaped, type Token, tokens } from './xml.js'

export interface Comentario {
  /** Number of the paragraph, as `Place` counts it; null for the document as a whole, which is told at its first. */
  readonly parrafo: number | null
  /** Words of that paragraph to mark; the whole of it where they are empty or not in it. */
  readonly palabras: string
  /** Paragraphs of the comment. */
  readonly texto: readonly string[]
}

const BODY = 'word/document.xml'
const RELS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const COMMENTS = 'word/comments.xml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
// The ZIP format knows no date before this one; the same bytes whenever it is made.
const ZIP_DATE = new Date(1980, 0, 1)

/**
 * Adds the comments to those that the document may have.
 * @throws DocumentoIlegible where the package is damaged or is no Word document
 */
export function conComentarios(
  bytes: Uint8Array,
  comentarios: readonly Comentario[],
  { autor, fecha }: { readonly autor: string; readonly fecha: Date },
): Uint8Array {
  const parts = new Map(Object.entries(unzipped(bytes)))
  const text = (path: string) => strFromU8(parts.get(path) ?? new Uint8Array())
  if (!parts.has(BODY)) throw new DocumentoIlegible('formato-desconocido')
  const former = parts.has(COMMENTS)
    ? text(COMMENTS)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="${WORD}"></w:comments>`
  const first = 1 + Math.max(-1, ...[...former.matchAll(/<w:comment [^>]*w:id="(\d+)"/gu)].map(([, id]) => Number(id)))
  const numbered = comentarios.map((comentario, i) => ({ ...comentario, id: first + i }))
  const said = numbered.map(({ id, texto }) => comment(id, texto, autor, fecha)).join('')
  parts.set(
    COMMENTS,
    strToU8(
      former.replace(/<w:comments([^>]*)\/>|<\/w:comments>/u, (end, own?: string) =>
        own === undefined ? `${said}${end}` : `<w:comments${own}>${said}</w:comments>`,
      ),
    ),
  )
  parts.set(BODY, strToU8(marked(text(BODY), numbered)))
  if (!/relationships\/comments"/u.test(text(RELS))) {
    parts.set(
      RELS,
      strToU8(
        text(RELS).replace(
          '</Relationships>',
          `<Relationship Id="rIdComentarios" Type="${OFFICE}/comments" Target="comments.xml"/></Relationships>`,
        ),
      ),
    )
    parts.set(TYPES, strToU8(text(TYPES).replace('</Types>', `<Override PartName="/${COMMENTS}" ContentType="${COMMENTS_TYPE}"/></Types>`)))
  }
  return zipSync(Object.fromEntries(parts), { mtime: ZIP_DATE })
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes)
  } catch (error) {
    throw new DocumentoIlegible('danado', { cause: error })
  }
}

function comment(id: number, texto: readonly string[], autor: string, fecha: Date): string {
  const parrafos = texto.map((linea) => `<w:p><w:r><w:t xml:space="preserve">${escaped(linea)}</w:t></w:r></w:p>`).join('')
  return `<w:comment w:id="${id}" w:author="${escaped(autor)}" w:date="${fecha.toISOString().slice(0, 19)}Z" w:initials="${escaped(autor.charAt(0))}">${parrafos}</w:comment>`
}

/** A run of the body: where it begins and ends in the source, and in its paragraph's text. */
interface Run {
  readonly from: number
  to: number
  readonly start: number
  end: number
}

interface Paragraph {
  /** Where what it holds begins, its properties aside, and where it ends. */
  inside: number
  end: number
  text: string
  readonly runs: Run[]
}

function marked(xml: string, comentarios: readonly (Comentario & { readonly id: number })[]): string {
  const paragraphs = paragraphsOf(xml)
  const pieces: { readonly at: number; readonly order: number; readonly text: string }[] = []
  for (const { id, parrafo, palabras } of comentarios) {
    const paragraph = paragraphs[(parrafo ?? 1) - 1] ?? paragraphs[0]
    if (paragraph === undefined) continue
    const { from, to } = stretchOf(paragraph, palabras)
    pieces.push({ at: from, order: 1, text: `<w:commentRangeStart w:id="${id}"/>` })
    pieces.push({ at: to, order: 0, text: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>` })
  }
  // From the end to the beginning, so that no place moves; what ends somewhere goes before what begins there.
  const inOrder = pieces.map((piece, i) => ({ ...piece, i })).sort((a, b) => b.at - a.at || b.order - a.order || b.i - a.i)
  return inOrder.reduce((whole, { at, text }) => whole.slice(0, at) + text + whole.slice(at), xml)
}

/** Where the runs that hold some words begin and end; the paragraph where none do. */
function stretchOf({ inside, end, text, runs }: Paragraph, words: string): { readonly from: number; readonly to: number } {
  const at = words === '' ? -1 : text.indexOf(words)
  const own = runs.filter((run) => run.start < at + words.length && run.end > at)
  const [first, last] = at === -1 ? [] : [own[0], own.at(-1)]
  return first === undefined || last === undefined ? { from: inside, to: end } : { from: first.from, to: last.to }
}

/** Every paragraph, in the order of their beginnings, which is that of their numbers. */
function paragraphsOf(xml: string): readonly Paragraph[] {
  const all: Paragraph[] = []
  const open: Paragraph[] = []
  let inText = false
  for (const token of tokens(xml)) {
    const paragraph = open.at(-1)
    if (token.kind === 'text') {
      if (inText && paragraph !== undefined) paragraph.text += token.value.replace(/[\u00a0\u202f]/gu, ' ')
    } else if (token.kind === 'open') opened(token, all, open)
    else if (token.name === 'w:p') {
      const done = open.pop()
      if (done !== undefined) done.end = token.from
    } else if (token.name === 'w:pPr' && paragraph !== undefined && paragraph.runs.length === 0) paragraph.inside = token.to
    else if (token.name === 'w:r') closedRun(paragraph, token.to)
    if (token.kind !== 'text' && token.name === 'w:t') inText = token.kind === 'open' && !token.empty
  }
  return all
}

function opened(token: Extract<Token, { kind: 'open' }>, all: Paragraph[], open: Paragraph[]): void {
  const paragraph = open.at(-1)
  if (token.name === 'w:p') {
    const next: Paragraph = { inside: token.to, end: token.to, text: '', runs: [] }
    all.push(next)
    if (!token.empty) open.push(next)
  } else if (token.name === 'w:r' && paragraph !== undefined) {
    paragraph.runs.push({ from: token.from, to: token.to, start: paragraph.text.length, end: Number.POSITIVE_INFINITY })
  } else if (
    (token.name === 'w:br' || token.name === 'w:tab') &&
    paragraph !== undefined &&
    attribute(token.attributes, 'w:pos') === null
  ) {
    paragraph.text += ' '
  }
}

function closedRun(paragraph: Paragraph | undefined, to: number): void {
  const run = paragraph?.runs.findLast(({ end }) => end === Number.POSITIVE_INFINITY)
  if (run === undefined || paragraph === undefined) return
  run.to = to
  run.end = paragraph.text.length
}
