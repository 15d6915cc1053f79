import type { Root } from 'mdast'
import { parseProse } from './prose.js'

const trees = new WeakMap<{ readonly texto: string }, Root>()

/** The tree of a typed prose, parsed once for all who look at it: it is not to be changed. */
export function proseOf(prosa: { readonly texto: string }): Root {
  const known = trees.get(prosa)
  if (known !== undefined) return known
  const tree = parseProse(prosa.texto)
  trees.set(prosa, tree)
  return tree
}
