/** Quotes and lists within one another that a reader could still follow. */
const DEEPEST = 30

/** The marks of quotes and lists with which a line begins, and the blanks between them. */
const MARKS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/u

/**
 * Whether quotes or lists stand deeper within one another than anybody writes them. The parser takes time with the square of that
 * depth, or its cube: a cell of nothing but hyphens would keep it for minutes.
 */
export function tooDeep(text: string): boolean {
  return text.split('\n').some((line) => {
    const [marks] = MARKS.exec(line) ?? []
    if (marks === undefined) return false
    // A list within a list is set in two columns; a tab counts as four.
    const indent = /^[ \t]*/u.exec(marks)?.[0].replaceAll('\t', '    ').length ?? 0
    return marks.replace(/[ \t\d]/gu, '').length + Math.floor(indent / 2) > DEEPEST
  })
}
