/** What the XML of part of a section hangs on, besides the theme and the pages. */
import type { Block, Inline } from '../../../document/index.js'
import { blocksIn, digestOf, picturesIn, remembered } from '../../section/index.js'
import type { Context } from '../context.js'
import { endsIn } from '../references/stretches.js'
import { sharedId } from './bookmark-ids.js'

/** What is asked of the parts of one document. */
export interface Places {
  /** All that the XML of a block or of the cells of a row hangs on, told once it is in the form of JSON. */
  readonly hangsOn: (part: Block | readonly (readonly Inline[])[]) => readonly unknown[]
  /**
   * Whether a block is the same wherever it stands. Not a cover, with its shapes and mark; nor a list with numbers, that goes on from
   * others; nor a chart of Word's own, which is a part with a workbook.
   */
  readonly isMovable: (block: Block) => boolean
  /** The id under which the bookmark of a stretch of typed prose is kept; undefined for any other bookmark. */
  readonly stretchOf: (id: string) => string | undefined
}

export function placesOf({ assets, bookmarks, contentsLevels, nativeChart, sequences, stretches }: Context): Places {
  const names = new Map([...stretches.begin.values()].map(({ id, name }) => [String(id), sharedId(name)]))
  return {
    hangsOn(part) {
      const { all, ids } = knownOf(part)
      return [
        digestOf(part),
        picturesIn(all, assets),
        ids.map((id) => [bookmarks.get(id) ?? null, sequences.get(id) ?? null, contentsLevels.get(id) ?? null]),
        // Prose may begin or end in another part.
        [...endsIn(part)].map(([name, { first, last }]) => [name, stretches.begin.has(first), stretches.end.has(last)]),
      ]
    },
    isMovable: (block) =>
      !knownOf(block).all.some(
        (one) => one.type === 'cover' || (one.type === 'list' && one.ordered) || (one.type === 'chart' && nativeChart !== null),
      ),
    stretchOf: (id) => names.get(id),
  }
}

/** What is asked of a part in every report that it stands in, which is the same one while it does not change. */
interface Known {
  readonly all: readonly Block[]
  /** Of its blocks, and of what its references and indices lead to. */
  readonly ids: readonly string[]
}

const knownOf = remembered((part: Block | readonly (readonly Inline[])[]): Known => {
  const all = 'type' in part ? blocksIn([part]) : []
  const ids = [...all.flatMap((block) => ('id' in block ? [block.id] : [])), ...targetsOf(part)]
  return { all, ids }
})

/** What the references and the indices within a value of the tree lead to. */
function targetsOf(tree: unknown): readonly string[] {
  const targets: string[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('target' in value && typeof value.target === 'string') targets.push(value.target)
    for (const inside of Object.values(value)) look(inside)
  }
  look(tree)
  return targets
}
