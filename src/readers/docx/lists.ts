import type { ListPlace } from './styles.js'
import { attribute, tokens } from './xml.js'

/** A level of a list: whether it counts, and from which number. */
export interface ListLevel {
  readonly ordered: boolean
  readonly start: number
}

interface Level {
  ordered: boolean
  start: number
}

/** A list: the definition that it follows, and the levels that it counts from another number. */
interface List {
  definition: string
  readonly starts: Map<number, number>
}

/** What each place in the lists of a part `word/numbering.xml` is; null where there is no such list. */
export function listsOf(xml: string): (place: ListPlace) => ListLevel | null {
  const definitions = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  let levels = new Map<number, Level>()
  let list: List = { definition: '', starts: new Map() }
  let at = 0
  for (const token of tokens(xml)) {
    if (token.kind !== 'open') continue
    const of = (name: string) => attribute(token.attributes, name) ?? ''
    const level = levels.get(at)
    switch (token.name) {
      case 'w:abstractNum':
        levels = new Map()
        definitions.set(of('w:abstractNumId'), levels)
        break
      case 'w:num':
        list = { definition: '', starts: new Map() }
        lists.set(of('w:numId'), list)
        break
      case 'w:abstractNumId':
        list.definition = of('w:val')
        break
      case 'w:lvl':
        at = Number(of('w:ilvl'))
        levels.set(at, { ordered: true, start: 1 })
        break
      case 'w:lvlOverride':
        at = Number(of('w:ilvl'))
        break
      case 'w:startOverride':
        list.starts.set(at, Number(of('w:val')))
        break
      case 'w:numFmt':
        if (level !== undefined) level.ordered = !['bullet', 'none'].includes(of('w:val'))
        break
      case 'w:start':
        if (level !== undefined) level.start = Number(of('w:val'))
    }
  }
  return (place) => {
    const named = lists.get(place.list)
    const level = definitions.get(named?.definition ?? '')?.get(place.level)
    return level === undefined ? null : { ordered: level.ordered, start: named?.starts.get(place.level) ?? level.start }
  }
}
