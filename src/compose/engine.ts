/** Handlebars, made safe and strict: values leave as tokens, and a name that does not exist is an error with its place. */
import Handlebars from 'handlebars'
import type { Budget } from './budget.js'
import { compiled } from './compiled.js'
import { nearest, type Piece, TemplateError } from './faults.js'
import { PRINT, VALUE } from './safe.js'

/** A helper gets its arguments and Handlebars' options (hash, fn, inverse, loc, data). */
export type Helper = (this: unknown, ...args: unknown[]) => unknown

export interface Engine {
  /** Renders a template's body with a context. Throws `TemplateError` with the template's own path and line. */
  readonly render: (piece: Piece, context: object) => string
}

/** The template that is running; null when none is. */
export interface Place {
  path: string | null
}

export interface EngineOptions {
  readonly helpers: Readonly<Record<string, Helper>>
  /** Bodies of partials, by name. */
  readonly partials: ReadonlyMap<string, Piece>
  /** What a printed value becomes in the text: a token. */
  readonly print: (value: unknown, line: number | null) => string
  /** Told the template that runs, at each moment; a helper may ask. */
  readonly place: Place
  /** Names that a value may begin with, and all those that a context may hold, for suggestions. */
  readonly names: { readonly roots: ReadonlySet<string>; readonly all: ReadonlySet<string> }
  /** Told what is wrong, with its template and line, so that the rest still runs and all is told at once. */
  readonly tell: (error: TemplateError) => void
  /** What the templates may still do. */
  readonly budget: Budget
}

/** What stands for a value that could not be had: its fault was told, and nothing is made of it. */
const UNKNOWN = Symbol('unknown')

const BLOCK_HELPERS = ['each', 'with', 'if', 'unless', 'lookup', 'log']

export function engine(options: EngineOptions): Engine {
  const hb = Handlebars.create()
  for (const name of BLOCK_HELPERS) hb.unregisterHelper(name)
  for (const [name, helper] of Object.entries(options.helpers)) hb.registerHelper(name, tolerant(helper, options))
  hb.registerHelper(PRINT, (value: unknown, { loc }: Called) => {
    const line = loc?.start.line ?? null
    options.budget.step(line)
    return value === UNKNOWN ? '' : options.print(value, line)
  })
  hb.registerHelper(VALUE, (found: unknown, name: string, ...rest: readonly unknown[]) => {
    const line = (rest.at(-1) as Called).loc?.start.line ?? null
    options.budget.step(line)
    if (found === UNKNOWN) return UNKNOWN
    const fields = rest.slice(0, -1) as string[]
    let value = found
    for (const [i, field] of fields.entries()) {
      const inner = fieldOf(value, field)
      if (inner === undefined)
        return untold(value === undefined ? unknownRoot(name, options, line) : unknownField(name, value, fields.slice(i), line), options)
      value = inner
    }
    return value === undefined ? untold(unknownRoot(name, options, line), options) : value
  })
  const delegate = (piece: Piece): Handlebars.TemplateDelegate => {
    const run = hb.template(compiled(piece, Object.keys(options.helpers)))
    return (context, runtime) =>
      located(piece.path, options.place, () => {
        options.budget.step(null)
        const written = run(context, runtime)
        options.budget.write(written.length, null)
        return written
      })
  }
  for (const [name, piece] of options.partials) hb.registerPartial(name, delegate(piece))
  // A template of every sector runs once for each.
  const delegates = new Map<Piece, Handlebars.TemplateDelegate>()
  return {
    render: (piece, context) => {
      const run = delegates.get(piece) ?? delegate(piece)
      delegates.set(piece, run)
      return run(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false })
    },
  }
}

type Called = Handlebars.HelperOptions & { readonly loc?: { readonly start: { readonly line: number } } }

/** A field of its own of a value; undefined where it has none. What it inherits is no name of ours. */
function fieldOf(value: unknown, field: string): unknown {
  if (value === null || value === undefined || !Object.hasOwn(Object(value), field)) return undefined
  return (value as Readonly<Record<string, unknown>>)[field]
}

/** Runs a template; what goes wrong inside is given the template's path, once (the innermost). */
function located(path: string, place: Place, run: () => string): string {
  const outside = place.path
  place.path = path
  try {
    return run()
  } catch (error) {
    if (error instanceof TemplateError) error.template ??= path
    throw error
  } finally {
    place.path = outside
  }
}

/** Tells a fault at the place where it is found. */
function untold(error: TemplateError, { place, tell }: EngineOptions): typeof UNKNOWN {
  error.template ??= place.path
  tell(error)
  return UNKNOWN
}

/** The same helper, which tells what it cannot take and gives nothing in its place; so does it where a value was not to be had. */
function tolerant(helper: Helper, options: EngineOptions): Helper {
  return function (...all) {
    const nothing = (all.at(-1) as Called).fn === undefined ? UNKNOWN : ''
    if (all.includes(UNKNOWN)) return nothing
    try {
      return helper.apply(this, all)
    } catch (error) {
      if (!(error instanceof TemplateError) || options.budget.spent) throw error
      untold(error, options)
      return nothing
    }
  }
}

/** A name that begins with what there is not. A helper called without what it needs looks like a value. */
function unknownRoot(name: string, { names: { roots, all }, helpers }: EngineOptions, line: number | null): TemplateError {
  const [head = '', ...rest] = name.split('.')
  const near = nearest(head, rest.length === 0 ? [...roots, ...Object.keys(helpers)] : roots)
  if (near !== null) return unknownName(name, [near, ...rest].join('.'), line)
  return unknownName(name, rest.length === 0 ? nearest(head, all) : null, line)
}

/** A name that ends in what the value before has not. `missing`: from there on. */
function unknownField(name: string, value: unknown, missing: readonly string[], line: number | null): TemplateError {
  const known = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  const near = nearest(missing[0] ?? '', known)
  const before = name.split('.').slice(0, -missing.length)
  return unknownName(name, near && [...before, near, ...missing.slice(1)].join('.'), line)
}

function unknownName(name: string, near: string | null, line: number | null): TemplateError {
  return new TemplateError(
    `{{${name}}}, que no existe`,
    'un nombre de la guía de plantillas',
    near === null ? 'Consulte los nombres en la guía de plantillas.' : `¿Quiso decir «${near}»?`,
    line,
  )
}
