/** The page of the entity's document: that of its last section, upright. */

import { element, readXml, type XmlNode } from '../../../xml/index.js'
import type { PageMeasures } from '../measures.js'
import type { EntityPackage } from './package.js'

// Characters that the tag of a tracked change takes, with its author's name.
const LONGEST_TAG = 1_000
/** Points: the least room for text on a page that tables and charts still fit in. */
const LEAST = { width: 280, height: 360 } as const

/** The sections of a document, in order, as it states them; not as they were before a change that is tracked. */
export function sectionsOf({ text, main }: EntityPackage): readonly XmlNode[] {
  const [, ...chunks] = text(main).split(/(?=<w:sectPr[\s/>])/u)
  return chunks.flatMap((chunk, index) => {
    if (/<w:sectPrChange\b[^>]*>$/u.test((chunks[index - 1] ?? '').slice(-LONGEST_TAG))) return []
    const [open = ''] = /^[^>]*>/u.exec(chunk) ?? []
    const [inner = ''] = chunk.slice(open.length).split(/<w:sectPrChange\b|<\/w:sectPr>/u)
    return [readXml(open.endsWith('/>') ? open : `${open}${inner}</w:sectPr>`)]
  })
}

/** Its page; null where it says none, or one on which the report would not fit. */
export function pageOf(sections: readonly XmlNode[]): PageMeasures | null {
  const last = sections.findLast((section) => element(section, 'w:pgSz') !== undefined)
  const points = (name: string, key: string) => Math.abs(Number(element(last, name)?.attributes.get(`w:${key}`) ?? Number.NaN)) / 20
  const [across, down] = [points('w:pgSz', 'w'), points('w:pgSz', 'h')]
  const turned = across > down
  const side = (key: string, ifTurned: string) => points('w:pgMar', turned ? ifTurned : key)
  const gutter = points('w:pgMar', 'gutter') || 0
  const page: PageMeasures = {
    width: Math.min(across, down),
    height: Math.max(across, down),
    margins: {
      top: side('top', 'left'),
      right: side('right', 'top'),
      bottom: side('bottom', 'right'),
      left: side('left', 'bottom') + gutter,
    },
    header: points('w:pgMar', 'header'),
    footer: points('w:pgMar', 'footer'),
  }
  const { width, height, margins } = page
  const room = { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom }
  const whole = [width, height, page.header, page.footer, ...Object.values(margins)].every(Number.isFinite)
  return whole && room.width >= LEAST.width && room.height >= LEAST.height ? page : null
}
