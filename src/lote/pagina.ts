/** The summary of a batch as a page: what came of each workbook, with its reports and its problems. It needs nothing but itself. */
import type { Assets } from '../document/index.js'
import { type Html, html, pagina } from '../html/index.js'
import { entero } from '../report/index.js'
import type { Theme } from '../theme/index.js'
import { ESTILO_DEL_LOTE } from './estilo.js'
import type { Fila } from './fila.js'
import { GUION_DEL_LOTE } from './guion.js'
import { enCuentas, type Resumen } from './resumen.js'

interface PaginaDeLote {
  readonly resumen: Resumen
  readonly theme: Theme
  readonly fonts: Assets['fonts']
}

/** The page as the text of an HTML file. The same summary gives the same text. */
export function paginaDeLote({ resumen, theme, fonts }: PaginaDeLote): Promise<string> {
  const titulo = resumen.parte === null ? 'Lote de informes' : `Lote de informes, parte ${resumen.parte.i} de ${resumen.parte.n}`
  return pagina({ titulo, theme, fonts, cuerpo: cuerpoDe(titulo, resumen), estilo: ESTILO_DEL_LOTE, guion: GUION_DEL_LOTE })
}

const ESTADOS: Readonly<Record<Fila['estado'], { readonly uno: string; readonly varios: string }>> = {
  hecho: { uno: 'Hecho', varios: 'Hechos' },
  rechazado: { uno: 'Rechazado', varios: 'Rechazados' },
  fallido: { uno: 'Fallido', varios: 'Fallidos' },
  pendiente: { uno: 'Pendiente', varios: 'Pendientes' },
}

function cuerpoDe(titulo: string, { programa, totales, ajenas, libros }: Resumen): Html {
  return html`<a class="salto" href="#libros">Ir a los libros</a>
<header class="hoja cabeza"><h1>${titulo}</h1><p>${entero(totales.libros)} ${totales.libros === 1 ? 'libro' : 'libros'}: ${enCuentas(totales)}.</p></header>
<main class="hoja" id="libros" tabindex="-1">
${filtro(libros)}
<div class="tabla" role="region" aria-labelledby="cuadro" tabindex="0"><table><caption id="cuadro">Los libros y sus informes</caption>
<thead><tr><th scope="col">Libro</th><th scope="col">Estado</th><th scope="col">Informes</th><th scope="col" class="numero">Avisos</th><th scope="col" class="numero">Hallazgos</th><th scope="col" class="numero">Segundos</th></tr></thead>
<tbody>${libros.map(renglon)}</tbody></table></div>
<p id="cuantos" role="status" aria-live="polite"></p>
${ajenas.length === 0 ? html`` : html`<section><h2 id="ajenas">Carpetas que no son de ningún libro de este lote</h2><p>Siguen como estaban.</p><ul>${ajenas.map((una) => html`<li><a href="${encodeURIComponent(una)}/">${una}</a></li>`)}</ul></section>`}
</main>
<footer class="hoja"><p>Hecho con informe ${programa}.</p></footer>`
}

/** A choice of state, which the page's script shows: without it there is nothing that would choose. */
function filtro(libros: readonly Fila[]): Html {
  const estados = (Object.keys(ESTADOS) as Fila['estado'][])
    .map((estado) => ({ estado, cuantos: libros.filter((una) => una.estado === estado).length }))
    .filter(({ cuantos }) => cuantos > 0)
  if (estados.length < 2) return html``
  const opcion = (valor: string, nombre: string, cuantos: number, elegida: Html) =>
    html`<label><input type="radio" name="estado" value="${valor}"${elegida}> ${nombre} (${entero(cuantos)})</label>`
  return html`<form id="filtro" hidden><fieldset><legend>Mostrar</legend>
${opcion('', 'Todos', libros.length, html` checked`)}
${estados.map(({ estado, cuantos }) => opcion(estado, ESTADOS[estado].varios, cuantos, html``))}
</fieldset></form>`
}

function renglon({ libro, salida, estado, errores, avisos, hallazgos, mensajes, documentos, conservados, ms }: Fila): Html {
  const segundos = ms === null ? '—' : (ms / 1000).toFixed(1).replace('.', ',')
  return html`<tr data-estado="${estado}"><th scope="row">${libro}</th><td><span class="estado ${estado}">${ESTADOS[estado].uno}</span></td><td>${documentos.map((nombre) => enlace(salida, nombre))}</td><td class="numero">${cifra(avisos)}</td><td class="numero">${cifra(hallazgos)}</td><td class="numero">${segundos}</td></tr>
${mensajes.length + conservados.length === 0 ? html`` : html`<tr class="detalle" data-estado="${estado}"><td colspan="6"><ul>${[...mensajes, ...restantes(errores - mensajes.length), ...conservados].map((mensaje) => html`<li>${mensaje}</li>`)}</ul></td></tr>`}`
}

function restantes(n: number): readonly string[] {
  return n <= 0 ? [] : [`Y ${entero(n)} más: los dice «informe validar» con ese libro.`]
}

function enlace(salida: string, nombre: string): Html {
  const formato = nombre.replace(/^.*\./u, '').toUpperCase()
  return html`<a href="${encodeURIComponent(salida)}/${encodeURIComponent(nombre)}" aria-label="${formato} de ${salida}">${formato}</a> `
}

function cifra(n: number | null): string {
  return n === null ? '—' : entero(n)
}
