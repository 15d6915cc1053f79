/** A comparison as a page: what matters first, then all of it. */
import { type Html, html, type Pagina, pagina } from '../html/index.js'
import type { Comparacion, Decidido } from './cambio.js'
import { loPrimero } from './importancia.js'
import { cifraEnPalabras, decisionesEnPalabras, deQuienEs, resumen, tramosDistintos } from './palabras.js'

export interface PaginaDeComparacion extends Pick<Pagina, 'theme' | 'fonts'> {
  readonly comparacion: Comparacion
  /** Names of both sides, as whoever asked wrote them. */
  readonly antes: string
  readonly despues: string
  /** Name and version. */
  readonly programa: string
}

/** The page as the text of an HTML file. The same comparison gives the same text. */
export function paginaDeComparacion({ comparacion, antes, despues, programa, theme, fonts }: PaginaDeComparacion): Promise<string> {
  const titulo = `Qué cambió de ${antes} a ${despues}`
  const primero = loPrimero(comparacion)
  const cuerpo = html`<a class="salto" href="#cambios">Ir a los cambios</a>
<header class="hoja cabeza"><h1>Qué cambió</h1><p>De ${antes} a ${despues}: ${resumen(comparacion)}</p></header>
<main class="hoja" id="cambios" tabindex="-1">
${primero.length === 0 ? html`<p class="limpio">No cambió ninguna cifra.</p>` : html`<section><h2 id="primero">Lo primero</h2><ol class="primero">${primero.map((frase) => html`<li>${frase}</li>`)}</ol></section>`}
${tablaDe(
  'Celdas del libro',
  ['Hoja', 'De quién es', 'Columna', 'Antes', 'Ahora', 'Celda', ...revisada(comparacion.celdas)],
  comparacion.celdas.map((c) => [
    ...[c.hoja, c.clave, c.columna, ...tramosDistintos(c.antes ?? '—', c.despues ?? '—'), c.celda],
    ...revisada(comparacion.celdas).map(() => decisionesEnPalabras(c)),
  ]),
)}
${tablaDe(
  'Cifras',
  ['De quién es', 'Cifra', 'Antes', 'Ahora', ...revisada(comparacion.cifras)],
  comparacion.cifras.map((c) => [
    ...[deQuienEs(c), ...Object.values(cifraEnPalabras(c))],
    ...revisada(comparacion.cifras).map(() => decisionesEnPalabras(c)),
  ]),
)}
${frasesDe(comparacion)}
</main>
<footer class="hoja"><p>Hecho con ${programa}.</p></footer>`
  return pagina({ titulo, theme, fonts, cuerpo, estilo: ESTILO, guion: '' })
}

/** The column of decisions, where anybody decided on one of these. */
const revisada = (cambios: readonly Decidido[]) => (cambios.some(({ decisiones }) => decisiones !== undefined) ? ['Revisión'] : [])

function tablaDe(titulo: string, columnas: readonly string[], filas: readonly (readonly string[])[]): Html {
  if (filas.length === 0) return html``
  const ancla = titulo.toLowerCase().replaceAll(' ', '-')
  return html`<section><h2 id="${ancla}">${titulo} (${filas.length})</h2>
<div class="tabla" role="region" aria-labelledby="${ancla}" tabindex="0"><table><thead><tr>${columnas.map((c) => html`<th scope="col">${c}</th>`)}</tr></thead>
<tbody>${filas.map((fila) => html`<tr>${fila.map((celda) => html`<td>${celda}</td>`)}</tr>`)}</tbody></table></div></section>
`
}

function frasesDe({ frases }: Comparacion): Html {
  if (frases.length === 0) return html``
  return html`<section><h2 id="frases">Párrafos (${frases.length})</h2>
${frases.map(
  ({
    antes,
    despues,
  }) => html`<div class="frase">${antes === null ? '' : html`<p><del><span class="clase">Antes</span> ${antes}</del></p>`}${despues === null ? '' : html`<p><ins><span class="clase">Ahora</span> ${despues}</ins></p>`}</div>
`,
)}</section>`
}

const ESTILO = `
main{padding-block:1rem 2rem}
section{padding-block:1.5rem}
.limpio{font-size:1.25rem;padding-block:2rem}
.primero{font-size:1.125rem;padding-left:1.5rem}
.primero li+li{margin-top:.5rem}
td,th{text-align:left}
td:first-child{padding-left:0}
.frase{border-left:.375rem solid var(--linea);padding-left:1rem;margin-top:1.25rem;max-width:52rem}
del,ins{text-decoration:none}
del{color:var(--gris)}
.clase{font:700 .8125rem/1.2 Texto,system-ui,sans-serif;border:1px solid currentColor;border-radius:.2rem;padding:.05rem .35rem}
`
