/** Text as a cell can hold it: what XML cannot is left out, and what Excel would take for a coded character is coded. */
export function textoDeExcel(texto: string): string {
  return texto.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replace(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_')
}

/** Text as XML writes it. */
export const escapado = (texto: string): string =>
  texto.replace(/[&<>]/gu, (signo) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[signo] ?? signo)
