/** What runs through the whole document: numbers of tables and charts, ids of headings, numbers of footnotes. */
import type { Block, Caption, ChartBlock, Inline, TableBlock, TableColumn } from '../document/index.js'
import type { CeldaTabla, ColumnaTabla, Grafica, Publicado, Tabla } from '../report/index.js'
import { identificador } from '../report/index.js'
import { chartData } from './chart-data.js'
import { inlinesOf } from './frases.js'
import { type Content, plainText } from './tokens.js'
import { text } from './typography.js'

type Placed = Extract<Content, { kind: 'placed' }>

/** Words before the number of a table or chart. Source: contract, «Tables and figures». */
const LABELS = { tabla: 'Tabla', grafica: 'Gráfica' } as const

const ALIGN = { izquierda: 'left', derecha: 'right', centro: 'center' } as const

export class Layout {
  private readonly headings = new Set<string>()
  private footnotes = 0
  private readonly tables: ReadonlyMap<string, Publicado['tablas'][number]>
  private readonly charts: ReadonlyMap<string, Publicado['graficas'][number]>

  constructor(publicado: Publicado) {
    this.tables = new Map(publicado.tablas.map((t) => [t.id, t]))
    this.charts = new Map(publicado.graficas.map((g) => [g.id, g]))
  }

  /** `Tabla 22`: what a reference to a table or chart reads. */
  label(id: string): string {
    const { label, number } = this.numbered(id)
    return `${label}\u00a0${number}`
  }

  /** Whether a table or chart stands in the document, so that it can be referred to. */
  has(id: string): boolean {
    return this.tables.has(id) || this.charts.has(id)
  }

  /** An id that no other heading has. */
  headingId(children: readonly Inline[]): string {
    const base = `t-${identificador(plainText(children)).slice(0, 60) || 'titulo'}`
    let id = base
    for (let n = 2; this.headings.has(id); n++) id = `${base}-${n}`
    this.headings.add(id)
    return id
  }

  nextFootnote(): number {
    this.footnotes += 1
    return this.footnotes
  }

  /** A table or chart where a template put it. `inline` reads a line of Markdown. */
  place({ id, clase, caption, notes }: Placed, inline: (line: string) => readonly Inline[]): readonly Block[] {
    const captionOf: Caption = { ...this.numbered(id), children: inline(caption) }
    if (clase === 'tabla') {
      const table = this.tables.get(id)
      return table === undefined ? [] : [tableBlock(table, captionOf, [...table.notas.map(inlinesOf), ...notes.map(inline)])]
    }
    const chart = this.charts.get(id)
    return chart === undefined ? [] : [chartBlock(chart, captionOf, notes.map(inline))]
  }

  private numbered(id: string): { readonly label: string; readonly number: string } {
    const table = this.tables.get(id)
    if (table !== undefined) return { label: LABELS.tabla, number: table.numero }
    return { label: LABELS.grafica, number: this.charts.get(id)?.numero ?? '' }
  }
}

function tableBlock(table: Tabla, caption: Caption, notes: TableBlock['notes']): TableBlock {
  return {
    type: 'table',
    id: table.id,
    caption,
    columns: table.columnas.map(column),
    rows: table.filas.map((fila) => ({ kind: fila.tipo === 'total' ? 'total' : 'body', cells: fila.celdas.map(cell) })),
    notes,
  }
}

function column({ titulo, alinear, ancho }: ColumnaTabla): TableColumn {
  return { title: text(titulo), align: ALIGN[alinear], weight: ancho }
}

function cell({ texto: words, origen, codigo, fichas, tono }: CeldaTabla): readonly Inline[] {
  if (fichas !== undefined)
    return fichas.flatMap((f, i): readonly Inline[] => [...(i === 0 ? [] : text(' ')), { type: 'chip', state: f.estado, value: f.rotulo }])
  const content: readonly Inline[] =
    words === ''
      ? []
      : origen === null
        ? text(words)
        : [{ type: 'figure', value: words, origin: { rule: origen.regla, name: origen.nombre, cells: origen.celdas } }]
  const toned: readonly Inline[] = tono === 'rezago' ? [{ type: 'tone', tone: 'behind', children: content }] : content
  return codigo === undefined ? toned : [{ type: 'code', value: codigo }, ...text(' '), ...toned]
}

function chartBlock(chart: Grafica, caption: Caption, notes: ChartBlock['notes']): ChartBlock {
  return { type: 'chart', id: chart.id, caption, data: chartData(chart), image: chart.id, alt: chart.textoAlternativo, notes }
}
