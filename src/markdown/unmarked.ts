/**
 * What every piece that prose may not hold has in it: the signs of headings, HTML, code, tables and strikethrough; the end of the words
 * of a link or a picture, with its address or its definition next; the box of a task; the indent of code.
 */
const MARK = /[#=<`~|\t]|\]\(|\]:|\[[\sxX]\]| {4}/u

/** A line of nothing but what rules, the lines under headings and the columns of tables are drawn with, in lists and quotes or out of them. */
const ONLY_SIGNS = /^[-*_:>+.)\d\s]+$/u
const DRAWN = /[-*_]/u

/** Whether a text so surely holds nothing but prose that it need not be parsed to know. */
export function isUnmarked(text: string): boolean {
  return !MARK.test(text) && !text.split(/[\r\n]/u).some((line) => ONLY_SIGNS.test(line) && DRAWN.test(line))
}
