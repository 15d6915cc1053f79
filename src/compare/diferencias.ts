/** Two texts word by word. */
import { comunes } from '../align/index.js'

/** Words that both texts have, or only one of them. */
export interface Tramo {
  readonly en: 'ambos' | 'antes' | 'despues'
  readonly texto: string
}

/** The later text with what it lost and what it gained, each where it stands; neighbouring words of one kind are one piece. */
export function palabraPorPalabra(antes: string, despues: string): readonly Tramo[] {
  const [viejas, nuevas] = [palabrasDe(antes), palabrasDe(despues)]
  const pares = comunes(viejas.map(sinEspacios), nuevas.map(sinEspacios))
  const tramos: Tramo[] = []
  const poner = (en: Tramo['en'], palabras: readonly string[]) => {
    const texto = palabras.join('')
    const ultimo = tramos.at(-1)
    if (texto === '') return
    if (ultimo?.en === en) tramos[tramos.length - 1] = { en, texto: ultimo.texto + texto }
    else tramos.push({ en, texto })
  }
  let [i, j] = [0, 0]
  for (const [a, b] of [...pares, [viejas.length, nuevas.length] as const]) {
    poner('antes', viejas.slice(i, a))
    poner('despues', nuevas.slice(j, b))
    poner('ambos', nuevas.slice(b, b + 1))
    ;[i, j] = [a + 1, b + 1]
  }
  return tramos
}

/** Each word with the blanks after it. */
const palabrasDe = (texto: string): readonly string[] => texto.match(/\S+\s*|^\s+/gu) ?? []
const sinEspacios = (palabra: string) => palabra.trim()

/** Words of unchanged text that are shown beside what changed. */
const CERCA = 14

/** The same, with long stretches of unchanged text cut to what stands beside a change. */
export function resumidos(tramos: readonly Tramo[]): readonly Tramo[] {
  return tramos.map((tramo, i) => {
    const palabras = palabrasDe(tramo.texto)
    if (tramo.en !== 'ambos') return tramo
    const cabeza = i === 0 ? [] : palabras.slice(0, CERCA)
    const cola = i === tramos.length - 1 ? [] : palabras.slice(-CERCA)
    if (cabeza.length + cola.length >= palabras.length) return tramo
    return { ...tramo, texto: [...cabeza, '… ', ...cola].join('').trimStart() }
  })
}
