import * as z from 'zod'
import { type Celda, normalizarNombre, type Politica } from '../../model/index.js'
import { addressOf, type Cell } from '../cell.js'
import type { Log } from '../faults.js'
import { anio, fecha, required, texto } from '../fields.js'
import { nearestParams } from '../keys.js'
import { explainedBy } from '../nearest.js'
import { readField } from '../rows.js'
import { show, words } from '../show.js'
import type { Table, TableSpec } from '../tables.js'

export const hojaPolitica: TableSpec = { name: 'Política', required: ['Campo', 'Valor'] }

/** The fields of `Política`, by printed name. All required. */
const campos = z.object({
  Nombre: required(texto),
  Sigla: required(texto),
  Documento: required(texto),
  'Fecha de aprobación': required(fecha),
  'Año inicial del plan': required(anio),
  'Año final del plan': required(anio),
  Vigencia: required(anio),
  'Fecha de corte': required(fecha),
  'Entidad líder': required(texto),
  'Sigla de la entidad': required(texto),
  Dependencia: required(texto),
  'Sector líder': required(texto),
  Ciudad: required(texto),
  'Año de publicación': required(anio),
})
type Campo = keyof typeof campos.shape
const CAMPOS = Object.keys(campos.shape) as Campo[]

/** What other sheets need to know of the policy; undefined where it is faulty. */
export interface Marco {
  readonly plan: { readonly inicio: number; readonly fin: number } | undefined
  readonly vigencia: number | undefined
}

export interface PoliticaLeida extends Marco {
  /** Null where there is any error in the sheet. */
  readonly politica: Politica | null
}

/** Reads `Política`; without a table, knows nothing of it. */
export function readPolitica(table: Table | null, log: Log): PoliticaLeida {
  if (table === null || table.missing.size > 0) return { politica: null, plan: undefined, vigencia: undefined }
  const cells = fieldCells(table, log)
  const values = new Map([...cells].map(([campo, cell]): [Campo, unknown] => [campo, readField<unknown>(campos.shape[campo], cell, log)]))
  const plan = planOf(values, cells, log)
  return { politica: politicaOf(values, cells), plan, vigencia: vigenciaOf(values, cells, plan, log) }
}

const nombreDeCampo = required(texto)

/** The cell of the value of each field. Notes fields unknown, repeated and missing. */
function fieldCells(table: Table, log: Log): ReadonlyMap<Campo, Cell> {
  const cells = new Map<Campo, Cell>()
  const names = new Map<Campo, Cell>()
  const unreadable: string[] = []
  const unknown: string[] = []
  for (const row of table.rows) {
    const nameCell = row.cell('Campo')
    const name = readField(nombreDeCampo, nameCell, log)
    const campo = name === undefined ? undefined : CAMPOS.find((c) => normalizarNombre(c) === normalizarNombre(name))
    const former = campo === undefined ? undefined : names.get(campo)
    if (name === undefined) unreadable.push(words(nameCell))
    else if (campo === undefined) {
      unknown.push(name)
      log.note('campo-desconocido', nameCell, show(nameCell), nearestParams(name, CAMPOS, 1))
    } else if (former !== undefined) log.note('campo-repetido', nameCell, show(nameCell), { otra: addressOf(former) })
    else {
      names.set(campo, nameCell)
      cells.set(campo, row.cell('Valor'))
    }
  }
  const missing = CAMPOS.filter((campo) => !cells.has(campo))
  const explained = explainedBy(unreadable, missing)
  for (const campo of missing.filter((c) => !explained.has(c))) {
    log.note('falta-campo', table.head, 'una hoja incompleta', { campo, ...nearestParams(campo, unknown, 1) })
  }
  return cells
}

function planOf(values: ReadonlyMap<Campo, unknown>, cells: ReadonlyMap<Campo, Cell>, log: Log): Marco['plan'] {
  const inicio = values.get('Año inicial del plan')
  const fin = values.get('Año final del plan')
  const cell = cells.get('Año final del plan')
  if (typeof inicio !== 'number' || typeof fin !== 'number' || cell === undefined) return undefined
  if (inicio <= fin) return { inicio, fin }
  log.note('plan-al-reves', cell, String(fin), { inicio: String(inicio) })
  return undefined
}

function vigenciaOf(
  values: ReadonlyMap<Campo, unknown>,
  cells: ReadonlyMap<Campo, Cell>,
  plan: Marco['plan'],
  log: Log,
): Marco['vigencia'] {
  const vigencia = values.get('Vigencia')
  const cell = cells.get('Vigencia')
  if (typeof vigencia !== 'number' || plan === undefined || cell === undefined) return undefined
  if (plan.inicio <= vigencia && vigencia <= plan.fin) return vigencia
  log.note('vigencia-fuera-del-plan', cell, String(vigencia), { inicio: String(plan.inicio), fin: String(plan.fin) })
  return undefined
}

function politicaOf(values: ReadonlyMap<Campo, unknown>, cells: ReadonlyMap<Campo, Cell>): Politica | null {
  if (CAMPOS.some((campo) => values.get(campo) === undefined)) return null
  const v = Object.fromEntries(values) as z.output<typeof campos>
  return {
    nombre: v.Nombre,
    sigla: v.Sigla,
    documento: v.Documento,
    fechaAprobacion: v['Fecha de aprobación'],
    inicio: v['Año inicial del plan'],
    fin: v['Año final del plan'],
    vigencia: v.Vigencia,
    fechaCorte: v['Fecha de corte'],
    entidad: v['Entidad líder'],
    siglaEntidad: v['Sigla de la entidad'],
    dependencia: v.Dependencia,
    sectorLider: v['Sector líder'],
    ciudad: v.Ciudad,
    anioPublicacion: v['Año de publicación'],
    celdas: Object.fromEntries([...cells].map(([campo, cell]): [Campo, Celda] => [campo, addressOf(cell)])),
  }
}
