/** What the words around a figure say of it: of which year, accumulated or of the whole plan, exact or about. */
import type { Lectura } from '../lengua/lectura.js'

export interface Entorno {
  /** Another year than the vigencia that it speaks of; null where of none. */
  readonly anio: number | null
  /** It says that it speaks of the vigencia. */
  readonly vigencia: boolean
  readonly acumulado: boolean
  /** Of the whole plan. */
  readonly final: boolean
  /** «cerca de», «más de»: not meant to the unit. */
  readonly aproximado: boolean
}

const CORTE = /[;:,()—–.]| pero | aunque | mientras | [ye] /gu
const VIGENCIA =
  /(?<!\w|hasta (?:la |el )?)(?:vigencia|durante el ano|en el ano|este ano|del ano|el ano(?! (?:anterior|pasado))|anual|transcurso del ano)(?!\w)/u
const ACUMULADO =
  /(?<!\w)(?:acumul[a-z]+|cuatrienio|desde el inicio|hasta (?:la (?:fecha|vigencia)|el ano|=+)|a la fecha|lo corrido|desde que (?:comenzo|empezo|inicio))(?!\w)/u
const FINAL =
  /(?<!\w)(?:meta final|metas? total(?:es)?|meta del plan|todo el plan|del decenio|al final del plan|final del plan|fin del plan)(?!\w)/u
const ANTERIOR = /(?<!\w)(?:(?:el|del|al) ano (?:anterior|pasado)|(?:la|de la) vigencia (?:anterior|pasada))(?!\w)/u
const APROXIMADO =
  /(?:mas de|menos de|casi|cerca de|alrededor de|aproximadamente|unos|unas|al menos|por lo menos|poco mas de|hasta|maximo|minimo|como minimo|cerca del|alrededor del|apenas sobre)(?: (?:un|una|el|los|las))? $/u

/** The stretch of the sentence, between stops, that holds a place: from which character to before which. */
export function clausula({ plana }: Lectura, lugar: number): { readonly desde: number; readonly hasta: number } {
  const cortes = [...plana.matchAll(CORTE)].map(({ index, 0: corte }) => ({ en: index, tras: index + corte.length }))
  const desde = cortes.filter(({ en }) => en < lugar).at(-1)?.tras ?? 0
  return { desde: Math.min(desde, lugar), hasta: cortes.find(({ en }) => en >= lugar)?.en ?? plana.length }
}

/** What is said around a stretch. `vigencia` and `fin`: the year of the report and the last of the plan. */
export function entorno(
  lectura: Lectura,
  { desde, hasta }: { readonly desde: number; readonly hasta: number },
  vigencia: number,
  fin: number,
): Entorno {
  const tramo = clausula(lectura, desde)
  const propia = lectura.plana.slice(tramo.desde, Math.max(tramo.hasta, hasta))
  const anios = lectura.marcas.filter((m) => m.clase === 'anio')
  const suyo =
    anios.find((m) => m.desde >= tramo.desde && m.desde < Math.max(tramo.hasta, hasta)) ?? anios.filter((m) => m.desde < desde).at(-1)
  const anterior = ANTERIOR.test(lectura.plana.slice(0, hasta)) ? vigencia - 1 : null
  const dicho = suyo?.valor ?? anterior
  const hastaElAnio = suyo !== undefined && /hasta (?:el |la vigencia )?$/u.test(lectura.plana.slice(0, suyo.desde))
  return {
    anio: dicho === null || dicho === vigencia || dicho === fin ? null : dicho,
    vigencia: (dicho === vigencia && !hastaElAnio) || (dicho === null && VIGENCIA.test(propia)),
    acumulado: ACUMULADO.test(propia),
    final: FINAL.test(propia) || (dicho === fin && fin !== vigencia),
    aproximado: APROXIMADO.test(lectura.plana.slice(0, desde)),
  }
}
