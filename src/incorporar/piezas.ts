/** The words of a Word document that are not typed prose, piece by piece. */
import type { TextoConFormato } from '../readers/index.js'
import { type CifraDelLibro, type CifraEnSuLugar, conCifras, type marcasPorParrafo } from './cifras.js'
import type { Rango } from './rangos.js'
import { cortar, LLAMADA, llano, type Tramo, textoDe, type Unidad, unidadLeida } from './unidades.js'

/** A text with the marks of its figures, and the stretches of prose in it. */
export interface Texto {
  readonly leido: TextoConFormato
  readonly marcas: ReturnType<typeof marcasPorParrafo>
  readonly rangos: readonly Rango[]
}

/** Words outside of prose: a paragraph, or what of one is the template's. */
export interface Pieza {
  readonly parrafo: number
  /** Whether it is the whole paragraph. */
  readonly entera: boolean
  readonly tramos: readonly Tramo[]
  readonly texto: string
  readonly distintas: readonly CifraEnSuLugar[]
}

/** Pieces in order; `sinPrincipio`: stretches whose words before them are not looked for. */
export function piezasDe({ leido, marcas, rangos }: Texto, sinPrincipio: ReadonlySet<Rango> = new Set()): readonly Pieza[] {
  return leido.paragraphs.flatMap((parrafo, i): readonly Pieza[] => {
    if (parrafo.kind === 'index') return []
    const unidad = unidadLeida(parrafo)
    const { tramos, distintas } = conNombradas(unidad, marcas.get(i) ?? [])
    const suyos = rangos.filter(({ primero, ultimo }) => primero <= i && i <= ultimo)
    const pieza = (desde: number, hasta: number): readonly Pieza[] => {
      const trozo = cortar(tramos, desde, hasta)
      const texto = llano(textoDe(trozo).replaceAll(LLAMADA, ''))
      const cuales = distintas.filter((distinta) => distinta.desde >= desde && distinta.desde < hasta)
      return texto === '' ? [] : [{ parrafo: i, entera: suyos.length === 0, tramos: trozo, texto, distintas: cuales }]
    }
    const notas = suyos.length > 0 ? [] : notasDe(unidad).map((nota) => piezaDeNota(i, nota))
    return [...libres(textoDe(tramos).length, i, suyos, sinPrincipio).flatMap(([desde, hasta]) => pieza(desde, hasta)), ...notas]
  })
}

/** The letters of a paragraph that are of none of its stretches. */
function libres(
  largo: number,
  parrafo: number,
  rangos: readonly Rango[],
  sinPrincipio: ReadonlySet<Rango>,
): readonly (readonly [number, number])[] {
  const trozos: (readonly [number, number])[] = []
  let en = 0
  for (const rango of rangos) {
    const desde = rango.primero === parrafo ? rango.desde : 0
    if (desde > en && !sinPrincipio.has(rango)) trozos.push([en, desde])
    en = Math.max(en, rango.ultimo === parrafo ? rango.hasta : largo)
  }
  return [...trozos, [en, largo]]
}

const piezaDeNota = (parrafo: number, { tramos }: Unidad): Pieza => ({
  parrafo,
  entera: false,
  tramos,
  texto: llano(textoDe(tramos)),
  distintas: [],
})

/** Figures of the template as such, those without a name for prose too. */
function conNombradas(
  unidad: Unidad,
  lugares: readonly { readonly cifra: CifraDelLibro; readonly desde: number; readonly hasta: number }[],
) {
  const nombradas = lugares.map((lugar) => ({ ...lugar, cifra: { ...lugar.cifra, nombre: lugar.cifra.nombre || lugar.cifra.regla } }))
  return conCifras(unidad.tramos, nombradas)
}

const notasDe = ({ tramos }: Unidad): readonly Unidad[] => tramos.flatMap(({ nota }) => nota ?? [])

/** Words with their figures, as `verify` compares them. */
export function esperadoDe(tramos: readonly Tramo[]) {
  let texto = ''
  const cifras = tramos.flatMap((tramo) => {
    const desde = texto.length
    texto += tramo.texto.replace(/\s/gu, ' ')
    return tramo.cifra === null ? [] : [{ desde, hasta: texto.length, nombre: tramo.cifra.nombre, marca: tramo.cifra.marca }]
  })
  return { texto, cifras, escrito: true, titulo: null }
}
