/** Where something stands in a document, in words, and a finding there. */
import type { Hallazgo } from '../audit/index.js'
import type { Place } from '../readers/index.js'

/** A finding and the place that a page or a comment can be led to. */
export interface HallazgoEnDocumento extends Hallazgo {
  readonly en: Place
}

/** `p. 34`, with the number printed on the page; `línea 120`; `párrafo 12` of a Word file. */
export function lugarDe({ page, label, line, paragraph }: Place): string {
  if (page !== null) return `p. ${label ?? page}`
  if (line !== null) return `línea ${line}`
  return paragraph === null ? 'documento' : `párrafo ${paragraph}`
}

/** The whole document: the place of what is nowhere in it. */
export const EN_NINGUNA: Place = { page: null, label: null, line: null, paragraph: null }

export function hallazgoEn(en: Place, hallazgo: Omit<Hallazgo, 'lugar'>): HallazgoEnDocumento {
  return { ...hallazgo, lugar: lugarDe(en), en }
}
