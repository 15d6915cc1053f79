import type { PageNumberEstimator } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'

/**
 * Gives every bookmark the number that its page shows (`iii`, `24`), by laying the pages out as Word does, with the fonts that the
 * document embeds. True because every line has an exact pitch. It must guess where it would rather stop (a shape behind the cover; a
 * font that Office too has a copy of), never where text flows. Throws where a page could not be found: an index with a hole is no index.
 */
export function pageNumbers(bookmarks: readonly string[]): PageNumberEstimator {
  const estimate = estimatePageNumbersWith({ guess: true })
  return (body, context) => {
    const pages = estimate(body, context)
    const lost = bookmarks.filter((name) => !pages.bookmarks.has(name))
    if (lost.length > 0) throw new Error(`No se halló la página de ${lost.length} títulos, tablas o gráficas: ${lost.join(', ')}.`)
    return pages
  }
}
