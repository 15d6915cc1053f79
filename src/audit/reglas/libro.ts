/** The sheets of events, beyond what keeps a workbook from being read: rows twice, out of order, on a Sunday, of another year. */
import type { Hechos } from '../hechos.js'
import type { Reparo } from '../leido.js'
import type { ReglaDelLibro } from './regla.js'

interface Fila {
  readonly hoja: string
  readonly celda: string
  /** ISO. */
  readonly fecha: string
  /** The row as one line. */
  readonly texto: string
}

function filas({ report: { libro } }: Hechos): readonly (readonly Fila[])[] {
  const de = (fecha: string, ...otras: readonly (string | number)[]) => [fecha, ...otras].join(' · ')
  return [
    (libro.jornadas ?? []).map(({ fecha, lugar, asistentes, celda }) => ({
      hoja: 'Jornadas',
      celda,
      fecha,
      texto: de(fecha, lugar, asistentes.valor),
    })),
    (libro.reuniones ?? []).map(({ entidad, fecha, celda }) => ({ hoja: 'Reuniones', celda, fecha, texto: de(fecha, entidad) })),
  ]
}

const deFila = ({ celda, texto }: Fila, dice: string, explicacion: string): Reparo => ({
  lugar: celda,
  texto,
  dice,
  esperado: '',
  explicacion,
})

const porHoja = (revisar: (hoja: readonly Fila[], hechos: Hechos) => readonly Reparo[]) => (hechos: Hechos) =>
  filas(hechos).flatMap((hoja) => revisar(hoja, hechos))

const repetidas = porHoja((hoja) =>
  hoja.flatMap((fila, i) => {
    const primera = hoja.findIndex(({ texto }) => texto === fila.texto)
    return primera === i
      ? []
      : [deFila(fila, '', `La misma fila está en ${hoja[primera]?.celda}: si es otro evento, diga en qué se distingue.`)]
  }),
)

const desordenadas = porHoja((hoja) =>
  hoja.flatMap((fila, i) => {
    const anterior = hoja[i - 1]
    if (anterior === undefined || fila.fecha >= anterior.fecha) return []
    return [deFila(fila, fila.fecha, `Va después de ${anterior.celda}, que es del ${anterior.fecha}: las filas deben ir por fecha.`)]
  }),
)

const ajenas = porHoja((hoja, { report: { libro } }) =>
  hoja.flatMap((fila) => {
    const { vigencia, fechaCorte } = libro.politica
    if (fila.fecha.startsWith(`${vigencia}-`) && fila.fecha <= fechaCorte) return []
    return [deFila(fila, fila.fecha, `No es de la vigencia ${vigencia}, o es posterior a la fecha de corte (${fechaCorte}).`)]
  }),
)

const enDomingo = porHoja((hoja) =>
  hoja.flatMap((fila) =>
    fila.hoja === 'Reuniones' && new Date(`${fila.fecha}T00:00:00Z`).getUTCDay() === 0
      ? [deFila(fila, '', `El ${fila.fecha} fue domingo: confirme el día de la reunión.`)]
      : [],
  ),
)

export const REGLAS_DEL_LIBRO: readonly ReglaDelLibro[] = [
  {
    id: 'fila-repetida',
    severidad: 'posible',
    que: 'Una fila de Jornadas o de Reuniones que está dos veces.',
    debe: {
      hoja: 'Jornadas',
      filas: [
        ['2027-03-06', 'Parque', 10],
        ['2027-03-06', 'Parque', 10],
      ],
    },
    no: {
      hoja: 'Jornadas',
      filas: [
        ['2027-03-06', 'Parque', 10],
        ['2027-03-06', 'Plaza', 10],
      ],
    },
    revisar: repetidas,
  },
  {
    id: 'fila-en-desorden',
    severidad: 'estilo',
    que: 'Una fila de Jornadas o de Reuniones que va después de otra de fecha posterior.',
    debe: {
      hoja: 'Reuniones',
      filas: [
        ['Sector Escuelas', '2027-04-20'],
        ['Sector Escuelas', '2027-04-13'],
      ],
    },
    no: {
      hoja: 'Reuniones',
      filas: [
        ['Sector Escuelas', '2027-04-13'],
        ['Sector Escuelas', '2027-04-20'],
      ],
    },
    revisar: desordenadas,
  },
  {
    id: 'fila-de-otro-ano',
    severidad: 'contradiccion',
    que: 'Una fila de Jornadas o de Reuniones que no es de la vigencia o es posterior a la fecha de corte.',
    debe: { hoja: 'Reuniones', filas: [['Sector Escuelas', '2028-01-19']] },
    no: { hoja: 'Reuniones', filas: [['Sector Escuelas', '2027-12-30']] },
    revisar: ajenas,
  },
  {
    id: 'reunion-en-domingo',
    severidad: 'estilo',
    que: 'Una reunión en domingo.',
    debe: { hoja: 'Reuniones', filas: [['Sector Escuelas', '2027-06-06']] },
    no: { hoja: 'Reuniones', filas: [['Sector Escuelas', '2027-06-07']] },
    revisar: enDomingo,
  },
]
