import type { CoverBlock } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { millimetres } from '../units.js'

// Below the table there must be a paragraph, and Word rounds lines up: a cover that is too high by a hair has a second, empty page.
const SLACK = 8
const IMPRINT_LINES = 2
// Who publishes and which of its offices: what stands over the title of a cover.
const ISSUER_LINES = 2

/** Spaces of the cover that its styles hold, in points. */
export function coverSpaces({ pagina, estilos, portada: { alturas, marca } }: Theme) {
  const titleTop = millimetres(pagina.alto) * alturas.titulo - millimetres(pagina.margen)
  return {
    beforeTitle: Math.max(estilos.portada.linea / 2, titleTop - ISSUER_LINES * estilos.entidad.linea),
    afterTitle: marca.antes,
    afterMark: marca.despues,
  }
}

/** How the tiles stand in rows, and the heights that make the whole cover end exactly at the foot of the page however many lines its title has. Points. */
export function coverLayout(node: CoverBlock, theme: Theme) {
  const { pagina, estilos, portada } = theme
  const textWidth = millimetres(pagina.ancho - 2 * pagina.margen)
  const columns = Math.floor((textWidth + portada.cuadro.paso - portada.cuadro.lado) / portada.cuadro.paso)
  const rows = Math.ceil(node.tiles.length / columns)
  const spaces = coverSpaces(theme)
  const imprint = IMPRINT_LINES * estilos.piePortada.linea
  const above =
    node.issuer.length * estilos.entidad.linea +
    spaces.beforeTitle +
    node.title.length * estilos.portada.linea +
    spaces.afterTitle +
    portada.marca.alto +
    spaces.afterMark
  const tiles = rows * portada.cuadro.paso
  const underTiles = millimetres(pagina.alto) * (portada.alturas.pie - portada.alturas.cuadros) - imprint
  const below = tiles + underTiles + imprint + SLACK
  const rest = millimetres(pagina.alto - 2 * pagina.margen) - above - below
  return { columns, tiles, underTiles, imprint, subtitle: Math.max(rest, estilos.subportada.linea) }
}
