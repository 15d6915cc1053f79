/** Which workbooks a batch has: those of a folder, or those of a CSV list. */
import { CsvError, type Info, parse } from 'csv-parse/sync'
import { faltasDeCarpetas, type Lista, nombreDeCarpeta, type Renglon } from './carpetas.js'
import { type Falta, falta } from './faltas.js'

const COLUMNAS = ['libro', 'salida', 'plantillas', 'tema'] as const
type Columna = (typeof COLUMNAS)[number]

/** A batch of all the workbooks among the names of a folder, in order of name; what Excel leaves beside an open one is none. */
export function listaDeCarpeta(carpeta: string, nombres: readonly string[]): Lista {
  const renglones = nombres
    .filter((nombre) => /\.xlsx$/iu.test(nombre) && !/^[~.]/u.test(nombre))
    .toSorted()
    .map((libro): Renglon => ({ libro, salida: nombreDeCarpeta(libro), plantillas: null, tema: null, lugar: carpeta }))
  if (renglones.length === 0) return { renglones, faltas: [falta('lista-vacia', carpeta, 'una carpeta sin libros (.xlsx)')] }
  return { renglones, faltas: faltasDeCarpetas(renglones) }
}

/** A batch as a CSV file lists it (RFC 4180; `;` or `,`; UTF-8), in its order. `nombre`: the file's own, for the place of a fault. */
export function leerLista(nombre: string, bytes: Uint8Array): Lista {
  const leido = filasDe(nombre, bytes)
  if ('falta' in leido) return { renglones: [], faltas: [leido.falta] }
  const [cabeza, ...filas] = leido.filas
  const columnas = (cabeza?.valores ?? []).map((titulo) => titulo.trim().toLowerCase())
  const deCabeza = faltasDeCabeza(`${nombre}:${cabeza?.linea ?? 1}`, columnas)
  if (deCabeza.length > 0) return { renglones: [], faltas: deCabeza }
  if (filas.length === 0) return { renglones: [], faltas: [falta('lista-vacia', nombre, 'una lista sin libros')] }
  const leidas = filas.map((fila) => renglonDe(nombre, columnas as readonly Columna[], fila))
  const renglones = leidas.flatMap(({ renglon }) => renglon ?? [])
  return { renglones, faltas: [...leidas.flatMap(({ faltas }) => faltas), ...faltasDeCarpetas(renglones)] }
}

interface Fila {
  readonly linea: number
  readonly valores: readonly string[]
}

function filasDe(nombre: string, bytes: Uint8Array): { readonly filas: readonly Fila[] } | { readonly falta: Falta } {
  let texto: string
  try {
    texto = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { falta: falta('lista-codificacion', nombre, 'letras en otra codificación') }
  }
  const primera = /^[^\r\n]*/u.exec(texto)?.[0] ?? ''
  try {
    const registros = parse(texto, {
      bom: true,
      delimiter: primera.includes(';') ? ';' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { readonly info: Info; readonly record: readonly string[] }[]
    const filas = registros.map(({ info, record }) => ({
      // The parser tells where a record ends, which is further down where a value has line breaks.
      linea: info.lines - record.join('').split('\n').length + 1,
      valores: record,
    }))
    // Excel saves rows that were emptied as separators alone.
    return { filas: filas.filter(({ valores }) => valores.some((valor) => valor.trim() !== '')) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines, column } = error as CsvError & { readonly lines: number; readonly column: number }
    return { falta: falta('lista-mal-escrita', `${nombre}:${lines}, valor ${column + 1}`, 'comillas fuera de lugar') }
  }
}

function faltasDeCabeza(lugar: string, columnas: readonly string[]): readonly Falta[] {
  const ajenas = columnas.filter((titulo, i) => !COLUMNAS.some((una) => una === titulo) || columnas.indexOf(titulo) !== i)
  return [
    ...ajenas.map((titulo) => falta('lista-columna-ajena', lugar, `la columna «${titulo}»`)),
    ...(columnas.includes('libro') ? [] : [falta('lista-sin-libro', lugar, columnas.length === 0 ? 'nada' : `«${columnas.join(', ')}»`)]),
  ]
}

function renglonDe(
  nombre: string,
  columnas: readonly Columna[],
  { linea, valores }: Fila,
): { readonly renglon: Renglon | null; readonly faltas: readonly Falta[] } {
  const lugar = `${nombre}:${linea}`
  const en = (columna: Columna) => `${lugar}, columna «${columna}»`
  const valor = (columna: Columna) => valores[columnas.indexOf(columna)]?.trim() || null
  const sobran = valores.slice(columnas.length).filter((uno) => uno.trim() !== '')
  const deMas = sobran.length === 0 ? [] : [falta('lista-celdas-de-mas', lugar, `además, «${sobran.join('», «')}»`)]
  const libro = valor('libro')
  if (libro === null) return { renglon: null, faltas: [...deMas, falta('lista-libro-vacio', en('libro'), 'nada')] }
  const noEs = /\.xlsx$/iu.test(libro) ? [] : [falta('lista-no-xlsx', en('libro'), `«${libro}»`)]
  const renglon = { libro, salida: valor('salida') ?? nombreDeCarpeta(libro), plantillas: valor('plantillas'), tema: valor('tema'), lugar }
  return { renglon: noEs.length === 0 ? renglon : null, faltas: [...deMas, ...noEs] }
}
