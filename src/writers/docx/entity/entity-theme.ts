import type { Theme } from '../../../theme/index.js'
import type { Entity } from './entity.js'

const MM_PER_POINT = 25.4 / 72

/** The theme for what the entity's document does not say: with its letters, so that a page has those of one hand, and on its paper. */
export function entityTheme(theme: Theme, { styles, page }: Entity): Theme {
  const paper = page === null ? {} : { ancho: page.width * MM_PER_POINT, alto: page.height * MM_PER_POINT }
  return { ...theme, fuentes: { titulos: styles.titles, texto: styles.text }, pagina: { ...theme.pagina, ...paper } }
}
