import { UsageError } from './errors.js'

/** The value of an option that is a whole number. @throws UsageError */
export function entero(opcion: string, texto: string, menor: number, mayor: number): number {
  const numero = Number(texto)
  if (/^\d+$/u.test(texto.trim()) && numero >= menor && numero <= mayor) return numero
  throw new UsageError(`${opcion} debe ser un número entero de ${menor} a ${mayor}; se encontró «${texto}».`)
}
