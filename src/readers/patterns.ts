/** What gives away a caption, a line of an index and a bullet in plain text. */

const LABEL = '(Tabla|Gráfica|Gráfico|Figura|Cuadro|Ilustración|Mapa)'
const NUMBER = '([A-Z]?\\d{1,3})'
const CAPTION = new RegExp(`^${LABEL} ${NUMBER}\\s?[.:–—-] ?(\\S.*)$`, 'iu')
const LABELLED = new RegExp(`^${LABEL} ${NUMBER}\\b[.:–—-]? ?(.*)$`, 'iu')
const PAGE = '(\\d{1,4}|[ivxlc]{1,7})'
const DOTS = new RegExp(`^(\\S.*?)\\s*(?:\\.{3,}|…+|(?:\\. ){3,})[.… \\t]*${PAGE}$`, 'u')
const TAB = new RegExp(`^(\\S.*)\\t\\s*${PAGE}$`, 'u')
const BULLET = /^(?:[-–—•▪◦‣·●○■]|)\s+(?=\S)/u

export interface Labelled {
  readonly label: string
  readonly number: string
  readonly text: string
}

/** `Tabla 4. Words` in parts; null for other text. */
export function captionOf(text: string): Labelled | null {
  const [, label, number, words] = CAPTION.exec(text) ?? []
  return label === undefined || number === undefined || words === undefined ? null : { label, number, text: words }
}

/** The words of a line of an index, its label and number apart where it has them. */
export function labelled(text: string): { readonly label: string | null; readonly number: string | null; readonly text: string } {
  const [, label, number, words] = LABELLED.exec(text) ?? []
  return label === undefined || number === undefined || words === undefined
    ? { label: null, number: null, text }
    : { label, number, text: words }
}

/** A line that ends in leaders and a page; null for other lines. `tab`: within an index, a tab may stand for the leaders. */
export function entryOf(line: string, tab = false): { readonly words: string; readonly page: string } | null {
  const [, words, page] = DOTS.exec(line) ?? (tab ? TAB.exec(line) : null) ?? []
  return words === undefined || page === undefined ? null : { words, page }
}

/** Text without its bullet, and whether it had one. */
export function withoutBullet(text: string): { readonly bullet: boolean; readonly text: string } {
  return BULLET.test(text) ? { bullet: true, text: text.replace(BULLET, '') } : { bullet: false, text }
}
