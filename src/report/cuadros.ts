import { enPalabras } from './phrases.js'
import type { Ficha } from './report.js'

/** What the squares of the cover show, in words: how many there are of each state, in their order. `cuentas`: those of the policy's scorecard. */
export function cuadrosEnPalabras(cuentas: Ficha['cuentas']): string {
  const partes = cuentas.map(({ estado, cifra, rotulo }) => {
    const nombre = estado === 'sin-meta' || estado === 'cumplido' ? enPalabras(rotulo) : `${estado} (${enPalabras(rotulo)})`
    return `${nombre}, ${enPalabras(cifra)}`
  })
  return `Cuadros en filas, uno por producto, en orden de estado: ${partes.join('; ')}.`
}
