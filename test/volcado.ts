import type { Block, Caption, Documento, Inline, Section } from '../src/document/index.js'

/**
 * A tree as short text that a person can read and type. What a block is shows in its first characters:
 *
 * ```
 * === sector-movilidad [decimal] Sector Movilidad      a section: id, page numbers, footer
 * ## (Reportes sectoriales) Movilidad                  a heading, its kicker in brackets
 * El sector avanzó ‹55 %›.[^1] Véase →Tabla 7.         a paragraph: ‹figure›, →reference, {code}, **strong**, *emphasis*, behind(…)
 *   [^1] Las palabras de la nota.                      its footnotes
 * [Tabla 7. Un título]                                 a table: caption, columns, rows, the closing row (=), notes (~)
 * Producto | Meta
 * {1.1.1} Vías | ‹10›
 * = Total | ‹10›
 * ~ Fuente: …
 * ```
 * No-break spaces are plain ones here.
 */
export function volcado({ sections }: Documento): string {
  return sections.map(volcadoDeSeccion).join('\n\n')
}

function volcadoDeSeccion({ id, numbering, footer, blocks }: Section): string {
  return [`=== ${id} [${numbering}] ${footer}`.trimEnd(), ...blocks.map(volcadoDeBloque)].join('\n\n')
}

export function volcadoDeBloque(block: Block): string {
  const notes = footnotesOf(block).map((note) => `  [^${note.number}] ${note.children.map(volcadoDePalabras).join(' / ')}`)
  return [linesOf(block), ...notes].join('\n').replaceAll('\u00a0', ' ')
}

/** A run of words, on one line. Footnotes are only their numbers here. */
function volcadoDePalabras(inlines: readonly Inline[]): string {
  return inlines.map(words).join('').replaceAll('\u00a0', ' ')
}

function words(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'figure':
      return `‹${node.value}›`
    case 'code':
      return `{${node.value}}`
    case 'chip':
      return `[${node.state}: ${node.value}]`
    case 'strong':
      return `**${volcadoDePalabras(node.children)}**`
    case 'emphasis':
      return `*${volcadoDePalabras(node.children)}*`
    case 'tone':
      return `${node.tone}(${volcadoDePalabras(node.children)})`
    case 'link':
      return `[${volcadoDePalabras(node.children)}](${node.url})`
    case 'reference':
      return `→${node.label}`
    case 'footnote':
      return `[^${node.number}]`
    case 'break':
      return '\\'
  }
}

function linesOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${block.kicker === null ? '' : `(${block.kicker}) `}${volcadoDePalabras(block.children)}`
    case 'paragraph':
      return `${block.role === 'normal' ? '' : `${block.role}: `}${volcadoDePalabras(block.children)}`
    case 'list':
      return block.items.map((item, i) => hanging(block.ordered ? `${block.start + i}. ` : '- ', item)).join('\n')
    case 'picture':
      return `picture ${block.image} (${block.alt}) ${volcadoDePalabras(block.caption)}`
    case 'scorecard':
      return [
        `${volcadoDePalabras(block.headline.figure)} ${volcadoDePalabras(block.headline.label)}`,
        `${volcadoDePalabras(block.bar.title)}: ${block.bar.value} | ${block.bar.mark} ${volcadoDePalabras(block.bar.markLabel)}; ${volcadoDePalabras(block.bar.note)}`,
        ...block.counts.map((c) => `${c.state}: ${volcadoDePalabras(c.figure)} ${volcadoDePalabras(c.label)}`),
        ...block.notes.map((n) => `~ ${volcadoDePalabras(n)}`),
      ].join('\n')
    case 'quote':
      return hanging('> ', block.children)
    case 'definitions':
      return block.items.map(({ term, details }) => `${term}: ${details.map(volcadoDePalabras).join(' / ')}`).join('\n')
    case 'table':
      return [
        ...(block.caption === null ? [] : [caption(block.caption)]),
        block.columns.map((c) => volcadoDePalabras(c.title)).join(' | '),
        ...block.rows.map((r) => `${r.kind === 'total' ? '= ' : ''}${r.cells.map(volcadoDePalabras).join(' | ')}`),
        ...block.notes.map((n) => `~ ${volcadoDePalabras(n)}`),
      ].join('\n')
    case 'chart':
      return [caption(block.caption), block.alt, ...block.notes.map((n) => `~ ${volcadoDePalabras(n)}`)].join('\n')
    case 'index':
      return [
        `<${block.of}>`,
        ...block.entries.map((e) => `${'  '.repeat(e.depth)}${e.label === null ? '' : `${e.label}. `}${e.text}`),
      ].join('\n')
    case 'cover':
      return [block.issuer.join(' / '), block.title.join(' / '), block.subtitle, block.tiles.join(' '), block.legend, block.imprint].join(
        '\n',
      )
  }
}

function caption({ label, number, children }: Caption): string {
  return `[${label} ${number}. ${volcadoDePalabras(children)}]`
}

/** Blocks after a mark, their further lines under the first one's words. */
function hanging(mark: string, blocks: readonly Block[]): string {
  return `${mark}${blocks
    .map(linesOf)
    .join('\n')
    .replaceAll('\n', `\n${' '.repeat(mark.length)}`)}`
}

/** Every node of a tree, or of a part of it, that is of one type, in reading order. */
export function nodos<T extends Inline['type']>(tree: unknown, type: T): readonly Extract<Inline, { type: T }>[] {
  if (Array.isArray(tree)) return tree.flatMap((node) => nodos(node, type))
  if (typeof tree !== 'object' || tree === null) return []
  const own = 'type' in tree && tree.type === type ? [tree as Extract<Inline, { type: T }>] : []
  return [...own, ...Object.values(tree).flatMap((value) => nodos(value, type))]
}

function footnotesOf(block: Block) {
  return nodos(block, 'footnote')
}
