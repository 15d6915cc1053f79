import type { Block, ChartBlock, CoverBlock, IndexBlock, PictureBlock, ScorecardBlock, TableBlock } from '../../document/index.js'
import { type Html, html, raw } from '../../html/index.js'
import type { Context } from './context.js'
import { inlines, stateClass } from './inlines.js'

type Renderers = { readonly [T in Block['type']]: (node: Extract<Block, { type: T }>, ctx: Context) => Html }

const renderers: Renderers = {
  cover,
  heading: (node, ctx) => {
    const level = raw(`h${levelOf(node.depth, ctx)}`)
    const kicker = node.kicker === null ? '' : html`<p class="antetitulo">${node.kicker}</p>`
    return html`${kicker}<${level} id="${node.id}">${inlines(node.children, ctx)}</${level}>
`
  },
  paragraph: (
    node,
    ctx,
  ) => html`<p${node.role === 'normal' ? '' : html` class="${node.role === 'lead' ? 'entrada' : 'nota'}"`}>${inlines(node.children, ctx)}</p>
`,
  list: (node, ctx) => {
    const name = raw(node.ordered ? 'ol' : 'ul')
    const start = node.ordered && node.start !== 1 ? html` start="${node.start}"` : ''
    return html`<${name}${start}>${node.items.map((item) => html`<li>${blocks(item, ctx)}</li>`)}</${name}>
`
  },
  quote: (node, ctx) => html`<blockquote>${blocks(node.children, ctx)}</blockquote>
`,
  definitions: (node, ctx) =>
    html`<dl>${node.items.map(({ term, details }) => html`<dt>${term}</dt>${details.map((detail) => html`<dd>${inlines(detail, ctx)}</dd>`)}`)}</dl>
`,
  table,
  chart,
  picture,
  scorecard,
  index,
}

/** Titles go down one level at a time, whatever depths the tree leaves out: h1 is the report's own. */
function levelOf(depth: number, { open }: Context): number {
  while ((open.at(-1) ?? 0) >= depth) open.pop()
  open.push(depth)
  return open.length + 1
}

export function blocks(nodes: readonly Block[], ctx: Context): Html {
  return html`${nodes.map((node) => (ctx.marked.has(node) ? changed(node, ctx) : block(node, ctx)))}`
}

function block(node: Block, ctx: Context): Html {
  return (renderers[node.type] as (node: Block, ctx: Context) => Html)(node, ctx)
}

function changed(node: Block, ctx: Context): Html {
  return html`<div class="cambiado"><p class="marca">Cambió</p>
${block(node, ctx)}</div>
`
}

function cover({ issuer, title, subtitle, tiles, legend, alt, imprint }: CoverBlock): Html {
  return html`<header class="portada"><div class="hoja">
${issuer.map((line, i) => html`<p class="${i === 0 ? 'emisor' : 'tenue'}">${line}</p>`)}
<h1>${title.map((line, i) => html`${i === 0 ? '' : html`<br>`}${line}`)}</h1>
<p class="subtitulo">${subtitle}</p>
<div class="cuadros" role="img" aria-label="${alt}">${tiles.map((state) => html`<span class="${stateClass(state)}"></span>`)}</div>
<p class="tenue">${legend}</p><p class="tenue">${imprint}</p>
</div></header>
`
}

function table({ id, caption, columns, rows, notes }: TableBlock, ctx: Context): Html {
  const label = caption === null ? html` aria-label="Tabla"` : html` aria-labelledby="${id}-rotulo"`
  const aligned = columns.map(({ align }) => (align === 'left' ? '' : html` class="${align === 'right' ? 'derecha' : 'centro'}"`))
  const title =
    caption === null
      ? ''
      : html`<caption id="${id}-rotulo"><span class="numero">${caption.label} ${caption.number}.</span> ${inlines(caption.children, ctx)}</caption>`
  const head = columns.map((column, i) =>
    column.title.length === 0 ? html`<td></td>` : html`<th scope="col"${aligned[i] ?? ''}>${inlines(column.title, ctx)}</th>`,
  )
  const body = rows.map(
    ({ kind, cells }) =>
      html`<tr${kind === 'total' ? raw(' class="total"') : ''}>${cells.map((cell, i) =>
        i === 0 && cell.length > 0
          ? html`<th scope="row"${aligned[i] ?? ''}>${inlines(cell, ctx)}</th>`
          : html`<td${aligned[i] ?? ''}>${inlines(cell, ctx)}</td>`,
      )}</tr>`,
  )
  return html`<div class="pieza" id="${id}"><div class="tabla" role="region"${label} tabindex="0"><table>${title}<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>
${notesOf(notes, ctx)}</div>
`
}

