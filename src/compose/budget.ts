/** How much templates may make of a workbook, so that a few lines of them cannot ask for work without end. */
import { TemplateError } from './faults.js'

/** Values read or printed, turns of a list and partials called: a hundred times what the report of 73 products takes (2,878). */
const STEPS = 300_000
/** Characters of text, those of the values too: as many times those of that report (115,967). */
const LETTERS = 12_000_000

/** What is left of both, counted over the whole report. Counts and not seconds, so that the same templates always end the same way. */
export class Budget {
  private steps = STEPS
  private letters = LETTERS

  /** Whether it was passed: what is left of the templates is then not run. */
  get spent(): boolean {
    return this.steps < 0 || this.letters < 0
  }

  /** @throws TemplateError where templates do more than any report needs; `line`, where they were */
  step(line: number | null): void {
    this.steps -= 1
    if (this.steps < 0) throw tooMuch('listas o parciales que se repiten sin medida', line)
  }

  /** @throws TemplateError where they write more than any report holds */
  write(letters: number, line: number | null): void {
    this.letters -= letters
    if (this.letters < 0) throw tooMuch('un texto que crece sin medida', line)
  }
}

function tooMuch(found: string, line: number | null): TemplateError {
  return new TemplateError(
    found,
    `plantillas que en todo el informe den hasta ${STEPS.toLocaleString('es-CO')} pasos y ${LETTERS.toLocaleString('es-CO')} letras`,
    'Revise las listas que están unas dentro de otras y los parciales que se llaman muchas veces.',
    line,
  )
}
