/** What the sheets of a workbook ask for, counted before they are parsed, and what of them is never parsed: formulas, and what is hidden. */
import type { Limites } from './limites.js'
import { danado, excede, parte } from './rechazo.js'
import { attribute, decoded, scan, type Tag } from './scan.js'

/** Rows and columns that a sheet of Excel has, whatever its file says. */
export const GRID = { rows: 1_048_576, columns: 16_384 }

/** A formula whose result nobody stored. */
export interface Pending {
  /** From 0. */
  readonly row: number
  readonly column: number
  /** Its first words. */
  readonly formula: string
}

export interface Measured {
  readonly pending: readonly Pending[]
  /** From 0. */
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** Whether a formula calls another program. */
  readonly dde: boolean
}

/** Counts through all the sheets of a workbook. @throws Rechazo where one goes beyond a limit */
export interface Meter {
  sheet(xml: Buffer, name: string): Measured
}

/** A formula is told up to here. */
const FORMULA_TOLD = 200

/** A formula that asks another program: `cmd|' /C calc'!A0`. Within quotes a bar is a bar. */
const DDE = /^[^"']*\w\s*\|/u

export function meter(limites: Limites): Meter {
  let [cells, formulas] = [0, 0]

  function cell(): void {
    if (++cells > limites.celdas) throw excede('celdas', limites)
  }

  return {
    sheet(xml, name) {
      const pending: Pending[] = []
      const [hiddenRows, hiddenColumns] = [new Set<number>(), new Set<number>()]
      let dde = false
      let [rows, inRow, row] = [0, 0, -1]
      let current: { readonly tag: Tag; formula: { readonly from: number; to: number } | null; hasValue: boolean } | null = null

      function endCell(): void {
        if (current === null) return
        const { tag, formula, hasValue } = current
        current = null
        if (formula === null) return
        const text = xml.toString('utf8', formula.from, Math.min(formula.to, formula.from + FORMULA_TOLD))
        dde ||= DDE.test(text)
        // A text that is empty is a result too.
        if (hasValue || attribute(xml, tag, 't') === 'str') return
        const at = placeOf(attribute(xml, tag, 'r')) ?? { row, column: inRow - 1 }
        pending.push({ ...at, formula: decoded(text) })
      }

      const visitors: Readonly<Record<string, (tag: Tag) => void>> = {
        row: (tag) => {
          if (!tag.opens) return
          if (++rows > limites.filas) throw excede('filas', limites)
          const number = Number(attribute(xml, tag, 'r') ?? row + 2)
          if (!(number >= 1 && number <= GRID.rows)) throw danado(`${parte(name)}, con una fila que no cabe en una hoja`)
          row = number - 1
          inRow = 0
          if (isHidden(xml, tag)) hiddenRows.add(row)
        },
        c: (tag) => {
          if (tag.opens) {
            cell()
            if (++inRow > limites.columnas) throw excede('columnas', limites)
            current = { tag, formula: null, hasValue: false }
          }
          if (tag.closes) endCell()
        },
        v: (tag) => {
          if (current !== null && tag.opens && !tag.closes && xml[tag.next] !== 0x3c) current.hasValue = true
        },
        is: () => {
          if (current !== null) current.hasValue = true
        },
        f: (tag) => {
          if (!tag.opens) {
            if (current?.formula) current.formula.to = tag.at
            return
          }
          if (++formulas > limites.formulas) throw excede('formulas', limites)
          if (current !== null) current.formula = { from: tag.next, to: tag.next }
        },
        col: (tag) => {
          if (!tag.opens) return
          cell()
          const [min, max] = [Number(attribute(xml, tag, 'min') ?? 1), Number(attribute(xml, tag, 'max') ?? 1)]
          if (!(min >= 1 && max <= GRID.columns)) throw danado(`${parte(name)}, con una columna que no cabe en una hoja`)
          if (isHidden(xml, tag)) for (let column = min; column <= max; column++) hiddenColumns.add(column - 1)
        },
        mergeCell: (tag) => {
          if (tag.opens) cell()
        },
      }
      scan(xml, name, limites, (tag) => {
        if (Object.hasOwn(visitors, tag.name)) visitors[tag.name]?.(tag)
      })
      return { pending, hiddenRows, hiddenColumns, dde }
    },
  }
}

const isHidden = (xml: Buffer, tag: Tag) => /^(?:1|true)$/u.test(attribute(xml, tag, 'hidden') ?? '')

/** `B12` from 0; null for what is no address. */
function placeOf(address: string | null): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(address ?? '') ?? []
  if (letters === '') return null
  return { row: Number(digits) - 1, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 }
}
