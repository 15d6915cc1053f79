/**
 * Height of a line of each face, as a share of its size, for the faces whose widths the page estimate knows (those of Office and their
 * twins of the same measures). Text in any other is measured as the most similar of these.
 */
const LINE_HEIGHTS: Readonly<Record<string, number>> = {
  aptos: 1.221,
  arial: 1.15,
  arimo: 1.15,
  'book antiqua': 1.206,
  caladea: 1.172,
  calibri: 1.221,
  'calibri light': 1.221,
  cambria: 1.172,
  candara: 1.221,
  carlito: 1.221,
  'century gothic': 1.226,
  consolas: 1.171,
  constantia: 1.221,
  corbel: 1.208,
  'courier new': 1.133,
  'franklin gothic book': 1.134,
  georgia: 1.136,
  'gill sans mt': 1.16,
  helvetica: 1.15,
  impact: 1.22,
  'liberation sans': 1.15,
  'liberation serif': 1.15,
  tahoma: 1.207,
  'times new roman': 1.15,
  tinos: 1.15,
  'trebuchet ms': 1.161,
  verdana: 1.215,
}
const USUAL = 1.2

/** Height of a line of this face, as a share of its size; the usual one where it is not known. */
export const lineHeight = (face: string): number => LINE_HEIGHTS[face.toLowerCase()] ?? USUAL

/** Whether the page estimate knows how wide the letters of this face are. */
export const measured = (face: string): boolean => face.toLowerCase() in LINE_HEIGHTS
