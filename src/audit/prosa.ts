import type { Hallazgo, Pasaje } from './hallazgo.js'
import type { Hechos } from './hechos.js'

/** What typed prose says that the facts deny or cast doubt upon, in the order of the passages. Pure. */
export function revisarProsa(_pasajes: readonly Pasaje[], _hechos: Hechos): readonly Hallazgo[] {
  return []
}
