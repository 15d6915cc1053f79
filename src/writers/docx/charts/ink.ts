/** Fills, lines and letters as DrawingML holds them, from the theme. */
import type { Theme } from '../../../theme/index.js'
import { escaped } from '../text.js'
import { emus, hex } from '../units.js'

/** What fills a bar: a colour on the paper, flat or in the state's pattern. */
export type Fill = Theme['estados'][keyof Theme['estados']]

const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${hex(color)}"/></a:solidFill>`

/** A flat ground without a contour. */
export const plain = (color: string): string => `<c:spPr>${solid(color)}<a:ln><a:noFill/></a:ln></c:spPr>`

/** Neither ground nor contour. */
export const NOTHING = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'

/** Only a line of the theme's contour, in ink: an axis. */
export const axisLine = (theme: Theme): string => `<c:spPr><a:noFill/>${contour(theme)}</c:spPr>`

/** A bar: its fill, and the contour that tells it from the paper. */
export const barInk = (fill: Fill, theme: Theme): string => `<c:spPr>${ground(fill, theme.colores.papel)}${contour(theme)}</c:spPr>`

const contour = ({ grafica, colores }: Theme): string => `<a:ln w="${emus(grafica.contorno)}">${solid(colores.tinta)}</a:ln>`

// The patterns of Word that come nearest to the picture's: stripes at 45° of the colour on paper; dots of paper on the colour.
function ground({ relleno, trama }: Fill, paper: string): string {
  if (trama === 'lisa') return solid(relleno)
  return trama === 'rayada' ? pattern('wdUpDiag', relleno, paper) : pattern('pct10', paper, relleno)
}

const pattern = (name: string, front: string, back: string): string =>
  `<a:pattFill prst="${name}"><a:fgClr><a:srgbClr val="${hex(front)}"/></a:fgClr><a:bgClr><a:srgbClr val="${hex(back)}"/></a:bgClr></a:pattFill>`

/** Words that stay on one line. LibreOffice breaks a figure at its spaces otherwise. */
export const ON_ONE_LINE = '<a:bodyPr wrap="none"/>'

export type Weight = 'normal' | 'bold'

/** The letters of a part of the chart: the theme's size and family, in ink. */
export function letters(theme: Theme, weight: Weight, body = '<a:bodyPr/>'): string {
  const look = `<a:defRPr ${sized(theme, weight)}>${inFamily(theme)}</a:defRPr>`
  return `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr>${look}</a:pPr><a:endParaRPr/></a:p></c:txPr>`
}

/** The same letters, of words that the chart itself holds. */
export const wordsLook = (theme: Theme, weight: Weight, language: string): string =>
  `<a:rPr lang="${escaped(language)}" ${sized(theme, weight)}>${inFamily(theme)}</a:rPr>`

const sized = ({ grafica }: Theme, weight: Weight): string => `sz="${Math.round(grafica.cuerpo * 100)}" b="${weight === 'bold' ? 1 : 0}"`

function inFamily({ colores, fuentes }: Theme): string {
  const faces = ['latin', 'ea', 'cs'].map((script) => `<a:${script} typeface="${escaped(fuentes.texto)}"/>`)
  return `${solid(colores.tinta)}${faces.join('')}`
}
