import { normalizarNombre } from '../model/index.js'
import type { Log } from './faults.js'
import type { Hojas, Sheet } from './grid.js'
import { nearestParams } from './keys.js'
import { quoted } from './show.js'

/** The sheets of the contract, in its order. */
const REQUIRED = ['Política', 'Objetivos', 'Sectores', 'Productos', 'Metas', 'Avances', 'Semáforo'] as const
const OPTIONAL = ['Créditos', 'Reportes', 'Capacitaciones', 'Jornadas', 'Reuniones', 'Textos', 'Auditoría'] as const
/** Known, and no matter of the report. */
const NOT_READ = ['Registro', 'Entrega', 'Instrucciones'] as const

export type SheetName = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]

/** The sheets of a workbook by the contract's names. Notes those that are missing, repeated, or unknown and so kept out. */
export function findSheets(grid: Hojas, log: Log): ReadonlyMap<SheetName, Sheet> {
  const readable: readonly SheetName[] = [...REQUIRED, ...OPTIONAL]
  const found = new Map<SheetName, Sheet>()
  const unknown: Sheet[] = []
  for (const sheet of grid.sheets) {
    const is = (name: string) => normalizarNombre(name) === normalizarNombre(sheet.name)
    const name = readable.find(is)
    if (name !== undefined && found.has(name)) log.note('hoja-repetida', sheet, `otra hoja ${quoted(name)}`)
    else if (name !== undefined) found.set(name, sheet)
    else if (!NOT_READ.some(is)) unknown.push(sheet)
  }
  const missing = readable.filter((name) => !found.has(name))
  for (const name of REQUIRED.filter((required) => missing.includes(required))) {
    log.note('falta-hoja', name, 'un libro sin esa hoja', {
      hoja: name,
      ...nearestParams(
        name,
        unknown.map((sheet) => sheet.name),
        1,
      ),
    })
  }
  for (const sheet of unknown) log.note('hoja-desconocida', sheet, `la hoja ${quoted(sheet.name)}`, nearestParams(sheet.name, missing, 1))
  return found
}
