import type { Section } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { millimetres } from './units.js'

/** An upright page. Points. */
export interface PageMeasures {
  readonly width: number
  readonly height: number
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** From the edge of the page to its header and footer. */
  readonly header: number
  readonly footer: number
}

/** The page of a theme. */
export function themePage({ pagina }: Theme): PageMeasures {
  const margin = millimetres(pagina.margen)
  return {
    width: millimetres(pagina.ancho),
    height: millimetres(pagina.alto),
    margins: { top: margin, right: margin, bottom: margin, left: margin },
    header: millimetres(pagina.encabezado),
    footer: millimetres(pagina.pie),
  }
}

/** The page of a section: that of the entity's document, where it gives one, but for the cover, which is the theme's in size as in look. */
export function pageFor(
  { numbering }: Section,
  { theme, entity }: { readonly theme: Theme; readonly entity: { readonly page: PageMeasures | null } | null },
): PageMeasures {
  return (numbering === 'none' ? null : entity?.page) ?? themePage(theme)
}

/** Width and height of the text on the pages of a section, in points. A page on its side keeps its margins above, below and beside. */
export function textArea(page: PageMeasures, orientation: Section['orientation']): { readonly width: number; readonly height: number } {
  const { width, height, margins } = page
  const [across, down] = orientation === 'portrait' ? [width, height] : [height, width]
  return { width: across - margins.left - margins.right, height: down - margins.top - margins.bottom }
}
