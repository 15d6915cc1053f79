import type { Engine } from '../engine/engine.js'
import type { Face } from '../engine/face.js'
import { lastImage } from '../engine/inside.js'
import { elementOf, type Role, type Tag, tagIn } from './tags.js'

/** Points from the page's top left. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a link leads: a named place of the document, or an address outside it. */
export type Target = { readonly place: string } | { readonly url: string }

/**
 * All that drawing does besides writing operators on the current page: to the file, to the structure, and to the count of words. Who draws
 * does it through here, so that it can be noted, and done again in the same order where the operators are known.
 */
export interface Deeds {
  /** Letters of a face come on the page. */
  readonly letters: (face: Face, text: string) => void
  /** What comes is full of ink. */
  readonly opaque: () => void
  /** What comes, up to the end of the marked content, belongs to an element. */
  readonly hold: (tag: Tag) => void
  /** A new element, last in another. */
  readonly part: (parent: Tag, role: Role) => Tag
  /** A figure, which must be told where it stands, does so here. */
  readonly figure: (tag: Tag, box: Area) => void
  /** An area leads to a place, by an element of its own; `words` name it. Throws where there is no such place. */
  readonly link: (tag: Tag, area: Area, target: Target, words: string) => void
  /** A height on the page gets a name, to which links lead. */
  readonly name: (name: string, top: number) => void
  /** A picture, or the entity's logo, comes on an area; the name by which the page calls it. Throws where there is none. */
  readonly image: (image: string | null, area: Area) => string
  /** The number printed on the page where a place of the document falls. Throws where there is no such place. */
  readonly pageOf: (target: string) => string
  /** So many characters of a node of the tree are on the page. */
  readonly drew: (owner: object, characters: number) => void
}

/** What the deeds rest on. */
interface Means extends Pick<Deeds, 'pageOf' | 'drew'> {
  readonly engine: Engine
  /** The picture of a key, or the entity's logo. Throws where there is none. */
  readonly pngOf: (image: string | null) => Uint8Array
}

const buffers = new WeakMap<Uint8Array, Buffer>()

/** The same bytes as PDFKit takes them, and the same again for the same ones. */
function bufferOf(bytes: Uint8Array): Buffer {
  const buffer = buffers.get(bytes) ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  buffers.set(bytes, buffer)
  return buffer
}

/** Does them. */
export function deedsIn({ engine: { file }, pngOf, pageOf, drew }: Means): Deeds {
  return {
    pageOf,
    drew,
    letters: (face) => face.use(),
    opaque: () => file.opacity(1),
    hold: (tag) => tag.children.push(file.markStructureContent(tag.role)),
    part: tagIn,
    figure: (tag, box) => {
      tag.box = box
      elementOf(file, tag)
    },
    link: (tag, { x, y, width, height }, target, words) => {
      tag.links = [...tag.links, { words, page: file.bufferedPageRange().count - 1 }]
      const options = { structParent: elementOf(file, tag), Contents: new String(words) }
      if ('url' in target) file.link(x, y, width, height, target.url, options)
      else {
        // asked for its own sake: a link that leads nowhere is found here
        pageOf(target.place)
        file.goTo(x, y, width, height, target.place, options)
      }
    },
    name: (name, top) => file.addNamedDestination(name, 'XYZ', 0, top, null),
    image: (image, { x, y, width, height }) => {
      file.image(bufferOf(pngOf(image)), x, y, { width, height })
      return lastImage(file)
    },
  }
}
