/** Ids of bookmarks in XML that is kept: they are numbered in order once all the body is there. */
import type { SectionXml } from './sections.js'

const BOOKMARK = /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")([^"]+)(?=")/gu
const SHARED = 'prosa '

/** The id of the bookmark of a stretch of typed prose, which may begin in one place and end in another: by its name. */
export const sharedId = (name: string): string => SHARED + name

const isShared = (id: string): boolean => id.startsWith(SHARED)

/** Numbers bookmarks in order, but for those that are shared. What it gives takes what a bookmark is known by, of its id; the same, the same number. */
export function numbering(): (xml: string, nameOf: (id: string) => string) => string {
  const numbers = new Map<string, string>()
  return (xml, nameOf) =>
    xml.replace(BOOKMARK, (_, start: string, id: string) => {
      const name = isShared(id) ? id : nameOf(id)
      if (isShared(name)) return start + name
      const number = numbers.get(name) ?? String(numbers.size + 1)
      numbers.set(name, number)
      return start + number
    })
}

/** Bookmarks of a section whose ids are no others' of the document. */
export function withOwnBookmarks({ before, after }: SectionXml, position: number): SectionXml {
  const own = (xml: string) => xml.replace(BOOKMARK, (all, start: string, id: string) => (isShared(id) ? all : `${start}${position}-${id}`))
  return { before: own(before), after: own(after) }
}
