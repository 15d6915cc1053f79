/** Parts of the former package that what is gone still needs: its pictures, charts, headers and footers. */
import { strToU8 } from 'fflate'
import { elements, readXml, writeXml, type XmlNode } from '../xml/index.js'
import { guestRelationship } from './guest.js'
import { holding, make } from './node.js'
import { BODY, type Package, partAt, type Relationship, relationshipsOf, relsOf, TYPES } from './package.js'

/** What the guest leads to, in the new package. */
export interface Carried {
  /** Id in the new package of a relationship that the guest has; any other is its own. */
  readonly relationship: (id: string) => string
  /** Parts, relationships and content types of the new package with those that were asked for. */
  readonly parts: () => ReadonlyMap<string, Uint8Array>
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Carries from one package to the other what is asked for. What both have alike is there once. */
export function carrying(former: Package, host: Package): Carried {
  const guests = new Map([...former.relationships.values()].map((one) => [guestRelationship(one.id), one]))
  const hosts = new Map([...host.relationships.values()].map((one) => [signature(host, one), one.id]))
  const brought = new Map<string, Relationship>()
  return {
    relationship: (id) => {
      const guest = guests.get(id)
      if (guest === undefined) return id
      const there = hosts.get(signature(former, guest))
      if (there === undefined) brought.set(id, guest)
      return there ?? id
    },
    parts: () => withParts(former, host, brought),
  }
}

const signature = ({ print }: Package, { type, target, external }: Relationship): string =>
  `${type} ${external ? target : print(partAt(BODY, target))}`

function withParts(former: Package, host: Package, brought: ReadonlyMap<string, Relationship>): ReadonlyMap<string, Uint8Array> {
  const parts = new Map(host.parts)
  const copied = new Set<string>()
  const copy = (path: string): void => {
    const bytes = former.parts.get(path)
    if (bytes === undefined || copied.has(path)) return
    copied.add(path)
    parts.set(guestPath(path), bytes)
    const own = relationshipsOf(former.xml(relsOf(path)))
    if (own.length === 0) return
    parts.set(
      relsOf(guestPath(path)),
      part(
        make(
          'Relationships',
          { xmlns: RELATIONSHIPS },
          own.map((one) => leading(path, one)),
        ),
      ),
    )
    for (const { target, external } of own) if (!external) copy(partAt(path, target))
  }
  const leading = (path: string, { id, type, target, external }: Relationship): XmlNode =>
    make('Relationship', {
      Id: id,
      Type: type,
      Target: external ? target : `/${guestPath(partAt(path, target))}`,
      ...(external && { TargetMode: 'External' }),
    })

  for (const { target, external } of brought.values()) if (!external) copy(partAt(BODY, target))
  if (brought.size > 0)
    extend(
      parts,
      relsOf(BODY),
      [...brought].map(([id, one]) => leading(BODY, { ...one, id })),
    )
  extend(parts, TYPES, typesOf(former, host, copied))
  return parts
}

/** `word/media/antes-image9.png`. */
const guestPath = (path: string): string => path.replace(/[^/]*$/u, (name) => `antes-${name}`)

/** Content types of the parts that were copied which the host does not know. */
function typesOf(former: Package, host: Package, copied: ReadonlySet<string>): readonly XmlNode[] {
  const types = elementsOf(former.xml(TYPES))
  const known = new Set(elementsOf(host.xml(TYPES)).map(({ attributes }) => attributes.get('Extension')?.toLowerCase()))
  const own = types.flatMap((type) => {
    const path = type.attributes.get('PartName')?.slice(1) ?? ''
    return copied.has(path)
      ? [make('Override', { ContentType: type.attributes.get('ContentType') ?? '', PartName: `/${guestPath(path)}` })]
      : []
  })
  const extensions = new Set([...copied].map((path) => path.split('.').at(-1)?.toLowerCase()))
  const defaults = types.filter(({ name, attributes }) => {
    const extension = attributes.get('Extension')?.toLowerCase()
    return name === 'Default' && extensions.has(extension) && !known.has(extension)
  })
  return [...defaults, ...own]
}

const elementsOf = (root: XmlNode | null): readonly XmlNode[] => (root === null ? [] : elements(root))

/** Adds elements to the root of a part. */
function extend(parts: Map<string, Uint8Array>, path: string, more: readonly XmlNode[]): void {
  const bytes = parts.get(path)
  if (bytes === undefined || more.length === 0) return
  const root = readXml(new TextDecoder().decode(bytes))
  parts.set(path, part(holding(root, [...root.children, ...more])))
}

/** An element as a part of its own. */
export const part = (root: XmlNode): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${writeXml(root)}`)
