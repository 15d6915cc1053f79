import Handlebars from 'handlebars'
import { TemplateError } from './faults.js'

/** The syntax tree of a template's body. @throws TemplateError with the line, where its braces do not match */
export function parseTemplate(path: string, body: string): hbs.AST.Program {
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
