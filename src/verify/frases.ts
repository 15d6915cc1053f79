/** The sentences of two editions side by side. */
import type { Documento } from '../document/index.js'
import { textosEsperados } from './esperado.js'
import { dicenLoMismo } from './fichas.js'
import { EN_NINGUNA } from './lugar.js'
import { emparejar } from './textos.js'

export interface FraseDistinta {
  /** Null where there was no such paragraph. */
  readonly antes: string | null
  readonly despues: string | null
}

/** Paragraphs that read otherwise, in the order of the later edition; those that are gone, last. Titles and labels count too. */
export function frasesDistintas(antes: Documento, despues: Documento): readonly FraseDistinta[] {
  const leidos = textosEsperados(despues).map(({ texto, titulo }) => ({ texto, titulo, en: EN_NINGUNA }))
  const { parejas, ausentes } = emparejar(leidos, textosEsperados(antes))
  return [
    ...parejas.flatMap(({ leido, esperado }) =>
      esperado !== null && dicenLoMismo(leido.texto, esperado.texto) ? [] : [{ antes: esperado?.texto ?? null, despues: leido.texto }],
    ),
    ...ausentes.map(({ texto }) => ({ antes: texto, despues: null })),
  ]
}
