/** Two sequences side by side: which of one is which of the other. */

/** Pairs of places, rising in both: the longest common subsequence by key. Empty keys meet none. */
export function comunes(unas: readonly string[], otras: readonly string[]): readonly (readonly [number, number])[] {
  // What is alike at both ends is set aside: most of two editions is.
  let inicio = 0
  while (inicio < unas.length && inicio < otras.length && unas[inicio] === otras[inicio] && unas[inicio] !== '') inicio++
  let fin = 0
  while (
    fin < unas.length - inicio &&
    fin < otras.length - inicio &&
    unas[unas.length - 1 - fin] === otras[otras.length - 1 - fin] &&
    unas[unas.length - 1 - fin] !== ''
  )
    fin++
  const cabeza = Array.from({ length: inicio }, (_, i) => [i, i] as const)
  const medio = subsecuencia(unas.slice(inicio, unas.length - fin), otras.slice(inicio, otras.length - fin))
  const cola = Array.from({ length: fin }, (_, i) => [unas.length - fin + i, otras.length - fin + i] as const)
  return [...cabeza, ...medio.map(([i, j]) => [i + inicio, j + inicio] as const), ...cola]
}

function subsecuencia(unas: readonly string[], otras: readonly string[]): readonly (readonly [number, number])[] {
  const ancho = otras.length + 1
  const largos = new Uint32Array((unas.length + 1) * ancho)
  const en = (i: number, j: number) => largos[i * ancho + j] ?? 0
  for (let i = unas.length - 1; i >= 0; i--)
    for (let j = otras.length - 1; j >= 0; j--)
      largos[i * ancho + j] = iguales(unas[i], otras[j]) ? en(i + 1, j + 1) + 1 : Math.max(en(i + 1, j), en(i, j + 1))
  const pares: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < unas.length && j < otras.length; ) {
    if (iguales(unas[i], otras[j]) && en(i, j) === en(i + 1, j + 1) + 1) pares.push([i++, j++])
    else if (en(i + 1, j) >= en(i, j + 1)) i++
    else j++
  }
  return pares
}

const iguales = (una: string | undefined, otra: string | undefined) => una !== '' && una === otra

/** The stretches between pairs: what of one stands where what of the other did. Ends, as in `slice`. */
export interface Hueco {
  readonly unas: readonly [number, number]
  readonly otras: readonly [number, number]
}

export function huecos(pares: readonly (readonly [number, number])[], largoUnas: number, largoOtras: number): readonly Hueco[] {
  const hitos = [[-1, -1] as const, ...pares, [largoUnas, largoOtras] as const]
  return hitos.slice(1).flatMap(([i, j], n) => {
    const [a = -1, b = -1] = hitos[n] ?? []
    return i - a > 1 || j - b > 1 ? [{ unas: [a + 1, i], otras: [b + 1, j] } as const] : []
  })
}

/** Pairs in a stretch by how alike they are, best first, each thing once; `minimo`: less alike than that is another thing. */
export function masParecidas<A, B>(
  unas: readonly A[],
  otras: readonly B[],
  parecido: (una: A, otra: B) => number,
  minimo: number,
): readonly (readonly [number, number])[] {
  const todas = unas.flatMap((una, i) => otras.map((otra, j) => ({ i, j, cuanto: parecido(una, otra) })))
  const [vistasUnas, vistasOtras] = [new Set<number>(), new Set<number>()]
  return todas
    .filter(({ cuanto }) => cuanto >= minimo)
    .sort((a, b) => b.cuanto - a.cuanto || Math.abs(a.i - a.j) - Math.abs(b.i - b.j))
    .flatMap(({ i, j }) => {
      if (vistasUnas.has(i) || vistasOtras.has(j)) return []
      vistasUnas.add(i)
      vistasOtras.add(j)
      return [[i, j] as const]
    })
}
