/** Where the XML of a section is cut into that of its blocks, and that of a table into its rows. */
import { FileChild } from 'docx'

/** An element of no Word document, that stands between two blocks until their XML is told apart. */
class Edge extends FileChild {
  constructor() {
    super('w:edge')
  }
}
const EDGE = '<w:edge/>'
// No cell of ours holds a table.
const ROW = /<w:tr[ >].*?<\/w:tr>/gsu

/** What was drawn of each block, as the blocks of a section, with an edge between one and the next. */
export function withEdges(drawn: readonly (readonly FileChild[])[]): FileChild[] {
  return drawn.flatMap((children, at) => (at === 0 ? children : [new Edge(), ...children]))
}

/** The XML of each block. */
export const cutAtEdges = (xml: string): readonly string[] => xml.split(EDGE)

/** The XML of a table: what stands before its rows, each of them, and what follows. */
export function cutAtRows(xml: string): { readonly head: string; readonly rows: readonly string[]; readonly tail: string } {
  const rows = [...xml.matchAll(ROW)]
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) throw new Error('The docx library no longer writes the rows of a table one after another.')
  return { head: xml.slice(0, first.index), rows: rows.map(([row]) => row), tail: xml.slice(last.index + last[0].length) }
}
