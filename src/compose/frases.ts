/** Figures and phrases of the report as inlines of the tree. */
import type { Inline, ScorecardBlock, Source } from '../document/index.js'
import type { Cifra, Ficha, Frase, Trozo } from '../report/index.js'
import { text } from './typography.js'

/** A figure as a leaf with its origin, and the prose that asks for it; nothing where its words are empty. */
export function figureOf({ texto, origen }: Cifra, source?: Source): readonly Inline[] {
  if (texto === '') return []
  const figure = { type: 'figure', value: texto, origin: { rule: origen.regla, name: origen.nombre, cells: origen.celdas } } as const
  return [source === undefined ? figure : { ...figure, source }]
}

export function inlinesOf(frase: Frase): readonly Inline[] {
  return frase.flatMap(inlinesOfTrozo)
}

/** A scorecard of the report as a block. */
export function scorecardOf({ id, titular, barra, cuentas, notas, textoAlternativo }: Ficha): ScorecardBlock {
  return {
    type: 'scorecard',
    id,
    headline: { figure: inlinesOf(titular.cifra), label: inlinesOf(titular.rotulo) },
    bar: {
      title: inlinesOf(barra.titulo),
      value: barra.valor,
      mark: barra.marca,
      markLabel: inlinesOf(barra.rotuloMarca),
      note: inlinesOf(barra.nota),
    },
    counts: cuentas.map(({ estado, cifra, rotulo }) => ({ state: estado, figure: inlinesOf(cifra), label: inlinesOf(rotulo) })),
    notes: notas.map(inlinesOf),
    alt: textoAlternativo,
  }
}

function inlinesOfTrozo(trozo: Trozo): readonly Inline[] {
  if (typeof trozo === 'string') return text(trozo)
  if ('texto' in trozo) return figureOf(trozo)
  if ('estado' in trozo) return [{ type: 'chip', state: trozo.estado, value: trozo.rotulo }]
  if ('codigo' in trozo) return [{ type: 'code', value: trozo.codigo }]
  if ('fuerte' in trozo) return [{ type: 'strong', children: inlinesOf(trozo.fuerte) }]
  if ('enfasis' in trozo) return [{ type: 'emphasis', children: inlinesOf(trozo.enfasis) }]
  return [{ type: 'tone', tone: trozo.tono === 'rezago' ? 'behind' : 'ahead', children: inlinesOf(trozo.frase) }]
}
