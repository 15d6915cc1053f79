/** Lengths and colours of the theme, in the units that Word wants. */

const POINTS_PER_MM = 72 / 25.4

/** Points → twentieths of a point, whole. */
export const twips = (points: number): number => Math.round(points * 20)

/** Millimetres → points. */
export const millimetres = (mm: number): number => mm * POINTS_PER_MM

/** Points → half-points, whole: the unit of a size of type. */
export const halfPoints = (points: number): number => Math.round(points * 2)

/** Points → eighths of a point, whole: the unit of a border's width. */
export const eighths = (points: number): number => Math.round(points * 8)

/** Points → English metric units, whole: the unit of a drawing. */
export const emus = (points: number): number => Math.round(points * 12700)

/** Points → pixels of 1/96 inch, as the docx library measures pictures. */
export const pixels = (points: number): number => (points * 96) / 72

/** `#4B2A7B` → `4B2A7B`. */
export const hex = (color: string): string => color.slice(1)
