/** Tables of what the entity itself did in the vigencia: capacitaciones, jornadas, reuniones. */
import type { Capacitacion, Dato, Jornada, Reunion } from '../../model/index.js'
import { cantidadDeEvento, cifraDeEventos } from '../figures.js'
import { dia, entero, fechaLarga, mes } from '../format.js'
import type { CeldaTabla, Tabla } from '../report.js'
import { figura, tabla, texto, VACIA } from './tabla.js'

const TOTAL = texto('Total')

export function capacitaciones(filas: readonly Capacitacion[]): Tabla {
  return tabla({
    id: 'capacitaciones',
    columnas: [
      { titulo: 'Estación de policía', alinear: 'izquierda', ancho: 3, celda: (c) => texto(c.estacion) },
      { titulo: 'Participantes', alinear: 'derecha', ancho: 1.2, celda: (c) => dato(c.participantes) },
      { titulo: 'Sesiones', alinear: 'derecha', ancho: 1, celda: (c) => dato(c.sesiones) },
      { titulo: 'Mes', alinear: 'izquierda', ancho: 1.4, celda: (c) => texto(c.mes) },
    ],
    filas,
    total: [
      TOTAL,
      figura(
        cifraDeEventos(
          'capacitaciones',
          'participantes',
          filas.map((c) => c.participantes),
        ),
      ),
      figura(
        cifraDeEventos(
          'capacitaciones',
          'sesiones',
          filas.map((c) => c.sesiones),
        ),
      ),
      VACIA,
    ],
  })
}

export function jornadas(filas: readonly Jornada[]): Tabla {
  return tabla({
    id: 'jornadas',
    columnas: [
      { titulo: 'Mes', alinear: 'izquierda', ancho: 1.2, celda: (j) => texto(mes(j.fecha)) },
      { titulo: 'Día', alinear: 'derecha', ancho: 0.6, celda: (j) => ({ valor: dia(j.fecha), texto: entero(dia(j.fecha)), origen: null }) },
      { titulo: 'Lugar', alinear: 'izquierda', ancho: 3.4, celda: (j) => texto(j.lugar) },
      { titulo: 'Asistentes', alinear: 'derecha', ancho: 1, celda: (j) => dato(j.asistentes) },
    ],
    filas,
    total: [
      TOTAL,
      VACIA,
      VACIA,
      figura(
        cifraDeEventos(
          'jornadas',
          'asistentes',
          filas.map((j) => j.asistentes),
        ),
      ),
    ],
  })
}

export function reuniones(filas: readonly Reunion[]): Tabla {
  return tabla({
    id: 'reuniones',
    columnas: [
      { titulo: 'N.º', alinear: 'derecha', ancho: 0.5, celda: ({ orden }) => ({ valor: orden, texto: entero(orden), origen: null }) },
      { titulo: 'Entidad o sector', alinear: 'izquierda', ancho: 4, celda: ({ reunion }) => texto(reunion.entidad) },
      {
        titulo: 'Fecha',
        alinear: 'izquierda',
        ancho: 1.8,
        celda: ({ reunion }) => ({ valor: reunion.fecha, texto: fechaLarga(reunion.fecha), origen: null }),
      },
    ],
    filas: filas.map((reunion, i) => ({ orden: i + 1, reunion })),
  })
}

function dato(d: Dato): CeldaTabla {
  return { valor: d.valor, texto: cantidadDeEvento(d), origen: null }
}
