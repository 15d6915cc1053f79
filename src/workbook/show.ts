import type { Cell } from './cell.js'
import { dateOfSerial } from './dates.js'
import { showNumber, showPercent, significant } from './numbers.js'

/** What a cell holds, as a fault tells it: near to what whoever opens the workbook sees, its text in quotes and no longer than a message. */
export function show(cell: Cell): string {
  return cell.content.kind === 'text' ? quoted(brief(words(cell))) : words(cell)
}

/** A text is told up to here. */
const TOLD = 300

function brief(text: string): string {
  return text.length > TOLD ? `${text.slice(0, TOLD).replace(/\p{Cs}$/u, '')}…` : text
}

/** Text of the workbook within a sentence. */
export function quoted(text: string): string {
  return `«${text}»`
}

/** What a cell holds, to be compared with other words. */
export function words({ content, date1904 }: Cell): string {
  switch (content.kind) {
    case 'empty':
      return 'una celda vacía'
    case 'number':
      if (content.format === 'percent') return showPercent(content.value)
      return content.format === 'date'
        ? `la fecha ${dateOfSerial(content.value, date1904) ?? content.value}`
        : showNumber(significant(content.value))
    case 'text':
      return content.value.trim()
    case 'boolean':
      return content.value ? 'VERDADERO' : 'FALSO'
    case 'error':
      return content.value
    case 'uncalculated':
      return content.formula === '' ? 'una fórmula sin resultado' : `la fórmula =${content.formula}`
    case 'long':
      return `${content.what === 'text' ? 'un texto' : 'una palabra'} de ${content.characters.toLocaleString('es-CO')} caracteres`
  }
}
