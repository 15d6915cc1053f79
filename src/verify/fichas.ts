/** Texts as runs of words, numbers and signs, so that two of them can be held against each other. */

export interface Ficha {
  readonly desde: number
  readonly hasta: number
  /** As it is compared: lower case, without accents; numbers without the points of thousands or zeros before. */
  readonly clave: string
  readonly clase: 'palabra' | 'numero' | 'signo'
}

const FICHA = /(?<numero>\d+(?:[.,]\d+)*)|(?<palabra>[\p{L}\p{M}]+)|(?<signo>[^\s\p{L}\p{M}\d])/gu
/** Signs that a format may put or leave out: arrows of backlog, calls of notes, quotes and stops. */
const MUDOS = /[.,;:()[\]«»“”"'’‘*•·…¿?¡!¹²³⁰⁴-⁹]/u

/** What has been read of a text, which is held against many. */
interface Leido {
  readonly fichas: readonly Ficha[]
  readonly claves: string
  readonly palabras: ReadonlyMap<string, number>
  readonly total: number
  readonly esqueleto: string
}

const leidos = new Map<string, Leido>()
const MUCHOS = 20_000

function leer(texto: string): Leido {
  const previo = leidos.get(texto)
  if (previo !== undefined) return previo
  const propias = separar(texto)
  const palabras = new Map<string, number>()
  for (const { clase, clave } of propias) if (clase === 'palabra') palabras.set(clave, (palabras.get(clave) ?? 0) + 1)
  const nuevo = {
    fichas: propias,
    claves: propias.flatMap(({ clave }) => (clave === '▼' ? [] : [clave])).join(' '),
    palabras,
    total: propias.filter(({ clase }) => clase === 'palabra').length,
    esqueleto: propias.flatMap(({ clase, clave }) => (clase === 'palabra' ? [clave] : clase === 'numero' ? ['#'] : [])).join(' '),
  }
  if (leidos.size >= MUCHOS) leidos.clear()
  leidos.set(texto, nuevo)
  return nuevo
}

/** The tokens of a text. Stops, quotes and calls of notes are none. */
export function fichas(texto: string): readonly Ficha[] {
  return leer(texto).fichas
}

function separar(texto: string): readonly Ficha[] {
  return [...texto.matchAll(FICHA)].flatMap(({ 0: escrito, index, groups }): readonly Ficha[] => {
    const lugar = { desde: index, hasta: index + escrito.length }
    if (groups?.numero !== undefined) return [{ ...lugar, clave: numero(escrito), clase: 'numero' }]
    if (groups?.palabra !== undefined) return [{ ...lugar, clave: palabra(escrito), clase: 'palabra' }]
    return MUDOS.test(escrito) ? [] : [{ ...lugar, clave: SIGNOS[escrito] ?? escrito, clase: 'signo' }]
  })
}

const SIGNOS: Readonly<Record<string, string>> = { '−': '-', '–': '-', '—': '-', '⬇': '▼', '▾': '▼', '↓': '▼' }

function numero(escrito: string): string {
  const liso = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(escrito) ? escrito.replaceAll('.', '') : escrito
  return liso.replace(/^0+(?=\d)/u, '')
}

function palabra(escrito: string): string {
  return escrito.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** What a text is apart from its figures: by it two editions of one sentence meet. Empty for a text of figures alone. */
export function esqueleto(texto: string): string {
  return leer(texto).esqueleto
}

/** Whether two texts say the same, however they are spaced, pointed or accented. */
export function dicenLoMismo(uno: string, otro: string): boolean {
  return leer(uno).claves === leer(otro).claves
}

/** Of two texts of which one has so few of the words of the other, nothing is asked. */
const ALGO = 0.2

/** How alike the words of two texts are, 0 to 1: twice those they share over those they have. */
export function parecido(uno: string, otro: string): number {
  const [a, b] = [leer(uno), leer(otro)]
  if (a.total + b.total === 0 || Math.min(a.total, b.total) / Math.max(a.total, b.total) < ALGO) return 0
  let comunes = 0
  for (const [clave, veces] of a.palabras) comunes += Math.min(veces, b.palabras.get(clave) ?? 0)
  return (2 * comunes) / (a.total + b.total)
}
