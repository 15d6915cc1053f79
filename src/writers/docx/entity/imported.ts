import { type Paragraph, XmlComponent } from 'docx'
import type { XmlNode } from '../../../xml/index.js'

type Written = ReturnType<XmlComponent['prepForXml']>

/** An element that another program wrote, in a document of this library. */
class Imported extends XmlComponent {
  constructor(private readonly node: XmlNode) {
    super(node.name)
  }

  override prepForXml(): Written {
    return written(this.node) as Written
  }
}

/** Blocks of another document, to stand among those of this one. The library asks for its own kinds, and writes any. */
export const imported = (blocks: readonly XmlNode[]): Paragraph[] => blocks.map((block) => new Imported(block) as XmlComponent as Paragraph)

function written({ name, attributes, children }: XmlNode): Record<string, unknown> {
  const said = attributes.size === 0 ? [] : [{ _attr: Object.fromEntries(attributes) }]
  return { [name]: [...said, ...children.map((child) => (typeof child === 'string' ? child : written(child)))] }
}
