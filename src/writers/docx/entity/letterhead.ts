/** Header and footer of the entity's document, with their pictures: what Word needs to show them, and nothing that runs or that calls outside. */

import { elements, everything, type XmlNode } from '../../../xml/index.js'
import { TABLE_STYLE } from '../styles/names.js'
import { copiedBlocks } from './copied.js'
import { fieldsOf, safe } from './letterhead-fields.js'
import type { EntityPackage } from './package.js'
import { type Copied, registry } from './registry.js'
import type { EntityStyles } from './styles.js'

export interface Band {
  /** Its paragraphs and tables. */
  readonly blocks: readonly XmlNode[]
  /** Whether it prints the number of its page. */
  readonly numbered: boolean
}

export interface Letterhead {
  readonly header: Band | null
  readonly footer: Band | null
  /** What its pictures, links and styles need in the package. */
  readonly copied: Copied
}

/**
 * Reads the header and footer that most pages of a document have; a document that has them only on its first page gives those. Those of
 * a report made here are a letterhead where somebody put a picture in them.
 */
export function readLetterhead(pack: EntityPackage, styles: EntityStyles, sections: readonly XmlNode[]): Letterhead {
  const kept = registry(pack, styles)
  // Its header and footer name that report's year and chapters.
  const ours = styles.called('table', TABLE_STYLE.name, TABLE_STYLE.name) !== null
  const band = (kind: 'header' | 'footer'): Band | null => {
    const path = partOf(pack, sections, kind)
    const root = path === null ? null : pack.xml(path)
    if (path === null || root === null) return null
    const blocks = copiedBlocks(root, { relationships: pack.relationships(path), registry: kept, fields: fieldsOf(root).every(safe) })
    const all = blocks.flatMap(everything)
    const drawn = all.some(({ name }) => name === 'w:drawing' || name === 'w:pict')
    if (ours && !drawn) return null
    const says = drawn || all.some(({ name, children }) => name === 'w:t' && children.length > 0)
    const numbered = all.some((node) => fieldsOf(node).some((field) => /^\s*PAGE\b/u.test(field)))
    return says || numbered ? { blocks, numbered } : null
  }
  const [header, footer] = [band('header'), band('footer')]
  return { header, footer, copied: kept.copied() }
}

function partOf(pack: EntityPackage, sections: readonly XmlNode[], kind: 'header' | 'footer'): string | null {
  const relationships = pack.relationships(pack.main)
  for (const type of ['default', 'first']) {
    for (const section of sections.toReversed()) {
      const reference = elements(section, `w:${kind}Reference`).find(({ attributes }) => (attributes.get('w:type') ?? 'default') === type)
      const relationship = relationships.get(reference?.attributes.get('r:id') ?? '')
      if (relationship !== undefined && !relationship.external) return relationship.target
    }
  }
  return null
}
