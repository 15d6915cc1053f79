import type { State } from '../../../document/index.js'
import { type Theme, textOn } from '../../../theme/index.js'
import type { RunLook, Shading } from './xml.js'

const patterns: Record<Theme['estados'][State]['trama'], Shading['pattern']> = {
  lisa: 'clear',
  rayada: 'reverseDiagStripe',
  punteada: 'pct10',
}

/** The ground of a state: its fill with its pattern in the paper's colour. */
function stateGround(state: State, theme: Theme): Shading {
  const { relleno, trama } = theme.estados[state]
  return { pattern: patterns[trama], fill: relleno, color: theme.colores.papel }
}

/** Look of a chip: small bold words of the title face on the state's ground, within an ink line. */
export function chipLook(state: State, theme: Theme): RunLook {
  const { fuentes, estilos, colores, grafica, estados, etiqueta } = theme
  const { pattern, fill, color } = stateGround(state, theme)
  // Dots as large as a stroke would eat small letters; stripes are left, thin ones, for they say «no goal» without a colour.
  const ground: Shading = { pattern: pattern === 'reverseDiagStripe' ? 'thinReverseDiagStripe' : 'clear', fill, color }
  return {
    font: fuentes.titulos,
    bold: true,
    size: estilos.tabla.cuerpo * etiqueta.letra,
    color: textOn(estados[state].relleno, theme),
    border: { width: grafica.contorno, color: colores.tinta, space: 0 },
    shading: ground,
  }
}
