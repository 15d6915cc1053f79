/** What a workbook says, wherever it says it. */
import { readLibro, redactar } from '../src/workbook/index.js'

/** The model of a workbook without the places of its cells. Fails with its errors where it has any. */
export function dicho(bytes: Uint8Array): unknown {
  const { libro, errores } = readLibro(bytes)
  if (libro === null) throw new Error(errores.map((falta) => JSON.stringify(redactar(falta))).join('\n'))
  return sinLugares(libro)
}

function sinLugares(valor: unknown): unknown {
  if (valor instanceof Map) return [...valor].map(([clave, suyo]) => [clave, sinLugares(suyo)])
  if (Array.isArray(valor)) return valor.map(sinLugares)
  if (valor === null || typeof valor !== 'object') return valor
  return Object.fromEntries(
    Object.entries(valor).flatMap(([campo, suyo]) => (/^celdas?(?:DeClave)?$/u.test(campo) ? [] : [[campo, sinLugares(suyo)]])),
  )
}