const notesOf = (notes: TableBlock['notes'], ctx: Context) => notes.map((line) => html`<p class="fuente">${inlines(line, ctx)}</p>`)

function chart({ id, caption, data, image, alt, notes }: ChartBlock, ctx: Context): Html {
  const name = html`<span class="numero">${caption.label} ${caption.number}.</span> ${inlines(caption.children, ctx)}`
  const cells = data.categories.map(
    (category, i) =>
      html`<tr><th scope="row">${category}</th>${data.series.map(({ labels }) => html`<td class="derecha">${labels[i] ?? ''}</td>`)}</tr>`,
  )
  return html`<figure class="pieza" id="${id}"><figcaption>${name}</figcaption>${picturePart(image, alt, ctx)}
<details><summary>Datos de la ${caption.label} ${caption.number}</summary><div class="tabla"><table><thead><tr><td></td>${data.series.map((series) => html`<th scope="col" class="derecha">${series.name}</th>`)}</tr></thead>
<tbody>${cells}</tbody></table></div></details>
${notesOf(notes, ctx)}</figure>
`
}

function picture({ id, image, alt, caption }: PictureBlock, ctx: Context): Html {
  const words = caption.length === 0 ? '' : html`<figcaption>${inlines(caption, ctx)}</figcaption>`
  return html`<figure class="pieza" id="${id}">${picturePart(image, alt, ctx)}${words}</figure>
`
}

function picturePart(key: string, alt: string, { picture: placed }: Context): Html {
  const { address, size } = placed(key)
  return html`<img src="${address}"${size === null ? '' : html` width="${size.width}" height="${size.height}"`} alt="${alt}">`
}

function scorecard({ id, headline, bar, counts, notes, alt }: ScorecardBlock, ctx: Context): Html {
  const share = (value: number) => `${Math.round(Math.max(0, Math.min(1, value)) * 1000) / 10}%`
  return html`<div class="ficha" id="${id}"><p class="titular"><strong>${inlines(headline.figure, ctx)}</strong> ${inlines(headline.label, ctx)}</p>
<div><p>${inlines(bar.title, ctx)}</p><div class="barra" role="img" aria-label="${alt}"><span style="width:${share(bar.value)}"></span><i style="left:${share(bar.mark)}"></i></div>
<p>${inlines(bar.markLabel, ctx)}</p><p>${inlines(bar.note, ctx)}</p></div>
<ul>${counts.map(({ state, figure, label }) => html`<li><span class="${stateClass(state)}" aria-hidden="true"></span> <strong>${inlines(figure, ctx)}</strong> ${inlines(label, ctx)}</li>`)}</ul>
${notes.map((line) => html`<p class="pie">${inlines(line, ctx)}</p>`)}</div>
`
}

const INDEX_NAMES: Readonly<Record<IndexBlock['of'], string>> = {
  contents: 'Contenido',
  tables: 'Índice de tablas',
  charts: 'Índice de gráficas',
}

function index({ of, entries }: IndexBlock, { targets }: Context): Html {
  const shown = entries.filter(({ target }) => targets.has(target))
  return html`<nav aria-label="${INDEX_NAMES[of]}"><ol class="indice">${shown.map(
    ({ target, depth, label, text }) =>
      html`<li${depth === 2 ? raw(' class="segundo"') : ''}><a href="#${target}">${label === null ? '' : html`<span class="numero">${label}.</span> `}${text}</a></li>`,
  )}</ol></nav>
`
}
