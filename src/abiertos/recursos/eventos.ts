/** What the entity itself did in the vigencia, row by row as its sheets tell it. A workbook without one of these sheets has no such table. */
import type { Libro } from '../../model/index.js'
import { type Campo, type CampoDe, type Recurso, recurso } from '../recurso.js'
import { deHoja, orden } from './campos.js'

export function recursosDeEventos({ capacitaciones, jornadas, reuniones }: Libro): readonly Recurso[] {
  return [
    ...(capacitaciones === null
      ? []
      : [
          recurso({
            nombre: 'capacitaciones',
            titulo: 'Capacitaciones',
            descripcion: 'Las capacitaciones de la vigencia. Una fila por fila de la hoja.',
            clave: ['orden'],
            campos: [
              ordenado('Capacitaciones'),
              {
                ...leido('Capacitaciones', 'estacion_de_policia', 'Estación de policía', 'Dónde fue.', 'string'),
                valor: (f) => f.fila.estacion,
              },
              {
                ...leido('Capacitaciones', 'participantes', 'Participantes', 'Cuántas personas participaron.', 'number', 'personas'),
                valor: (f) => f.fila.participantes.valor,
              },
              {
                ...leido('Capacitaciones', 'sesiones', 'Sesiones', 'Cuántas sesiones hubo.', 'number', 'sesiones'),
                valor: (f) => f.fila.sesiones.valor,
              },
              {
                ...leido('Capacitaciones', 'mes', 'Mes', 'Mes en que se hizo, como lo dice el libro.', 'string'),
                valor: (f) => f.fila.mes,
              },
            ],
            filas: numeradas(capacitaciones),
          }),
        ]),
    ...(jornadas === null
      ? []
      : [
          recurso({
            nombre: 'jornadas',
            titulo: 'Jornadas',
            descripcion: 'Las jornadas de la vigencia. Una fila por jornada.',
            clave: ['orden'],
            campos: [
              ordenado('Jornadas'),
              { ...leido('Jornadas', 'fecha', 'Fecha', 'Día de la jornada.', 'date'), valor: (f) => f.fila.fecha },
              { ...leido('Jornadas', 'lugar', 'Lugar', 'Dónde fue.', 'string'), valor: (f) => f.fila.lugar },
              {
                ...leido('Jornadas', 'asistentes', 'Asistentes', 'Cuántas personas asistieron.', 'number', 'personas'),
                valor: (f) => f.fila.asistentes.valor,
              },
            ],
            filas: numeradas(jornadas),
          }),
        ]),
    ...(reuniones === null
      ? []
      : [
          recurso({
            nombre: 'reuniones',
            titulo: 'Reuniones',
            descripcion: 'Las reuniones de la vigencia. Una fila por reunión.',
            clave: ['orden'],
            campos: [
              ordenado('Reuniones'),
              { ...leido('Reuniones', 'entidad_o_sector', 'Entidad o sector', 'Con quién fue.', 'string'), valor: (f) => f.fila.entidad },
              { ...leido('Reuniones', 'fecha', 'Fecha', 'Día de la reunión.', 'date'), valor: (f) => f.fila.fecha },
            ],
            filas: numeradas(reuniones),
          }),
        ]),
  ]
}

interface Numerada<Fila> {
  readonly numero: number
  readonly fila: Fila
}

function numeradas<Fila>(filas: readonly Fila[]): readonly Numerada<Fila>[] {
  return filas.map((fila, i) => ({ numero: i + 1, fila }))
}

function ordenado(hoja: string): CampoDe<Numerada<unknown>> {
  return { ...orden(hoja), valor: ({ numero }) => numero }
}

function leido(hoja: string, nombre: string, titulo: string, descripcion: string, tipo: Campo['tipo'], unidad = ''): Campo {
  return { nombre, titulo, descripcion, tipo, unidad, vacio: null, regla: deHoja(hoja, titulo) }
}
