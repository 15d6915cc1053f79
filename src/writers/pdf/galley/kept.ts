/** Sections set before, kept as plain values: a node of the tree stands as its place among those that have words of their own. */
import type { Assets, Documento, PartStore, Section } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { blocksIn, ingredientsOf, sizeOf } from '../../section/index.js'
import { ownersIn } from '../completeness.js'
import type { LaidInline } from '../engine/types.js'
import type { Keeping, SetSection } from './blocks.js'
import type { Strip } from './strip.js'

/** What is known of the sections of a document, by all that their lines and their structure hang on. */
export function keptGalleys(store: PartStore, { language }: Documento, theme: Theme, assets: Assets): Keeping {
  const whole = { part: 'galley of a section in the PDF', language, ...ingredientsOf(theme, assets) }
  return (section, levels, set) => {
    const blocks = blocksIn(section.blocks)
    const made = {
      ...whole,
      section,
      levels: blocks.map((block) => (block.type === 'heading' ? (levels.get(block) ?? null) : null)),
      images: blocks.map((block) => ('image' in block ? sizeOf(assets.images.get(block.image) ?? null) : null)),
    }
    const before = store.known(made) as SetSection | undefined
    if (before !== undefined) return revived(before, section)
    const now = set()
    store.keep(made, plain(now, section))
    return now
  }
}

/** The same with places for nodes. */
function plain(set: SetSection, section: Section): unknown {
  const places = new Map(ownersIn(section).map((owner, place) => [owner, place]))
  const inlineOf = (inline: LaidInline) => ({ ...inline, owner: (inline.owner && places.get(inline.owner)) ?? null })
  const copies = new Map<Strip, unknown>()
  // A header that is printed again above many rows is one strip, and is kept as one.
  const stripOf = (strip: Strip): unknown => {
    const copy = copies.get(strip) ?? {
      ...strip,
      repeat: strip.repeat.map(stripOf),
      marks: strip.marks.map((mark) =>
        mark.type === 'line' ? { ...mark, line: { ...mark.line, inlines: mark.line.inlines.map(inlineOf) } } : mark,
      ),
    }
    copies.set(strip, copy)
    return copy
  }
  const notes = new Map([...set.notes].map(([number, strips]) => [number, strips.map(stripOf)]))
  return { ...set, strips: set.strips.map(stripOf), notes }
}

/** A stretch of a line whose node is still its place. */
type Unnamed = { owner: LaidInline['owner'] | number }

/** In place: what comes from the store is nobody else's. */
function revived(set: SetSection, section: Section): SetSection {
  const owners = ownersIn(section)
  for (const strip of [...set.strips, ...[...set.notes.values()].flat()])
    for (const { marks } of [strip, ...strip.repeat])
      for (const mark of marks)
        if (mark.type === 'line')
          for (const inline of mark.line.inlines as readonly Unnamed[])
            if (typeof inline.owner === 'number') inline.owner = owners[inline.owner] ?? null
  return set
}
