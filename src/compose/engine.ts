/** Handlebars, made safe and strict: values leave as tokens, and a name that does not exist is an error with its place. */
import Handlebars from 'handlebars'
import { suggestion, TemplateError, type TemplateFault } from './faults.js'

/** A helper gets its arguments and Handlebars' options (hash, fn, inverse, loc, data). */
export type Helper = (this: unknown, ...args: unknown[]) => unknown

export interface Engine {
  /** Renders a template's body with a context. Throws `TemplateError` with the template's own path and line. */
  readonly render: (path: string, body: string, context: object) => string
}

export interface EngineOptions {
  readonly helpers: Readonly<Record<string, Helper>>
  /** Bodies of partials, by name. */
  readonly partials: ReadonlyMap<string, { readonly path: string; readonly body: string }>
  /** What a printed value becomes in the text: a token. */
  readonly print: (value: unknown) => string
  /** Names that a context may hold, for suggestions. */
  readonly names: ReadonlySet<string>
}

const BLOCK_HELPERS = ['each', 'with', 'if', 'unless', 'lookup', 'log']
const PRINT = 'imprimir'
const VALUE = 'valor'

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
  const compile = (path: string, body: string): Handlebars.TemplateDelegate => {
    const ast = parse(path, body)
    new Safe(known).accept(ast)
    const delegate = hb.compile(ast, { strict: true, noEscape: true, knownHelpers: Object.fromEntries([...known].map((n) => [n, true])) })
    return (context, runtime) => located(path, options.names, () => delegate(context, runtime))
  }
  for (const [name, { path, body }] of options.partials) hb.registerPartial(name, compile(path, body))
  return {
    render: (path, body, context) =>
      compile(path, body)(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }),
  }
}

interface Located {
  readonly loc?: { readonly start: { readonly line: number } }
}

/** What can be told of a template without running it: that it reads, and that its helpers and partials exist and do not call themselves. */
export function check(path: string, body: string, helpers: ReadonlySet<string>, partials: ReadonlySet<string>): readonly TemplateFault[] {
  try {
    const names = new Names(helpers, partials, path)
    names.accept(parse(path, body))
    return names.faults
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return [faultOf(error, path)]
  }
}

/** String arguments given to a helper anywhere in a template, e.g. the claves that `texto` names. */
export function literalsOf(helper: string, body: string): readonly string[] {
  const found: string[] = []
  class Literals extends Handlebars.Visitor {
    private take({ path, params }: { readonly path: hbs.AST.Expression; readonly params: readonly hbs.AST.Expression[] }) {
      const first = params[0]
      if ((path as hbs.AST.PathExpression).original === helper && first?.type === 'StringLiteral')
        found.push((first as hbs.AST.StringLiteral).value)
    }
    override MustacheStatement(node: hbs.AST.MustacheStatement) {
      this.take(node)
      super.MustacheStatement(node)
    }
    override BlockStatement(node: hbs.AST.BlockStatement) {
      this.take(node)
      super.BlockStatement(node)
    }
    override SubExpression(node: hbs.AST.SubExpression) {
      this.take(node)
      super.SubExpression(node)
    }
  }
  new Literals().accept(Handlebars.parse(body))
  return found
}

/** Names of the partials that a body calls. */
export function partialsOf(body: string): readonly string[] {
  const found: string[] = []
  class Partials extends Handlebars.Visitor {
    override PartialStatement(node: hbs.AST.PartialStatement) {
      found.push((node.name as hbs.AST.PathExpression).original)
      super.PartialStatement(node)
    }
  }
  new Partials().accept(Handlebars.parse(body))
  return found
}

export function faultOf(error: TemplateError, path: string): TemplateFault {
  return { template: error.template ?? path, line: error.line, found: error.found, expected: error.expected, remedy: error.remedy }
}

function parse(path: string, body: string): hbs.AST.Program {
  try {
    return Handlebars.parse(body)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const line = /(?:line |- )(\d+)/u.exec(message)?.[1]
    const unmatched = /^(\S+) doesn't match (\S+)/u.exec(message)
    const failure = new TemplateError(
      unmatched === null ? 'una llave {{…}} mal escrita' : `{{#${unmatched[1]}}} cerrado con {{/${unmatched[2]}}}`,
      'llaves dobles que se abren y se cierran, y un {{/nombre}} por cada {{#nombre}}',
      'Revise las llaves de esa línea y de la anterior.',
      line === undefined ? null : Number(line),
    )
    failure.template = path
    throw failure
  }
}

