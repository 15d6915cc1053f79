/** `procedencia.json`: every computed figure of the documents, and where it comes from. */
import type { Documento, Inline } from '../document/index.js'

type Figura = Extract<Inline, { type: 'figure' }>

/** Where a figure comes from, in words. */
export interface OrigenExplicado {
  /** Name by which it can be asked for: `2.1.2 logro`; the rule's, where it has none. */
  readonly figura: string
  readonly regla: { readonly nombre: string; readonly enunciado: string; readonly fuente: string }
  readonly operacion: readonly string[]
  readonly celdas: readonly string[]
}

export interface Procedencia {
  readonly libro: { readonly nombre: string; readonly sha256: string }
  readonly documento: Documento
  readonly explicar: (origen: Figura['origin'], texto: string) => OrigenExplicado
  /** What each cell holds. */
  readonly contenido: (celda: string) => string
}

interface Puesta {
  readonly figura: Figura
  /** Titles that it stands under, and the table or chart that it is in: `Reportes sectoriales › Salud › Tabla 22`. */
  readonly lugar: string
}

/**
 * The text of `procedencia.json`. `cifras`, in reading order: its mark in the Word file (a hidden bookmark), its text, its place and
 * which of `origenes` it has; `celdas`: what each cell that they name holds.
 */
export function procedenciaJson({ libro, documento, explicar, contenido }: Procedencia): string {
  const origenes = new Map<string, { readonly numero: number; readonly origen: OrigenExplicado }>()
  // Figures of one origin mostly have the very same cells, which may be hundreds: by them it is found without putting them in words.
  const numeros = new Map<Figura['origin']['cells'], Map<string, number>>()
  const numeroDe = ({ origin, value }: Figura) => {
    const [conEllas, nombre] = [numeros.get(origin.cells) ?? new Map<string, number>(), JSON.stringify([origin.name, origin.rule])]
    const antes = conEllas.get(nombre)
    if (antes !== undefined) return antes
    const clave = JSON.stringify([origin.name, origin.rule, origin.cells])
    const suyo = origenes.get(clave) ?? { numero: origenes.size, origen: explicar(origin, value) }
    origenes.set(clave, suyo)
    numeros.set(origin.cells, conEllas.set(nombre, suyo.numero))
    return suyo.numero
  }
  const cifras = figurasDe(documento).map(({ figura, lugar }) => ({
    marca: figura.mark ?? null,
    texto: figura.value,
    lugar,
    origen: numeroDe(figura),
  }))
  const explicados = [...origenes.values()].map(({ origen: { figura, regla, operacion, celdas } }) => ({
    figura,
    regla,
    operacion,
    celdas,
  }))
  const celdas = [...new Set(explicados.flatMap((o) => o.celdas))]
  return `${JSON.stringify(
    { libro, cifras, origenes: explicados, celdas: Object.fromEntries(celdas.map((celda) => [celda, contenido(celda)])) },
    null,
    1,
  )}\n`
}

function figurasDe({ sections }: Documento): readonly Puesta[] {
  return sections.flatMap(({ blocks }) => {
    const titulos: string[] = []
    return blocks.flatMap((bloque): readonly Puesta[] => {
      if (bloque.type === 'heading') titulos.splice(bloque.depth - 1, titulos.length, palabras(bloque.children))
      const rotulo = 'caption' in bloque && bloque.caption !== null && 'label' in bloque.caption ? [bloque.caption] : []
      const lugar = [...titulos, ...rotulo.map(({ label, number }) => `${label} ${number}`)].filter((t) => t !== '').join(' › ')
      return figurasEn(bloque).map((figura) => ({ figura, lugar }))
    })
  })
}

function figurasEn(bloque: unknown): readonly Figura[] {
  const figuras: Figura[] = []
  const mirar = (valor: unknown): void => {
    if (typeof valor !== 'object' || valor === null) return
    if ('type' in valor && valor.type === 'figure' && 'origin' in valor) figuras.push(valor as Figura)
    else for (const dentro of Object.values(valor)) mirar(dentro)
  }
  mirar(bloque)
  return figuras
}

function palabras(inlines: readonly Inline[]): string {
  return inlines
    .map((nodo) =>
      'value' in nodo
        ? nodo.value
        : nodo.type === 'reference'
          ? nodo.label
          : 'children' in nodo && nodo.type !== 'footnote'
            ? palabras(nodo.children)
            : '',
    )
    .join('')
}
