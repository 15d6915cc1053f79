import type { Said } from './said.js'

/** What is made of a piece of a template when the program is built. */
interface Precompiled {
  /** What Handlebars makes of it. */
  readonly specification: TemplateSpecification
  readonly said: Said
}

/**
 * The templates of the program, by their text. Empty here: they are put in the bundles when the program is built
 * (`scripts/compilar/empaquetar.mjs`), and with them what V8 made of them.
 */
export const PRECOMPILED: ReadonlyMap<string, Precompiled> = new Map()
