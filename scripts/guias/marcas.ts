const PARTE = /(<!-- generado: ([a-z-]+) -->\n)[\s\S]*?(<!-- fin: \2 -->)/gu

/** A guide with what stands between each pair of marks (`<!-- generado: x -->`, `<!-- fin: x -->`) written anew. @throws on a part that nobody makes. */
export function rellenar(guia: string, partes: Readonly<Record<string, () => string>>): string {
  return guia.replace(PARTE, (_, abre: string, nombre: string, cierra: string) => {
    const parte = partes[nombre]
    if (parte === undefined) throw new Error(`Ninguna tabla del programa da la parte «${nombre}».`)
    return `${abre}\n${parte()}\n\n${cierra}`
  })
}

/** A Markdown table. Cells are Markdown; a bar or a line break within one cannot break the table. */
export function tabla(titulos: readonly string[], filas: readonly (readonly string[])[]): string {
  const linea = (celdas: readonly string[]) => `| ${celdas.map(enUnaCelda).join(' | ')} |`
  return [linea(titulos), linea(titulos.map(() => '---')), ...filas.map(linea)].join('\n')
}

/** Words that Markdown could take for marks, as text. */
export function literal(palabras: string): string {
  return palabras.replace(/[[\]*_<`\\]|^[#>]/gu, '\\$&')
}

/** Words as code, where they stand for what is typed. */
export function codigo(palabras: string): string {
  return `\`${palabras.replaceAll('\n', '↵')}\``
}

function enUnaCelda(celda: string): string {
  return celda.replace(/\s*\n\s*/gu, ' ').replaceAll('|', '\\|')
}
