/** The computed figures of a Word file, which carry their names wherever they are moved. */
import type { DocumentoLeido, Place, ReadBlock, ReadMark } from '../readers/index.js'
import type { Esperado, Tramo } from './esperado.js'
import { dicenLoMismo } from './fichas.js'
import { type HallazgoEnDocumento, hallazgoEn } from './lugar.js'

/** A figure found by its mark, as it is written there and as it should be. */
export interface CifraMarcada {
  readonly marca: ReadMark
  readonly nombre: string
  readonly esperado: string
  /** It says what the workbook gives. */
  readonly igual: boolean
}

/** Every figure whose mark is still in the document. One whose mark holds nothing was deleted, and tells nothing. */
export function cifrasMarcadas({ blocks, marks }: DocumentoLeido, { textos, rotulos, tablas }: Esperado): readonly CifraMarcada[] {
  const todos = [...textos, ...rotulos.map(({ texto }) => texto), ...tablas.flatMap(({ filas }) => filas.flat())]
  const porMarca = new Map(
    todos.flatMap(({ texto, cifras }) => cifras.map((c) => [c.marca, { ...c, dice: texto.slice(c.desde, c.hasta) }] as const)),
  )
  const parrafos = textosPorParrafo(blocks)
  return marks.flatMap((marca) => {
    const suya = porMarca.get(marca.name)
    if (suya === undefined || marca.text === '') return []
    return [
      {
        marca,
        nombre: suya.nombre,
        esperado: suya.dice,
        igual: dicenLoMismo(marca.text, suya.dice) || corrida(marca, suya.dice, parrafos),
      },
    ]
  })
}

/** A program that saved the document again may leave a letter or two of a figure out of its mark; the paragraph still has it whole. */
function corrida({ text, place }: ReadMark, esperado: string, parrafos: ReturnType<typeof textosPorParrafo>): boolean {
  const parte = esperado.includes(text) && text.length * 2 >= esperado.length
  return parte && parrafos.get(place.paragraph ?? -1)?.texto.includes(esperado) === true
}

/** Figures that say something else, where nothing else told it already: in a sentence written anew, or moved out of its table. */
export function revisarMarcas(
  cifras: readonly CifraMarcada[],
  bloques: readonly ReadBlock[],
  dichos: readonly HallazgoEnDocumento[],
): readonly HallazgoEnDocumento[] {
  const textos = textosPorParrafo(bloques)
  return cifras.flatMap(({ marca, nombre, esperado, igual }) => {
    const { paragraph } = marca.place
    const yaDicho = dichos.some(({ en, dice }) => en.paragraph === paragraph && (dice.includes(marca.text) || marca.text.includes(dice)))
    const suyo = textos.get(paragraph ?? -1)
    if (igual || yaDicho || suyo === undefined) return []
    const explicacion = `Esa cifra es «${nombre}», y el libro da ${esperado.replace(/^▼\s*/u, '')}.`
    return [
      hallazgoEn(suyo.en, {
        regla: 'cifra-distinta',
        severidad: 'contradiccion',
        texto: suyo.texto,
        dice: marca.text,
        esperado,
        explicacion,
      }),
    ]
  })
}

function textosPorParrafo(bloques: readonly ReadBlock[]): ReadonlyMap<number, { readonly texto: string; readonly en: Place }> {
  const de = (texto: string, en: Place) => (en.paragraph === null ? [] : [[en.paragraph, { texto, en }] as const])
  return new Map(
    bloques.flatMap((b) => {
      if (b.type === 'table') return [...b.header, ...b.rows.flat()].flatMap(({ text, place }) => de(text, place))
      return b.type === 'index' ? [] : de(b.text, b.place)
    }),
  )
}

/** The figures that stand right in a stretch of text, by their marks. */
export function tramosMarcados(texto: string, en: Place, cifras: readonly CifraMarcada[]): readonly Tramo[] {
  return cifras.flatMap(({ marca, nombre, igual }) => {
    const desde = igual && marca.place.paragraph !== null && marca.place.paragraph === en.paragraph ? texto.indexOf(marca.text) : -1
    return desde === -1 ? [] : [{ desde, hasta: desde + marca.text.length, nombre, marca: marca.name }]
  })
}
