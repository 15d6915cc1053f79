/**
 * Values never enter the Markdown of a template: a token stands for each, and is put in its place when the Markdown has been parsed.
 * So nothing that a workbook holds can become markup, and figures keep their origin.
 */
import type { Inline } from '../document/index.js'
import type { Prosa } from '../model/index.js'
import type { Ficha } from '../report/index.js'

export type Content =
  | { readonly kind: 'inlines'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'prose'; readonly prosa: Prosa }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'index'; readonly of: 'contents' | 'tables' | 'charts' }
  | { readonly kind: 'scorecard'; readonly ficha: Ficha }
  | { readonly kind: 'definition'; readonly term: string; readonly body: string }
  /** A table or chart: `caption` and `notes` are Markdown with tokens. */
  | {
      readonly kind: 'placed'
      readonly clase: 'tabla' | 'grafica'
      readonly id: string
      readonly caption: string
      readonly notes: readonly string[]
    }

// Private-use characters: no keyboard types them, and what a template holds of them is dropped before it is read.
const OPEN = '\u{E000}'
const CLOSE = '\u{E001}'
const TOKEN = /\u{E000}(\d+)\u{E001}/gu

/** A template's text without the characters that tokens are made of. */
export function withoutTokenCharacters(text: string): string {
  return text.replace(/[\u{E000}\u{E001}]/gu, '')
}

export class Tokens {
  private readonly contents: Content[] = []

  /** A token that stands for this content. */
  put(content: Content): string {
    this.contents.push(content)
    return `${OPEN}${this.contents.length - 1}${CLOSE}`
  }

  /** Like `put`, for what stands as a block of its own. */
  putBlock(content: Content): string {
    return `\n\n${this.put(content)}\n\n`
  }

  /** A text cut at its tokens, in order. */
  split(text: string): readonly (string | Content)[] {
    return text.split(TOKEN).flatMap((piece, i): readonly (string | Content)[] => {
      if (i % 2 === 0) return piece === '' ? [] : [piece]
      const content = this.contents[Number(piece)]
      return content === undefined ? [] : [content]
    })
  }

  /** A text as plain words, tokens of figures and values included: for footers, metadata and addresses. */
  plain(text: string): string {
    return this.split(text)
      .map((piece) => (typeof piece === 'string' ? piece : plainContent(piece)))
      .join('')
  }
}

/** What a token says where only plain words can stand. */
function plainContent(content: Content): string {
  if (content.kind === 'inlines') return plainText(content.inlines)
  return content.kind === 'prose' ? content.prosa.texto : ''
}

/** The words of inlines, without footnotes. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'figure':
        case 'code':
        case 'chip':
          return node.value
        case 'reference':
          return node.label
        case 'footnote':
          return ''
        case 'break':
          return ' '
        default:
          return plainText(node.children)
      }
    })
    .join('')
}
