import type { Fecha } from '../model/index.js'
import { clean } from './clean.js'
import { LIMITES, type Limites } from './limites.js'
import { withinTime } from './read-grid.js'
import { Rechazo } from './rechazo.js'
import { decoded, scan } from './scan.js'
import { directoryOf, openPart } from './zip.js'

/** Who saved a workbook last and when, as the program that saved it says; null for what it does not say. */
export interface Guardado {
  readonly por: string | null
  /** The day in Colombia: programs write the hour of Greenwich. */
  readonly fecha: Fecha | null
}

const NADIE: Guardado = { por: null, fecha: null }
const PROPERTIES = 'docProps/core.xml'
/** No name of a person is longer. */
const LONGEST = 200
const COLOMBIA_MS = -5 * 3_600_000

/** What a workbook says of its last saving; nothing of one that cannot be opened, or says it in a part that cannot. */
export function guardadoDe(bytes: Uint8Array, limites: Limites = LIMITES): Guardado {
  try {
    return withinTime(limites, () => {
      const part = directoryOf(bytes, limites).get(PROPERTIES.toLowerCase())
      if (part === undefined) return NADIE
      const xml = openPart(bytes, part, limites)
      scan(xml, PROPERTIES, limites, () => undefined)
      const text = xml.toString('utf8')
      return { por: nameIn(text), fecha: dayIn(text) }
    })
  } catch (error) {
    if (error instanceof Rechazo) return NADIE
    throw error
  }
}

function nameIn(xml: string): string | null {
  const [, name = ''] = /<(?:\w+:)?lastModifiedBy(?:\s[^>]*)?>([^<]*)</u.exec(xml) ?? []
  const words = clean(decoded(name)).value.replace(/\s+/gu, ' ').trim()
  return words === '' || words.length > LONGEST ? null : words
}

function dayIn(xml: string): Fecha | null {
  const [, moment = ''] = /<(?:\w+:)?modified(?:\s[^>]*)?>([^<]{1,40})</u.exec(xml) ?? []
  const time = Date.parse(moment)
  return Number.isNaN(time) ? null : new Date(time + COLOMBIA_MS).toISOString().slice(0, 10)
}
