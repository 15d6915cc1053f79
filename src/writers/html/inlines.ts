import type { Inline, State, Tone } from '../../document/index.js'
import { type Html, html } from '../../html/index.js'
import type { Context } from './context.js'

const TONES: Readonly<Record<Tone, string>> = { behind: 'rezago', ahead: 'logro', secondary: 'menor' }

/** Class of a state's ground. */
export const stateClass = (state: State): string => `estado ${state}`

/** Cells that the origin of a figure names; of more, how many there are. */
const CELLS = 12

function cellsInWords(cells: readonly string[]): string {
  const more = cells.length - CELLS
  return `${cells.slice(0, CELLS).join(', ')}${more > 0 ? ` y ${more} más` : ''}`
}

type Renderers = { readonly [T in Inline['type']]: (node: Extract<Inline, { type: T }>, ctx: Context) => Html }

const renderers: Renderers = {
  text: ({ value }) => html`${value}`,
  // Its origin is shown by the page's script to whoever asks; without it the figure is read all the same.
  figure: ({ value, origin: { name, rule, cells } }) =>
    html`<span class="cifra" data-figura="${name === '' ? rule : name}" data-regla="${rule}" data-celdas="${cellsInWords(cells)}">${value}</span>`,
  code: ({ value }) => html`<span class="codigo">${value}</span>`,
  chip: ({ value, state }) => html`<span class="${stateClass(state)}">${value}</span>`,
  strong: ({ children }, ctx) => html`<strong>${inlines(children, ctx)}</strong>`,
  emphasis: ({ children }, ctx) => html`<em>${inlines(children, ctx)}</em>`,
  tone: ({ tone, children }, ctx) => html`<span class="${TONES[tone]}">${inlines(children, ctx)}</span>`,
  link: ({ url, children }, ctx) => html`<a href="${url}">${inlines(children, ctx)}</a>`,
  reference: ({ target, label }, { targets }) => (targets.has(target) ? html`<a href="#${target}">${label}</a>` : html`${label}`),
  footnote: ({ number, children }, ctx) => {
    const body = html`${children.map((paragraph) => html`<span class="parrafo">${inlines(paragraph, ctx)}</span> `)}`
    ctx.notes.push({ number, body })
    return html`<sup><a class="llamada" id="llamada-${number}" href="#nota-${number}" aria-label="Nota ${number}">${number}</a></sup>`
  },
  break: () => html`<br>`,
}

export function inlines(nodes: readonly Inline[], ctx: Context): Html {
  return html`${nodes.map((node) => (renderers[node.type] as (node: Inline, ctx: Context) => Html)(node, ctx))}`
}
