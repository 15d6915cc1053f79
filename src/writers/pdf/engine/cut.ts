import { type Word, widthOf } from './measure.js'

/** The words of a line, and their widths together. Points. */
export interface Cut {
  readonly words: Word[]
  used: number
  /** Of its words less the blanks at both ends. */
  width: number
}

/** Cuts words into lines at most so wide, each as full as it can be. A word that is wider than a line alone is cut itself. */
export function cutLines(words: readonly Word[], width: number): Cut[] {
  const cuts: Cut[] = []
  // what was left of a word stands before those that come after it
  const queue = { words, at: 0, rest: null as Word | null }
  for (let word = take(queue); word !== null; word = take(queue)) cuts.push(cutLine(word, queue, width))
  return cuts
}

interface Queue {
  readonly words: readonly Word[]
  at: number
  rest: Word | null
}

function take(queue: Queue): Word | null {
  const { rest } = queue
  queue.rest = null
  return rest ?? queue.words[queue.at++] ?? null
}

function cutLine(first: Word, queue: Queue, most: number): Cut {
  const line: Cut = { words: [], used: 0, width: 0 }
  for (let word: Word | null = first; word !== null; word = goesOn(line, queue, most) ? take(queue) : null) {
    const [fits, rest]: readonly [Word, Word | null] = halved(word, most - line.width)
    add(line, fits)
    queue.rest = rest
  }
  return line
}

function add(line: Cut, word: Word): void {
  line.words.push(word)
  line.used += word.width
  line.width = line.used - (line.words[0]?.leadingCut ?? 0) - word.trailingCut
}

/** Whether the line has room for the word that is next and those that cling to it. */
function goesOn({ words, used }: Cut, { words: all, at, rest }: Queue, most: number): boolean {
  const last = words.at(-1)
  if (last?.lineEnd === true) return false
  if (last?.noNewLine === true && rest === null) return true
  let from = rest === null ? at : at - 1
  let word = rest ?? all[at]
  if (word === undefined) return false
  let { width, trailingCut } = word
  while (word?.noNewLine === true) {
    word = all[++from]
    width += word?.width ?? 0
    trailingCut += word?.trailingCut ?? 0
  }
  return used + width - (words[0]?.leadingCut ?? 0) - trailingCut <= most
}

/** A word as far as it fits, one letter at least, and the rest of it. */
function halved(word: Word, room: number): readonly [Word, Word | null] {
  const { text } = word
  // a chip is never cut for the blank of its ground
  if (text.length < 2 || word.width <= room || (word.chip !== null && widthOf(text, word) <= room)) return [word, null]
  const count = lettersWithin(word, room)
  const [head, tail] = [text.slice(0, count), text.slice(count)]
  return [
    { ...word, text: head, width: widthOf(head, word), trailingCut: 0, lineEnd: false },
    { ...word, text: tail, width: widthOf(tail, word), leadingCut: 0 },
  ]
}

/** How many letters of a word that does not fit do: all but its blank as a rule. */
function lettersWithin(word: Word, room: number): number {
  const fits = (count: number) => widthOf(word.text.slice(0, count), word) <= room
  let most = word.text.length - 1
  if (fits(most)) return most
  let least = 1
  while (most - least > 1) {
    const middle = (least + most) >> 1
    if (fits(middle)) least = middle
    else most = middle
  }
  return least
}
