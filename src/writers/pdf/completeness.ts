import type { Block, Documento, Inline, Section } from '../../document/index.js'
import { remembered } from '../section/index.js'
import { printable } from './galley/voice.js'

/** Counts the characters drawn for each node of the tree, and says at the end whether any node came out short. */
export interface Ledger {
  /** Told how many characters of a node were drawn, once or several times. */
  readonly drew: (owner: object, characters: number) => void
  /** Throws, naming the first words that are missing from the pages, where a node was drawn with fewer characters than it has. */
  readonly check: (documento: Documento) => void
}

/** An empty ledger. */
export function openLedger(): Ledger {
  const drawn = new Map<object, number>()
  return {
    drew: (owner, characters) => drawn.set(owner, (drawn.get(owner) ?? 0) + characters),
    check: (documento) => {
      for (const { owner, words } of documento.sections.flatMap(wordsIn)) {
        const expected = words.map(printable).join('')
        if ((drawn.get(owner) ?? 0) < expected.length) throw new Error(`the PDF lost words of the report: «${expected}»`)
      }
    },
  }
}

/** The nodes of a section that have words of their own, in order: what is drawn for each is counted. */
export function ownersIn(section: Section): readonly object[] {
  return wordsIn(section).map(({ owner }) => owner)
}

/** A node and its own words, those of the nodes inside it left out. */
interface Words {
  readonly owner: object
  readonly words: readonly string[]
}

const wordsIn = remembered((section: Section): readonly Words[] => section.blocks.flatMap(wordsOf))

const blocks: { readonly [T in Block['type']]: (node: Extract<Block, { type: T }>) => Words[] } = {
  cover: (node) => [{ owner: node, words: [...node.issuer, ...node.title, node.subtitle, node.legend, node.imprint] }],
  heading: (node) => [{ owner: node, words: [node.kicker ?? ''] }, ...node.children.flatMap(inlineWords)],
  paragraph: (node) => node.children.flatMap(inlineWords),
  list: (node) => node.items.flat().flatMap(wordsOf),
  quote: (node) => node.children.flatMap(wordsOf),
  definitions: (node) => node.items.flatMap((item) => [{ owner: item, words: [item.term] }, ...item.details.flat().flatMap(inlineWords)]),
  table: (node) => [
    ...captionWords(node.caption),
    ...[...node.columns.map((c) => c.title), ...node.rows.flatMap((row) => row.cells), ...node.notes].flat().flatMap(inlineWords),
  ],
  chart: (node) => [...captionWords(node.caption), ...node.notes.flat().flatMap(inlineWords)],
  picture: (node) => node.caption.flatMap(inlineWords),
  scorecard: ({ headline, bar, counts, notes }) =>
    [
      headline.figure,
      headline.label,
      bar.title,
      bar.markLabel,
      bar.note,
      ...counts.flatMap(({ figure, label }) => [figure, label]),
      ...notes,
    ]
      .flat()
      .flatMap(inlineWords),
  index: (node) => node.entries.map((entry) => ({ owner: entry, words: [entry.label ?? '', entry.text] })),
}

function wordsOf<T extends Block['type']>(node: Extract<Block, { type: T }>): Words[] {
  const words: (node: Extract<Block, { type: T }>) => Words[] = blocks[node.type as T]
  return words(node)
}

function captionWords(caption: Extract<Block, { type: 'table' }>['caption']): Words[] {
  return caption === null ? [] : [{ owner: caption, words: [caption.label, caption.number] }, ...caption.children.flatMap(inlineWords)]
}

function inlineWords(node: Inline): Words[] {
  if (node.type === 'break') return []
  if (node.type === 'footnote') return [{ owner: node, words: [String(node.number)] }, ...node.children.flat().flatMap(inlineWords)]
  if (node.type === 'reference') return [{ owner: node, words: [node.label] }]
  return 'children' in node ? node.children.flatMap(inlineWords) : [{ owner: node, words: [node.value] }]
}
