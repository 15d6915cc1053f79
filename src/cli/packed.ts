/**
 * A document on its way to the threads that write it. It is put in bytes once for all of them; and each makes anew only the sections that
 * are not those of the last one, so that what it knows of a section that did not change is known still. So with fonts and pictures: where
 * they have the bytes of the last ones, they are the last ones.
 */
import { deserialize, serialize } from 'node:v8'
import type { Assets, Documento, FontFamily, Picture, Section } from '../document/index.js'
import { sha256 } from '../hash/index.js'
import type { Theme } from '../theme/index.js'

export interface PackedDocument {
  readonly whole: Omit<Documento, 'sections'>
  readonly sections: readonly Hashed[]
}

/** Bytes with their hash, so that whoever gets them need not find it. */
interface Hashed {
  readonly hash: string
  readonly bytes: Uint8Array
}

type Face = 'regular' | 'bold' | 'italic' | 'boldItalic'
type Family<B> = Omit<FontFamily, Face> & Readonly<Record<Face, B>>
type Pictured<B> = Omit<Picture, 'png'> & { readonly png: B }

/** What a document is written with, the bytes of its fonts and pictures as a `B`. */
interface AssetsIn<B> extends Omit<Assets, 'fonts' | 'images' | 'logo'> {
  readonly fonts: { readonly title: Family<B>; readonly text: Family<B> }
  readonly images: ReadonlyMap<string, Pictured<B>>
  readonly logo: Pictured<B> | null
}

/** What a writer is given, all that is large in bytes. */
export type ToWrite = readonly [document: PackedDocument, theme: Theme, assets: AssetsIn<Hashed>]

/** A document with what it is written with, on its way. */
export function pack(documento: Documento, theme: Theme, assets: Assets): ToWrite {
  return [packedDocument(documento), theme, withBytes(assets, hashed)]
}

const packed = new WeakMap<Section, Hashed>()

/** The bytes of a document; those of a section that was packed before, which is not to change, again. */
export function packedDocument({ sections, ...whole }: Documento): PackedDocument {
  return {
    whole,
    sections: sections.map((section) => {
      const its = packed.get(section) ?? hashed(serialize(section))
      packed.set(section, its)
      return its
    }),
  }
}

const hashed = (bytes: Uint8Array): Hashed => ({ hash: sha256(bytes), bytes })

/** Whoever unpacks one document after another. */
export function unpacker(): (given: ToWrite) => readonly [Documento, Theme, Assets] {
  const unpack = documentUnpacker()
  let bytes = new Map<string, Uint8Array>()
  return ([packed, theme, assets]) => {
    const [theirs, ours] = [bytes, new Map<string, Uint8Array>()]
    const same = ({ hash, bytes: given }: Hashed) => {
      const one = theirs.get(hash) ?? ours.get(hash) ?? given
      ours.set(hash, one)
      return one
    }
    bytes = ours
    return [unpack(packed), theme, withBytes(assets, same)]
  }
}

/** The same of documents alone. */
export function documentUnpacker(): (given: PackedDocument) => Documento {
  let sections = new Map<string, Section>()
  return (packed) => {
    const [before, now] = [sections, new Map<string, Section>()]
    const made = packed.sections.map(({ hash, bytes: its }) => {
      // Each place has a section of its own, though two were alike.
      const section = (now.has(hash) ? undefined : before.get(hash)) ?? (deserialize(its) as Section)
      now.set(hash, section)
      return section
    })
    sections = now
    return { ...packed.whole, sections: made }
  }
}

/** The same, the bytes of each font and picture as `of` makes them. */
function withBytes<A, B>({ fonts, images, logo, ...rest }: AssetsIn<A>, of: (bytes: A) => B): AssetsIn<B> {
  const family = ({ regular, bold, italic, boldItalic, ...its }: Family<A>): Family<B> => ({
    ...its,
    ...{ regular: of(regular), bold: of(bold), italic: of(italic), boldItalic: of(boldItalic) },
  })
  const picture = ({ png, ...its }: Pictured<A>): Pictured<B> => ({ ...its, png: of(png) })
  return {
    ...rest,
    fonts: { title: family(fonts.title), text: family(fonts.text) },
    images: new Map([...images].map(([key, one]) => [key, picture(one)])),
    logo: logo && picture(logo),
  }
}
