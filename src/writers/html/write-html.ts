/** The tree as one page that needs nothing but itself: landmarks, links both ways, tables that scroll alone, light, dark and printed. */
import type { Assets, Documento, Written } from '../../document/index.js'
import { html, pagina } from '../../html/index.js'
import type { Theme } from '../../theme/index.js'
import { blocks } from './blocks.js'
import { type Context, contextOf } from './context.js'
import { notesOf } from './notes.js'
import { GUION } from './script.js'
import { styleOf } from './style.js'

/** The same tree, theme and pictures give the same bytes. */
export async function writeHtml(documento: Documento, theme: Theme, { images, fonts }: Assets): Promise<Written> {
  const all = documento.sections.flatMap((section) => section.blocks)
  const ctx = contextOf(all, { theme, picture: inside(images), marked: new Set() }, 1)
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
  return { bytes: new TextEncoder().encode(page), faults: [], pages: new Map() }
}

/** Pictures within the page itself. A page with a hole would be written if one that is missing went by. */
function inside(images: Assets['images']): Context['picture'] {
  return (key) => {
    const found = images.get(key)
    if (found === undefined) throw new Error(`Falta la imagen «${key}».`)
    const { png, width, height } = found
    return { address: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, size: { width, height } }
  }
}
