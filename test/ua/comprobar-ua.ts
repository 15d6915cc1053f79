import { ausencias, delArchivo } from './comprobaciones-archivo.js'
import { type Comprobacion, deEstructura, fueraDelProtocolo } from './comprobaciones-estructura.js'
import { abrirExpediente } from './expediente.js'

/** A condition of PDF/UA-1 that a file does not meet: its number in the Matterhorn Protocol 1.1, and where. */
export interface FallaUa {
  readonly id: string
  readonly donde: string
}

/** Checks by the number of their condition; those that the protocol numbers not, by their clause. */
export const COMPROBACIONES: Readonly<Record<string, Comprobacion>> = { ...deEstructura, ...delArchivo, ...fueraDelProtocolo }
/** By name: what is not in our documents, so that the conditions about it don't apply. */
export const AUSENCIAS: Readonly<Record<string, Comprobacion>> = ausencias

/** Every condition that the file fails, in the order of the protocol; what should be absent and is not, by its name. */
export function comprobarUa(pdf: Uint8Array): readonly FallaUa[] {
  const expediente = abrirExpediente(pdf)
  return Object.entries({ ...COMPROBACIONES, ...AUSENCIAS }).flatMap(([id, comprobar]) =>
    comprobar(expediente).map((lugar) => ({ id, donde: lugar })),
  )
}
