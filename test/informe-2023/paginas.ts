import { leerPdf, type PdfLeido } from '../leer-pdf.js'
import { type Bloque, unirLineas } from './bloques.js'

/** Something of a report and the number printed on the page that it stands on. */
export interface EnPagina {
  readonly texto: string
  readonly numero: string
}

/** As an index words it: a caption loses the point after its number. */
const enIndice = (texto: string): string => texto.replace(/^((?:Tabla|Gráfica) A?\d+)\./, '$1')

export const entradasDe = (bloques: readonly Bloque[]): readonly EnPagina[] =>
  bloques.flatMap((b) => (b.tipo === 'entrada' ? [{ texto: b.texto, numero: b.numero }] : []))

/** Headings and captions, where they stand. */
export const destinosDe = (bloques: readonly Bloque[]): readonly EnPagina[] =>
  bloques.flatMap((b) => (b.tipo === 'titulo' || b.tipo === 'rotulo' ? [{ texto: b.texto, numero: b.pagina }] : []))

/** The entries with the page where what they lead to really stands: the next of those words, for an index goes in order. Those numbered apart stand last in theirs. */
export function conPaginaReal(entradas: readonly EnPagina[], destinos: readonly EnPagina[]): readonly EnPagina[] {
  let desde = 0
  return entradas.map(({ texto }) => {
    if (/^(Tabla|Gráfica) A?1 /.test(texto)) desde = 0
    const i = destinos.findIndex((destino, n) => n >= desde && enIndice(destino.texto) === texto)
    desde = i + 1
    return { texto, numero: destinos[i]?.numero ?? 'no está' }
  })
}

/** The words printed on each page of any PDF, and its number: the last of its foot. */
export function paginasImpresas({ pages }: PdfLeido): readonly EnPagina[] {
  return pages.map(({ lines }) => ({
    texto: unirLineas(lines.map(({ text }) => text).join('\n')),
    numero: lines.at(-1)?.text.trim().split(/\s+/).at(-1) ?? '',
  }))
}

/** Where the headings (by its bookmarks) and the captions (by its words) of an untagged PDF stand. */
export async function destinosSinEtiquetas(pdf: Uint8Array, rotulos: readonly string[]): Promise<readonly EnPagina[]> {
  const leido = await leerPdf(pdf)
  const paginas = paginasImpresas(leido)
  const titulos = leido.outline.map(({ title, page }) => ({ texto: title, numero: paginas[page]?.numero ?? '' }))
  const donde = (rotulo: string): string => paginas.flatMap(({ texto, numero }) => (texto.includes(rotulo) ? [numero] : [])).join(' y ')
  return [...titulos, ...rotulos.map((texto) => ({ texto, numero: donde(texto) }))]
}
