/** Values of options that are names, one or several separated by commas. */
import { UsageError } from './errors.js'

/** The names of a list, without blanks round them. */
export function nombres(lista: string): readonly string[] {
  return lista.split(',').flatMap((nombre) => nombre.trim() || [])
}

/** The names of a list that are among `hay`, in its order. `que`: what they are, «un formato». @throws UsageError with those that there are */
export function variosDe<T extends string>(hay: readonly T[], lista: string, que: string): readonly T[] {
  const pedidos = nombres(lista).map((nombre) => nombre.toLowerCase())
  const ajeno = pedidos.find((nombre) => !hay.some((uno) => uno === nombre))
  if (ajeno !== undefined) throw new UsageError(`No hay ${que} «${ajeno}»; están ${enumerados(hay)}.`)
  return hay.filter((nombre) => pedidos.includes(nombre))
}

/** The name that is among `hay`. @throws UsageError with those that there are */
export function unoDe<T extends string>(hay: readonly T[], nombre: string, que: string): T {
  const suyo = hay.find((uno) => uno.toLowerCase() === nombre.trim().toLowerCase())
  if (suyo === undefined) throw new UsageError(`No hay ${que} «${nombre}»; están ${enumerados(hay)}.`)
  return suyo
}

function enumerados(hay: readonly string[]): string {
  return `${hay.slice(0, -1).join(', ')} y ${hay.at(-1) ?? ''}`
}
