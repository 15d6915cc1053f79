/** The texts of the template files: themes, sections and partials. */
export function textos(archivos: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const decoder = new TextDecoder()
  const deTexto = [...archivos].filter(([ruta]) => /\.(md|yml|json)$/u.test(ruta))
  return new Map(deTexto.map(([ruta, bytes]) => [ruta, decoder.decode(bytes)]))
}
