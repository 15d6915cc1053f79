/** Notes of who drew up the facts, about where they stand in the source, which are not facts of the product. */
const NOTAS_DE_LA_FICHA = /\([^()]*(?:\bL\d+|tabla|impreso)[^()]*\)/g
/** Not after a digit, where a quotation mark means inches. */
const ENTRE_COMILLAS = /(?<!\d)"([^"]+)"/g
const SIGLA = String.raw`\p{Lu}[\p{Lu}\d]+\+?(?!\p{L})`
const MAYUSCULA = String.raw`(?<!\d)\p{Lu}\p{L}*`
const NOMBRE = new RegExp(`${SIGLA}|${MAYUSCULA}(?:(?: (?:de|del|la|las|los|el|para))* (?!${SIGLA})${MAYUSCULA})*`, 'gu')
const ROMANO = /^[IV]+$/

const CARDINALES =
  'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte'
const EN_LETRAS = new Map(CARDINALES.split(' ').map((palabra, i) => [palabra, String(i + 2)]))
/** As facts write them (`trimestre I`, `tema ii`, `tercera asamblea`) and as prose does. */
const ORDINALES = new Map(
  ['i primer primera primero', 'ii segundo segunda', 'iii tercer tercera tercero', 'iv cuarto cuarta'].flatMap((formas, i) =>
    formas.split(' ').map((forma) => [forma, String(i + 1)] as const),
  ),
)
const SIGLAS = new Map([['ASP', 'Actividades Sexuales Pagadas']])

const comun = (texto: string): string =>
  texto
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[«»“”]/g, '"')

const numerosEnLetras = (texto: string, valores: ReadonlyMap<string, string>): readonly string[] =>
  (comun(texto).match(/\p{L}+/gu) ?? []).flatMap((palabra) => valores.get(palabra) ?? [])

export const sinNotas = (hechos: string): string => hechos.replace(NOTAS_DE_LA_FICHA, '')

/** Every amount of a text, in figures as it is written (`2.670`, `1,5`) or in words, as figures; «un» and «una» are articles. */
export const cifrasDe = (texto: string): ReadonlySet<string> =>
  new Set([...(texto.match(/\d+(?:\.\d{3})*(?:,\d+)?/g) ?? []), ...numerosEnLetras(texto, EN_LETRAS)])

/** The places in an order that a text tells (`trimestre I`, «la tercera»), as figures: they measure nothing, so prose may add them. */
export const ordinalesDe = (texto: string): ReadonlySet<string> => new Set(numerosEnLetras(texto, ORDINALES))

/** The proper names of the facts of a product: titles between quotation marks, runs of capitalised words, acronyms. */
export function nombresDe(hechos: string): readonly string[] {
  const titulos = [...hechos.matchAll(ENTRE_COMILLAS)].map(([, titulo = '']) => titulo)
  const nombres = hechos.replace(ENTRE_COMILLAS, ' ; ').match(NOMBRE) ?? []
  return [...new Set([...titulos, ...nombres.filter((nombre) => !ROMANO.test(nombre))])]
}

/** Whether a text names a thing, whatever the capitals, accents and kind of quotation marks, or spells out its acronym. */
export function nombra(texto: string, nombre: string): boolean {
  return [nombre, SIGLAS.get(nombre) ?? nombre].some((forma) => {
    const buscado = comun(forma).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`(?<![\\p{L}\\d])${buscado}(?![\\p{L}\\d])`, 'u').test(comun(texto))
  })
}
