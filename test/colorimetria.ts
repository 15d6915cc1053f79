/** How far apart two colours look, to the eyes that a report meets: normal, colour-blind, and in a greyscale print. */
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  parse,
} from 'culori'

export const VISIONES = ['normal', 'deuteranope', 'protanope', 'tritanope', 'grises'] as const
export type Vision = (typeof VISIONES)[number]

/** Whole deficiency; greyscale as a printer without colour makes it. */
const VISTA: Readonly<Record<Vision, (color: Color) => Color>> = {
  normal: (color) => color,
  deuteranope: filterDeficiencyDeuter(1),
  protanope: filterDeficiencyProt(1),
  tritanope: filterDeficiencyTrit(1),
  grises: filterGrayscale(1),
}

const ciede2000 = differenceCiede2000()

/** CIEDE2000 between two `#RRGGBB` colours as that sight sees them. */
export function diferencia(a: string, b: string, vision: Vision): number {
  const vista = (hex: string) => {
    const color = parse(hex)
    if (color === undefined) throw new Error(`not a colour: ${hex}`)
    return VISTA[vision](color)
  }
  return ciede2000(vista(a), vista(b))
}
