import type { Block, Caption, Documento, Inline } from '../../src/document/index.js'

/** The words of a report in the order in which its tree is read: those of its blocks, and those of its footnotes. */
export interface Hojas {
  readonly cuerpo: readonly string[]
  readonly notas: readonly string[]
}

/** Each text of the tree on its own, nothing joined. A call of a footnote is its number. */
export function hojasDe({ sections }: Documento): Hojas {
  const notas: string[] = []
  const enLinea = (nodos: readonly Inline[]): readonly string[] =>
    nodos.flatMap((nodo): readonly string[] => {
      if (nodo.type === 'break') return []
      if (nodo.type === 'reference') return [nodo.label]
      if (nodo.type === 'footnote') {
        notas.push(...nodo.children.flatMap(enLinea))
        return [String(nodo.number)]
      }
      return 'children' in nodo ? enLinea(nodo.children) : [nodo.value]
    })
  const rotulo = (caption: Caption | null): readonly string[] =>
    caption === null ? [] : [caption.label, `${caption.number}.`, ...enLinea(caption.children)]

  const bloque = (block: Block): readonly string[] => {
    switch (block.type) {
      case 'cover':
        return [...block.issuer, ...block.title, block.subtitle, block.legend, block.imprint]
      case 'heading':
        return [...(block.kicker === null ? [] : [block.kicker]), ...enLinea(block.children)]
      case 'paragraph':
        return enLinea(block.children)
      case 'list':
        return block.items.flatMap((item, i) => [...(block.ordered ? [`${block.start + i}.`] : []), ...item.flatMap(bloque)])
      case 'quote':
        return block.children.flatMap(bloque)
      case 'definitions':
        return block.items.flatMap(({ term, details }) => [term, ...details.flatMap(enLinea)])
      case 'table':
        return [
          ...rotulo(block.caption),
          ...block.columns.flatMap(({ title }) => enLinea(title)),
          ...block.rows.flatMap(({ cells }) => cells.flatMap(enLinea)),
          ...block.notes.flatMap(enLinea),
        ]
      case 'chart':
        return [...rotulo(block.caption), ...block.notes.flatMap(enLinea)]
      case 'picture':
        return enLinea(block.caption)
      case 'scorecard': {
        const { headline, bar, counts } = block
        return [
          ...[headline.figure, headline.label, bar.title, bar.markLabel, bar.note].flatMap(enLinea),
          ...counts.flatMap(({ figure, label }) => [...enLinea(figure), ...enLinea(label)]),
          ...block.notes.flatMap(enLinea),
        ]
      }
      case 'index':
        return block.entries.flatMap(({ label, text }) => [...(label === null ? [] : [label]), text])
    }
  }
  return { cuerpo: sections.flatMap(({ blocks }) => blocks.flatMap(bloque)), notas }
}
