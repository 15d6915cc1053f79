import type { Tabla } from '../report/index.js'
import { valoresDeFila } from './filas.js'

const BOM = '\uFEFF'

/**
 * A table as the bytes of a CSV file that a Colombian Excel opens as it is: UTF-8 with BOM, `;` between cells, CRLF after each row,
 * decimal comma. Column titles first, then raw values (percentages as fractions), an empty cell for null, the total row last.
 */
export function csv({ columnas, filas }: Pick<Tabla, 'columnas' | 'filas'>): Uint8Array {
  const lineas = [columnas.map((c) => c.titulo), ...filas.map(valoresDeFila)]
  return new TextEncoder().encode(BOM + lineas.map((linea) => `${linea.map(celda).join(';')}\r\n`).join(''))
}

function celda(valor: string | number | null): string {
  if (valor === null) return ''
  return typeof valor === 'number' ? String(valor).replace('.', ',') : entreComillas(inofensivo(valor))
}

/** A text that a spreadsheet would run as a formula is made a plain text by an apostrophe; numbers never come here, so −5 stays −5. */
function inofensivo(texto: string): string {
  return /^[=+\-@\t\r]/u.test(texto) ? `'${texto}` : texto
}

function entreComillas(texto: string): string {
  return /[;"\r\n]|^\s|\s$/u.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto
}
