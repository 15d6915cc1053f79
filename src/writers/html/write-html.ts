/** The tree as one page that needs nothing but itself: landmarks, links both ways, tables that scroll alone, light, dark and printed. */
import type { Assets, Block, Documento, Written } from '../../document/index.js'
import { html, pagina } from '../../html/index.js'
import type { Theme } from '../../theme/index.js'
import { blocks } from './blocks.js'
import type { Context } from './context.js'
import { GUION } from './script.js'
import { styleOf } from './style.js'

/** The same tree, theme and pictures give the same bytes. */
export async function writeHtml(documento: Documento, theme: Theme, { images, fonts }: Assets): Promise<Written> {
  const all = documento.sections.flatMap((section) => section.blocks)
  const ctx: Context = { theme, images, notes: [], open: [], targets: new Set(all.flatMap(idsOf)) }
  const cover = all.filter((block) => block.type === 'cover')
  const rest = all.filter((block) => block.type !== 'cover')
  const draft =
    documento.draft === null ? '' : html`<p class="borrador"><strong>${documento.draft.mark}</strong> ${documento.draft.detail}</p>`
  const body = html`<a class="salto" href="#informe">Ir al informe</a>
${draft}${blocks(cover, ctx)}
<main class="hoja informe" id="informe" tabindex="-1">
${cover.length === 0 ? html`<h1>${documento.title}</h1>` : ''}${blocks(rest, ctx)}
</main>
${notesOf(ctx)}
<footer class="hoja"><p>${documento.header.left} · ${documento.header.right}</p></footer>
<div class="origen" id="origen" role="status" aria-live="polite"></div>`
  const page = await pagina({ titulo: documento.title, theme, fonts, cuerpo: body, estilo: styleOf(theme), guion: GUION })
  return { bytes: new TextEncoder().encode(page), faults: [] }
}

/** Ids to which a link may lead, those of blocks within others too. */
function idsOf(block: Block): readonly string[] {
  if (block.type === 'list') return block.items.flat().flatMap(idsOf)
  if (block.type === 'quote') return block.children.flatMap(idsOf)
  return 'id' in block ? [block.id] : []
}

function notesOf({ notes }: Context) {
  if (notes.length === 0) return ''
  const items = notes.map(
    ({ number, body }) =>
      html`<li id="nota-${number}" value="${number}">${body}<a href="#llamada-${number}" aria-label="Volver a la llamada de la nota ${number}">↩</a></li>`,
  )
  return html`<aside class="hoja notas" aria-label="Notas"><h2>Notas</h2><ol>${items}</ol></aside>`
}
