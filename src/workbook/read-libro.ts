import type { Libro } from '../model/index.js'
import { buildProductos, type Piezas } from './build-libro.js'
import { checkAvances } from './check-avances.js'
import { checkMetas } from './check-metas.js'
import { checkNames } from './check-names.js'
import { checkReferences } from './check-references.js'
import { type Fault, type Log, openLog } from './faults.js'
import { findSheets, type SheetName } from './find-sheets.js'
import { type Hojas, readGrid } from './grid.js'
import { LIMITES, type Limites } from './limites.js'
import { noteFigures } from './notices.js'
import { noteShownAsText, proseIn } from './prose.js'
import { withinTime } from './read-grid.js'
import { Rechazo } from './rechazo.js'
import { readRows } from './rows.js'
import * as eventos from './sheets/eventos.js'
import { buildObjetivos, hojaObjetivos, readObjetivos } from './sheets/objetivos.js'
import { hojaPolitica, readPolitica } from './sheets/politica.js'
import { hojaProductos, readProductos } from './sheets/productos.js'
import { buildSectores, hojaSectores, readSectores } from './sheets/sectores.js'
import { buildSemaforo, hojaSemaforo, readSemaforo } from './sheets/semaforo.js'
import { hojaAvances, hojaMetas, readSeries } from './sheets/series.js'
import { buildTextos, hojaReportes, hojaTextos, readReportes, readTextos } from './sheets/textos.js'
import { readTable, type Table, type TableSpec } from './tables.js'

/** What reading a workbook gives. `libro` is null if and only if there are errors. Faults stand in reading order. */
export interface Lectura {
  readonly libro: Libro | null
  /** What its cells hold, for whoever asks again; null where the file could not be opened. */
  readonly hojas: Hojas | null
  readonly errores: readonly Fault[]
  readonly avisos: readonly Fault[]
}

/**
 * Reads a consolidated workbook (the bytes of an `.xlsx`) whole: every fault of it is told, never only the first, and what merely follows
 * from another is not. Never throws for what the bytes hold, and asks for no more than the limits. Source: contract of the workbook.
 */
export function readLibro(bytes: Uint8Array, limites: Limites = LIMITES): Lectura {
  try {
    return withinTime(limites, () => {
      const grid = readGrid(bytes, limites)
      const log = openLog(grid.sheets, limites.faltas)
      for (const { rule, found } of grid.noticed) log.note(rule, LIBRO, found)
      const libro = libroOf(grid, log)
      return { libro, hojas: grid, errores: log.errors(), avisos: log.notices() }
    })
  } catch (error) {
    if (!(error instanceof Rechazo)) throw error
    const { rule, found, params } = error
    return { libro: null, hojas: null, errores: [{ rule, place: LIBRO, found, params }], avisos: [] }
  }
}

/** Place of what is wrong with the file as a whole. */
const LIBRO = 'Libro'

/** Reads sheet by sheet, checks them against one another, and builds the model if nothing stands against it. */
function libroOf(grid: Hojas, log: Log): Libro | null {
  const tables = tablesOf(grid, log)
  const marco = readPolitica(tables(hojaPolitica), log)
  const creditos = readRows(tables(eventos.hojaCreditos), eventos.filaCredito, log)
  const objetivos = readObjetivos(tables(hojaObjetivos), log)
  const sectores = readSectores(tables(hojaSectores), log)
  const productos = readProductos(tables(hojaProductos), marco, log)
  const metas = readSeries(tables(hojaMetas), productos, log)
  const avances = readSeries(tables(hojaAvances), productos, log)
  const reportes = readReportes(tables(hojaReportes), log)
  const semaforo = readSemaforo(tables(hojaSemaforo), log)
  const capacitaciones = readRows(tables(eventos.hojaCapacitaciones), eventos.filaCapacitacion, log)
  const jornadas = readRows(tables(eventos.hojaJornadas), eventos.filaJornada, log)
  const reuniones = readRows(tables(eventos.hojaReuniones), eventos.filaReunion, log)
  const textos = readTextos(tables(hojaTextos), log)
  const aceptaciones = readRows(tables(eventos.hojaAuditoria), eventos.filaAuditoria, log)

  const piezas: Piezas = { productos, metas, avances, reportes }
  checkReferences(piezas, objetivos, sectores, log)
  checkMetas(tables(hojaMetas), metas, productos, marco, log)
  checkAvances(tables(hojaAvances), avances, productos, marco, log)

  const prose = [
    ...proseIn(objetivos.rows, ['Conclusiones']),
    ...proseIn(sectores.rows, ['Conclusiones']),
    ...proseIn(reportes.rows, ['Logros', 'Dificultades', 'Observaciones']),
    ...proseIn(textos.rows, ['Texto']),
  ]
  noteShownAsText(prose, log)
  const conFilas = { capacitaciones: capacitaciones.length > 0, jornadas: jornadas.length > 0, reuniones: reuniones.length > 0 }
  checkNames(prose, { objetivos, sectores, productos, eventos: conFilas }, log)

  const { politica } = marco
  if (politica === null || log.errors().length > 0) return null
  const enOrden = buildSectores(sectores)
  const libro: Libro = {
    politica,
    corte: null,
    creditos: creditos.map(eventos.credito),
    objetivos: buildObjetivos(objetivos),
    sectores: enOrden,
    productos: buildProductos(piezas, politica, enOrden),
    semaforo: buildSemaforo(semaforo),
    capacitaciones: conFilas.capacitaciones ? capacitaciones.map(eventos.capacitacion) : null,
    jornadas: conFilas.jornadas ? jornadas.map(eventos.jornada) : null,
    reuniones: conFilas.reuniones ? reuniones.map(eventos.reunion) : null,
    textos: buildTextos(textos),
    aceptaciones: aceptaciones.map(eventos.aceptacion),
  }
  noteFigures(libro, piezas, sectores, log)
  return libro
}

/** Each sheet's table, found once. Null where the sheet is missing or has no header. */
function tablesOf(grid: Hojas, log: Log): (spec: TableSpec) => Table | null {
  const sheets = findSheets(grid, log)
  const tables = new Map<TableSpec, Table | null>()
  return (spec) => {
    const sheet = sheets.get(spec.name as SheetName)
    const table = tables.get(spec) ?? (sheet === undefined || tables.has(spec) ? null : readTable(spec, sheet, grid, log))
    tables.set(spec, table)
    return table
  }
}
