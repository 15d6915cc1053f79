/** A comparison as a page: what matters first, then all of it. */
import { type Html, html, type Pagina, pagina } from '../html/index.js'
import type { CambioDeCifra, Comparacion, Decidido } from './cambio.js'
import { palabraPorPalabra, resumidos, type Tramo } from './diferencias.js'
import { porGrupos } from './grupos.js'
import { enPalabras, loPrimero, porciento, porGravedad } from './importancia.js'
import { cifraEnPalabras, decisionesEnPalabras, resumen, rotuloDe } from './palabras.js'

export interface PaginaDeComparacion extends Pick<Pagina, 'theme' | 'fonts'> {
  readonly comparacion: Comparacion
  /** Names of both sides, as whoever asked wrote them. */
  readonly antes: string
  readonly despues: string
  /** Name and version. */
  readonly programa: string
}

/** A part of the page: its anchor, its title, how many things it has, and them. */
interface Parte {
  readonly ancla: string
  readonly titulo: string
  readonly cuantas: number
  readonly cuerpo: Html
}

/** The page as the text of an HTML file. The same comparison gives the same text. */
export function paginaDeComparacion({ comparacion, antes, despues, programa, theme, fonts }: PaginaDeComparacion): Promise<string> {
  const titulo = `Qué cambió de ${antes} a ${despues}`
  const primero = loPrimero(comparacion)
  const partes = [clases(comparacion), celdas(comparacion), cifras(comparacion), puestas(comparacion), frases(comparacion)].filter(
    ({ cuantas }) => cuantas > 0,
  )
  const cuerpo = html`<a class="salto" href="#cambios">Ir a los cambios</a>
<header class="hoja cabeza"><h1>Qué cambió</h1><p>De ${antes} a ${despues}: ${resumen(comparacion)}</p></header>
<main class="hoja" id="cambios" tabindex="-1">
${primero.length === 0 ? html`<p class="limpio">No cambió ninguna cifra.</p>` : html`<section><h2 id="primero">Lo primero</h2><ol class="primero">${primero.map((frase) => html`<li>${frase}</li>`)}</ol></section>`}
${partes.length < 2 ? html`` : html`<nav aria-label="Todo lo que cambió"><ul class="partes">${partes.map(({ ancla, titulo: nombre, cuantas }) => html`<li><a href="#${ancla}">${nombre}</a> (${cuantas})</li>`)}</ul></nav>`}
${partes.map(({ ancla, titulo: nombre, cuantas, cuerpo: suyo }) => html`<section><h2 id="${ancla}">${nombre} (${cuantas})</h2>${suyo}</section>\n`)}
</main>
<footer class="hoja"><p>Hecho con ${programa}.</p></footer>`
  return pagina({ titulo, theme, fonts, cuerpo, estilo: ESTILO, guion: '' })
}

function clases({ clases: todas }: Comparacion): Parte {
  const filas = porGravedad(todas).map(
    ({ codigo, nombre, sector, antes, despues, cumplimiento }) =>
      html`<tr><th scope="row"><span class="codigo">${codigo}</span> ${nombre}</th><td>${sector}</td><td>${enPalabras(antes)} → <strong>${enPalabras(despues)}</strong></td><td>${porciento(cumplimiento.antes)} → ${porciento(cumplimiento.despues)}</td></tr>`,
  )
  return {
    ...{ ancla: 'clases', titulo: 'Productos que cambian de color o de situación', cuantas: todas.length },
    cuerpo: tabla('clases', ['Producto', 'Sector', 'Color o situación', 'Cumplimiento'], filas),
  }
}

function celdas({ celdas: todas }: Comparacion): Parte {
  const revisadas = revisada(todas)
  const filas = todas.map(
    (c) =>
      html`<tr><th scope="row">${c.hoja} · <span class="codigo">${c.clave}</span></th><td>${c.columna}</td><td>${enFrase(c.antes ?? '', c.despues ?? '')}</td><td>${c.celda}</td>${revisadas.map(() => html`<td>${decisionesEnPalabras(c)}</td>`)}</tr>`,
  )
  return {
    ...{ ancla: 'celdas', titulo: 'Celdas del libro', cuantas: todas.length },
    cuerpo: tabla('celdas', ['De quién es', 'Columna', 'Qué cambió', 'Celda', ...revisadas], filas),
  }
}

