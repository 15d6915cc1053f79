/** A report as anyone can read it back from its file: what stands in it, in reading order, whatever the format. */
export type Bloque =
  | { readonly tipo: 'titulo'; readonly nivel: number; readonly texto: string; readonly pagina: string }
  | { readonly tipo: 'rotulo' | 'parrafo' | 'nota'; readonly texto: string; readonly pagina: string }
  /** A line of an index: its words, and the page that it prints. */
  | { readonly tipo: 'entrada'; readonly texto: string; readonly numero: string; readonly pagina: string }
  /** `titulos`: how many of its rows are marked as column titles, which each page repeats. */
  | { readonly tipo: 'tabla'; readonly filas: readonly (readonly string[])[]; readonly titulos: number; readonly pagina: string }
  | { readonly tipo: 'imagen'; readonly alternativo: string; readonly pagina: string }

/** Any run of spaces, the narrow and the unbreakable too, as one. */
export const unirEspacios = (texto: string): string => texto.replace(/\s+/g, ' ').trim()

/** Lines of a page as running text: nothing is put after a hyphen, dash or slash that the line was broken at. */
export const unirLineas = (texto: string): string => unirEspacios(texto.replace(/(?<=\S[-–/])\n/g, ''))

/** The rows of the table that stands under each «Tabla n.», by n. Its first row is the column titles. */
export function tablasPorNumero(bloques: readonly Bloque[]): ReadonlyMap<number, readonly (readonly string[])[]> {
  const tablas = new Map<number, readonly (readonly string[])[]>()
  bloques.forEach((bloque, i) => {
    const numero = bloque.tipo === 'rotulo' ? /^Tabla (\d+)\./.exec(bloque.texto)?.[1] : undefined
    const debajo = bloques[i + 1]
    if (numero !== undefined && debajo?.tipo === 'tabla') tablas.set(Number(numero), debajo.filas)
  })
  return tablas
}

/** The text under the heading that begins with the code, up to the next heading; null where there is none. */
export function parteDelProducto(bloques: readonly Bloque[], codigo: string): string | null {
  const inicio = bloques.findIndex((b) => b.tipo === 'titulo' && b.texto.startsWith(`${codigo} `))
  if (inicio < 0) return null
  const resto = bloques.slice(inicio + 1)
  const fin = resto.findIndex((b) => b.tipo === 'titulo')
  return resto
    .slice(0, fin < 0 ? undefined : fin)
    .flatMap((b) => (b.tipo === 'parrafo' ? [b.texto] : []))
    .join('\n')
}

/** Every word of the report in reading order, footnotes last, without the page numbers of the indices. */
export function palabras(bloques: readonly Bloque[]): readonly string[] {
  const textos = (b: Bloque): readonly string[] => (b.tipo === 'tabla' ? b.filas.flat() : b.tipo === 'imagen' ? [] : [b.texto])
  const [notas, cuerpo] = [bloques.filter((b) => b.tipo === 'nota'), bloques.filter((b) => b.tipo !== 'nota')]
  return unirLineas([...cuerpo, ...notas].flatMap(textos).join('\n')).split(' ')
}
