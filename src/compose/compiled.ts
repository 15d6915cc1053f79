import type { Piece } from './faults.js'
import { PRECOMPILED } from './precompiled.js'
import { sourceOf } from './source.js'

const specifications = new WeakMap<Piece, TemplateSpecification>()

/**
 * What Handlebars makes of a piece, once for all the reports that are made with it: they have the same helpers. Of a template that stands
 * as the program came, it was made when the program was built.
 */
export function compiled(piece: Piece, helpers: readonly string[]): TemplateSpecification {
  const known = specifications.get(piece)
  if (known !== undefined) return known
  const specification =
    PRECOMPILED.get(piece.text)?.specification ?? (new Function(`return ${sourceOf(piece, helpers)}`)() as TemplateSpecification)
  specifications.set(piece, specification)
  return specification
}
