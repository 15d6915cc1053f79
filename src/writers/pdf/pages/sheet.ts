import type { Section } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'

const POINTS_PER_MM = 72 / 25.4

/** The page and the body within it. Points. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly margin: number
  readonly bodyWidth: number
  readonly bodyHeight: number
  /** Top of the running header; bottom of the footer, from the page's bottom. */
  readonly headerTop: number
  readonly footerBottom: number
}

/** The page of a theme, which gives it upright and in millimetres. */
export function sheetOf({ pagina }: Theme, orientation: Section['orientation']): Sheet {
  const [narrow, long, margin, headerTop, footerBottom] = [pagina.ancho, pagina.alto, pagina.margen, pagina.encabezado, pagina.pie].map(
    (mm) => mm * POINTS_PER_MM,
  ) as [number, number, number, number, number]
  const [width, height] = orientation === 'portrait' ? [narrow, long] : [long, narrow]
  return { width, height, margin, headerTop, footerBottom, bodyWidth: width - 2 * margin, bodyHeight: height - 2 * margin }
}
