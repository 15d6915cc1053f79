import { UsageError } from './errors.js'
import { nombres } from './listas.js'
import { near } from './spanish.js'

export interface OpcionesDeSecciones {
  readonly con?: string
  readonly sin?: string
}

/** Sections that the command turns on or off. @throws UsageError with the names that there are */
export function secciones({ con = '', sin = '' }: OpcionesDeSecciones, hay: readonly string[]): ReadonlyMap<string, boolean> {
  const pedidas = [...nombres(con).map((n) => [n, true] as const), ...nombres(sin).map((n) => [n, false] as const)]
  const ajena = pedidas.find(([nombre]) => !hay.includes(nombre))
  if (ajena !== undefined) throw new UsageError(`No hay una sección «${ajena[0]}»; están ${hay.join(', ')}.${near(ajena[0], hay)}`)
  return new Map(pedidas)
}
