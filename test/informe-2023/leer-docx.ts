import mammoth from 'mammoth'
import { type Bloque, unirEspacios } from './bloques.js'

/** Our own paragraph styles, which another program knows only by name, as the HTML that they stand for. */
const ESTILOS = [
  "p[style-name='Título 1 sin índice'] => h1:fresh",
  "p[style-name='Título 1 de segundo nivel'] => h1:fresh",
  "p[style-name='Título 2 sin índice'] => h2:fresh",
  "p[style-name='caption'] => p.rotulo:fresh",
  "p[style-name='toc 1'] => p.entrada:fresh",
  "p[style-name='toc 2'] => p.entrada:fresh",
  "p[style-name='table of figures'] => p.entrada:fresh",
]
const BLOQUE = /<table>(?<tabla>.*?)<\/table>|<(?<marca>h\d|p|li)(?<clase>[^>]*)>(?<dentro>.*?)(?=<\/?(?:h\d|p|li|[uo]l|table)\b)/gs
const NOTAS = /<ol><li id="footnote-\d+">/

/** Reads a Word file back with mammoth. Its pages are unknown: `pagina` is empty everywhere. Footnotes stand last. */
export async function leerDocx(bytes: Uint8Array): Promise<readonly Bloque[]> {
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: ESTILOS, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  const [cuerpo = '', notas = ''] = html.split(NOTAS)
  return [
    ...[...cuerpo.matchAll(BLOQUE)].flatMap(leerBloque),
    ...[...notas.matchAll(BLOQUE)].flatMap(leerBloque).flatMap((b) => (b.tipo === 'parrafo' ? [{ ...b, tipo: 'nota' as const }] : [])),
  ]
}

function leerBloque({ groups: { tabla, marca = '', clase = '', dentro = '' } = {} }: RegExpMatchArray): readonly Bloque[] {
  const pagina = ''
  if (tabla !== undefined) {
    const [titulos = ''] = /<thead>.*<\/thead>/s.exec(tabla) ?? []
    return [{ tipo: 'tabla', filas: leerFilas(tabla), titulos: leerFilas(titulos).length, pagina }]
  }
  const alternativo = /<img alt="([^"]*)"/.exec(dentro)?.[1]
  if (alternativo !== undefined) return [{ tipo: 'imagen', alternativo: leerTexto(alternativo), pagina }]
  const texto = leerTexto(dentro)
  if (texto === '') return []
  if (marca.startsWith('h')) return [{ tipo: 'titulo', nivel: Number(marca.slice(1)), texto, pagina }]
  if (clase.includes('"rotulo"')) return [{ tipo: 'rotulo', texto, pagina }]
  if (!clase.includes('"entrada"')) return [{ tipo: 'parrafo', texto, pagina }]
  const [, palabras = '', numero = ''] = /^(.*) (\S+)$/.exec(texto) ?? []
  return [{ tipo: 'entrada', texto: palabras, numero, pagina }]
}

const leerFilas = (tabla: string): readonly (readonly string[])[] =>
  [...tabla.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, fila = '']) =>
    [...fila.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, celda = '']) => leerTexto(celda)),
  )

const SIGNOS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

const leerTexto = (html: string): string =>
  unirEspacios(
    html
      .replace(/<br \/>|<\/p>/g, ' ')
      .replace(/<a href="#footnote-ref[^>]*>.*?<\/a>/g, '')
      .replace(/<[^>]+>/g, '')
      .replace(/&\w+;/g, (signo) => SIGNOS[signo] ?? signo),
  )
