import type { Tabla } from '../report/index.js'
import { valoresDeFila } from './filas.js'
import { inofensivo } from './inofensivo.js'

const BOM = '\uFEFF'

type Valor = string | number | null

/** A table as the bytes of a CSV file: column titles first, then raw values (percentages as fractions), the total row last. */
export function csv({ columnas, filas }: Pick<Tabla, 'columnas' | 'filas'>): Uint8Array {
  return csvDeLineas([columnas.map((c) => c.titulo), ...filas.map(valoresDeFila)])
}

/**
 * Lines of cells as the bytes of a CSV file that a Colombian Excel opens as it is: UTF-8 with BOM, `;` between cells, CRLF after each
 * line, decimal comma, an empty cell for null.
 */
export function csvDeLineas(lineas: readonly (readonly Valor[])[]): Uint8Array {
  return new TextEncoder().encode(BOM + lineas.map((linea) => `${linea.map(celda).join(';')}\r\n`).join(''))
}

function celda(valor: Valor): string {
  if (valor === null) return ''
  return typeof valor === 'number' ? String(valor).replace('.', ',') : entreComillas(inofensivo(valor))
}

function entreComillas(texto: string): string {
  return /[;"\r\n]|^\s|\s$/u.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto
}
