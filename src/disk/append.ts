import { appendFileSync, fstatSync, openSync, readSync } from 'node:fs'
import { CannotWrite } from './errors.js'

const NEW_LINE = 10

/**
 * What adds lines to the end of a file, which is made if it is not there. Each line is handed to the system before the next thing is
 * done, so that whatever ends the process leaves it there; a line that was left half-written before is closed first.
 * @throws CannotWrite where it cannot be opened; what is given back throws the system's errors
 */
export function appendTo(path: string): (line: string) => void {
  try {
    const file = openSync(path, 'a+')
    if (!endsInNewLine(file)) appendFileSync(file, '\n')
    return (line) => appendFileSync(file, `${line}\n`)
  } catch (error) {
    throw new CannotWrite(path, error)
  }
}

function endsInNewLine(file: number): boolean {
  const { size } = fstatSync(file)
  const last = new Uint8Array(1)
  return size === 0 || readSync(file, last, 0, 1, size - 1) === 0 || last[0] === NEW_LINE
}
