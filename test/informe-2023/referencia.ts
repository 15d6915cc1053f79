import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** Rows of a file of test/referencia, with the columns named. Throws where one is missing. */
export function referencia<Columna extends string>(
  archivo: string,
  ...columnas: readonly Columna[]
): readonly Readonly<Record<Columna, string>>[] {
  const filas = parse<Record<string, string>>(readFileSync(join(import.meta.dirname, '..', 'referencia', archivo)), { columns: true })
  return filas.map((fila, i) => {
    const falta = columnas.find((columna) => fila[columna] === undefined)
    if (falta !== undefined) throw new Error(`${archivo}, fila ${i + 1}: falta la columna «${falta}»`)
    return fila as Record<Columna, string>
  })
}
