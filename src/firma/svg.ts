/** A signature in an SVG: its title and description, which screen readers say, and the rest as RDF metadata, which design programs keep. */
import type { Firma } from '../charts/index.js'
import { type FirmaLeida, reunir } from './campos.js'

/** Elements of the metadata. Title and description have elements of SVG's own. */
const ELEMENTOS: Readonly<Record<Exclude<keyof Firma, 'titulo' | 'textoAlternativo'>, string>> = {
  fuente: 'dc:source',
  libro: 'informe:libro',
  programa: 'informe:programa',
  corte: 'informe:corte',
}
const ID_TITULO = 'informe-titulo'
const ID_DESCRIPCION = 'informe-descripcion'
const OPENING = /<svg\b[^>]*>/u

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const CHARACTERS = new Map(Object.entries(ENTITIES).map(([character, entity]) => [entity, character]))

/** Whether a text is an SVG document, as far as its first element tells. */
export function isSvg(text: string): boolean {
  return /^\s*(?:<(?:\?|!)[^>]*>\s*)*<svg\b/u.test(text)
}

/** The picture with its signature right inside its root. @throws RangeError where the text is no SVG, or bears a title of its own */
export function firmarSvg(svg: string, firma: Firma): string {
  const opening = OPENING.exec(svg)?.[0]
  if (opening === undefined || /<title\b/u.test(svg)) throw new RangeError('se esperaba un SVG sin título propio')
  const named = opening.replace(/^<svg/u, `<svg role="img" aria-labelledby="${ID_TITULO} ${ID_DESCRIPCION}"`)
  return svg.replace(OPENING, () => named + within(firma))
}

function within(firma: Firma): string {
  const rdf = Object.entries(ELEMENTOS).map(([campo, nombre]) => element(nombre, firma[campo as keyof Firma]))
  return [
    `<title id="${ID_TITULO}">${escaped(firma.titulo)}</title>`,
    `<desc id="${ID_DESCRIPCION}">${escaped(firma.textoAlternativo)}</desc>`,
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:informe="urn:informe-politica-publica">',
    `<rdf:Description rdf:about="">${rdf.join('')}</rdf:Description></rdf:RDF></metadata>`,
  ].join('')
}

/** What an SVG carries of a signature. */
export function leerSvg(svg: string): FirmaLeida {
  return reunir((campo) => {
    if (campo === 'titulo') return textOf(svg, 'title')
    return textOf(svg, campo === 'textoAlternativo' ? 'desc' : ELEMENTOS[campo])
  })
}

function element(nombre: string, texto: string): string {
  return `<${nombre}>${escaped(texto)}</${nombre}>`
}

/** The words of the first element of this name, where there are only words in it. */
function textOf(svg: string, nombre: string): string | undefined {
  const found = new RegExp(`<${nombre}(?:\\s[^>]*)?>([^<]*)</${nombre}\\s*>`, 'u').exec(svg)?.[1]
  return found?.replace(/&\w+;/gu, (entity) => CHARACTERS.get(entity) ?? entity)
}

/** Text as XML takes it; characters that XML has no way to write are left out. */
function escaped(texto: string): string {
  return texto.replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '')
}
