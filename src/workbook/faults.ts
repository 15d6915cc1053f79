import type { Celda } from '../model/index.js'
import { addressOf, type Place } from './cell.js'
import type { Sheet } from './grid.js'
import { type FaultRule, type Wording, wording } from './wording.js'

/** What completes the wording of a fault: nearest names, sums, the place of the other one. */
export type Params = Readonly<Record<string, string>>

/** A rule of the contract that the workbook breaks, and where. */
export interface Fault {
  readonly rule: FaultRule
  /** `Productos!F12`; the name of a sheet that is missing or wrong as a whole; `Libro` where it could not be opened. */
  readonly place: string
  /** What is there, as the workbook shows it. */
  readonly found: string
  readonly params?: Params
}

/** A fault in words for whoever keeps the workbook. */
export interface FaltaRedactada {
  readonly regla: string
  readonly lugar: string
  readonly encontrado: string
  readonly esperado: string
  readonly remedio: string
}

/** Where a fault is noted: in a cell, in a sheet as a whole, or, by name alone, in a sheet that is not there. */
type Where = Place | Sheet | string

/** Collects the faults of a workbook from wherever they are found, and hands them over in reading order. */
export interface Log {
  note(rule: FaultRule, where: Where, found: string, params?: Params): void
  errors(): readonly Fault[]
  notices(): readonly Fault[]
}

interface Noted {
  readonly fault: Fault
  readonly key: readonly [sheet: number, row: number, column: number]
}

/** An empty log for a workbook of these sheets. What belongs to no sheet of it comes first. Of each level, `most` are kept and the rest counted. */
export function openLog(sheets: readonly Sheet[], most: number): Log {
  const position = new Map(sheets.map((sheet) => [sheet.name, sheet.position]))
  const levels: Readonly<Record<Wording['level'], { readonly noted: Noted[]; more: number }>> = {
    error: { noted: [], more: 0 },
    notice: { noted: [], more: 0 },
  }
  const inOrder = (level: Wording['level'], more: FaultRule): readonly Fault[] => {
    const kept = levels[level].noted
      .toSorted((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2])
      .map(({ fault }) => fault)
    const rest = levels[level].more
    return rest === 0 ? kept : [...kept, { rule: more, place: 'Libro', found: `${rest.toLocaleString('es-CO')} más, que no se muestran` }]
  }
  return {
    note(rule, where, found, params) {
      const level = levels[wording[rule].level]
      if (level.noted.length === most) level.more++
      else
        level.noted.push({
          fault: { rule, place: placeOf(where), found, ...(params === undefined ? {} : { params }) },
          key: keyOf(where, position),
        })
    },
    errors: () => inOrder('error', 'mas-errores'),
    notices: () => inOrder('notice', 'mas-avisos'),
  }
}

function isCell(where: Place | Sheet): where is Place {
  return 'column' in where
}

function placeOf(where: Where): Celda | string {
  if (typeof where === 'string') return where
  return isCell(where) ? addressOf(where) : where.name
}

function keyOf(where: Where, position: ReadonlyMap<string, number>): Noted['key'] {
  if (typeof where === 'string') return [-1, -1, -1]
  return isCell(where) ? [position.get(where.sheet) ?? -1, where.row, where.column] : [where.position, -1, -1]
}

/** The words of a fault: what was found, what was expected and how to mend it, in Spanish. */
export function redactar(fault: Fault): FaltaRedactada {
  const { expected, remedy } = wording[fault.rule]
  const params = fault.params ?? {}
  return {
    regla: fault.rule,
    lugar: fault.place,
    encontrado: fault.found,
    esperado: complete(expected, params),
    remedio: complete(remedy, params),
  }
}

/** Fills in `{name}`; a stretch in `[…]` whose names are not all known is left out. */
function complete(template: string, params: Params): string {
  const known = (name: string) => (Object.hasOwn(params, name) ? params[name] : undefined)
  return template
    .replace(/\[([^\]]*)\]/g, (_, stretch: string) =>
      [...stretch.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => known(name) !== undefined) ? stretch : '',
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => known(name) ?? '')
}
