/** What reads the texts of templates and workbooks, each once, however many reports are made of them. */
import type { Root } from 'mdast'
import { type Lexicon, lexiconIn, type PartStore } from '../document/index.js'
import { parseMarkdown, parseProse, proseOf, withoutPlaces } from '../markdown/index.js'

export interface Reading {
  /** Trees do not say where their nodes stand, and are not to be changed. */
  readonly markdown: (text: string) => Root
  readonly prose: (prosa: { readonly texto: string }) => Root
  /** Templates compiled, by what they were compiled from. */
  readonly programs: Lexicon<string>
  /** Keeps what was read, for the next report. */
  readonly keep: () => void
}

/** Of each, what two or three reports of a policy hold. */
const MOST = 3000

export function readingIn(parts: PartStore): Reading {
  const ofKind = <T>(kind: string) => lexiconIn<T>(parts, { parte: 'leído', de: kind }, MOST)
  const [markdown, prose, programs] = [ofKind<Root>('markdown'), ofKind<Root>('prosa'), ofKind<string>('plantillas')]
  return {
    markdown: (text) => markdown.of(text, (written) => withoutPlaces(parseMarkdown(written))),
    prose: (prosa) => proseOf(prosa, (typed) => prose.of(typed, (text) => withoutPlaces(parseProse(text)))),
    programs,
    keep: () => {
      for (const lexicon of [markdown, prose, programs]) lexicon.keep()
    },
  }
}
