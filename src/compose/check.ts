/** What can be told of templates without running them. */
import Handlebars from 'handlebars'
import { inFile, type Piece, suggestion, TemplateError, type TemplateFault } from './faults.js'
import type { Template } from './frontmatter.js'
import { HELPERS } from './helpers.js'
import { parseTemplate } from './parse-template.js'

/** Names that do not exist, braces that do not close, partials in a circle: the faults of all templates together. */
export function staticFaults(templates: readonly Template[], partials: ReadonlyMap<string, Template>): readonly TemplateFault[] {
  const names = { helpers: new Set(Object.keys(HELPERS)), partials: new Set(partials.keys()) }
  const found = [...templates, ...partials.values()].flatMap(({ body, pie }) => [body, pie].flatMap((piece) => check(piece, names)))
  return [...found, ...(found.length > 0 ? [] : cycles(partials))]
}

interface Existing {
  readonly helpers: ReadonlySet<string>
  readonly partials: ReadonlySet<string>
}

/** That a piece reads, and that its helpers and partials exist. */
function check(piece: Piece, existing: Existing): readonly TemplateFault[] {
  try {
    const names = new Names(existing, piece.path)
    names.accept(parseTemplate(piece.path, piece.text))
    return names.faults.map((fault) => inFile(fault, piece))
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return [inFile(error.at(piece.path), piece)]
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
function partialsOf(body: string): readonly string[] {
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

/** Collects calls of helpers and partials that do not exist. */
class Names extends Handlebars.Visitor {
  readonly faults: TemplateFault[] = []

  constructor(
    private readonly existing: Existing,
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
    if (!this.existing.partials.has(name)) {
      this.faults.push({
        template: this.path,
        line: node.loc.start.line,
        found: `{{> ${name}}}, que no existe`,
        expected: 'el nombre de un archivo de la carpeta parciales, sin «.md»',
        remedy: suggestion(name, this.existing.partials, 'Corrija el nombre o cree el parcial.'),
      })
    }
    super.PartialStatement(node)
  }

  private helper(expression: hbs.AST.Expression, loc: hbs.AST.SourceLocation) {
    const name = (expression as hbs.AST.PathExpression).original
    if (this.existing.helpers.has(name)) return
    this.faults.push({
      template: this.path,
      line: loc.start.line,
      found: `el ayudante «${name}», que no existe`,
      expected: `uno de los ayudantes: ${[...this.existing.helpers].join(', ')}`,
      remedy: suggestion(name, this.existing.helpers, 'Consulte los ayudantes en la guía de plantillas.'),
    })
  }
}

/** Partials that call themselves, by whatever way round. */
function cycles(partials: ReadonlyMap<string, Template>): readonly TemplateFault[] {
  const calls = new Map([...partials].map(([name, { body }]) => [name, partialsOf(body.text)]))
  const way = (name: string, seen: readonly string[]): readonly string[] | null => {
    if (seen.includes(name)) return [...seen.slice(seen.indexOf(name)), name]
    for (const next of calls.get(name) ?? []) {
      const found = way(next, [...seen, name])
      if (found !== null) return found
    }
    return null
  }
  for (const [name, template] of partials) {
    const found = way(name, [])
    if (found?.[0] === name) {
      return [
        {
          template: template.path,
          line: null,
          found: `parciales que se llaman en círculo: ${found.join(' → ')}`,
          expected: 'parciales que no se incluyan a sí mismos',
          remedy: 'Quite una de esas llamadas.',
        },
      ]
    }
  }
  return []
}
