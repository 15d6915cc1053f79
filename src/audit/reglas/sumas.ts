/** Totals, shares and lists within one sentence that do not add up. */
import { type OracionLeida, reparo } from '../leido.js'
import type { Marca } from '../lengua/lectura.js'
import { porOracion, type ReglaDeProsa } from './regla.js'

const cantidades = ({ marcas }: OracionLeida) => marcas.filter((m) => m.clase === 'cantidad')

/** «300 personas: 180 mujeres y 140 hombres». */
const revisarTotal = porOracion((oracion) =>
  [...oracion.plana.matchAll(/(?<n>#+)(?<que> [a-z]+(?: [a-z]+){0,3}?)?(?::| \()(?<partes>[^:;.()]+)/dgu)].flatMap((hallado) => {
    const { total, partes } = deTotal(oracion, hallado)
    if (total === null || partes.length < 2 || !enumeradas(hallado.groups?.partes ?? '', partes.length)) return []
    const suma = partes.reduce((n, { valor }) => n + valor, 0)
    if (suma === total.valor || partes.some(({ valor }) => valor > total.valor)) return []
    const explicacion = `${partes.map(({ texto }) => texto).join(' + ')} = ${suma}.`
    const hasta = total.hasta + (/^ [a-z]+/u.exec(oracion.plana.slice(total.hasta))?.[0].length ?? 0)
    return [reparo(oracion, { desde: total.desde, hasta }, { esperado: String(suma), explicacion })]
  }),
)

function deTotal(oracion: OracionLeida, hallado: RegExpExecArray): { readonly total: Marca | null; readonly partes: readonly Marca[] } {
  const [lugar] = hallado.indices?.groups?.n ?? []
  const [desde = 0, hasta = 0] = hallado.indices?.groups?.partes ?? []
  const todas = cantidades(oracion)
  return {
    total: todas.find((m) => m.desde === lugar) ?? null,
    partes: todas.filter((m) => m.desde >= desde && m.hasta <= hasta && !m.articulo),
  }
}

/** Every piece of the enumeration begins with its number: «180 mujeres y 140 hombres». */
function enumeradas(partes: string, cuantas: number): boolean {
  const trozos = partes.split(/,| y | e /u).filter((t) => t.trim() !== '')
  return trozos.length === cuantas && trozos.every((t) => /^\s*#/u.test(t))
}

/** «De los 40 grupos, 10 (35 %)…» */
const revisarParte = porOracion((oracion) =>
  [...oracion.plana.matchAll(/(?:de|entre) l[oa]s (?<t>#+)[^.;:]{2,80}?(?<n>#+)(?: [a-z]+){0,2} \((?<p>%+)\)/dgu)].flatMap((hallado) => {
    const marca = (grupo: string) => oracion.marcas.find((m) => m.desde === hallado.indices?.groups?.[grupo]?.[0])
    const [total, parte, dicho] = [marca('t'), marca('n'), marca('p')]
    if (total === undefined || parte === undefined || dicho === undefined || total.valor === 0) return []
    const debido = (100 * parte.valor) / total.valor
    if (Math.abs(debido - dicho.valor) <= 0.5 * 10 ** -dicho.decimales + 1e-9) return []
    const redondo = `${Math.round(debido)} %`
    return [reparo(oracion, dicho, { esperado: redondo, explicacion: `${parte.texto} de ${total.texto} es el ${redondo}.` })]
  }),
)

/** «el 55 %, el 30 % y el 25 % restante»: with what is left, a hundred. */
const revisarRestante = porOracion((oracion) => {
  const partes = oracion.marcas.filter((m) => m.clase === 'porcentaje')
  const ultima = partes.at(-1)
  if (ultima === undefined || partes.length < 2 || !/^ (?:restante|sobrante|que queda)(?!\w)/u.test(oracion.plana.slice(ultima.hasta)))
    return []
  const otras = partes.slice(0, -1).reduce((n, { valor }) => n + valor, 0)
  if (Math.abs(otras + ultima.valor - 100) <= partes.length / 2) return []
  const esperado = otras < 100 ? `${100 - otras} %` : ''
  return [reparo(oracion, ultima, { esperado, explicacion: `Con lo restante deben sumar 100 %, y suman ${otras + ultima.valor} %.` })]
})

/** «7 comunas: La Ceiba, El Salado…»: as many names as are said. */
const revisarLista = porOracion((oracion) =>
  listas(oracion).flatMap(({ marca, nombre, cuantos }) => {
    if (marca === null || cuantos === marca.valor) return []
    const hasta = marca.hasta + nombre.length + 1
    return [reparo(oracion, { desde: marca.desde, hasta }, { esperado: String(cuantos), explicacion: `La lista nombra ${cuantos}.` })]
  }),
)

export interface Lista {
  /** The number that says how many there are; null where none does. */
  readonly marca: Marca | null
  /** What is listed, in plain form: `localidades`. */
  readonly nombre: string
  readonly cuantos: number
  readonly desde: number
  readonly hasta: number
}

/** Lists of proper names after a colon: «las localidades: Suba, Usme y Bosa». */
export function listas(oracion: OracionLeida): readonly Lista[] {
  return [
    ...oracion.plana.matchAll(/(?:(?<n>#+) )?(?<que>[a-z]{4,}s)(?: (?!de |del |con |en |para |por )[a-z]+)?(?: de)? ?(?::|,? como:?) /dgu),
  ].flatMap((hallado) => {
    const desde = hallado.index + hallado[0].length
    const resto = oracion.texto.slice(desde).replace(/[.;:].*$/su, '')
    const nombres = resto
      .split(/, (?:y |e )?| y | e /u)
      .map((t) => t.trim())
      .filter((t) => t !== '')
    const propios = nombres.length >= 3 && nombres.every((t) => /^\p{Lu}/u.test(t) && t.split(' ').length <= 6)
    if (!propios) return []
    const [lugar] = hallado.indices?.groups?.n ?? []
    const marca = oracion.marcas.find((m) => m.desde === lugar && m.clase === 'cantidad') ?? null
    return [{ marca, nombre: hallado.groups?.que ?? '', cuantos: nombres.length, desde: hallado.index, hasta: desde + resto.length }]
  })
}

export const REGLAS_DE_SUMAS: readonly ReglaDeProsa[] = [
  {
    id: 'suma',
    severidad: 'contradiccion',
    que: 'Un total que no es la suma de sus partes.',
    debe: { producto: '2.2.2', texto: 'A la jornada asistieron 300 personas: 180 vecinas y 140 vecinos.' },
    no: { producto: '2.2.2', texto: 'A la de la comuna 2 llegaron 320 personas: 180 vecinas y 140 vecinos.' },
    revisar: revisarTotal,
  },
  {
    id: 'proporcion',
    severidad: 'contradiccion',
    que: 'Un porcentaje entre paréntesis que no es la parte dividida por el total.',
    debe: { producto: '1.1.2', texto: 'De los 40 grupos que pidieron formación, 10 (35 %) eran de jóvenes.' },
    no: { producto: '1.1.2', texto: 'De los 25 salones ofrecidos se usaron 10 (40 %).' },
    revisar: revisarParte,
  },
  {
    id: 'resto',
    severidad: 'contradiccion',
    que: 'Porcentajes que con lo restante no suman 100 %.',
    debe: { producto: '1.2.3', texto: 'El 55 % fue para escuelas, el 30 % para hogares y el 25 % restante para comedores.' },
    no: { producto: '1.2.3', texto: 'El 55 % fue en camión, el 30 % en tren y el 15 % restante a lomo de mula.' },
    revisar: revisarRestante,
  },
  {
    id: 'lista',
    severidad: 'contradiccion',
    que: 'Un número de cosas que no es el de las que se nombran a continuación.',
    debe: { producto: '1.2.1', texto: 'El programa llegó a 7 comunas: La Ceiba, El Salado, Robledal y Manantial.' },
    no: { producto: '1.2.1', texto: 'Se trabajó en 5 comunas: La Ceiba, El Salado, Robledal, Manantial y San Isidro.' },
    revisar: revisarLista,
  },
]
