/** Spanish cardinals in words, as people type them: «veintitrés», «ciento veintitrés», «un millón doscientos mil». */

/** A number read from words: its value, and how many words it took. */
export interface NumeroLeido {
  readonly valor: number
  readonly palabras: number
}

const UNIDADES =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'.split(
    ' ',
  )
const DECENAS = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')
const CENTENAS = 'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(' ')

const MENORES: ReadonlyMap<string, number> = new Map<string, number>([
  ...UNIDADES.map((palabra, i) => [palabra, i] as const),
  ['un', 1],
  ['una', 1],
  ['veintiun', 21],
  ['veintiuna', 21],
])
const DIECES: ReadonlyMap<string, number> = new Map(DECENAS.map((palabra, i) => [palabra, (i + 3) * 10]))
const CIENTOS: ReadonlyMap<string, number> = new Map<string, number>([
  ...CENTENAS.flatMap((palabra, i) => [[palabra, (i + 2) * 100] as const, [palabra.replace(/os$/u, 'as'), (i + 2) * 100] as const]),
  ['cien', 100],
  ['ciento', 100],
])

/** Whether a cardinal may begin with a word, in lower case and without accents. */
export const empiezaNumero = (palabra: string): boolean =>
  palabra === 'mil' || MENORES.has(palabra) || DIECES.has(palabra) || CIENTOS.has(palabra)

/**
 * The longest cardinal that begins at word `i`; null where none does. Words come in lower case and without accents.
 * `un`, `una` and `uno` count as 1: whoever asks decides whether they are articles.
 */
export function leerNumero(palabras: readonly string[], i = 0): NumeroLeido | null {
  const miles = hastaMiles(palabras, i)
  if (miles === null) return null
  const millones = palabras[i + miles.palabras]
  if (millones !== 'millon' && millones !== 'millones') return miles
  const resto = hastaMiles(palabras, i + miles.palabras + 1)
  const usadas = miles.palabras + 1
  return { valor: miles.valor * 1_000_000 + (resto?.valor ?? 0), palabras: usadas + (resto?.palabras ?? 0) }
}

/** 0–999 999. «mil» alone is one thousand. */
function hastaMiles(palabras: readonly string[], i: number): NumeroLeido | null {
  const primero = hastaCientos(palabras, i)
  const usadas = primero?.palabras ?? 0
  if (palabras[i + usadas] !== 'mil') return primero
  const resto = hastaCientos(palabras, i + usadas + 1)
  return { valor: (primero?.valor ?? 1) * 1000 + (resto?.valor ?? 0), palabras: usadas + 1 + (resto?.palabras ?? 0) }
}

/** 0–999. */
function hastaCientos(palabras: readonly string[], i: number): NumeroLeido | null {
  const cientos = CIENTOS.get(palabras[i] ?? '')
  if (cientos === undefined) return hastaDieces(palabras, i)
  const resto = hastaDieces(palabras, i + 1)
  return { valor: cientos + (resto?.valor ?? 0), palabras: 1 + (resto?.palabras ?? 0) }
}

/** 0–99. */
function hastaDieces(palabras: readonly string[], i: number): NumeroLeido | null {
  const menor = MENORES.get(palabras[i] ?? '')
  if (menor !== undefined) return { valor: menor, palabras: 1 }
  const dieces = DIECES.get(palabras[i] ?? '')
  if (dieces === undefined) return null
  const unidad = palabras[i + 1] === 'y' ? MENORES.get(palabras[i + 2] ?? '') : undefined
  return unidad !== undefined && unidad > 0 && unidad < 10 ? { valor: dieces + unidad, palabras: 3 } : { valor: dieces, palabras: 1 }
}
