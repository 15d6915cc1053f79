/** The texts of the template files: themes, sections and partials. */
export function textos(archivos: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const decoder = new TextDecoder()
  const deTexto = [...archivos].filter(([ruta]) => /\.(md|yml|json)$/u.test(ruta))
  return new Map(deTexto.map(([ruta, bytes]) => [ruta, decoder.decode(bytes)]))
}

/** `05`, `22`, `a1`: numbers as names of files, so that they sort. */
export function enArchivo(numero: string): string {
  return numero.toLowerCase().padStart(2, '0')
}

export function utf8(texto: string): Uint8Array {
  return new TextEncoder().encode(texto)
}
