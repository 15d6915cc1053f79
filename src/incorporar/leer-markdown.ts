/** The Markdown of a cell as units, with the source of each of its blocks. */
import type { BlockContent, DefinitionContent, FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast'
import { parseProse, splitFigureNames } from '../markdown/index.js'
import { LLAMADA, type Nombrada, recortar, type Tramo, type Unidad } from './unidades.js'

/** A block of a cell as it was typed: a paragraph, a whole list, a whole quotation. */
export interface BloqueEscrito {
  readonly fuente: string
  readonly unidades: readonly Unidad[]
}

export interface Escrito {
  readonly bloques: readonly BloqueEscrito[]
  /** Notes as they were typed, by label. */
  readonly notas: ReadonlyMap<string, string>
}

/** What a cell says. `imprimir` gives a named figure's own name and what it is printed as; null for a name of none, which is then words. */
export function leerMarkdown(texto: string, imprimir: (nombre: string) => Nombrada | null): Escrito {
  const root = parseProse(texto)
  const lector = new Lector(root, imprimir)
  const fuente = ({ position }: RootContent) => texto.slice(position?.start.offset ?? 0, position?.end.offset ?? texto.length)
  return {
    bloques: root.children.flatMap((nodo) => {
      const unidades = lector.bloque(nodo, 'parrafo', 0)
      return unidades.length === 0 ? [] : [{ fuente: fuente(nodo), unidades }]
    }),
    notas: new Map(root.children.flatMap((nodo) => (nodo.type === 'footnoteDefinition' ? [[nodo.identifier, fuente(nodo)] as const] : []))),
  }
}

const LISO = { fuerte: false, enfasis: false, enlace: null }
type Aspecto = Pick<Tramo, 'fuerte' | 'enfasis' | 'enlace'>

class Lector {
  private readonly notas: ReadonlyMap<string, FootnoteDefinition>

  constructor(
    root: Root,
    private readonly imprimir: (nombre: string) => Nombrada | null,
  ) {
    this.notas = new Map(root.children.flatMap((nodo) => (nodo.type === 'footnoteDefinition' ? [[nodo.identifier, nodo] as const] : [])))
  }

  bloque(nodo: RootContent | BlockContent | DefinitionContent, clase: Unidad['clase'], nivel: number, inicio = 1): readonly Unidad[] {
    if (nodo.type === 'paragraph') {
      const tramos = recortar(this.tramos(nodo.children, LISO))
      return tramos.length === 0 ? [] : [{ clase, nivel, inicio, tramos }]
    }
    if (nodo.type === 'blockquote') return nodo.children.flatMap((hijo) => this.bloque(hijo, 'cita', 0))
    if (nodo.type !== 'list') return []
    const propia = clase === 'parrafo' || clase === 'cita' ? 0 : nivel + 1
    const item = nodo.ordered === true ? 'numero' : 'vinieta'
    return nodo.children.flatMap(({ children }) =>
      children.flatMap((hijo, i) =>
        hijo.type === 'list'
          ? this.bloque(hijo, item, propia)
          : this.bloque(hijo, i === 0 ? item : 'continuacion', propia, i === 0 ? (nodo.start ?? 1) : 1),
      ),
    )
  }

  private tramos(nodos: readonly PhrasingContent[], aspecto: Aspecto): readonly Tramo[] {
    return nodos.flatMap((nodo): readonly Tramo[] => {
      switch (nodo.type) {
        case 'text':
          return this.palabras(nodo.value, aspecto)
        case 'strong':
          return this.tramos(nodo.children, { ...aspecto, fuerte: true })
        case 'emphasis':
          return this.tramos(nodo.children, { ...aspecto, enfasis: true })
        case 'link':
          return this.tramos(nodo.children, { ...aspecto, enlace: nodo.url })
        case 'break':
          return [{ texto: '\n', ...aspecto, cifra: null, nota: null }]
        case 'footnoteReference': {
          const nota = this.notas.get(nodo.identifier)
          if (nota === undefined) return this.palabras(`[^${nodo.label ?? nodo.identifier}]`, aspecto)
          return [{ texto: LLAMADA, ...aspecto, cifra: null, nota: nota.children.flatMap((hijo) => this.bloque(hijo, 'parrafo', 0)) }]
        }
        default:
          return []
      }
    })
  }

  private palabras(texto: string, aspecto: Aspecto): readonly Tramo[] {
    return splitFigureNames(texto).map(({ type, value }) => {
      const impreso = type === 'name' ? this.imprimir(value) : null
      if (impreso !== null) return { texto: impreso.texto, ...aspecto, cifra: { nombre: impreso.nombre, marca: null }, nota: null }
      // A line that ends in the source of a paragraph is a space.
      const palabras = type === 'name' ? `[[${value}]]` : value.replace(/\s*\n\s*/gu, ' ')
      return { texto: palabras, ...aspecto, cifra: null, nota: null }
    })
  }
}
