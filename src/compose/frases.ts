/** Figures and phrases of the report as inlines of the tree. */
import type { Inline } from '../document/index.js'
import type { Cifra, Frase, Trozo } from '../report/index.js'
import { text } from './typography.js'

/** A figure as a leaf with its origin; nothing where its words are empty. */
export function figureOf({ texto, origen }: Cifra): readonly Inline[] {
  if (texto === '') return []
  return [{ type: 'figure', value: texto, origin: { rule: origen.regla, name: origen.nombre, cells: origen.celdas } }]
}

export function inlinesOf(frase: Frase): readonly Inline[] {
  return frase.flatMap(inlinesOfTrozo)
}

function inlinesOfTrozo(trozo: Trozo): readonly Inline[] {
  if (typeof trozo === 'string') return text(trozo)
  if ('texto' in trozo) return figureOf(trozo)
  if ('codigo' in trozo) return [{ type: 'code', value: trozo.codigo }]
  if ('fuerte' in trozo) return [{ type: 'strong', children: inlinesOf(trozo.fuerte) }]
  if ('enfasis' in trozo) return [{ type: 'emphasis', children: inlinesOf(trozo.enfasis) }]
  return [{ type: 'tone', tone: trozo.tono === 'rezago' ? 'behind' : 'ahead', children: inlinesOf(trozo.frase) }]
}
