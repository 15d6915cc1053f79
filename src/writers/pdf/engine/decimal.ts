/** A number as PDFKit writes it: to the millionth of a point. */
export function decimal(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
