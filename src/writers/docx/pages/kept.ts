import type { Assets, Documento, PartStore } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { blocksIn, digestOf, ingredientsOf, picturesIn } from '../../section/index.js'
import { contentsLevelsOf } from '../context.js'
import type { Measure, SectionPages, ToMeasure } from './measure.js'
import { digitsAreEven, shapeDigest } from './shape.js'

/** The same, but for the sections that were laid out before and would come out alike. */
export function keptIn(store: PartStore, measure: Measure): Measure {
  return async (documento, theme, assets, asked) => {
    const of = madeOf(documento, theme, assets)
    const each = asked.map((one) => {
      const made = of(one)
      return { one, made, before: store.known(made) as SectionPages | undefined }
    })
    const unknown = each.filter(({ before }) => before === undefined)
    const laid =
      unknown.length === 0
        ? []
        : await measure(
            documento,
            theme,
            assets,
            unknown.map(({ one }) => one),
          )
    const fresh = laid.values()
    return each.map(({ one, made, before }) => {
      if (before !== undefined) return before
      const pages = fresh.next().value
      if (pages === undefined) throw new Error(`No se midió la sección ${one.position}.`)
      store.keep(made, pages)
      return pages
    })
  }
}

/** All that the pages of a section hang on. */
function madeOf(documento: Documento, theme: Theme, assets: Assets): (asked: ToMeasure) => unknown {
  const { language, header, draft, sections } = documento
  const levels = contentsLevelsOf(documento)
  const even = digitsAreEven(theme, assets)
  const whole = digestOf({ part: 'pages of a section in Word', language, header, draft, ...ingredientsOf(theme, assets) })
  return ({ position, printed }) => {
    const section = sections[position]
    const blocks = blocksIn(section?.blocks ?? [])
    return {
      whole,
      shape: section && shapeDigest(section, even),
      levels: blocks.map((block) => ('id' in block ? (levels.get(block.id) ?? null) : null)),
      images: picturesIn(blocks, assets),
      printed: [...printed],
    }
  }
}
