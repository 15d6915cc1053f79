/** Widths and heights by eye, without the fonts: enough to give a column its room and to tell a short table from a tall one. */
import type { Inline } from '../../../document/index.js'
import type { TextStyle } from '../../../theme/index.js'
import { chipText } from '../text.js'

// Shares of the size of type, generous: a bold grotesque. The text face is narrower.
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\u{2007}/u, 0.7],
  [/[ijlftrI.,:;'|!()\s]/u, 0.38],
  [/[mwMW%@▼]/u, 0.95],
  [/[\p{Lu}\d]/u, 0.7],
  [/./u, 0.62],
]
const TEXT_FACE = 0.87

/** Text of inline nodes as it would be read; a line break is `\n`. Footnotes are not part of it. */
export function plain(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return '\n'
      if (node.type === 'reference') return node.label
      if (node.type === 'footnote') return ''
      if (node.type === 'chip') return chipText(node.value)
      return 'children' in node ? plain(node.children) : node.value
    })
    .join('')
}

/** Width of a stretch of text on one line, in points: what it takes and up to a fifth more. */
export function widthOf(text: string, style: TextStyle): number {
  const shares = [...text].reduce((sum, char) => sum + (CLASSES.find(([pattern]) => pattern.test(char))?.[1] ?? 0), 0)
  return shares * style.cuerpo * (style.fuente === 'texto' ? TEXT_FACE : 1)
}

/** Width of the widest word, in points: what a column cannot be narrower than without cutting it. */
export function widestWord(text: string, style: TextStyle): number {
  return Math.max(0, ...text.split(/[^\S\u{A0}\u{2007}\u{202F}]+/u).map((word) => widthOf(word, style)))
}

/** Lines that a text takes in a column, at least one. `width` in points. */
export function linesOf(text: string, style: TextStyle, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line, style) / width)), 0)
}
