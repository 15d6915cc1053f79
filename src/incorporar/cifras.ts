/** The computed figures of a document: which are still in its words, and which say something else. */
import type { Documento, Inline } from '../document/index.js'
import type { TextoConFormato } from '../readers/index.js'
import { cortar, llano, type Tramo, textoDe } from './unidades.js'

export interface CifraDelLibro {
  readonly marca: string
  /** Name by which prose asks for it; empty where it has none. */
  readonly nombre: string
  /** Rule that gives it. */
  readonly regla: string
  readonly valor: string
  readonly celdas: readonly string[]
}

/** A figure that the document says otherwise than the workbook. */
export interface CifraDistinta {
  readonly cifra: CifraDelLibro
  readonly dice: string
}

/** The same, with the letters before it in its paragraph. */
export interface CifraEnSuLugar extends CifraDistinta {
  readonly desde: number
}

/** Every figure of a document, by its mark. */
export function cifrasDe(documento: Documento): ReadonlyMap<string, CifraDelLibro> {
  const cifras = new Map<string, CifraDelLibro>()
  const mirar = (valor: unknown): void => {
    if (Array.isArray(valor)) for (const cada of valor) mirar(cada)
    else if (typeof valor === 'object' && valor !== null) {
      if (esCifra(valor) && valor.mark !== undefined) {
        const { mark: marca, origin, value } = valor
        cifras.set(marca, { marca, nombre: origin.name, regla: origin.rule, valor: value, celdas: origin.cells })
      } else Object.values(valor).forEach(mirar)
    }
  }
  mirar(documento.sections)
  return cifras
}

function esCifra(valor: object): valor is Extract<Inline, { type: 'figure' }> {
  return 'type' in valor && valor.type === 'figure' && 'origin' in valor
}

/** Where a mark stands in a paragraph. */
interface Lugar {
  readonly cifra: CifraDelLibro
  readonly desde: number
  readonly hasta: number
}

/** Marks of figures of each paragraph, in order. A mark that holds nothing is of a figure that was deleted. */
export function marcasPorParrafo(
  { stretches, paragraphs }: TextoConFormato,
  cifras: ReadonlyMap<string, CifraDelLibro>,
): ReadonlyMap<number, readonly Lugar[]> {
  const lugares = new Map<number, Lugar[]>()
  for (const { name, from, to } of stretches) {
    const cifra = cifras.get(name)
    if (cifra === undefined) continue
    const largo = paragraphs[from.paragraph]?.runs.reduce((n, { text }) => n + text.length, 0) ?? 0
    const hasta = to.paragraph === from.paragraph ? to.at : largo
    if (hasta > from.at) lugares.set(from.paragraph, [...(lugares.get(from.paragraph) ?? []), { cifra, desde: from.at, hasta }])
  }
  for (const suyos of lugares.values()) suyos.sort((a, b) => a.desde - b.desde)
  return lugares
}

/** The same words with each figure in its place as one, and the figures that say something else. */
export function conCifras(
  tramos: readonly Tramo[],
  lugares: readonly Lugar[],
): { readonly tramos: readonly Tramo[]; readonly distintas: readonly CifraEnSuLugar[] } {
  const texto = textoDe(tramos)
  const hechos: Tramo[] = []
  const distintas: CifraEnSuLugar[] = []
  let en = 0
  for (const { cifra, desde, hasta } of lugares) {
    const suyo = tramoDe(texto, cifra.valor, desde, hasta)
    if (suyo === null) distintas.push({ cifra, dice: llano(texto.slice(desde, hasta)), desde })
    else if (suyo.desde >= en && cifra.nombre !== '') {
      hechos.push(...cortar(tramos, en, suyo.desde), ...puesta(tramos, suyo, cifra))
      en = suyo.hasta
    }
  }
  return { tramos: [...hechos, ...cortar(tramos, en)], distintas }
}

/** A stretch of words as the figure that it is, with the look of its first letter. */
export function puesta(
  tramos: readonly Tramo[],
  { desde, hasta }: { readonly desde: number; readonly hasta: number },
  { nombre, marca }: Pick<CifraDelLibro, 'nombre' | 'marca'>,
): readonly Tramo[] {
  const [primero, ...resto] = cortar(tramos, desde, hasta)
  if (primero === undefined) return []
  return [{ ...primero, texto: primero.texto + textoDe(resto), cifra: { nombre, marca } }]
}

/** Where a figure stands whole: at its mark, or around it, for programs leave a mark a letter short, and people write on within it. */
function tramoDe(texto: string, valor: string, desde: number, hasta: number): { readonly desde: number; readonly hasta: number } | null {
  const [liso, buscado] = [sinEspaciosFijos(texto), sinEspaciosFijos(valor)]
  for (let i = liso.indexOf(buscado, Math.max(0, desde - buscado.length)); i !== -1 && i < hasta; i = liso.indexOf(buscado, i + 1)) {
    const fin = i + buscado.length
    if (fin > desde && !/[\p{L}\p{N}]$|\d[.,]$/u.test(liso.slice(0, i)) && !/^(?:[\p{L}\p{N}]|[.,]\d)/u.test(liso.slice(fin)))
      return { desde: i, hasta: fin }
  }
  return null
}

const sinEspaciosFijos = (texto: string) => texto.replace(/[\u00a0\u2007\u202f]/gu, ' ')
