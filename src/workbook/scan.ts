/** A part of the package read from end to end, once and without keeping anything, to know what it asks of whoever parses it. */
import type { Limites } from './limites.js'
import { danado, excede, parte, Rechazo } from './rechazo.js'

/** A tag, by its name without prefix. */
export interface Tag {
  readonly name: string
  /** Where it begins. */
  readonly at: number
  /** Where its attributes begin and end. */
  readonly from: number
  readonly to: number
  /** Where what follows the tag begins. */
  readonly next: number
  /** `<a/>` opens and closes. */
  readonly opens: boolean
  readonly closes: boolean
}

const [OPEN, CLOSE, SLASH, BANG, QUESTION, QUOTE, APOSTROPHE, COLON] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x22, 0x27, 0x3a]

/**
 * Visits each tag, in order.
 * @throws Rechazo where there is a DOCTYPE or an entity, text that is not UTF-8, or tags too deep within one another
 */
export function scan(xml: Buffer, name: string, limites: Limites, visit: (tag: Tag) => void): void {
  if (xml.length > 1 && (xml[0] === 0 || xml[1] === 0 || xml[0] === 0xfe || xml[0] === 0xff))
    throw danado(`${parte(name)}, que no está en UTF-8`)
  let depth = 0
  for (let at = xml.indexOf(OPEN); at !== -1; at = xml.indexOf(OPEN, at)) {
    const second = xml[at + 1]
    if (second === BANG) {
      at = afterDeclaration(xml, at, name)
      continue
    }
    if (second === QUESTION) {
      at = after(xml, '?>', at)
      continue
    }
    const tag = tagAt(xml, at)
    if (tag.opens && !tag.closes && ++depth > limites.profundidad) throw excede('profundidad', limites)
    if (tag.closes && !tag.opens) depth--
    visit(tag)
    at = tag.next
  }
}

/** What a tag says of an attribute, by its name without prefix; null for nothing. */
export function attribute(xml: Buffer, { from, to }: Tag, name: string): string | null {
  const value = patternOf(name).exec(xml.toString('utf8', from, to))
  return value === null ? null : decoded(value[1] ?? value[2] ?? '')
}

/** A part has as many tags as cells, and asks of them the same few names. */
const patterns = new Map<string, RegExp>()

function patternOf(name: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
  patterns.set(name, known)
  return known
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its escapes undone; one that means nothing stays as it is. */
export function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex?: string, decimal?: string, named = '') => {
    if (hex === undefined && decimal === undefined) return NAMED[named] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function tagAt(xml: Buffer, at: number): Tag {
  const ends = xml[at + 1] === SLASH
  let from = at + (ends ? 2 : 1)
  let cut = from
  for (; cut < xml.length && !endsName(xml[cut] ?? 0); cut++) if (xml[cut] === COLON) from = cut + 1
  let to = cut
  for (; to < xml.length && xml[to] !== CLOSE; to++) {
    const byte = xml[to] ?? 0
    if (byte !== QUOTE && byte !== APOSTROPHE) continue
    const closing = xml.indexOf(byte, to + 1)
    to = closing === -1 ? xml.length : closing
  }
  return {
    // Most are of a letter: those of cells and of what they hold.
    name: cut === from + 1 ? String.fromCharCode(xml[from] ?? 0) : xml.toString('latin1', from, Math.min(cut, from + LONGEST_NAME)),
    at,
    from: cut,
    to: Math.min(to, xml.length),
    next: Math.min(to + 1, xml.length),
    opens: !ends,
    closes: ends || xml[to - 1] === SLASH,
  }
}

/** No name that matters is longer. */
const LONGEST_NAME = 40

const endsName = (byte: number) => byte <= 0x20 || byte === CLOSE || byte === SLASH

/** Past a comment or what is quoted whole. No part of a workbook declares anything. */
function afterDeclaration(xml: Buffer, at: number, name: string): number {
  if (xml.toString('latin1', at, at + 4) === '<!--') return after(xml, '-->', at)
  if (xml.toString('latin1', at, at + 9) === '<![CDATA[') return after(xml, ']]>', at)
  throw new Rechazo('xml-con-declaraciones', `${parte(name)}, que declara palabras propias (DOCTYPE)`)
}

function after(xml: Buffer, closing: string, from: number): number {
  const at = xml.indexOf(closing, from, 'latin1')
  return at === -1 ? xml.length : at + closing.length
}
