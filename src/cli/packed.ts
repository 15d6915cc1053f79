/**
 * A document on its way to the threads that write it. It is put in bytes once for all of them; and each makes anew only the sections that
 * are not those of the last one, so that what it knows of a section that did not change is known still.
 */
import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import type { Assets, Documento, Section } from '../document/index.js'
import type { Theme } from '../theme/index.js'

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
      return { hash: createHash('sha256').update(bytes).digest('hex'), bytes }
    }),
  }
  packed.set(documento, now)
  return now
}

/** Whoever unpacks one document after another. */
export function unpacker(): (document: PackedDocument) => Documento {
  let last = new Map<string, Section>()
  return ({ whole, sections }) => {
    const now = new Map<string, Section>()
    const made = sections.map(({ hash, bytes }) => {
      // Each place has a section of its own, though two were alike.
      const section = (now.has(hash) ? undefined : last.get(hash)) ?? (deserialize(bytes) as Section)
      now.set(hash, section)
      return section
    })
    last = now
    return { ...whole, sections: made }
  }
}
