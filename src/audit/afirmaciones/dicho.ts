/** What a sentence states by itself, whoever it is said of: what each of its numbers is, and whether a goal was met. */
import { type Oracion, oraciones } from '../lengua/oraciones.js'
import { type ClaseDeAfirmacion, PATRONES, PATRONES_DE_SENTIDO, type Sentido } from './patrones.js'

/** Words of a pattern of the table, from where to before where. */
interface Tramo {
  readonly desde: number
  readonly hasta: number
}

export interface SentidoDicho extends Tramo {
  readonly sentido: Sentido
}

export interface OracionDicha extends Oracion {
  /** For each place where a number begins, the first pattern that takes it. */
  readonly clases: ReadonlyMap<number, Tramo & { readonly clase: ClaseDeAfirmacion }>
  /** The directions that it states, each stretch of words once. */
  readonly sentidos: readonly SentidoDicho[]
}

/** The sentences of a text, with what they state. */
export function leerTexto(texto: string): readonly OracionDicha[] {
  return oraciones(texto).map((oracion) => ({ ...oracion, clases: clasesPorLugar(oracion), sentidos: sentidosDe(oracion) }))
}

const NINGUNA: OracionDicha['clases'] = new Map()

function clasesPorLugar({ plana, marcas }: Oracion): OracionDicha['clases'] {
  if (!marcas.some(({ clase }) => clase === 'cantidad' || clase === 'porcentaje')) return NINGUNA
  const clases = new Map<number, Tramo & { readonly clase: ClaseDeAfirmacion }>()
  for (const { clase, forma } of PATRONES) {
    for (const hallado of plana.matchAll(forma)) {
      const desde = hallado.indices?.groups?.n?.[0]
      if (desde !== undefined && !clases.has(desde))
        clases.set(desde, { clase, desde: hallado.index, hasta: hallado.index + hallado[0].length })
    }
  }
  return clases
}

function sentidosDe({ plana }: Oracion): readonly SentidoDicho[] {
  const dichos: SentidoDicho[] = []
  for (const { sentido, forma } of PATRONES_DE_SENTIDO) {
    for (const { index, 0: palabras } of plana.matchAll(forma)) {
      const hasta = index + palabras.length
      if (!dichos.some((d) => d.desde < hasta && index < d.hasta)) dichos.push({ sentido, desde: index, hasta })
    }
  }
  return dichos.filter(({ desde }) => !supuesto(plana.slice(0, desde)))
}

/** What is wished, feared or denied is not said to have happened. */
function supuesto(antes: string): boolean {
  return /(?<!\w)(?:si|para|evitar|cuando|siempre que|con el fin de|a fin de|riesgo de|posibilidad de|sin|ni|salir de(?:l)?|superar el|ningun[oa]?|nunca)(?: [a-z]+){0,2} $/u.test(
    antes,
  )
}
