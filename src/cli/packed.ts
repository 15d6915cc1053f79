/**
 * A document on its way to the threads that write it. It is put in bytes once for all of them; and each makes anew only the sections that
 * are not those of the last one, so that what it knows of a section that did not change is known still. So with fonts and pictures: where
 * they have the bytes of the last ones, they are the last ones.
 */
import { deserialize, serialize } from 'node:v8'
import type { Assets, Documento, FontFamily, Picture, Section } from '../document/index.js'
import type { Theme } from '../theme/index.js'
import { hash } from '../writers/section/index.js'

export interface PackedDocument {
  readonly whole: Omit<Documento, 'sections'>
  /** The bytes of each, and their hash. */
  readonly sections: readonly { readonly hash: string; readonly bytes: Uint8Array }[]
}

/** What a writer is given, its document in bytes. */
export type ToWrite = readonly [document: PackedDocument, theme: Theme, assets: Assets]

const packed = new WeakMap<Documento, PackedDocument>()

/** The bytes of a document; those of the same one again, where it was packed before. */
export function pack(documento: Documento): PackedDocument {
  const before = packed.get(documento)
  if (before !== undefined) return before
  const { sections, ...whole } = documento
  const now = {
    whole,
    sections: sections.map((section) => {
      const bytes = serialize(section)
      return { hash: hash(bytes), bytes }
    }),
  }
  packed.set(documento, now)
  return now
}

/** Whoever unpacks one document after another. */
export function unpacker(): (given: ToWrite) => readonly [Documento, Theme, Assets] {
  let sections = new Map<string, Section>()
  let bytes = new Map<string, Uint8Array>()
  return ([packed, theme, assets]) => {
    const [before, now] = [sections, new Map<string, Section>()]
    const made = packed.sections.map(({ hash: name, bytes: its }) => {
      // Each place has a section of its own, though two were alike.
      const section = (now.has(name) ? undefined : before.get(name)) ?? (deserialize(its) as Section)
      now.set(name, section)
      return section
    })
    sections = now
    const [theirs, ours] = [bytes, new Map<string, Uint8Array>()]
    const same = (given: Uint8Array) => {
      const name = hash(given)
      const one = theirs.get(name) ?? ours.get(name) ?? given
      ours.set(name, one)
      return one
    }
    bytes = ours
    return [{ ...packed.whole, sections: made }, theme, withBytes(assets, same)]
  }
}

/** The same fonts and pictures, in these bytes. */
function withBytes({ fonts, images, logo, ...rest }: Assets, same: (bytes: Uint8Array) => Uint8Array): Assets {
  const family = ({ regular, bold, italic, boldItalic, ...its }: FontFamily): FontFamily => ({
    ...its,
    ...{ regular: same(regular), bold: same(bold), italic: same(italic), boldItalic: same(boldItalic) },
  })
  const picture = (one: Picture): Picture => ({ ...one, png: same(one.png) })
  return {
    ...rest,
    fonts: { title: family(fonts.title), text: family(fonts.text) },
    images: new Map([...images].map(([key, one]) => [key, picture(one)])),
    logo: logo && picture(logo),
  }
}
