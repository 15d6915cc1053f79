import type {
  Block,
  Caption,
  ChartBlock,
  CoverBlock,
  IndexBlock,
  IndexEntry,
  PictureBlock,
  ScorecardBlock,
  TableBlock,
} from '../../document/index.js'
import { type Html, html, raw } from '../../html/index.js'
import type { Context } from './context.js'
import { inlines, stateClass } from './inlines.js'

type Renderers = { readonly [T in Block['type']]: (node: Extract<Block, { type: T }>, ctx: Context) => Html }

const renderers: Renderers = {
  cover,
  heading: (node, ctx) => {
    const level = raw(`h${levelOf(node.depth, ctx)}`)
    const kicker = node.kicker === null ? '' : html`<p class="antetitulo">${node.kicker}</p>`
    // What a title looks like is its depth's, whatever level it takes in the page.
    const look = node.depth < 3 ? '' : html` class="nivel-${node.depth}"`
    return html`${kicker}<${level} id="${node.id}"${look}>${inlines(node.children, ctx)}</${level}>
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
  const aligned = columns.map(({ align }) => ALIGNED[align])
  const title = caption === null ? '' : html`<caption id="${id}-rotulo"><span class="rotulo">${captionOf(caption, ctx)}</span></caption>`
  const titles = columns.map((column) => inlines(column.title, ctx))
  const written = rows.map(({ kind, cells }) => ({ kind, cells: cells.map((cell) => inlines(cell, ctx)) }))
  const head = titles.map((words, i) => {
    const classes = [aligned[i], widthOf(written.map(({ cells }) => cells[i]))].filter((name) => name !== '').join(' ')
    return words.html === '' ? html`<td></td>` : html`<th scope="col"${classNamed(classes)}>${words}</th>`
  })
  const body = written.map(
    ({ kind, cells }) =>
      html`<tr${classNamed(kind === 'total' ? 'total' : '')}>${cells.map((cell, i) =>
        i === 0 && cell.html !== ''
          ? html`<th scope="row"${classNamed(aligned[i] ?? '')}>${cell}</th>`
          : html`<td${classNamed(aligned[i] ?? '')}>${cell}</td>`,
      )}</tr>`,
  )
  return html`<div class="pieza" id="${id}"><div class="tabla" role="group"${label} tabindex="0"><table>${title}<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>
${notesOf(notes, ctx)}</div>
`
}

const ALIGNED = { left: '', right: 'derecha', center: 'centro' } as const

const classNamed = (name: string) => (name === '' ? '' : html` class="${name}"`)

const captionOf = ({ label, number, children }: Caption, ctx: Context) =>
  html`<span class="numero">${label} ${number}.</span> ${inlines(children, ctx)}`

/** Letters from which a column keeps a width of its own on a narrow screen, where the table scrolls. */
const LETTERS = { media: 14, larga: 30 }

/** How wide a column stays, by the longest of its cells. */
function widthOf(cells: readonly (Html | undefined)[]): '' | keyof typeof LETTERS {
  const longest = Math.max(0, ...cells.map((cell) => (cell?.html ?? '').replace(/<[^>]*>/gu, '').length))
  return longest >= LETTERS.larga ? 'larga' : longest >= LETTERS.media ? 'media' : ''
}

const notesOf = (notes: TableBlock['notes'], ctx: Context) => notes.map((line) => html`<p class="fuente">${inlines(line, ctx)}</p>`)

function chart(node: ChartBlock, ctx: Context): Html {
  const { id, caption, data, notes } = node
  return html`<figure class="pieza" id="${id}"><figcaption id="${id}-rotulo">${captionOf(caption, ctx)}</figcaption>${
    data.kind === 'states' ? bars(data) : drawn(node, ctx)
  }
${notesOf(notes, ctx)}</figure>
`
}

/** Products by state as bars of the page itself: a table, so that they are read as one, at any width and on any ground. */
function bars({ categories, series: [only], states }: ChartBlock['data']): Html {
  const most = Math.max(1, ...(only?.values ?? []).map((value) => value ?? 0))
  const rows = categories.map((category, i) => {
    const [state, share] = [states[i], (only?.values[i] ?? 0) / most]
    const bar =
      state === undefined || share === 0 ? '' : html`<span class="${stateClass(state)}" style="--parte:${share.toFixed(4)}"></span>`
    return html`<tr><th scope="row">${category}</th><td><div>${bar}<strong>${only?.labels[i] ?? ''}</strong></div></td></tr>`
  })
  return html`<table class="barras"><tbody>${rows}</tbody></table>`
}

/** Any other chart as its picture, which scrolls where it would be too small to read, and its numbers for whoever opens them. */
function drawn({ id, caption, data, image, alt }: ChartBlock, ctx: Context): Html {
  const name = `Datos de la ${caption.label} ${caption.number}`
  const cells = data.categories.map(
    (category, i) =>
      html`<tr><th scope="row">${category}</th>${data.series.map(({ labels }) => html`<td class="derecha">${labels[i] ?? ''}</td>`)}</tr>`,
  )
  return html`<div class="tabla" role="group" aria-labelledby="${id}-rotulo" tabindex="0">${picturePart(image, alt, ctx)}</div>
<details><summary>${name}</summary><div class="tabla" role="group" aria-label="${name}" tabindex="0"><table><thead><tr><td></td>${data.series.map((series) => html`<th scope="col" class="derecha">${series.name}</th>`)}</tr></thead>
<tbody>${cells}</tbody></table></div></details>`
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
  const link = ({ target, label, text }: IndexEntry) =>
    html`<a href="#${target}">${label === null ? '' : html`<span class="numero">${label}.</span> `}${text}</a>`
  const items = underMain(shown).map(([main, ...under]) => {
    const inner = under.length === 0 ? '' : html`<ol>${under.map((entry) => html`<li>${link(entry)}</li>`)}</ol>`
    return html`<li>${main === undefined ? '' : link(main)}${inner}</li>`
  })
  return html`<nav aria-label="${INDEX_NAMES[of]}"><ol class="indice">${items}</ol></nav>
`
}

/** Each main entry with those under it. */
function underMain(entries: readonly IndexEntry[]): readonly (readonly IndexEntry[])[] {
  const mains = entries.flatMap(({ depth }, i) => (depth === 1 || i === 0 ? [i] : []))
  return mains.map((from, i) => entries.slice(from, mains[i + 1]))
}
