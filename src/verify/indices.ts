/** The contents and the indices: their words, their numbers, and whether their pages are the real ones. */
import type { Place, ReadBlock, ReadEntry } from '../readers/index.js'
import type { Esperado } from './esperado.js'
import { dicenLoMismo } from './fichas.js'
import { type HallazgoEnDocumento, hallazgoEn } from './lugar.js'

/** What is known of pages besides the document itself: the indices of an edition just made of the same workbook. */
export interface EdicionDeReferencia {
  readonly entradas: readonly ReadEntry[]
}

/** Of an edition laid out in the same way few pages differ; of one with other styles, or much edited, its pages tell nothing. */
const POCAS = 0.2

/** Whether the pages of a document's indices are, but for some, those of the edition. */
function mismasPaginas(leidas: readonly ReadEntry[], { entradas }: EdicionDeReferencia): boolean {
  const iguales = leidas.filter((l) => entradas.some((e) => e.page === l.page && dicenLoMismo(e.text, l.text)))
  return iguales.length >= (1 - POCAS) * leidas.length
}

export function entradasDe(bloques: readonly ReadBlock[]): readonly ReadEntry[] {
  return bloques.flatMap((b) => (b.type === 'index' ? b.entries : []))
}

export function revisarIndices(
  bloques: readonly ReadBlock[],
  { indices }: Esperado,
  edicion: EdicionDeReferencia | null,
): readonly HallazgoEnDocumento[] {
  const leidas = entradasDe(bloques)
  const debidas = indices.flat()
  const destinos = destinosDe(bloques)
  const referencia = edicion !== null && mismasPaginas(leidas, edicion) ? edicion : null
  // What is listed twice (two chapters of one name) is the first, then the second.
  const veces = new Map<string, number>()
  return leidas.flatMap((leida): readonly HallazgoEnDocumento[] => {
    const mismas = (e: { readonly texto: string; readonly clase: string | null }) =>
      dicenLoMismo(leida.text, e.texto) && (leida.label === null) === (e.clase === null)
    const iguales = debidas.filter(mismas)
    const suya = iguales.find((e) => e.numero === leida.number) ?? iguales[0] ?? null
    const vez = veces.get(leida.text) ?? 0
    veces.set(leida.text, vez + 1)
    return [...numeroDe(leida, suya), ...paginaDe(leida, destinos.filter((d) => d.es(leida))[vez]?.place ?? null, referencia, vez)]
  })
}

/** Titles and captions, which entries lead to. */
function destinosDe(bloques: readonly ReadBlock[]): readonly { readonly es: (entrada: ReadEntry) => boolean; readonly place: Place }[] {
  return bloques.flatMap((b) => {
    if (b.type === 'heading') return [{ es: (e: ReadEntry) => e.label === null && dicenLoMismo(e.text, b.text), place: b.place }]
    if (b.type !== 'caption') return []
    return [{ es: (e: ReadEntry) => e.label !== null && dicenLoMismo(e.text, b.text) && mismaClase(e.label, b.label), place: b.place }]
  })
}

const mismaClase = (una: string, otra: string) => una.slice(0, 4).toLowerCase() === otra.slice(0, 4).toLowerCase()

function numeroDe(
  leida: ReadEntry,
  suya: { readonly clase: string | null; readonly numero: string | null } | null,
): readonly HallazgoEnDocumento[] {
  if (suya === null || suya.numero === leida.number) return []
  return [
    hallazgoEn(leida.place, {
      regla: 'indice-numero',
      severidad: 'contradiccion',
      texto: enLinea(leida),
      dice: `${leida.label} ${leida.number}`,
      esperado: `${suya.clase} ${suya.numero}`,
      explicacion: `Ese título es el de la ${suya.clase} ${suya.numero}.`,
    }),
  ]
}

function paginaDe(
  leida: ReadEntry,
  destino: Place | null,
  edicion: EdicionDeReferencia | null,
  vez: number,
): readonly HallazgoEnDocumento[] {
  const real = destino === null || destino.page === null ? null : (destino.label ?? String(destino.page))
  const enEdicion = edicion?.entradas.filter((e) => dicenLoMismo(e.text, leida.text) && e.number === leida.number)[vez]?.page ?? null
  const esperado = real ?? enEdicion
  if (esperado === null || esperado === leida.page) return []
  const cierto = real !== null
  return [
    hallazgoEn(leida.place, {
      regla: 'indice-pagina',
      severidad: cierto ? 'contradiccion' : 'posible',
      texto: enLinea(leida),
      dice: leida.page,
      esperado,
      explicacion: cierto
        ? `«${leida.text}» está en la página ${esperado}.`
        : `En el informe que da el libro, «${leida.text}» está en la página ${esperado}. Actualice los campos del documento en Word.`,
    }),
  ]
}

function enLinea({ label, number, text, page }: ReadEntry): string {
  return `${label === null ? '' : `${label} ${number}. `}${text} … ${page}`
}
