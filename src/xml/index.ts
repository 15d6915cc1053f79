export { clean, escaped } from './escape.js'
export { element, elements, everything, readXml, valOf, writeXml, type XmlNode } from './tree.js'