/** Runs a template; what goes wrong inside is given the template's path, once (the innermost). */
function located(path: string, names: ReadonlySet<string>, run: () => string): string {
  try {
    return run()
  } catch (error) {
    const failure = error instanceof TemplateError ? error : strictError(error, names)
    failure.template ??= path
    throw failure
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

/**
 * Rewrites a template so that each printed value goes through `imprimir` and each name that is read through `valor`, which refuses one
 * that does not exist (Handlebars' own strict mode does not look at arguments or block parameters).
 */
class Safe extends Handlebars.Visitor {
  constructor(private readonly helpers: ReadonlySet<string>) {
    super()
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement) {
    const path = node.path as hbs.AST.PathExpression
    const call = node.params.length > 0 || node.hash !== undefined || this.helpers.has(path.original)
    const printed: hbs.AST.Expression = call
      ? ({
          type: 'SubExpression',
          path,
          params: this.values(node.params),
          hash: this.hash(node.hash),
          loc: node.loc,
        } as hbs.AST.SubExpression)
      : this.value(path)
    Object.assign(node, { path: helperPath(PRINT, node.loc), params: [printed], hash: undefined, escaped: false })
  }

  override SubExpression(node: hbs.AST.SubExpression) {
    Object.assign(node, { params: this.values(node.params), hash: this.hash(node.hash) })
  }

  override BlockStatement(node: hbs.AST.BlockStatement) {
    Object.assign(node, { params: this.values(node.params), hash: this.hash(node.hash) })
    this.accept(node.program)
    if (node.inverse) this.accept(node.inverse)
  }

  override PartialStatement(node: hbs.AST.PartialStatement) {
    Object.assign(node, { params: this.values(node.params), hash: this.hash(node.hash) })
  }

  private values(params: readonly hbs.AST.Expression[]): hbs.AST.Expression[] {
    return params.map((p) => this.value(p))
  }

  private hash(hash: hbs.AST.Hash | undefined): hbs.AST.Hash | undefined {
    for (const pair of hash?.pairs ?? []) pair.value = this.value(pair.value)
    return hash
  }

  private value(expression: hbs.AST.Expression): hbs.AST.Expression {
    if (expression.type === 'SubExpression') this.SubExpression(expression as hbs.AST.SubExpression)
    if (expression.type !== 'PathExpression') return expression
    const path = expression as hbs.AST.PathExpression
    const name: hbs.AST.StringLiteral = { type: 'StringLiteral', value: path.original, original: path.original, loc: path.loc }
    return {
      type: 'SubExpression',
      path: helperPath(VALUE, path.loc),
      params: [path, name],
      loc: path.loc,
    } as unknown as hbs.AST.SubExpression
  }
}

function helperPath(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc } as hbs.AST.PathExpression
}

/** Collects calls of helpers and partials that do not exist. */
class Names extends Handlebars.Visitor {
  readonly faults: TemplateFault[] = []

  constructor(
    private readonly helpers: ReadonlySet<string>,
    private readonly partials: ReadonlySet<string>,
    private readonly path: string,
  ) {
    super()
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement) {
    if (node.params.length > 0 || node.hash !== undefined) this.helper(node.path, node.loc)
    super.MustacheStatement(node)
  }

  override SubExpression(node: hbs.AST.SubExpression) {
    this.helper(node.path, node.loc)
    super.SubExpression(node)
  }

  override BlockStatement(node: hbs.AST.BlockStatement) {
    this.helper(node.path, node.loc)
    super.BlockStatement(node)
  }

  override PartialStatement(node: hbs.AST.PartialStatement) {
    const name = (node.name as hbs.AST.PathExpression).original
    if (!this.partials.has(name)) {
      this.faults.push({
        template: this.path,
        line: node.loc.start.line,
        found: `{{> ${name}}}, que no existe`,
        expected: 'el nombre de un archivo de la carpeta parciales, sin «.md»',
        remedy: suggestion(name, this.partials, 'Corrija el nombre o cree el parcial.'),
      })
    }
    super.PartialStatement(node)
  }

  private helper(expression: hbs.AST.Expression, loc: hbs.AST.SourceLocation) {
    const name = (expression as hbs.AST.PathExpression).original
    if (this.helpers.has(name)) return
    this.faults.push({
      template: this.path,
      line: loc.start.line,
      found: `el ayudante «${name}», que no existe`,
      expected: `uno de los ayudantes: ${[...this.helpers].join(', ')}`,
      remedy: suggestion(name, this.helpers, 'Consulte los ayudantes en la guía de plantillas.'),
    })
  }
}
