/** A column of the sheet of figures: its formula for a row (from 2, as the headers are the first). */
export interface ColumnaDeFormulas {
  readonly titulo: string
  readonly formula: (fila: number) => string
}

/** `A`, `Z`, `AA`, of a column counted from 0. */
export function letra(columna: number): string {
  const [resto, vueltas] = [columna % 26, Math.floor(columna / 26)]
  return `${vueltas === 0 ? '' : letra(vueltas - 1)}${String.fromCharCode(65 + resto)}`
}

/** The address of a column by its header, with `$` before its letter: `en(['Código', 'Tipo'])('Tipo', 4)` is `$B4`. */
export function en(titulos: readonly string[]): (titulo: string, fila: number) => string {
  return (titulo, fila) => `$${letraDe(titulos, titulo)}${fila}`
}

/** A whole column of another sheet, without its header: `'Año a año'!$B$2:$B$26`. */
export function columnaDe(hoja: string, titulos: readonly string[], titulo: string, filas: number): string {
  const l = letraDe(titulos, titulo)
  return `'${hoja}'!$${l}$2:$${l}$${filas + 1}`
}

function letraDe(titulos: readonly string[], titulo: string): string {
  const columna = titulos.indexOf(titulo)
  if (columna < 0) throw new Error(`no hay columna «${titulo}»`)
  return letra(columna)
}
