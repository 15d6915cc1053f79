/** What the sheets of a workbook ask for, counted before they are parsed, and what of them is never parsed: formulas, and what is hidden. */
import { addressOf, columnOf } from './cell.js'
import type { Limites } from './limites.js'
import { type Edit, escapedTwice, holds } from './plain.js'
import { danado, excede, parte } from './rechazo.js'
import { attribute, decoded, scan, type Tag } from './scan.js'

/** Rows and columns that a sheet of Excel has, whatever its file says. */
export const GRID = { rows: 1_048_576, columns: 16_384 }

/** A formula whose result nobody stored. */
export interface Pending extends At {
  /** Its first words. */
  readonly formula: string
}

/** A cell, from 0. */
interface At {
  readonly row: number
  readonly column: number
}

export interface Measured {
  readonly pending: readonly Pending[]
  /** Cells whose value is none of the type that they say. */
  readonly broken: readonly At[]
  /** What is to be said otherwise before it is parsed. */
  readonly edits: readonly Edit[]
  /** From 0. */
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** Whether a formula calls another program. */
  readonly dde: boolean
  /** How much of what is counted through all the sheets is in this one. */
  readonly count: Count
}

interface Count {
  readonly cells: number
  readonly formulas: number
}

/** Counts through all the sheets of a workbook. @throws Rechazo where one goes beyond a limit */
export interface Meter {
  sheet(xml: Buffer, name: string): Measured
  /** Counts one that was measured before, and gives it. */
  again(sheet: Measured): Measured
}

interface Span {
  readonly from: number
  to: number
}

const SPACE = 0x20

/** A formula is told up to here. */
const FORMULA_TOLD = 200

/** A formula that asks another program: `cmd|' /C calc'!A0`. Within quotes a bar is a bar. */
const DDE = /^[^"']*\w\s*\|/u

export function meter(limites: Limites): Meter {
  let [cells, formulas] = [0, 0]

  function add(more: Count): void {
    cells += more.cells
    formulas += more.formulas
    if (cells > limites.celdas) throw excede('celdas', limites)
    if (formulas > limites.formulas) throw excede('formulas', limites)
  }
  const cell = () => add({ cells: 1, formulas: 0 })

  return {
    again(sheet) {
      add(sheet.count)
      return sheet
    },
    sheet(xml, name) {
      const pending: Pending[] = []
      const broken: At[] = []
      const edits: Edit[] = []
      const [hiddenRows, hiddenColumns] = [new Set<number>(), new Set<number>()]
      const before = { cells, formulas }
      let dde = false
      let [rows, inRow, row, column] = [0, 0, -1, -1]
      let current: { readonly type: string; formula: Span | null; value: Span | null; hasValue: boolean } | null = null

      function endCell(): void {
        if (current === null) return
        const { type, formula, value, hasValue } = current
        current = null
        const stored = value === null ? '' : xml.toString('utf8', value.from, value.to)
        if (value !== null && type === 'str' && stored.includes('&')) edits.push({ ...value, text: escapedTwice(decoded(stored)) })
        if (!holds(type, type === 'str' ? '' : stored.trim())) broken.push({ row, column })
        if (formula === null) return
        const text = xml.toString('utf8', formula.from, Math.min(formula.to, formula.from + FORMULA_TOLD))
        dde ||= DDE.test(text)
        // A text that is empty is a result too.
        if (hasValue || type === 'str') return
        pending.push({ row, column, formula: decoded(text) })
      }

      const visitors: Readonly<Record<string, (tag: Tag) => void>> = {
        row: (tag) => {
          if (!tag.opens) return
          if (++rows > limites.filas) throw excede('filas', limites)
          const said = attribute(xml, tag, 'r')
          const number = Number(said ?? row + 2)
          if (!(number >= 1 && number <= GRID.rows)) throw danado(`${parte(name)}, con una fila que no cabe en una hoja`)
          row = number - 1
          inRow = 0
          column = -1
          // An empty row without its number would not count.
          if (said === null) edits.push({ from: tag.from, to: tag.from, text: ` r="${number}"` })
          if (isHidden(xml, tag)) hiddenRows.add(row)
        },
        c: (tag) => {
          if (tag.opens) {
            cell()
            if (++inRow > limites.columnas) throw excede('columnas', limites)
            const address = attribute(xml, tag, 'r')
            column = columnIn(address) ?? column + 1
            // SheetJS looks for the address of a cell that has none in all that the cell holds, and for no cell before a line break.
            if (address === null) edits.push({ from: tag.from, to: tag.from, text: ` r="${addressed(row, column)}"` })
            else if (xml[tag.from] !== SPACE) edits.push({ from: tag.from, to: tag.from, text: ' ' })
            current = { type: attribute(xml, tag, 't') ?? 'n', formula: null, value: null, hasValue: false }
          }
          if (tag.closes) endCell()
        },
        v: (tag) => {
          if (current === null) return
          if (!tag.opens && current.value !== null) current.value.to = tag.at
          if (!tag.opens || tag.closes) return
          current.value = { from: tag.next, to: tag.next }
          if (xml[tag.next] !== 0x3c) current.hasValue = true
        },
        is: () => {
          if (current !== null) current.hasValue = true
        },
        f: (tag) => {
          if (!tag.opens) {
            if (current?.formula) current.formula.to = tag.at
            return
          }
          add({ cells: 0, formulas: 1 })
          if (current !== null) current.formula = { from: tag.next, to: tag.next }
        },
        col: (tag) => {
          if (!tag.opens) return
          cell()
          const [min, max] = [Number(attribute(xml, tag, 'min') ?? 1), Number(attribute(xml, tag, 'max') ?? 1)]
          if (!(min >= 1 && max <= GRID.columns)) throw danado(`${parte(name)}, con una columna que no cabe en una hoja`)
          if (isHidden(xml, tag)) for (let column = min; column <= max; column++) hiddenColumns.add(column - 1)
        },
        // SheetJS makes a cell of each that a link covers, and nobody here follows any.
        hyperlink: (tag) => {
          edits.push({ from: tag.at, to: tag.next, text: '' })
        },
        mergeCell: (tag) => {
          if (tag.opens) cell()
        },
      }
      scan(xml, name, limites, (tag) => {
        if (Object.hasOwn(visitors, tag.name)) visitors[tag.name]?.(tag)
      })
      const count = { cells: cells - before.cells, formulas: formulas - before.formulas }
      return { pending, broken, edits: edits.sort((a, b) => a.from - b.from), hiddenRows, hiddenColumns, dde, count }
    },
  }
}

/** `B12` of a place from 0. */
function addressed(row: number, column: number): string {
  return addressOf({ sheet: '', row, column }).slice(1)
}

const isHidden = (xml: Buffer, tag: Tag) => /^(?:1|true)$/u.test(attribute(xml, tag, 'hidden') ?? '')

/** Column of `B12`, from 0; null for what is no address. */
function columnIn(address: string | null): number | null {
  const [, letters] = /^([A-Z]{1,3})\d{1,7}$/u.exec(address ?? '') ?? []
  return letters === undefined ? null : columnOf(letters)
}