function cifras(comparacion: Comparacion): Parte {
  const revisadas = revisada(comparacion.cifras)
  const columnas = ['Cifra', 'Antes', 'Ahora', ...revisadas]
  const filaDe = (cifra: CambioDeCifra) => {
    const { campo, antes, despues } = cifraEnPalabras(cifra)
    return html`<tr><th scope="row">${campo}</th><td>${antes}</td><td>${despues}</td>${revisadas.map(() => html`<td>${decisionesEnPalabras(cifra)}</td>`)}</tr>`
  }
  const grupos = porGrupos(comparacion).map(({ nombre, cifras: suyas, productos }, n) => {
    const ancla = `grupo-${n + 1}`
    const deProductos = productos.map(
      ({ producto, cifras: delProducto }) =>
        html`<tr class="de"><th scope="rowgroup" colspan="${columnas.length}"><span class="codigo">${producto.codigo}</span> ${producto.nombre}</th></tr>${delProducto.map(filaDe)}`,
    )
    return html`<h3 id="${ancla}">${nombre}</h3>${tabla(ancla, columnas, [...suyas.map(filaDe), ...deProductos])}`
  })
  return { ancla: 'cifras', titulo: 'Cifras', cuantas: comparacion.cifras.length, cuerpo: html`${grupos}` }
}

function puestas({ puestas: todas }: Comparacion): Parte {
  return {
    ...{ ancla: 'tablas-y-graficas', titulo: 'Tablas y gráficas', cuantas: todas.length },
    cuerpo: html`<ul class="puestas">${todas.map((p) => html`<li><strong>${rotuloDe(p)}.</strong> ${p.titulo}</li>`)}</ul>`,
  }
}

function frases({ frases: todas }: Comparacion): Parte {
  return {
    ...{ ancla: 'parrafos', titulo: 'Párrafos', cuantas: todas.length },
    cuerpo: html`${todas.map(({ antes, despues }) => html`<p class="frase">${enFrase(antes ?? '', despues ?? '')}</p>\n`)}`,
  }
}

/** A text with its words that went and those that came, each where it stands; only what is near them, of a long one. */
function enFrase(antes: string, despues: string): Html {
  const marcados: Record<Tramo['en'], (texto: string) => Html> = {
    ambos: (texto) => html`${texto}`,
    antes: (texto) => html`<del>${texto.trimEnd()}</del> `,
    despues: (texto) => html`<ins>${texto.trimEnd()}</ins> `,
  }
  return html`${resumidos(palabraPorPalabra(antes, despues)).map(({ en, texto }) => marcados[en](texto))}`
}

/** The column of decisions, where anybody decided on one of these. */
const revisada = (cambios: readonly Decidido[]) => (cambios.some(({ decisiones }) => decisiones !== undefined) ? ['Revisión'] : [])

/** A table that scrolls alone, under the title of that anchor. */
function tabla(ancla: string, columnas: readonly string[], filas: readonly Html[]): Html {
  return html`<div class="tabla" role="region" aria-labelledby="${ancla}" tabindex="0"><table><thead><tr>${columnas.map((c) => html`<th scope="col">${c}</th>`)}</tr></thead>
<tbody>${filas}</tbody></table></div>`
}

const ESTILO = `
main{padding-block:1rem 2rem}
section{padding-block:1.5rem}
.limpio{font-size:1.25rem;padding-block:2rem}
.primero{font-size:1.25rem;line-height:1.4;padding-left:1.75rem;max-width:52rem;margin:1rem 0 0}
.primero li+li{margin-top:.75rem}
.primero li::marker{color:var(--casa);font-weight:700}
.partes{display:flex;flex-wrap:wrap;gap:.5rem 1.75rem;list-style:none;margin:0;padding:0}
h3{color:var(--casa);font-size:1.0625rem;margin-top:1.75rem}
td,th,tbody th{text-align:left}
td:first-child{padding-left:0}
tbody th{max-width:34rem}
.de th{font-weight:700;padding-top:.875rem}
.codigo{color:var(--casa);font-weight:700;white-space:nowrap}
.puestas{padding-left:1.25rem;margin:1rem 0 0;max-width:60rem}
.puestas li+li{margin-top:.375rem}
.frase{border-left:.25rem solid var(--linea);padding-left:1rem;margin-top:1.25rem;max-width:46rem}
del{color:var(--gris);text-decoration:line-through}
ins{font-weight:700;text-decoration:underline;text-decoration-thickness:.125em;text-underline-offset:.2em}
`
