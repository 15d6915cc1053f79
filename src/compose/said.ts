/** What a piece of a template says, told without running it. */
import Handlebars from 'handlebars'
import { type Piece, suggestion, TemplateError, type TemplateFault } from './faults.js'
import { BLOCK_HELPERS, HELPERS } from './helpers.js'
import { parseTemplate } from './parse-template.js'
import { PRECOMPILED } from './precompiled.js'

export interface Said {
  /** By the lines of the piece: what it has that no template may. Where it cannot be read there is nothing else. */
  readonly faults: readonly TemplateFault[]
  readonly partials: readonly PartialCall[]
  /** The claves of `Textos` that it names. */
  readonly claves: readonly string[]
}

/** A call of a partial, and its line within the piece. */
export interface PartialCall {
  readonly name: string
  readonly line: number
}

const read = new WeakMap<Piece, Said>()

/** What a piece says, read once; of a template that stands as the program came, when the program was built. */
export function saidIn(piece: Piece): Said {
  const known = read.get(piece)
  if (known !== undefined) return known
  const now = PRECOMPILED.get(piece.text)?.said ?? readPiece(piece)
  read.set(piece, now)
  return now
}

function readPiece(piece: Piece): Said {
  try {
    const reader = new Reader(piece.path)
    reader.accept(parseTemplate(piece))
    return { faults: reader.faults, partials: reader.partials, claves: reader.claves }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return { faults: [error.at(piece.path)], partials: [], claves: [] }
  }
}

/** The helpers whose first argument is a clave. */
const OF_TEXTS: ReadonlySet<string> = new Set(['texto', 'hayTexto'])

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

/** Collects what it says: calls of helpers that do not exist, and what Handlebars has and the language of templates has not, among its faults. */
class Reader extends Handlebars.Visitor {
  readonly faults: TemplateFault[] = []
  readonly partials: PartialCall[] = []
  readonly claves: string[] = []

  constructor(private readonly path: string) {
    super()
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement) {
    this.clave(node)
    const name = (node.path as hbs.AST.PathExpression).original
    if (node.params.length > 0 || node.hash !== undefined) this.helper(node.path, node.loc)
    if (BLOCK_HELPERS.has(name)) this.withoutBlock(name, node.loc)
    super.MustacheStatement(node)
  }

  override SubExpression(node: hbs.AST.SubExpression) {
    this.clave(node)
    const name = (node.path as hbs.AST.PathExpression).original
    this.helper(node.path, node.loc)
    if (BLOCK_HELPERS.has(name)) this.withoutBlock(name, node.loc)
    super.SubExpression(node)
  }

  override BlockStatement(node: hbs.AST.BlockStatement) {
    this.clave(node)
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
    this.partials.push({ name: (node.name as hbs.AST.PathExpression).original, line: node.loc.start.line })
    super.PartialStatement(node)
  }

  private clave({ path, params: [first] }: { readonly path: hbs.AST.Expression; readonly params: readonly hbs.AST.Expression[] }) {
    if (OF_TEXTS.has((path as hbs.AST.PathExpression).original) && first?.type === 'StringLiteral')
      this.claves.push((first as hbs.AST.StringLiteral).value)
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
    if (Object.hasOwn(HELPERS, name)) return
    this.faults.push({
      template: this.path,
      line: loc.start.line,
      found: `el ayudante «${name}», que no existe`,
      expected: `uno de los ayudantes: ${Object.keys(HELPERS).join(', ')}`,
      remedy: suggestion(EN_INGLES[name] ?? name, Object.keys(HELPERS), 'Consulte los ayudantes en la guía de plantillas.'),
    })
  }
}
