import { html } from '../../html/index.js'
import type { Context } from './context.js'

/** The notes that were called so far, each with the way back to its call; nothing where there are none. */
export function notesOf({ notes }: Context) {
  if (notes.length === 0) return ''
  const items = notes.map(
    ({ number, body }) =>
      html`<li id="nota-${number}" value="${number}">${body}<a href="#llamada-${number}" aria-label="Volver a la llamada de la nota ${number}">↩</a></li>`,
  )
  return html`<aside class="hoja notas" aria-label="Notas"><h2>Notas</h2><ol>${items}</ol></aside>`
}
