/** What a letterhead names, gathered while it is copied: its styles, pictures and links, each once, under ids of the report's. */

import type { XmlNode } from '../../../xml/index.js'
import { trimmed } from './drawings.js'
import type { EntityPackage } from './package.js'
import { type Faces, made, merged, ordered, type Properties } from './properties.js'
import { type EntityStyles, type Kind, nameOf } from './styles.js'

/** What the copied elements name, for the package that they go to. */
export interface Copied {
  /** Styles of theirs, whole. */
  readonly styles: readonly XmlNode[]
  /** By relationship id. `path` within the package. */
  readonly pictures: ReadonlyMap<string, { readonly path: string; readonly bytes: Uint8Array }>
  readonly links: ReadonlyMap<string, string>
}

/** Ids in the report for what stands under another in the entity's document; null for what does not come along. */
export interface Registry {
  readonly style: (kind: Kind, id: string | undefined) => string | null
  readonly picture: (path: string) => string | null
  readonly link: (address: string) => string | null
  readonly faces: Faces
  readonly copied: () => Copied
}

const LINK = /^(?:https?:|mailto:)/iu
const PICTURE = /^(?:png|jpe?g|gif|bmp|tiff?|emf|wmf)$/u

export function registry(pack: EntityPackage, styles: EntityStyles): Registry {
  const kept = new Map<XmlNode, XmlNode>()
  const pictures = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>()
  const links = new Map<string, string>()
  const nextId = () => `rIdMembrete${pictures.size + links.size + 1}`
  return {
    faces: styles.faces,
    copied: () => ({ styles: [...kept.values()], pictures, links }),
    style: (kind, id) => {
      const style = (id === undefined ? null : styles.byId(kind, id)) ?? (kind === 'paragraph' ? styles.normal : null)
      if (style === null) return null
      const copy = kept.get(style) ?? wholeStyle(style, kind, kept.size + 1, styles)
      kept.set(style, copy)
      return copy.attributes.get('w:styleId') ?? null
    },
    picture: (path) => {
      const bytes = pack.bytes(path)
      const extension = path.split('.').at(-1)?.toLowerCase() ?? ''
      if (bytes === null || !PICTURE.test(extension)) return null
      const [known] = [...pictures].find(([, picture]) => picture.bytes === bytes) ?? []
      const id = known ?? nextId()
      if (known === undefined) pictures.set(id, { path: `word/media/membrete${pictures.size + 1}.${extension}`, bytes })
      return id
    },
    link: (address) => {
      if (!LINK.test(address)) return null
      const id = nextId()
      links.set(id, address)
      return id
    },
  }
}

/** A style of the letterhead with all that it is based on, under a name of its own. */
function wholeStyle(style: XmlNode, kind: Kind, number: number, styles: EntityStyles): XmlNode {
  const name = `Membrete ${number} ${nameOf(style).replaceAll(/[,;]/gu, ' ')}`
  const head = [made('w:name', { 'w:val': name })]
  const shell = made('w:style', { 'w:type': kind, 'w:customStyle': '1', 'w:styleId': `Membrete${number}` })
  if (kind === 'table')
    return { ...shell, children: [...head, made('w:basedOn', { 'w:val': 'TableNormal' }), ...styles.table(style).map(trimmed)] }
  const look = kind === 'paragraph' ? merged(under(style, styles), styles.own(style)) : styles.own(style)
  const part = (container: string, children: readonly XmlNode[]) => (children.length === 0 ? [] : [{ ...made(container, {}), children }])
  const paragraph = kind === 'paragraph' ? part('w:pPr', ordered(look.paragraph, 'paragraph')) : []
  return { ...shell, children: [...head, ...paragraph, ...part('w:rPr', ordered(look.run, 'run'))] }
}

/** What a paragraph style of that document says of what it does not say itself. */
function under(style: XmlNode, { defaults, normal, onNormal, own }: EntityStyles): Properties {
  return normal !== null && onNormal(style) ? merged(defaults, own(normal)) : defaults
}
