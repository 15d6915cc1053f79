import Handlebars from 'handlebars'
import { type Piece, TemplateError } from './faults.js'

/** How many blocks may stand one within another: a dozen is hard to read, and reading thousands takes for ever. */
const DEEPEST = 50

type Text = Pick<Piece, 'path' | 'text'>

/**
 * The syntax tree of a template's body.
 * @throws TemplateError with the line, where its braces do not match or it nests too deep
 */
export function parseTemplate({ path, text }: Text): hbs.AST.Program {
  const deep = deepestPast(text)
  if (deep !== null) throw tooDeep(path, deep)
  return parsed(path, text)
}

const BRACES = /\{\{[^}]*\}\}/gu

/** The line, from 1, where blocks or parentheses nest deeper than they may; null where none do. Told without Handlebars, whose reader is what hangs. */
function deepestPast(body: string): number | null {
  let blocks = 0
  for (const { 0: braces, index } of body.matchAll(BRACES)) {
    if (/^\{\{~?\s*(?:#|\^\s*[^\s~}])/u.test(braces)) blocks += 1
    else if (/^\{\{~?\s*\//u.test(braces)) blocks -= 1
    if (Math.max(blocks, parentheses(braces)) > DEEPEST) return body.slice(0, index).split('\n').length
  }
  return null
}

/** How deep the parentheses of a call nest. */
function parentheses(call: string): number {
  let [open, most] = [0, 0]
  for (const character of call) {
    open += character === '(' ? 1 : character === ')' ? -1 : 0
    most = Math.max(most, open)
  }
  return most
}

function tooDeep(path: string, line: number): TemplateError {
  const failure = new TemplateError(
    'llaves unas dentro de otras, demasiado adentro',
    `hasta ${DEEPEST} bloques, o ayudantes entre paréntesis, uno dentro de otro`,
    'Pase lo de más adentro a un parcial.',
    line,
  )
  failure.template = path
  return failure
}

function parsed(path: string, body: string): hbs.AST.Program {
  try {
    return Handlebars.parse(body)
  } catch (error) {
    const open = unbalanced(body)
    if (open !== null) throw unbalancedAt(path, open)
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

interface Unbalanced {
  readonly tag: string
  readonly other: string
  readonly line: number
  readonly closes: boolean
}

/** The last block that is opened and not closed, or the first that is closed and was not opened; null where they match or cross. */
function unbalanced(body: string): Unbalanced | null {
  const open: { readonly name: string; readonly line: number }[] = []
  for (const { 0: braces, index } of body.matchAll(BRACES)) {
    const [, sign, name = ''] = /^\{\{~?\s*([#/])\s*([^\s~}]+)/u.exec(braces) ?? []
    if (sign === undefined) continue
    const line = body.slice(0, index).split('\n').length
    if (sign === '#') open.push({ name, line })
    else if (open.length === 0) return { tag: `{{/${name}}}`, other: `{{#${name} …}}`, line, closes: true }
    else if (open.pop()?.name !== name) return null
  }
  const last = open.at(-1)
  return last === undefined ? null : { tag: `{{#${last.name} …}}`, other: `{{/${last.name}}}`, line: last.line, closes: false }
}

function unbalancedAt(path: string, { tag, other, line, closes }: Unbalanced): TemplateError {
  const failure = closes
    ? new TemplateError(`${tag}, que no cierra nada`, `un ${other} antes`, `Quítelo, o agregue ${other} donde empieza esa parte.`, line)
    : new TemplateError(`${tag}, sin cerrar`, `un ${other} más adelante`, `Agregue ${other} donde termina esa parte.`, line)
  failure.template = path
  return failure
}
