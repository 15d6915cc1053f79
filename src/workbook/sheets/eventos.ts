import * as z from 'zod'
import type { Aceptacion, Capacitacion, Credito, Dato, Jornada, Reunion } from '../../model/index.js'
import { addressOf, type Cell } from '../cell.js'
import { cuenta, fecha, mes, required, texto } from '../fields.js'
import { complete, type Fila, type Shape } from '../rows.js'
import type { TableSpec } from '../tables.js'

export const hojaCreditos: TableSpec = { name: 'Créditos', required: ['Grupo', 'Cargo', 'Nombre'] }
export const filaCredito = z.object({ Grupo: required(texto), Cargo: texto, Nombre: required(texto) })

export const hojaCapacitaciones: TableSpec = {
  name: 'Capacitaciones',
  required: ['Estación de policía', 'Participantes', 'Sesiones', 'Mes'],
}
export const filaCapacitacion = z.object({
  'Estación de policía': required(texto),
  Participantes: required(cuenta),
  Sesiones: required(cuenta),
  Mes: required(mes),
})

export const hojaJornadas: TableSpec = { name: 'Jornadas', required: ['Fecha', 'Lugar', 'Asistentes'] }
export const filaJornada = z.object({ Fecha: required(fecha), Lugar: required(texto), Asistentes: required(cuenta) })

export const hojaReuniones: TableSpec = { name: 'Reuniones', required: ['Entidad o sector', 'Fecha'] }
export const filaReunion = z.object({ 'Entidad o sector': required(texto), Fecha: required(fecha) })

export const hojaAuditoria: TableSpec = { name: 'Auditoría', required: ['Hallazgo', 'Motivo', 'Responsable'] }
export const filaAuditoria = z.object({ Hallazgo: required(texto), Motivo: texto, Responsable: texto })

/** Who reported what, and when: no matter of the report, so it has no rows to be read. */
export const hojaRegistro: TableSpec = { name: 'Registro', required: ['Fecha', 'Quién', 'Archivo', 'Qué'] }

/** What a workbook of one sector says of itself, and who filled it in: for whoever brings them together, and no matter of the report. */
export const hojaEntrega: TableSpec = { name: 'Entrega', required: ['Campo', 'Valor'] }

/** For people. */
export const hojaInstrucciones: TableSpec = { name: 'Instrucciones', required: ['Hoja', 'Qué contiene', 'Cómo se diligencia'] }

/** The builders below turn a row without errors into what the model keeps. */
type Build<S extends Shape, T> = (fila: Fila<S>) => T

/** Some people of a group have no cargo: theirs is empty. */
export const credito: Build<typeof filaCredito.shape, Credito> = (fila) => {
  const v = complete(fila)
  return { grupo: v.Grupo, cargo: v.Cargo ?? '', nombre: v.Nombre, celda: addressOf(fila.cell('Nombre')) }
}

export const capacitacion: Build<typeof filaCapacitacion.shape, Capacitacion> = (fila) => {
  const v = complete(fila)
  return {
    estacion: v['Estación de policía'],
    participantes: dato(v.Participantes, fila.cell('Participantes')),
    sesiones: dato(v.Sesiones, fila.cell('Sesiones')),
    mes: v.Mes,
    celda: addressOf(fila.cell('Estación de policía')),
  }
}

export const jornada: Build<typeof filaJornada.shape, Jornada> = (fila) => {
  const v = complete(fila)
  return { fecha: v.Fecha, lugar: v.Lugar, asistentes: dato(v.Asistentes, fila.cell('Asistentes')), celda: addressOf(fila.cell('Fecha')) }
}

export const reunion: Build<typeof filaReunion.shape, Reunion> = (fila) => {
  const v = complete(fila)
  return { entidad: v['Entidad o sector'], fecha: v.Fecha, celda: addressOf(fila.cell('Entidad o sector')) }
}

export const aceptacion: Build<typeof filaAuditoria.shape, Aceptacion> = (fila) => {
  const v = complete(fila)
  return { hallazgo: v.Hallazgo, motivo: v.Motivo, responsable: v.Responsable, celda: addressOf(fila.cell('Hallazgo')) }
}

function dato(valor: number, cell: Cell): Dato {
  return { valor, celdas: [addressOf(cell)] }
}
