/** XML as a run of marks, each with its place in the source: enough for the parts of a Word package, without a tree. */

export type Token =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: string
      readonly empty: boolean
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'close'; readonly name: string; readonly from: number; readonly to: number }
  | { readonly kind: 'text'; readonly value: string }

const TOKEN = /<(?:[?!][^>]*|\/([^\s>]+)\s*|([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?))>|[^<]+/gu

/** Marks and text in order. What is not well formed is passed over. */
export function* tokens(xml: string): Generator<Token> {
  for (const match of xml.matchAll(TOKEN)) {
    const [whole, close, open, attributes = '', slash] = match
    const [from, to] = [match.index, match.index + whole.length]
    if (open !== undefined) yield { kind: 'open', name: open, attributes, empty: slash === '/', from, to }
    else if (close !== undefined) yield { kind: 'close', name: close, from, to }
    else if (!whole.startsWith('<')) yield { kind: 'text', value: unescaped(whole) }
  }
}

/** Value of an attribute, null where it is not there. */
export function attribute(attributes: string, name: string): string | null {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes) ?? []
  const value = double ?? single
  return value === undefined ? null : unescaped(value)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Text as it may stand within an element or an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}
