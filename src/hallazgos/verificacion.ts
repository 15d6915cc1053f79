/** A document with each finding marked in its text, as a page. */
import type { Auditoria, Hallazgo, HallazgoNombrado } from '../audit/index.js'
import { type Html, html, type Pagina, pagina, raw } from '../html/index.js'
import type { Politica } from '../model/index.js'
import type { Place, ReadBlock, ReadCell, ReadEntry } from '../readers/index.js'
import { ESTILO_DE_HALLAZGOS } from './estilo.js'
import { contado, cortado, dichoYEsperado, recuento } from './palabras.js'

type Situado = HallazgoNombrado<Hallazgo & { readonly en: Place }>

export interface PaginaDeVerificacion extends Pick<Pagina, 'theme' | 'fonts'> {
  readonly politica: Politica
  /** Name of the file that was checked. */
  readonly documento: string
  readonly bloques: readonly ReadBlock[]
  /** In the order of the document. */
  readonly hallazgos: readonly Situado[]
  readonly revisado: Auditoria['revisado']
  readonly libro: { readonly nombre: string; readonly sha256: string }
  /** Name and version. */
  readonly programa: string
}

/** The page as the text of an HTML file. The same verification gives the same text. */
export function paginaDeVerificacion(verificacion: PaginaDeVerificacion): Promise<string> {
  return pagina({
    titulo: `Verificación de ${verificacion.documento}`,
    theme: verificacion.theme,
    fonts: verificacion.fonts,
    cuerpo: cuerpoDe(verificacion),
    estilo: ESTILO_DE_HALLAZGOS,
    guion: '',
  })
}

/** A finding with the anchor of its place in the page. */
interface Anclado extends Situado {
  readonly ancla: string
}

function cuerpoDe({ politica, documento, bloques, hallazgos, revisado, libro, programa }: PaginaDeVerificacion): Html {
  const anclados = hallazgos.map((h, i) => ({ ...h, ancla: `h${i + 1}` }))
  const enSuLugar = new Map<Place, readonly Anclado[]>()
  for (const h of anclados) enSuLugar.set(h.en, [...(enSuLugar.get(h.en) ?? []), h])
  const puestos = new Set(lugares(bloques).filter((en) => enSuLugar.has(en)))
  const sueltos = anclados.filter(({ en }) => !puestos.has(en))
  const { cifras, tablas, parrafos } = revisado
  return html`<a class="salto" href="#documento">Ir al documento</a>
<header class="hoja cabeza">
<h1>Verificación de ${documento}</h1>
<p>Frente al libro ${libro.nombre} de la ${politica.nombre}, vigencia ${politica.vigencia}: ${recuento(hallazgos)}. Se revisaron ${contado(cifras, 'cifra', 'cifras')} en ${contado(parrafos, 'párrafo', 'párrafos')} y ${contado(tablas, 'tabla', 'tablas')}.</p>
</header>
${anclados.length === 0 ? '' : html`<div class="hoja"><nav aria-label="Hallazgos"><ol class="hallazgos">${anclados.map(entrada)}</ol></nav></div>`}
<main class="hoja documento" id="documento" tabindex="-1">
${sueltos.map((h) => nota(h))}
${bloques.map((bloque) => bloqueDe(bloque, (en) => enSuLugar.get(en) ?? []))}
</main>
<footer class="hoja"><p>Hecho con ${programa} a partir del libro ${libro.nombre} (SHA-256 ${libro.sha256}).</p></footer>`
}

function lugares(bloques: readonly ReadBlock[]): readonly Place[] {
  return bloques.flatMap((b) => {
    if (b.type === 'table') return [b.place, ...[b.header, ...b.rows].flat().map(({ place }) => place)]
    return b.type === 'index' ? [b.place, ...b.entries.map(({ place }) => place)] : [b.place]
  })
}

function entrada(h: Anclado): Html {
  const dicho = dichoYEsperado(h)
  return html`<li><a href="#${h.ancla}"><span class="clase ${h.severidad}">${CLASES[h.severidad]}</span> ${h.lugar}: ${dicho === '' ? h.explicacion : dicho}</a></li>`
}

const CLASES = { contradiccion: 'Contradicción', posible: 'Posible error', estilo: 'Estilo' } as const

type En = (en: Place) => readonly Anclado[]

function bloqueDe(bloque: ReadBlock, en: En): Html {
  switch (bloque.type) {
    case 'heading': {
      const nivel = raw(`h${Math.min(6, bloque.depth + 1)}`)
      return html`<${nivel}>${marcado(bloque.text, en(bloque.place))}</${nivel}>${notas(en(bloque.place))}
`
    }
    case 'table':
      return tabla(bloque, en)
    case 'index':
      return html`<ul class="indice">${bloque.entries.map((e) => html`<li>${marcado(enLinea(e), en(e.place))}${notas(en(e.place))}</li>`)}</ul>
`
    case 'caption':
      return html`<p class="rotulo">${marcado(`${bloque.label} ${bloque.number}. ${bloque.text}`, en(bloque.place))}</p>${notas(en(bloque.place))}
`
    default:
      return html`<p>${'bullet' in bloque && bloque.bullet ? '• ' : ''}${marcado(bloque.text, en(bloque.place))}</p>${notas(en(bloque.place))}
`
  }
}

function enLinea({ label, number, text, page }: ReadEntry): string {
  return `${label === null ? '' : `${label} ${number}. `}${text} … ${page}`
}

function tabla({ header, rows, place }: Extract<ReadBlock, { type: 'table' }>, en: En): Html {
  const celdas = [...header, ...rows.flat()]
  const propias = [...new Set([place, ...celdas.map((c) => c.place)])].flatMap((lugar) => en(lugar))
  const celda = (c: ReadCell) => marcado(c.text, en(c.place))
  return html`<div class="tabla" role="region" aria-label="Tabla" tabindex="0"><table>
${header.length === 0 ? '' : html`<thead><tr>${header.map((c) => (c.text === '' ? html`<td></td>` : html`<th scope="col">${celda(c)}</th>`))}</tr></thead>`}
<tbody>${rows.map((fila) => html`<tr>${fila.map((c) => html`<td>${celda(c)}</td>`)}</tr>`)}</tbody></table></div>${notas(propias)}
`
}

/** A text with the words of its findings marked, each once. */
function marcado(texto: string, hallazgos: readonly Anclado[]): Html {
  const [primero, ...otros] = hallazgos
  const partes = primero === undefined ? null : cortado(texto, primero.dice)
  if (primero === undefined || partes === null) return otros.length === 0 ? html`${texto}` : marcado(texto, otros)
  return html`${marcado(partes.antes, otros)}<mark>${partes.marcado}</mark>${marcado(partes.despues, otros)}`
}

const notas = (hallazgos: readonly Anclado[]): readonly Html[] => hallazgos.map((h) => nota(h))

function nota(h: Anclado): Html {
  const dicho = dichoYEsperado(h)
  return html`<aside class="nota ${h.severidad}" id="${h.ancla}" aria-label="${CLASES[h.severidad]}, ${h.lugar}"><p class="dicho"><span class="clase ${h.severidad}">${CLASES[h.severidad]}</span> ${dicho}</p>
<p>${h.explicacion}</p><p class="nombre">${h.lugar} · <code>${h.hallazgo}</code></p></aside>
`
}
