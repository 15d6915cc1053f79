import { type Assets, type Documento, pageLabels, type Section } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { blocksIn } from '../../section/index.js'
import type { Measure, SectionPages, ToMeasure } from './measure.js'

// The pages of an index rest on the numbers that it prints, and these on its pages: twice is enough, unless a line of it is just full.
const MOST_PASSES = 4

/**
 * The number that the page of each block shows (`iii`, `24`), by the block's id. Sections are laid out one by one, those with an index
 * once more after the rest, when there are numbers for it to print.
 */
export async function pageNumbers(
  documento: Documento,
  theme: Theme,
  assets: Assets,
  measure: Measure,
): Promise<ReadonlyMap<string, string>> {
  const { sections } = documento
  const pages: SectionPages[] = []
  const lay = async (asked: readonly ToMeasure[]) => {
    const laid = await measure(documento, theme, assets, asked)
    for (const [i, { position }] of asked.entries()) pages[position] = inPlace(laid, i)
  }
  const withIndex = sections.flatMap((section, position) => (hasIndex(section) ? [position] : []))
  // An index without numbers most often has as many pages as with them, and is laid out along with the rest.
  await lay(sections.map((_, position) => ({ position, printed: NOTHING })))
  let numbers = numbersOf(sections, pages)
  for (let pass = 1; withIndex.length > 0 && pass <= MOST_PASSES; pass++) {
    const printed = numbers
    await lay(withIndex.map((position) => ({ position, printed })))
    numbers = numbersOf(sections, pages)
    if (equal(printed, numbers)) break
  }
  return numbers
}

const NOTHING: ReadonlyMap<string, string> = new Map()

function inPlace(laid: readonly SectionPages[], i: number): SectionPages {
  const found = laid[i]
  if (found === undefined) throw new Error(`No se midió la sección ${i}.`)
  return found
}

function hasIndex({ blocks }: Section): boolean {
  return blocksIn(blocks).some(({ type }) => type === 'index')
}

function numbersOf(sections: readonly Section[], pages: readonly SectionPages[]): ReadonlyMap<string, string> {
  const laid = sections.map((section, position) => ({ section, ...inPlace(pages, position) }))
  const labels = pageLabels(laid.flatMap(({ section, pages: count }) => Array.from({ length: count }, () => section.numbering)))
  let before = 0
  return new Map(
    laid.flatMap(({ pages: count, places }) => {
      const first = before
      before += count
      return [...places].map(([id, place]) => [id, labels[first + place - 1] ?? ''] as const)
    }),
  )
}

function equal(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([id, number]) => other.get(id) === number)
}
