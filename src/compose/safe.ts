/** The rewriting that makes a template safe and strict. */
import Handlebars from 'handlebars'

/** Helper through which every printed value goes. */
export const PRINT = 'imprimir'
/** Helper through which every name that is read goes. */
export const VALUE = 'valor'

/**
 * Rewrites a template so that each printed value goes through `imprimir` and each name that is read through `valor`, which refuses one
 * that does not exist (Handlebars' own strict mode does not look at arguments or block parameters).
 */
export class Safe extends Handlebars.Visitor {
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
    // Handlebars finds what the name begins with; `valor` walks the rest, over own fields only, and can tell where it ends.
    const [head, ...rest] = path.parts
    const begins = { ...path, parts: head === undefined ? [] : [head], original: head ?? path.original }
    return {
      type: 'SubExpression',
      path: helperPath(VALUE, path.loc),
      params: [begins, ...[path.original, ...rest].map((word) => literal(word, path.loc))],
      loc: path.loc,
    } as unknown as hbs.AST.SubExpression
  }
}

function literal(value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc }
}

function helperPath(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc } as hbs.AST.PathExpression
}
