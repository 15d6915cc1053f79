/** What was done while pages were drawn, as plain values: what an element of the structure is, by its place among those of a section. */
import type { Face } from '../engine/face.js'
import type { ShapedWord } from '../engine/shaper.js'
import type { Embeddable } from '../engine/shower.js'
import type { Area, Deeds, Target } from './deeds.js'
import type { Role, Tag } from './tags.js'

/** A deed that is done again where the operators of its page are known. Those that change nothing the second time on a page are there once. */
export type Deed =
  | readonly ['letters', face: string]
  | readonly ['opaque']
  | readonly ['hold', tag: number]
  | readonly ['part', parent: number, role: Role]
  | readonly ['figure', tag: number, box: Area]
  | readonly ['link', tag: number, area: Area, target: Target, words: string]
  | readonly ['name', name: string, top: number]
  | readonly ['image', image: string | null, area: Area, called: string]

/** The glyphs of a face that a page has and those before it in its section have not, in the order in which they come, each with its number in the file. */
export interface NewGlyphs {
  readonly face: string
  readonly glyphs: readonly (Embeddable & { readonly number: number })[]
}

/** What was done on a page, save for writing its operators. */
export interface NotedPage {
  readonly deeds: readonly Deed[]
  readonly glyphs: readonly NewGlyphs[]
}

/** Notes of a section while its pages are drawn, one after another. */
export interface Notes {
  /** The same deeds, each noted. */
  readonly noting: (deeds: Deeds) => Deeds
  /** What was noted since the last page ended. */
  readonly endPage: () => NotedPage
  /** Page numbers that were printed, each with the place that it is of. */
  readonly printed: ReadonlyMap<string, string>
  /** Characters drawn for each node of the tree. */
  readonly drawn: ReadonlyMap<object, number>
}

/** Opens notes on a section, whose elements before any is drawn in are these, in order. */
export function openNotes(tags: readonly Tag[]): Notes {
  const places = new Map(tags.map((tag, place) => [tag, place]))
  const placeOf = (tag: Tag) => {
    const place = places.get(tag)
    if (place === undefined) throw new Error(`an element «${tag.role}» is of no section`)
    return place
  }
  const printed = new Map<string, string>()
  const drawn = new Map<object, number>()
  const known = new Map<Face, Set<ShapedWord | number>>()
  let deeds: Deed[] = []
  let shown = new Map<Face, Set<string>>()
  let opaque = false

  const noting = (done: Deeds): Deeds => ({
    letters: (face, text) => {
      const texts = shown.get(face) ?? new Set()
      if (texts.size === 0) {
        shown.set(face, texts)
        deeds.push(['letters', face.name])
      }
      texts.add(text)
      done.letters(face, text)
    },
    opaque: () => {
      if (!opaque) deeds.push(['opaque'])
      opaque = true
      done.opaque()
    },
    hold: (tag) => {
      deeds.push(['hold', placeOf(tag)])
      done.hold(tag)
    },
    part: (parent, role) => {
      deeds.push(['part', placeOf(parent), role])
      const tag = done.part(parent, role)
      places.set(tag, places.size)
      return tag
    },
    figure: (tag, box) => {
      deeds.push(['figure', placeOf(tag), box])
      done.figure(tag, box)
    },
    link: (tag, area, target, words) => {
      deeds.push(['link', placeOf(tag), area, target, words])
      done.link(tag, area, target, words)
    },
    name: (name, top) => {
      deeds.push(['name', name, top])
      done.name(name, top)
    },
    image: (image, area) => {
      const called = done.image(image, area)
      deeds.push(['image', image, area, called])
      return called
    },
    pageOf: (target) => {
      const number = done.pageOf(target)
      printed.set(target, number)
      return number
    },
    drew: (owner, characters) => {
      drawn.set(owner, (drawn.get(owner) ?? 0) + characters)
      done.drew(owner, characters)
    },
  })

  return {
    noting,
    printed,
    drawn,
    endPage: () => {
      const glyphs = [...shown].map(([face, texts]) => {
        const before = known.get(face) ?? new Set()
        known.set(face, before)
        return { face: face.name, glyphs: newGlyphs(face, texts, before) }
      })
      const page = { deeds, glyphs }
      deeds = []
      shown = new Map()
      opaque = false
      return page
    },
  }
}

/** The glyphs of texts that are not known yet, nor those of words that are; they are from then on. */
function newGlyphs(face: Face, texts: Iterable<string>, known: Set<ShapedWord | number>): NewGlyphs['glyphs'] {
  const glyphs: (Embeddable & { readonly number: number })[] = []
  for (const text of texts) {
    for (const word of face.words(text)) {
      if (known.has(word)) continue
      known.add(word)
      for (const { id, width, codePoints } of word.glyphs) {
        if (known.has(id)) continue
        known.add(id)
        glyphs.push({ id, width, codePoints, number: face.embed({ id, width, codePoints }) })
      }
    }
  }
  return glyphs
}
