import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Bloque, unirLineas } from './bloques.js'

/** A node of the structure of a page, as pdf.js gives it. */
export interface Nodo {
  readonly type?: string
  readonly role?: string
  readonly alt?: string
  readonly id?: string
  readonly children?: readonly Nodo[]
}

/** Reads a tagged PDF back by its structure: what the tags say it is, and the words drawn under each of them. */
export async function leerPdfPorBloques(bytes: Uint8Array): Promise<readonly Bloque[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const impresos = await pdf.getPageLabels()
  const bloques: Bloque[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const leer = lectorDe(await textosMarcados(page), impresos?.[n - 1] ?? '')
    for (const bloque of leer((await page.getStructTree()) as Nodo)) agregar(bloques, bloque)
  }
  await pdf.destroy()
  return bloques
}

/** A table that goes on from the page before comes again, whole, with only the cells of its own page filled. */
function agregar(bloques: Bloque[], bloque: Bloque): void {
  const i = bloques.findLastIndex((anterior) => anterior.tipo !== 'nota')
  const anterior = bloques[i]
  const sigue = bloque.tipo === 'tabla' && bloque.filas[0]?.every((celda) => celda === '')
  if (!sigue || anterior?.tipo !== 'tabla') bloques.push(bloque)
  else bloques[i] = { ...anterior, filas: anterior.filas.map((fila, n) => unirFilas(fila, bloque.filas[n] ?? [])) }
}

const unirFilas = (arriba: readonly string[], abajo: readonly string[]): readonly string[] =>
  arriba.map((celda, columna) => unirLineas(`${celda}\n${abajo[columna] ?? ''}`))

/** The words drawn on a page by the id of the mark that they stand under, with a line break where the line ends. */
export async function textosMarcados(page: PDFPageProxy): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const textos = new Map<string, string>()
  const marcas: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const marca = marcas.at(-1) ?? ''
      textos.set(marca, `${textos.get(marca) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`)
    } else if (item.type === 'endMarkedContent') marcas.pop()
    else marcas.push(item.id ?? '')
  }
  return textos
}

function lectorDe(textos: ReadonlyMap<string, string>, pagina: string): (nodo: Nodo) => readonly Bloque[] {
  const crudo = (nodo: Nodo): string => {
    const texto = nodo.type === 'content' ? (textos.get(nodo.id ?? '') ?? '') : (nodo.children ?? []).map(crudo).join('')
    return nodo.role === 'Link' && /^\s*\d+$/.test(texto) ? `[${texto.trim()}]` : texto
  }
  const texto = (nodo: Nodo): string => unirLineas(crudo(nodo))
  const hijos = (nodo: Nodo): readonly Bloque[] => (nodo.children ?? []).flatMap(leer)
  const conTexto = (tipo: 'rotulo' | 'parrafo' | 'nota', palabras: string): readonly Bloque[] =>
    palabras === '' ? [] : [{ tipo, texto: palabras, pagina }]

  function leer(nodo: Nodo): readonly Bloque[] {
    const { role = '' } = nodo
    if (/^H\d$/.test(role)) return [{ tipo: 'titulo', nivel: Number(role.slice(1)), texto: texto(nodo), pagina }]
    if (role === 'P') return conTexto(/^(Tabla|Gráfica) A?\d+\. /.test(texto(nodo)) ? 'rotulo' : 'parrafo', texto(nodo))
    if (role === 'Caption') return conTexto('rotulo', texto(nodo))
    if (role === 'Note') return conTexto('nota', texto(nodo).replace(/^\[\d+\]\s*/, ''))
    if (role === 'Figure') return [{ tipo: 'imagen', alternativo: nodo.alt ?? '', pagina }]
    if (role === 'TOCI') return [leerEntrada(texto(nodo))]
    if (role === 'Table') return [...hijos(nodo), leerTabla(buscar(nodo, 'TR'))]
    return role === 'TR' ? [] : hijos(nodo)
  }
  const leerTabla = (filas: readonly Nodo[]): Bloque => {
    const titulos = filas.filter(({ children = [] }) => children.every(({ role }) => role === 'TH')).length
    return { tipo: 'tabla', filas: filas.map(({ children = [] }) => children.map(texto)), titulos, pagina }
  }
  const leerEntrada = (entrada: string): Bloque => {
    const [, palabras = '', numero = ''] = /^(.*) (\S+)$/.exec(entrada) ?? []
    return { tipo: 'entrada', texto: palabras, numero, pagina }
  }
  return leer
}

const buscar = (nodo: Nodo, role: string): readonly Nodo[] =>
  (nodo.children ?? []).flatMap((hijo) => (hijo.role === role ? [hijo] : buscar(hijo, role)))
