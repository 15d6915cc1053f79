/** Handlebars, made safe and strict: values leave as tokens, and a name that does not exist is an error with its place. */
import Handlebars from 'handlebars'
import type { Budget } from './budget.js'
import { type Piece, suggestion, TemplateError } from './faults.js'
import { parseTemplate } from './parse-template.js'
import { PRINT, Safe, VALUE } from './safe.js'

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
  /** Names that a context may hold, for suggestions. */
  readonly names: ReadonlySet<string>
  /** What the templates may still do. */
  readonly budget: Budget
}

const BLOCK_HELPERS = ['each', 'with', 'if', 'unless', 'lookup', 'log']

export function engine(options: EngineOptions): Engine {
  const hb = Handlebars.create()
  for (const name of BLOCK_HELPERS) hb.unregisterHelper(name)
  for (const [name, helper] of Object.entries(options.helpers)) hb.registerHelper(name, helper)
  hb.registerHelper(PRINT, (value: unknown, { loc }: Called) => {
    const line = loc?.start.line ?? null
    options.budget.step(line)
    return options.print(value, line)
  })
  hb.registerHelper(VALUE, (found: unknown, name: string, ...rest: readonly unknown[]) => {
    const line = (rest.at(-1) as Called).loc?.start.line ?? null
    options.budget.step(line)
    const value = (rest.slice(0, -1) as string[]).reduce(fieldOf, found)
    if (value === undefined) throw unknownName(name, options.names, line)
    return value
  })
  const helpers = new Set(Object.keys(options.helpers))
  const knownHelpers = Object.fromEntries([...helpers, PRINT, VALUE].map((name) => [name, true]))
  const compile = ({ path, text }: Piece): Handlebars.TemplateDelegate => {
    const ast = parseTemplate(path, text)
    new Safe(helpers).accept(ast)
    const delegate = hb.compile(ast, { strict: true, noEscape: true, knownHelpers })
    return (context, runtime) =>
      located(path, options.place, () => {
        options.budget.step(null)
        const written = delegate(context, runtime)
        options.budget.write(written.length, null)
        return written
      })
  }
  for (const [name, piece] of options.partials) hb.registerPartial(name, compile(piece))
  // A template of every sector runs once for each.
  const compiled = new Map<Piece, Handlebars.TemplateDelegate>()
  return {
    render: (piece, context) => {
      const run = compiled.get(piece) ?? compile(piece)
      compiled.set(piece, run)
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

function unknownName(name: string, names: ReadonlySet<string>, line: number | null): TemplateError {
  const last = name.split('.').at(-1) ?? name
  return new TemplateError(
    `{{${name}}}, que no existe`,
    'un nombre de la guía de plantillas',
    suggestion(last, names, 'Consulte los nombres en la guía de plantillas.'),
    line,
  )
}
