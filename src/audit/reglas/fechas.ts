/** Days that do not exist, and things told as done after the fecha de corte. */
import { type OracionLeida, reparo } from '../leido.js'
import type { Marca } from '../lengua/lectura.js'
import { plano } from '../lengua/palabras.js'
import { porOracion, type ReglaDeProsa } from './regla.js'

const MESES = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

interface Dia {
  readonly dia: number
  /** 1 to 12. */
  readonly mes: number
  readonly anio: number
}

/** A whole date as it is written; null for one without its year. */
function diaDe(texto: string): Dia | null {
  const llano = plano(texto)
  const [, dia, nombre = '', anio] = /^(\d{1,2}|primero)\D* de ([a-z]+),? (?:del? )?(?:ano )?(\d{4})$/u.exec(llano) ?? []
  if (dia !== undefined && anio !== undefined)
    return { dia: dia === 'primero' ? 1 : Number(dia), mes: MESES.indexOf(nombre.replace('set', 'sept')) + 1, anio: Number(anio) }
  const [, d, m, a] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/u.exec(llano) ?? []
  if (a !== undefined) return { dia: Number(d), mes: Number(m), anio: Number(a) }
  const [, aa, mm, dd] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(llano) ?? []
  return aa === undefined ? null : { dia: Number(dd), mes: Number(mm), anio: Number(aa) }
}

function existe({ dia, mes, anio }: Dia): boolean {
  const fecha = new Date(Date.UTC(anio, mes - 1, dia))
  return mes >= 1 && mes <= 12 && fecha.getUTCMonth() === mes - 1 && fecha.getUTCDate() === dia
}

const enIso = ({ dia, mes, anio }: Dia) => `${anio}-${String(mes).padStart(2, '0')}-${String(dia).padStart(2, '0')}`

const fechas = ({ marcas }: OracionLeida) =>
  marcas.flatMap((marca) => {
    const dia = marca.clase === 'fecha' ? diaDe(marca.texto) : null
    return dia === null ? [] : [{ marca, dia }]
  })

const revisarImposible = porOracion((oracion) =>
  fechas(oracion).flatMap(({ marca, dia }) =>
    existe(dia) ? [] : [reparo(oracion, marca, { esperado: '', explicacion: `El ${marca.texto} no existe en el calendario.` })],
  ),
)

/** What is still to come, or planned, may bear any date. */
const POR_VENIR =
  /(?<!\w)(?:[a-z]+(?:ra|ran|remos)|se (?:preve|preven|espera|esperan|proyecta|programo)|previst[oa]s?|programad[oa]s?|plane(?:a|ad[oa])|proximo|proxima|vence|hasta|antes del?|plazo|a partir de|entrante)(?!\w)/u
const PASADO = /(?<!\w)(?:[a-z]{2,}(?:ieron|aron|io)|(?:se )?[a-z]{3,}o|fue|hubo|tuvo|hizo)(?!\w)/u

const revisarPosterior = porOracion((oracion, hechos) => {
  const { fechaCorte, vigencia } = hechos.report.libro.politica
  if (POR_VENIR.test(oracion.plana) || !PASADO.test(oracion.plana)) return []
  return fechas(oracion).flatMap(({ marca, dia }) => {
    if (!existe(dia) || enIso(dia) <= fechaCorte || esDeNorma(oracion, marca)) return []
    const explicacion = `Es posterior a la fecha de corte (${fechaCorte}): no puede haberse reportado en la vigencia ${vigencia}.`
    return [reparo(oracion, marca, { esperado: '', explicacion })]
  })
})

/** The date of a law or a judgement. */
function esDeNorma({ plana }: OracionLeida, { desde }: Marca): boolean {
  return /(?:ley|decreto|resolucion|acuerdo|sentencia|conpes|circular|auto)[^.;]{0,30}$/u.test(plana.slice(0, desde))
}

export const REGLAS_DE_FECHAS: readonly ReglaDeProsa[] = [
  {
    id: 'fecha-imposible',
    severidad: 'contradiccion',
    que: 'Un día que no existe.',
    debe: { producto: '1.1.1', texto: 'El 31 de junio de 2027 se inauguró la huerta.' },
    no: { texto: 'El balance general se hará el 29 de febrero de 2028.' },
    revisar: revisarImposible,
  },
  {
    id: 'fecha-posterior',
    severidad: 'contradiccion',
    que: 'Algo que se cuenta como hecho después de la fecha de corte.',
    debe: { producto: '2.1.1', texto: 'La última escuela abrió su huerta el 14 de marzo de 2028.' },
    no: { producto: '3.1.1', texto: 'Se prevé terminar la cubierta de la plaza el 30 de abril de 2028.' },
    revisar: revisarPosterior,
  },
]
