import { ShapeGroupRun } from 'docx/shapes'
import type { CoverBlock, State } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { clean } from '../text.js'
import { hex, pixels } from '../units.js'

/** The tiles of the cover as one drawing, which says in words what it shows. `columns`: how many stand in a row. */
export function mosaic({ tiles, alt }: CoverBlock, columns: number, theme: Theme): ShapeGroupRun {
  const { lado, paso, contorno } = theme.portada.cuadro
  return new ShapeGroupRun({
    altText: { name: 'cuadros', description: clean(alt) },
    children: tiles.map((state, index) => ({
      type: 'rectangle',
      transformation: {
        offset: { left: pixels((index % columns) * paso), top: pixels(Math.floor(index / columns) * paso) },
        width: pixels(lado),
        height: pixels(lado),
      },
      fill: fillOf(state, theme),
      line: { color: hex(theme.colores.portadaTinta), width: contorno },
    })),
  })
}

function fillOf(state: State, { estados, colores }: Theme) {
  const { relleno, trama } = estados[state]
  if (trama === 'lisa') return hex(relleno)
  const [ground, drawn] = trama === 'rayada' ? [colores.papel, relleno] : [relleno, colores.papel]
  return {
    type: 'pattern',
    pattern: trama === 'rayada' ? 'darkDownwardDiagonal' : 'dottedGrid',
    color: hex(drawn),
    backgroundColor: hex(ground),
  } as const
}
