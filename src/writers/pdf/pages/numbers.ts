import type { Section } from '../../../document/index.js'
import type { PdfFile } from '../engine/types.js'

type Numbering = Section['numbering']

/** Tells the file the same numbers, so that a viewer shows them too. PDFKit has no call for it. */
export function writePageLabels(file: PdfFile, kinds: readonly Numbering[]): void {
  const ranges = kinds.flatMap((kind, from) => (kind === kinds[from - 1] ? [] : [from, kind === 'none' ? {} : { S: STYLE[kind] }]))
  file._root.data.PageLabels = { Nums: ranges }
}

const STYLE = { roman: 'r', decimal: 'D' } as const
