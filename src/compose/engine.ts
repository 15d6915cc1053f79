/** Handlebars, made safe and strict: values leave as tokens, and a name that does not exist is an error with its place. */
import Handlebars from 'handlebars'
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
  readonly print: (value: unknown) => string
  /** Told the template that runs, at each moment; a helper may ask. */
  readonly place: Place
  /** Names that a context may hold, for suggestions. */
  readonly names: ReadonlySet<string>
}

const BLOCK_HELPERS = ['each', 'with', 'if', 'unless', 'lookup', 'log']

export function engine(options: EngineOptions): Engine {
  const hb = Handlebars.create()
  for (const name of BLOCK_HELPERS) hb.unregisterHelper(name)
  for (const [name, helper] of Object.entries(options.helpers)) hb.registerHelper(name, helper)
  hb.registerHelper(PRINT, (value: unknown) => options.print(value))
  hb.registerHelper(VALUE, (value: unknown, name: string, { loc }: Handlebars.HelperOptions & Located) => {
    if (value === undefined) throw unknownName(name, options.names, loc?.start.line ?? null)
    return value
  })
  const known = new Set([...Object.keys(options.helpers), PRINT, VALUE])
  const compile = ({ path, text }: Piece): Handlebars.TemplateDelegate => {
    const ast = parseTemplate(path, text)
    new Safe(known).accept(ast)
    const delegate = hb.compile(ast, { strict: true, noEscape: true, knownHelpers: Object.fromEntries([...known].map((n) => [n, true])) })
    return (context, runtime) => located(path, options, () => delegate(context, runtime))
  }
  for (const [name, piece] of options.partials) hb.registerPartial(name, compile(piece))
  return {
    render: (piece, context) => compile(piece)(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }),
  }
}

interface Located {
  readonly loc?: { readonly start: { readonly line: number } }
}

/** Runs a template; what goes wrong inside is given the template's path, once (the innermost). */
function located(path: string, { names, place }: Pick<EngineOptions, 'names' | 'place'>, run: () => string): string {
  const outside = place.path
  place.path = path
  try {
    return run()
  } catch (error) {
    const failure = error instanceof TemplateError ? error : strictError(error, names)
    failure.template ??= path
    throw failure
  } finally {
    place.path = outside
  }
}

function strictError(error: unknown, names: ReadonlySet<string>): TemplateError {
  const { message, lineNumber } = error as { readonly message?: string; readonly lineNumber?: number }
  const name = /^"(.+)" not defined/u.exec(message ?? '')?.[1]
  if (name === undefined) throw error
  return unknownName(name, names, lineNumber ?? null)
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
