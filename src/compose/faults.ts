/** What can be wrong with a template, told to the person who edits it: which file, which line, what was found, what was expected. */
import { distance } from 'fastest-levenshtein'

export interface TemplateFault {
  /** Path within the templates folder: `60-sector.md`. */
  readonly template: string
  /** From 1, counted in the file; null where the fault is of the whole file. */
  readonly line: number | null
  readonly found: string
  readonly expected: string
  readonly remedy: string
}

/** A stretch of a template file that is rendered by itself, and how many lines of the file stand before it. */
export interface Piece {
  readonly path: string
  readonly text: string
  readonly start: number
}

/** A fault told in lines of a piece, in lines of its file. */
export function inFile(fault: TemplateFault, { start }: Pick<Piece, 'start'>): TemplateFault {
  return fault.line === null ? fault : { ...fault, line: fault.line + start }
}

/** Thrown while a template runs; `line` counts within the template's own text. Caught by whoever renders the section. */
export class TemplateError extends Error {
  template: string | null = null

  constructor(
    readonly found: string,
    readonly expected: string,
    readonly remedy: string,
    public line: number | null,
  ) {
    super(found)
    this.name = 'TemplateError'
  }

  /** As a fault of the template that it came from; of `path` where nobody said which. */
  at(path: string): TemplateFault {
    const { found, expected, remedy, line } = this
    return { template: this.template ?? path, line, found, expected, remedy }
  }
}

/** The name that exists nearest to one that does not, by edits; null where none is near. */
export function nearest(name: string, existing: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.ceil(name.length / 2))
  for (const candidate of existing) {
    const d = distance(name.toLowerCase(), candidate.toLowerCase())
    if (d < least) [best, least] = [candidate, d]
  }
  return best
}

/** `¿Quiso decir «ref»?`, or how to mend it otherwise. */
export function suggestion(name: string, existing: Iterable<string>, otherwise: string): string {
  const near = nearest(name, existing)
  return near === null ? otherwise : `¿Quiso decir «${near}»?`
}

/** The name of which another is a slip of the pen, by a letter or two; null where none is. */
export function slipOf(name: string, existing: Iterable<string>): string | null {
  return [...existing].find((one) => one !== name && distance(name.toLowerCase(), one.toLowerCase()) <= 2) ?? null
}
