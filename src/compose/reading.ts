/** What reads the texts of templates and workbooks, each once, however many reports are made of them. */
import type { Root } from 'mdast'
import { lexiconIn, type PartStore } from '../document/index.js'
import { parseMarkdown, parseProse, proseOf, withoutPlaces } from '../markdown/index.js'

export interface Reading {
  /** Trees do not say where their nodes stand, and are not to be changed. */
  readonly markdown: (text: string) => Root
  readonly prose: (prosa: { readonly texto: string }) => Root
  /** Keeps what was read, for the next report. */
  readonly keep: () => void
}

/** Of each, what two or three reports of a policy hold. */
const MOST = 3000

/** What reads texts, with what these parts know of them. Only trees are kept: what was compiled would be run as it is found. */
export function readingIn(parts: PartStore): Reading {
  const ofKind = (kind: string) => lexiconIn<Root>(parts, { parte: 'leído', de: kind })
  const [markdown, prose] = [ofKind('markdown'), ofKind('prosa')]
  return {
    markdown: (text) => markdown.of(text, (written) => withoutPlaces(parseMarkdown(written))),
    prose: (prosa) => proseOf(prosa, (typed) => prose.of(typed, (text) => withoutPlaces(parseProse(text)))),
    keep: () => {
      markdown.keep(MOST)
      prose.keep(MOST)
    },
  }
}
