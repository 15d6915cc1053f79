import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { tooDeep } from './depth.js'
import { plainTree } from './plain.js'

/** Bare addresses stay words: a link is written as one, so that nobody's e-mail turns into a link by itself. */
const LITERAL_LINKS = ['emailAutolink', 'protocolAutolink', 'wwwAutolink']

/**
 * What typed prose may not hold, by the parser's own names: the parser then never sees it as anything but text. Left are
 * paragraphs, lists, quotes, emphasis, links and footnotes. Source: contract, «Markdown columns».
 */
const NOT_IN_PROSE = [
  'headingAtx',
  'setextUnderline',
  'htmlFlow',
  'htmlText',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'thematicBreak',
  'table',
  'strikethrough',
  'tasklistCheck',
]

interface Extension {
  readonly transforms?: unknown
}

/** The parser without some constructs. The e-mail transform of remark-gfm is no construct: it has to be taken out apart. */
function parserWithout(constructs: readonly string[]) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(function (this: Processor) {
      const data = this.data()
      data.micromarkExtensions?.push({ disable: { null: [...constructs] } })
      data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map((extension) => [extension].flat().map(withoutTransforms))
    })
    .freeze()
}

function withoutTransforms<E extends Extension>(extension: E): E {
  const { transforms: _, ...rest } = extension
  return rest as E
}

const template = parserWithout(LITERAL_LINKS)
const prose = parserWithout([...LITERAL_LINKS, ...NOT_IN_PROSE])

/**
 * The tree of a Markdown text in the one dialect of the project: CommonMark, tables and footnotes; bare addresses are no links. A text
 * that nests deeper than anybody writes is one paragraph of words.
 */
export function parseMarkdown(text: string): Root {
  return plainTree(text) ?? (tooDeep(text) ? asWords(text) : template.parse(text))
}

/** The tree of typed prose before its pictures and links are looked at: everything that prose may not hold is already plain text. */
export function parsePlainProse(text: string): Root {
  return plainTree(text) ?? (tooDeep(text) ? asWords(text) : prose.parse(text))
}

function asWords(value: string): Root {
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }
}
