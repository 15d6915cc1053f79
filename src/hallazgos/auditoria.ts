/** The findings of a workbook as a page. */
import type { Auditoria, HallazgoNombrado, Separados } from '../audit/index.js'
import { type Html, html, type Pagina, pagina } from '../html/index.js'
import type { Politica } from '../model/index.js'
import { ESTILO_DE_HALLAZGOS } from './estilo.js'
import { contado, cortado, dichoYEsperado, recuento, SEVERIDADES } from './palabras.js'

export interface PaginaDeAuditoria extends Separados, Pick<Pagina, 'theme' | 'fonts'> {
  readonly politica: Politica
  readonly revisado: Auditoria['revisado']
  readonly libro: { readonly nombre: string; readonly sha256: string }
  /** Name and version. */
  readonly programa: string
}

/** The page as the text of an HTML file. The same audit gives the same text. */
export function paginaDeAuditoria(auditoria: PaginaDeAuditoria): Promise<string> {
  const { sigla, vigencia } = auditoria.politica
  return pagina({
    titulo: `Auditoría de la ${sigla}, ${vigencia}`,
    theme: auditoria.theme,
    fonts: auditoria.fonts,
    cuerpo: cuerpoDe(auditoria),
    estilo: ESTILO_DE_HALLAZGOS,
    guion: '',
  })
}

function cuerpoDe(auditoria: PaginaDeAuditoria): Html {
  const { politica, pendientes, aceptados, sinEfecto, revisado, libro, programa } = auditoria
  return html`<a class="salto" href="#hallazgos">Ir a los hallazgos</a>
<header class="hoja cabeza">
<h1>Auditoría de la ${politica.sigla}, ${politica.vigencia}</h1>
<p>${politica.nombre}. ${mayuscula(recuento(pendientes))} en lo que se escribió a mano: se miraron ${contado(revisado.cifras, 'cifra', 'cifras')} en ${contado(revisado.parrafos, 'párrafo', 'párrafos')}.</p>
</header>
<main class="hoja" id="hallazgos">
${pendientes.length === 0 ? html`<p class="limpio">No hay nada por revisar.</p>` : hallazgosDe(pendientes)}
${
  aceptados.length === 0
    ? ''
    : html`<section aria-labelledby="aceptados"><h2 id="aceptados">Aceptados</h2>
<p class="que">La hoja Auditoría responde por ellos.</p>
${aceptados.map(({ hallazgo, aceptacion }) => articulo(hallazgo, html`<p class="nombre">${aceptacion.motivo ?? ''} (${aceptacion.responsable ?? ''}, ${aceptacion.celda})</p>`))}</section>`
}
${
  sinEfecto.length === 0
    ? ''
    : html`<section aria-labelledby="sin-efecto"><h2 id="sin-efecto">Filas de la hoja Auditoría que no aceptan nada</h2>
<ul>${sinEfecto.map(({ aceptacion, porque }) => html`<li>${aceptacion.celda}, «${aceptacion.hallazgo}». ${porque}</li>`)}</ul></section>`
}
</main>
<footer class="hoja"><p>Hecho con ${programa} a partir del libro ${libro.nombre} (SHA-256 ${libro.sha256}).</p></footer>`
}

/** Findings that nobody answers for, gravest first, with how each can be accepted. */
export function hallazgosDe(pendientes: Separados['pendientes']): Html {
  return html`${SEVERIDADES.map((clase) => seccion(clase, pendientes))}`
}

function seccion({ severidad, varios, que }: (typeof SEVERIDADES)[number], todos: readonly HallazgoNombrado[]): Html {
  const suyos = todos.filter((h) => h.severidad === severidad)
  if (suyos.length === 0) return html``
  const ancla = `de-${severidad}`
  return html`<section aria-labelledby="${ancla}"><h2 id="${ancla}">${mayuscula(varios)}</h2>
<p class="que">${que}</p>
${suyos.map((h) => articulo(h, html`<p class="nombre">Para aceptarlo, escriba <code>${h.hallazgo}</code> en la hoja Auditoría.</p>`))}</section>
`
}

function articulo(hallazgo: HallazgoNombrado, pie: Html): Html {
  return html`<article class="${hallazgo.severidad}"><h3>${hallazgo.lugar}</h3>
${hallazgo.texto === '' ? '' : html`<blockquote>${marcado(hallazgo)}</blockquote>`}
<p class="dicho">${dichoYEsperado(hallazgo)}</p>
<p>${hallazgo.explicacion}</p>
${pie}</article>
`
}

/** The sentence, with the words that are wrong marked. */
function marcado({ texto, dice }: HallazgoNombrado): Html {
  const partes = cortado(texto, dice)
  return partes === null ? html`${texto}` : html`${partes.antes}<mark>${partes.marcado}</mark>${partes.despues}`
}

function mayuscula(palabras: string): string {
  return palabras.charAt(0).toUpperCase() + palabras.slice(1)
}
