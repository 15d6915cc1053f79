/** The document that the workbook gives, flattened to what can be found again in any format: stretches of text, captions, tables, indices. */
import type { Block, Caption, Documento, Inline, TableBlock } from '../document/index.js'

/** A computed figure within a text. */
export interface Tramo {
  readonly desde: number
  readonly hasta: number
  /** Name by which it can be asked for; the rule's, where it has none. */
  readonly nombre: string
  /** Name of the bookmark that holds it in a Word file. */
  readonly marca: string | null
}

export interface TextoEsperado {
  readonly texto: string
  readonly cifras: readonly Tramo[]
  /** Whether somebody typed a part of it in the workbook. */
  readonly escrito: boolean
  /** Depth, for a title; null for the rest. */
  readonly titulo: number | null
}

export interface RotuloEsperado {
  readonly id: string
  /** `Tabla`, `Gráfica`. */
  readonly clase: string
  readonly numero: string
  readonly texto: TextoEsperado
}

export interface TablaEsperada {
  /** Null where the table is not numbered. */
  readonly rotulo: RotuloEsperado | null
  readonly columnas: readonly string[]
  readonly filas: readonly (readonly TextoEsperado[])[]
}

export interface EntradaEsperada {
  readonly clase: string | null
  readonly numero: string | null
  readonly texto: string
}

export interface Esperado {
  /** In reading order, notes at the foot of pages last. */
  readonly textos: readonly TextoEsperado[]
  readonly rotulos: readonly RotuloEsperado[]
  readonly tablas: readonly TablaEsperada[]
  readonly indices: readonly (readonly EntradaEsperada[])[]
}

/** What of the tree can be read back. */
export function esperadoDe(documento: Documento): Esperado {
  const bloques = bloquesDe(documento)
  return {
    textos: textosEsperados(documento),
    rotulos: bloques.flatMap((b) => ((b.type === 'table' || b.type === 'chart') && b.caption !== null ? [rotuloDe(b.id, b.caption)] : [])),
    tablas: bloques.flatMap((b) => (b.type === 'table' ? [tablaDe(b)] : [])),
    indices: bloques.flatMap((b) =>
      b.type === 'index'
        ? [
            b.entries.map(({ label, text }) => ({
              clase: label?.split(/\s/u)[0] ?? null,
              numero: label?.split(/\s/u)[1] ?? null,
              texto: text,
            })),
          ]
        : [],
    ),
  }
}

const bloquesDe = ({ sections }: Documento) => sections.flatMap(({ blocks }) => blocks)

const textos = new WeakMap<Documento, Esperado['textos']>()

/** Its stretches of text alone; the same again of the same document, which is held against one edition after another. */
export function textosEsperados(documento: Documento): Esperado['textos'] {
  const antes = textos.get(documento)
  if (antes !== undefined) return antes
  const bloques = bloquesDe(documento)
  const suyos = [...bloques.flatMap(textosDe), ...notasDe(bloques)]
  textos.set(documento, suyos)
  return suyos
}

function rotuloDe(id: string, { label, number, children }: Caption): RotuloEsperado {
  return { id, clase: label, numero: number, texto: textoDe(children) }
}

function tablaDe({ id, caption, columns, rows }: TableBlock): TablaEsperada {
  return {
    rotulo: caption === null ? null : rotuloDe(id, caption),
    columnas: columns.map(({ title }) => textoDe(title).texto),
    filas: rows.map(({ cells }) => cells.map((celda) => textoDe(celda))),
  }
}

/** The stretches of text of a block, apart from tables and captions. */
function textosDe(bloque: Block): readonly TextoEsperado[] {
  switch (bloque.type) {
    case 'heading':
      return [{ ...textoDe(bloque.children), titulo: bloque.depth }]
    case 'paragraph':
      return [textoDe(bloque.children)]
    case 'list':
      return bloque.items.flat().flatMap(textosDe)
    case 'quote':
      return bloque.children.flatMap(textosDe)
    case 'definitions':
      return bloque.items.flatMap(({ term, details }) => [fijo(term), ...details.map((detalle) => textoDe(detalle))])
    case 'table':
    case 'chart':
      return bloque.notes.map((nota) => textoDe(nota))
    case 'scorecard': {
      const { headline, bar, counts, notes } = bloque
      const cuentas = counts.map(({ figure, label }) => textoDe([...figure, ESPACIO, ...label]))
      return [
        ...[headline.figure, headline.label, bar.title, bar.markLabel, bar.note].map((linea) => textoDe(linea)),
        ...cuentas,
        ...notes.map((nota) => textoDe(nota)),
      ]
    }
    case 'picture':
      return [textoDe(bloque.caption)]
    case 'cover':
      return [...bloque.issuer, bloque.title.join(' '), bloque.subtitle, bloque.legend, bloque.imprint].map(fijo)
    case 'index':
      return []
  }
}

const ESPACIO: Inline = { type: 'text', value: ' ' }

const fijo = (texto: string): TextoEsperado => ({ texto, cifras: [], escrito: false, titulo: null })

/** The notes at the foot of pages within blocks, wherever in them they are. */
function notasDe(bloques: readonly Block[]): readonly TextoEsperado[] {
  const notas: TextoEsperado[] = []
  const mirar = (valor: unknown): void => {
    if (typeof valor !== 'object' || valor === null) return
    if ('type' in valor && valor.type === 'footnote')
      notas.push(...(valor as Extract<Inline, { type: 'footnote' }>).children.map((parrafo) => textoDe(parrafo)))
    else for (const campo in valor) mirar(valor[campo as keyof typeof valor])
  }
  mirar(bloques)
  return notas
}

/** Inlines as one text, with where its computed figures are. */
function textoDe(inlines: readonly Inline[]): TextoEsperado {
  let texto = ''
  let escrito = false
  const cifras: Tramo[] = []
  const agregar = (nodo: Inline) => {
    if (nodo.type === 'text' && nodo.source !== undefined) escrito = true
    if (nodo.type === 'figure') {
      const nombre = nodo.origin.name === '' ? nodo.origin.rule : nodo.origin.name
      cifras.push({ desde: texto.length, hasta: texto.length + nodo.value.length, nombre, marca: nodo.mark ?? null })
    }
    if ('value' in nodo) texto += nodo.value
    else if (nodo.type === 'reference') texto += nodo.label
    else if (nodo.type === 'break') texto += ' '
    else if (nodo.type !== 'footnote') nodo.children.forEach(agregar)
  }
  inlines.forEach(agregar)
  return { texto: texto.replace(/[\u00a0\u202f]/gu, ' '), cifras, escrito, titulo: null }
}
