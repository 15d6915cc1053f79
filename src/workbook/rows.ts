import type * as z from 'zod'
import type { Cell } from './cell.js'
import type { Log } from './faults.js'
import type { Broken, Field } from './fields.js'
import { show } from './show.js'
import type { Row, Table } from './tables.js'

/** The columns of a sheet: a schema each, by printed header. */
export type Shape = Readonly<Record<string, Field<unknown>>>

/** The values of a row, by printed header. One that is undefined is faulty: its fault is noted, and what follows from it is not told. */
type Values<S extends Shape> = { readonly [H in keyof S]: z.output<S[H]> | undefined }

/** A row of data, read. */
export interface Fila<S extends Shape> {
  readonly values: Values<S>
  cell(header: keyof S & string): Cell
}

/** Reads each row of a table by the schema of its sheet; none where there is no table. */
export function readRows<S extends Shape>(table: Table | null, schema: z.ZodObject<S>, log: Log): readonly Fila<S>[] {
  if (table === null) return []
  return table.rows.map((row) => ({ values: readRow(row, table, schema, log), cell: (header) => row.cell(header) }))
}

function readRow<S extends Shape>(row: Row, table: Table, schema: z.ZodObject<S>, log: Log): Values<S> {
  const entries = Object.entries(schema.shape as Shape).map(([header, field]) => [
    header,
    table.missing.has(header) ? undefined : readField(field, row.cell(header), log),
  ])
  return Object.fromEntries(entries) as Values<S>
}

/** The value of one cell; undefined, with the fault noted, where it breaks a rule. */
export function readField<T>(field: Field<T>, cell: Cell, log: Log): T | undefined {
  const result = field.safeParse(cell)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const broken = (issue?.code === 'custom' ? issue.params : undefined) as Broken | undefined
  if (broken === undefined) throw new TypeError(`A field of the workbook failed without a rule: ${issue?.message}`)
  log.note(broken.rule, cell, show(cell), broken.params)
  return undefined
}

/** The values of a row that has no faults. @throws TypeError where one is missing, which a workbook without errors rules out. */
export function complete<S extends Shape>({ values }: Fila<S>): { readonly [H in keyof S]: z.output<S[H]> } {
  const missing = Object.entries(values).find(([, value]) => value === undefined)
  if (missing !== undefined) throw new TypeError(`Column «${missing[0]}» was not read.`)
  return values as { readonly [H in keyof S]: z.output<S[H]> }
}
