/** Texts of one Markdown file by the name of their first-level heading, and within it by their second-level heading (`''`: before any). */
export type ProsaPorNombre = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Reads a prose source: `# name` opens an entry (a code, a sector, an objetivo), `## Column` the text of one of its columns.
 * A repeated heading, or text before the first name, is an error that names the file and the line.
 */
export function leerProsa(archivo: string, texto: string): ProsaPorNombre {
  const entradas = new Map<string, Map<string, string>>()
  let columnas: Map<string, string> | null = null
  let columna = ''
  texto.split(/\r?\n/).forEach((linea, i) => {
    const falla = (que: string): Error => new Error(`${archivo}:${i + 1}: ${que}`)
    const titulo = /^(#{1,2}) +(.+?)\s*$/.exec(linea)
    if (titulo?.[1] === '#') {
      const nombre = titulo[2] ?? ''
      if (entradas.has(nombre)) throw falla(`«${nombre}» está repetido`)
      columnas = new Map()
      columna = ''
      entradas.set(nombre, columnas)
    } else if (titulo) {
      columna = titulo[2] ?? ''
      if (columnas === null || columnas.has(columna)) throw falla(`«${columna}» está repetido o no tiene un título de primer nivel encima`)
      columnas.set(columna, '')
    } else if (columnas !== null) {
      columnas.set(columna, `${columnas.get(columna) ?? ''}${linea}\n`)
    } else if (linea.trim() !== '') {
      throw falla('texto sin un título de primer nivel encima')
    }
  })
  for (const porColumna of entradas.values()) {
    for (const [nombre, cuerpo] of porColumna) {
      const unido = unirLineas(cuerpo)
      if (unido === '') porColumna.delete(nombre)
      else porColumna.set(nombre, unido)
    }
  }
  return entradas
}

/** Markdown with each paragraph, list item or footnote on one line, so that a cell of Excel shows no breaks within a sentence. */
export function unirLineas(markdown: string): string {
  return markdown
    .trim()
    .split(/\n\s*\n/)
    .map((bloque) => bloque.trim().replace(/\s*\n(?!\s*(?:[-*+] |\d+[.)] |\[\^))\s*/g, ' '))
    .join('\n\n')
}
