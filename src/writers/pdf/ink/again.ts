import { showAfter, writesOn } from '../engine/inside.js'
import { renumbered } from '../engine/renumber.js'
import type { Deed, NotedPage } from './noted.js'
import type { Pen } from './pen.js'
import type { Tag } from './tags.js'

/** A page's body as it was drawn before: the operators that it shows, and what else was done. */
export interface DrawnPage extends NotedPage {
  readonly shown: Uint8Array
}

/**
 * What draws the pages of a section that was drawn before, one after another. `tags`: its elements, in order, with nothing drawn in them.
 * What the operators call by another name in this file (glyphs are numbered as they come, and pictures) is called so.
 */
export function drawsAgain(tags: Tag[]): (pen: Pen, page: DrawnPage) => void {
  const glyphs = new Map<string, Map<number, number>>()
  return (pen, { deeds, glyphs: fresh, shown }) => {
    const { file, named } = pen.engine
    const writes = writesOn(file)
    const images = new Map<string, string>()
    for (const deed of deeds) doAgain(pen, deed, tags, images)
    for (const { face, glyphs: embedded } of fresh) {
      const { embed } = named(face)
      for (const glyph of embedded) {
        const number = embed(glyph)
        if (number === glyph.number) continue
        const changed = glyphs.get(face) ?? new Map<number, number>()
        glyphs.set(face, changed.set(glyph.number, number))
      }
    }
    showAfter(file, writes, glyphs.size + images.size === 0 ? shown : renumbered(shown, { glyphs, images }))
  }
}

/** Does a deed again, and notes where a picture has another name than it had. */
function doAgain({ engine, deeds }: Pen, deed: Deed, tags: Tag[], images: Map<string, string>): void {
  const tagOf = (place: number) => {
    const tag = tags[place]
    if (tag === undefined) throw new Error(`a section has no element ${place}`)
    return tag
  }
  switch (deed[0]) {
    case 'letters':
      deeds.letters(engine.named(deed[1]), '')
      break
    case 'opaque':
      deeds.opaque()
      break
    case 'hold':
      deeds.hold(tagOf(deed[1]))
      engine.file.endMarkedContent()
      break
    case 'part':
      tags.push(deeds.part(tagOf(deed[1]), deed[2]))
      break
    case 'figure':
      deeds.figure(tagOf(deed[1]), deed[2])
      break
    case 'link':
      deeds.link(tagOf(deed[1]), deed[2], deed[3], deed[4])
      break
    case 'name':
      deeds.name(deed[1], deed[2])
      break
    case 'image': {
      const called = deeds.image(deed[1], deed[2])
      if (called !== deed[3]) images.set(deed[3], called)
    }
  }
}
