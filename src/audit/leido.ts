/** Passages read: sentences with what is known of each, for the rules to look at. */
import { leerTexto, type OracionDicha } from './afirmaciones/dicho.js'
import type { Hallazgo, Pasaje, Severidad } from './hallazgo.js'
import type { Marca } from './lengua/lectura.js'

/** A sentence within its passage. */
export interface OracionLeida extends OracionDicha {
  readonly pasaje: Pasaje
  /** Place of the passage among all. */
  readonly orden: number
}

/** Sentences of all passages, in order. */
export interface Leido {
  readonly pasajes: readonly Pasaje[]
  readonly oraciones: readonly OracionLeida[]
}

/** Reads passages once, for all rules. `leer`: what reads a text. */
export function leerPasajes(pasajes: readonly Pasaje[], leer = leerTexto): Leido {
  return { pasajes, oraciones: pasajes.flatMap((pasaje, orden) => leer(pasaje.texto).map((o) => ({ ...o, pasaje, orden }))) }
}

/** The name of the computed figure that a mark is; null where it was typed. */
export function calculada({ pasaje, inicio }: OracionLeida, { desde, hasta }: Pick<Marca, 'desde' | 'hasta'>): string | null {
  const dentro = pasaje.calculados?.find((c) => c.desde < inicio + hasta && c.hasta > inicio + desde)
  return dentro?.nombre ?? null
}

/** What a rule holds against some words. `severidad` where it is not the rule's own. */
export interface Reparo {
  readonly lugar: string
  readonly texto: string
  readonly dice: string
  readonly esperado: string
  readonly explicacion: string
  readonly severidad?: Severidad
}

/** A `Reparo` about a stretch of a sentence. */
export function reparo(
  oracion: OracionLeida,
  { desde, hasta }: { readonly desde: number; readonly hasta: number },
  dicho: Omit<Reparo, 'lugar' | 'texto' | 'dice'>,
): Reparo {
  return {
    lugar: oracion.pasaje.lugar,
    texto: oracion.texto,
    dice: oracion.texto.slice(desde, hasta),
    ...dicho,
    esperado: sinFijos(dicho.esperado),
    explicacion: sinFijos(dicho.explicacion),
  }
}

/** Figures as the report words them, with plain spaces: what people compare and search. */
function sinFijos(texto: string): string {
  return texto.replace(/[\u00a0\u202f]/gu, ' ')
}

/** The finding of a rule. */
export function hallazgoDe(regla: string, severidad: Severidad, { severidad: propia, ...reparo }: Reparo): Hallazgo {
  return { regla, severidad: propia ?? severidad, ...reparo }
}
