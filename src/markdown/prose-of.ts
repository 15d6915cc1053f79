import type { Root } from 'mdast'
import { parseProse } from './prose.js'

const trees = new WeakMap<{ readonly texto: string }, Root>()

/** The tree of a typed prose, read once for all who look at it: it is not to be changed. `read`: what reads it. */
export function proseOf(prosa: { readonly texto: string }, read: (text: string) => Root = parseProse): Root {
  const known = trees.get(prosa)
  if (known !== undefined) return known
  const tree = read(prosa.texto)
  trees.set(prosa, tree)
  return tree
}
