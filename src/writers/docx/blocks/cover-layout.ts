import type { CoverBlock } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { millimetres } from '../units.js'

/** Points: side of a tile with its gap, and the gap itself. */
export const TILE = { pitch: 15, gap: 2.6 } as const
/** Points: the short heavy line under the title. */
export const MARK = { width: 65, height: 6 } as const
/** Points: room between the tiles and the imprint. */
export const FOOT_ROOM = 30

// The title begins at about a third of the page: this share of its height below the issuer.
const TITLE_DROP = 0.17
// Below the table there must be a paragraph, and Word rounds lines up: a cover that is too high by a hair has a second, empty page.
const SLACK = 8
const IMPRINT_LINES = 2

/** Spaces of the cover that its styles hold, in points. */
export function coverSpaces({ pagina, estilos }: Theme) {
  return {
    beforeTitle: millimetres(pagina.alto) * TITLE_DROP,
    afterTitle: estilos.portada.linea - MARK.height,
    afterMark: estilos.subportada.linea / 2,
  }
}

/** How the tiles stand in rows, and the heights that make the whole cover end exactly at the foot of the page however many lines its title has. Points. */
export function coverLayout(node: CoverBlock, theme: Theme) {
  const { pagina, estilos } = theme
  const textWidth = millimetres(pagina.ancho - 2 * pagina.margen)
  const columns = Math.floor(textWidth / TILE.pitch)
  const rows = Math.ceil(node.tiles.length / columns)
  const spaces = coverSpaces(theme)
  const imprint = IMPRINT_LINES * estilos.tabla.linea
  const above =
    node.issuer.length * estilos.titulo3.linea +
    spaces.beforeTitle +
    node.title.length * estilos.portada.linea +
    spaces.afterTitle +
    MARK.height +
    spaces.afterMark
  const below = rows * TILE.pitch + FOOT_ROOM + imprint + SLACK
  const rest = millimetres(pagina.alto - 2 * pagina.margen) - above - below
  return { columns, rows, imprint, subtitle: Math.max(rest, estilos.subportada.linea) }
}
