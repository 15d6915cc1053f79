/** What can be told of templates without running them. */
import Handlebars from 'handlebars'
import { inFile, type Piece, suggestion, TemplateError, type TemplateFault } from './faults.js'
import type { Template } from './frontmatter.js'
import { BLOCK_HELPERS, HELPERS } from './helpers.js'
import { parseTemplate } from './parse-template.js'

/**
 * Names that do not exist, braces that do not close, what the language of templates does not have, partials in a circle: the faults of
 * all templates together. `apart`: what is rendered besides them.
 */
export function staticFaults(
  templates: readonly Template[],
  partials: ReadonlyMap<string, Template>,
  apart: readonly Piece[],
): readonly TemplateFault[] {
  const names = { helpers: new Set(Object.keys(HELPERS)), partials: new Set(partials.keys()) }
  const pieces = [...[...templates, ...partials.values()].flatMap(({ body, pie }) => [body, pie]), ...apart]
  const found = pieces.flatMap((piece) => check(piece, names))
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
    names.accept(parseTemplate(piece))
    return names.faults.map((fault) => inFile(fault, piece))
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return [inFile(error.at(piece.path), piece)]
  }
}

/** String arguments given to some helpers anywhere in a template that reads, e.g. the claves that `texto` names: those of each helper together. */
export function literalsOf(helpers: readonly string[], piece: Piece): readonly string[] {
  const found = new Map(helpers.map((helper): readonly [string, string[]] => [helper, []]))
  class Literals extends Handlebars.Visitor {
    private take({ path, params }: { readonly path: hbs.AST.Expression; readonly params: readonly hbs.AST.Expression[] }) {
      const first = params[0]
      if (first?.type === 'StringLiteral')
        found.get((path as hbs.AST.PathExpression).original)?.push((first as hbs.AST.StringLiteral).value)
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
  new Literals().accept(parseTemplate(piece))
  return [...found.values()].flat()
}

/** Names of the partials that a body calls. */
function partialsOf(piece: Piece): readonly string[] {
  const found: string[] = []
  class Partials extends Handlebars.Visitor {
    override PartialStatement(node: hbs.AST.PartialStatement) {
      found.push((node.name as hbs.AST.PathExpression).original)
      super.PartialStatement(node)
    }
  }
  new Partials().accept(parseTemplate(piece))
  return found
}

/** What people who know Handlebars write, by the helper that does it here. */
const EN_INGLES: Readonly<Record<string, string>> = {
  if: 'si',
  unless: 'no',
  each: 'cada',
  eq: 'es',
  gt: 'mayor',
  and: 'y',
  or: 'o',
  not: 'no',
}

/** Collects calls of helpers and partials that do not exist, and what Handlebars has and the language of templates has not. */
class Names extends Handlebars.Visitor {
  readonly faults: TemplateFault[] = []

  constructor(
    private readonly existing: Existing,
    private readonly path: string,
  ) {
    super()
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement) {
    const name = (node.path as hbs.AST.PathExpression).original
    if (node.params.length > 0 || node.hash !== undefined) this.helper(node.path, node.loc)
    if (BLOCK_HELPERS.has(name)) this.withoutBlock(name, node.loc)
    super.MustacheStatement(node)
  }

  override SubExpression(node: hbs.AST.SubExpression) {
    const name = (node.path as hbs.AST.PathExpression).original
    this.helper(node.path, node.loc)
    if (BLOCK_HELPERS.has(name)) this.withoutBlock(name, node.loc)
    super.SubExpression(node)
  }

  override BlockStatement(node: hbs.AST.BlockStatement) {
    const name = (node.path as hbs.AST.PathExpression).original
    const given = [...(node.program.blockParams ?? []), ...(node.inverse?.blockParams ?? [])]
    this.helper(node.path, node.loc)
    if (given.length > (name === 'cada' ? 2 : 0)) {
      this.alien(`{{#${name} … as |${given.join(' ')}|}}`, '{{#cada lista as |elemento|}}, y solo en «cada»', node.loc)
    }
    super.BlockStatement(node)
  }

  override PathExpression(node: hbs.AST.PathExpression) {
    if (node.depth > 0) this.alien(`{{${node.original}}}`, 'el nombre del valor, que se ve igual desde cualquier bloque', node.loc)
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement) {
    this.alien('{{#> …}}', '{{> parcial}}, sin un bloque adentro', node.loc)
  }

  override Decorator(node: hbs.AST.Decorator) {
    this.alien('{{* …}}', 'los ayudantes de la guía', node.loc)
  }

  override DecoratorBlock(node: hbs.AST.DecoratorBlock) {
    this.alien('{{#* …}}', 'un parcial en su propio archivo de la carpeta parciales', node.loc)
  }

  override PartialStatement(node: hbs.AST.PartialStatement) {
    if (node.name.type === 'SubExpression') {
      this.alien('{{> (…)}}', 'el nombre del parcial, escrito', node.loc)
      return
    }
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

  /** What Handlebars would read and templates have no use for. */
  private alien(found: string, expected: string, loc: hbs.AST.SourceLocation) {
    const fault = {
      found: `${found}, que el lenguaje de las plantillas no tiene`,
      expected,
      remedy: 'Escríbalo como dice la guía de plantillas.',
    }
    this.faults.push({ template: this.path, line: loc.start.line, ...fault })
  }

  private withoutBlock(name: string, loc: hbs.AST.SourceLocation) {
    this.faults.push({
      template: this.path,
      line: loc.start.line,
      found: `el ayudante «${name}» sin su bloque`,
      expected: `{{#${name} …}} y, más adelante, {{/${name}}}`,
      remedy: 'Ponga el numeral al abrirlo, y ciérrelo.',
    })
  }

  private helper(expression: hbs.AST.Expression, loc: hbs.AST.SourceLocation) {
    const name = (expression as hbs.AST.PathExpression).original
    if (this.existing.helpers.has(name)) return
    this.faults.push({
      template: this.path,
      line: loc.start.line,
      found: `el ayudante «${name}», que no existe`,
      expected: `uno de los ayudantes: ${[...this.existing.helpers].join(', ')}`,
      remedy: suggestion(EN_INGLES[name] ?? name, this.existing.helpers, 'Consulte los ayudantes en la guía de plantillas.'),
    })
  }
}

/** Partials that call themselves, by whatever way round. */
function cycles(partials: ReadonlyMap<string, Template>): readonly TemplateFault[] {
  const calls = new Map([...partials].map(([name, { body }]) => [name, partialsOf(body)]))
  // Those from which no circle is reached: two ways to one partial are not walked twice, nor 2^30 ways.
  const without = new Set<string>()
  const way = (name: string, seen: readonly string[]): readonly string[] | null => {
    if (without.has(name)) return null
    if (seen.includes(name)) return [...seen.slice(seen.indexOf(name)), name]
    for (const next of calls.get(name) ?? []) {
      const found = way(next, [...seen, name])
      if (found !== null) return found
    }
    without.add(name)
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
