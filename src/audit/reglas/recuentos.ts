/** The same thing counted in two places, with two numbers. */

import { afirmaciones } from '../afirmaciones/afirmar.js'
import { nombreTras } from '../afirmaciones/unidad.js'
import type { Hechos } from '../hechos.js'
import { calculada, type Leido, type OracionLeida, type Reparo, reparo } from '../leido.js'
import type { Marca } from '../lengua/lectura.js'
import { raiz, tieneSentido } from '../lengua/palabras.js'
import { porOracion, type ReglaDeProsa } from './regla.js'
import { listas } from './sumas.js'

/** A count of something, and the words that tell of what. */
interface Mencion {
  readonly oracion: OracionLeida
  readonly desde: number
  readonly hasta: number
  readonly valor: number
  /** As it is written, or how many a list names. */
  readonly dicho: string
  readonly cosa: string
  readonly contexto: ReadonlySet<string>
  /** Labels that set it apart: `comuna 4`. */
  readonly apartes: string
  readonly computada: boolean
  /** It says how many by naming them. */
  readonly lista: boolean
}

/** Letters at each side of a number that say what it counts. */
const CERCA = 170

function menciones({ oraciones }: Leido): readonly Mencion[] {
  return oraciones.flatMap((oracion) => {
    const sueltas = oracion.marcas.flatMap((marca): readonly Mencion[] => {
      // What is said to be a goal, a backlog or an accumulated amount is another measure.
      const medida = afirmaciones(oracion).some((a) => a.marca === marca && a.clase !== null)
      const cosa = marca.clase === 'cantidad' && !marca.articulo && !medida && marca.valor > 1 ? nombreTras(oracion.plana, marca) : null
      if (cosa === null || !tieneSentido(cosa) || esMedida(cosa)) return []
      const hasta = marca.hasta + (/^ (?:de )?(?:(?:los|las) )?[a-z]+/u.exec(oracion.plana.slice(marca.hasta))?.[0].length ?? 0)
      return [mencion(oracion, marca.desde, hasta, marca.valor, cosa, calculada(oracion, marca) !== null)]
    })
    const deListas = listas(oracion).flatMap(({ marca, nombre, cuantos, desde, hasta }) =>
      marca === null ? [{ ...mencion(oracion, desde, hasta, cuantos, nombre, false), lista: true }] : [],
    )
    return [...sueltas, ...deListas]
  })
}

/** Times and measures are counted in every sentence, each of its own thing. */
function esMedida(cosa: string): boolean {
  return /^(?:anos?|meses|mes|dias?|horas?|semanas?|minutos?|puntos?|veces|pesos|metros?|kilometros?|por|mil|millones|productos?|metas?|trimestres?|anexos?)$/u.test(
    cosa,
  )
}

function mencion(oracion: OracionLeida, desde: number, hasta: number, valor: number, cosa: string, computada: boolean): Mencion {
  return {
    oracion,
    desde,
    hasta,
    valor,
    dicho: oracion.texto.slice(desde, hasta),
    cosa: raiz(cosa),
    contexto: new Set([...senales(oracion, desde - CERCA, hasta + CERCA)].filter((r) => r !== raiz(cosa) && r !== `#${valor}`)),
    apartes: oracion.marcas
      .filter((m) => m.clase === 'otra' && !/^(?:ley|decreto|resolucion)/iu.test(m.texto))
      .map((m) => m.texto.toLowerCase())
      .join(' '),
    computada,
    lista: false,
  }
}

/** What a stretch of a sentence may be known by: the stems of its words, and its larger numbers. */
function senales({ plana, marcas }: OracionLeida, desde: number, hasta: number): ReadonlySet<string> {
  const palabras = plana.slice(Math.max(0, desde), hasta).match(/[a-z]{4,}/gu) ?? []
  const numeros = marcas.filter((m) => m.clase === 'cantidad' && m.valor > 12 && m.desde >= desde && m.hasta <= hasta)
  return new Set([...palabras.filter((p) => tieneSentido(p)).map(raiz), ...numeros.map(({ valor }) => `#${valor}`)])
}

/** Shared words weigh by how few sentences have them, as they do to whoever searches a text (ln N/n); so many, and so heavy, tell of one thing. */
const PESO = 10
/** Sentences that a short text is taken to stand among, so that in it too a word weighs what it does in a report. */
const OTRAS = 200
const PALABRAS = 3

const revisarDosLugares = ({ oraciones, pasajes }: Leido, hechos: Hechos): readonly Reparo[] => {
  const todas = menciones({ oraciones, pasajes }).filter((m) => !deOtroAnio(m, hechos))
  const frecuencia = new Map<string, number>()
  for (const oracion of oraciones)
    for (const r of senales(oracion, 0, oracion.plana.length)) frecuencia.set(r, (frecuencia.get(r) ?? 0) + 1)
  const peso = (r: string) => Math.log((oraciones.length + OTRAS) / (frecuencia.get(r) ?? 1))
  const deLoMismo = (una: Mencion, otra: Mencion) => {
    const comunes = [...una.contexto].filter((r) => otra.contexto.has(r))
    return comunes.length >= PALABRAS && comunes.reduce((suma, r) => suma + peso(r), 0) >= PESO
  }
  // Counts of things of other names never are of the same, and a long report has thousands.
  const porCosa = new Map<string, Mencion[]>()
  for (const m of todas)
    porCosa
      .set(m.cosa, porCosa.get(m.cosa) ?? [])
      .get(m.cosa)
      ?.push(m)
  return todas.flatMap((una) => {
    const otra = una.computada ? undefined : porCosa.get(una.cosa)?.find((o) => distintas(una, o) && deLoMismo(una, o))
    if (otra === undefined) return []
    const explicacion = `En ${otra.oracion.pasaje.lugar} se lee «${otra.dicho}» de lo que parece lo mismo: «${otra.oracion.texto}».`
    return [reparo(una.oracion, una, { esperado: '', explicacion })]
  })
}

/** The sentence tells of another year than the vigencia. */
function deOtroAnio({ oracion: { plana, marcas } }: Mencion, { report: { libro } }: Hechos): boolean {
  const anios = marcas.filter(({ clase }) => clase === 'anio')
  return (
    /(?<!\w)(?:ano|vigencia) (?:anterior|pasad[oa])(?!\w)/u.test(plana) ||
    (anios.length > 0 && anios.every(({ valor }) => valor !== libro.politica.vigencia))
  )
}

/** Two counts of a thing of one name, in two passages that may speak of the same. */
function distintas(una: Mencion, otra: Mencion): boolean {
  const [a, b] = [una.oracion.pasaje, otra.oracion.pasaje]
  if (una.oracion.orden === otra.oracion.orden || una.cosa !== otra.cosa || una.valor === otra.valor || (una.lista && otra.lista))
    return false
  // A total and its parts are told together in both.
  const dice = ({ oracion }: Mencion, valor: number) => oracion.marcas.some((m) => m.clase === 'cantidad' && m.valor === valor)
  if (dice(una, otra.valor) || dice(otra, una.valor)) return false
  // Each product counts its own, and each sector.
  if (a.sector !== null && b.sector !== null && a.sector !== b.sector) return false
  if (a.producto !== null && b.producto !== null && a.producto !== b.producto) return false
  return una.apartes === '' || otra.apartes === '' || una.apartes === otra.apartes
}

const HOJAS = [
  { hoja: 'Jornadas', cosa: /^(?:jornadas|encuentros)$/u, cuantas: ({ report: { libro } }: Hechos) => libro.jornadas?.length ?? null },
  { hoja: 'Reuniones', cosa: /^(?:reuniones|mesas)$/u, cuantas: ({ report: { libro } }: Hechos) => libro.reuniones?.length ?? null },
  {
    hoja: 'Capacitaciones',
    cosa: /^(?:capacitaciones|sesiones)$/u,
    cuantas: ({ report: { libro } }: Hechos) => libro.capacitaciones?.reduce((n, { sesiones }) => n + sesiones.valor, 0) ?? null,
  },
] as const

const ENTERO =
  /(?<!\w)(?:en total|un total de|total de|las|los|realiz[a-z]+|adelant[a-z]+|desarroll[a-z]+|llev[a-z]+ a cabo|hubo|fueron|convoc[a-z]+)(?: [a-z]+){0,3} $/u

const revisarEventos = porOracion((oracion, hechos) => {
  const { producto, sector } = oracion.pasaje
  if (producto !== null || sector !== null) return []
  return oracion.marcas.flatMap((marca: Marca) => {
    const cosa =
      marca.clase === 'cantidad' && !marca.articulo && calculada(oracion, marca) === null ? nombreTras(oracion.plana, marca) : null
    const hoja = HOJAS.find((h) => cosa !== null && h.cosa.test(cosa))
    const cuantas = hoja?.cuantas(hechos) ?? null
    if (hoja === undefined || cuantas === null || cuantas === marca.valor || !ENTERO.test(oracion.plana.slice(0, marca.desde))) return []
    const hasta = marca.hasta + 1 + (cosa?.length ?? 0)
    return [
      reparo(oracion, { desde: marca.desde, hasta }, { esperado: String(cuantas), explicacion: `La hoja ${hoja.hoja} suma ${cuantas}.` }),
    ]
  })
})

export const REGLAS_DE_RECUENTOS: readonly ReglaDeProsa[] = [
  {
    id: 'recuento-distinto',
    severidad: 'posible',
    que: 'Lo que parece lo mismo, contado en dos lugares con dos números.',
    debe: {
      texto: 'La campaña «Siembra en tu cuadra» reunió a 172 voluntarios.',
      junto: ['A la campaña «Siembra en tu cuadra» se sumaron 121 voluntarios.'],
    },
    no: {
      texto: 'En la comuna 6 se atendieron 30 familias de la línea nutricional.',
      junto: ['En la comuna 9 se atendieron 45 familias de la línea nutricional.'],
    },
    revisar: revisarDosLugares,
  },
  {
    id: 'recuento-de-eventos',
    severidad: 'posible',
    que: 'Un número de jornadas, reuniones o sesiones distinto del de su hoja.',
    debe: { texto: 'En total se adelantaron 7 jornadas de intercambio de semillas.' },
    no: { texto: 'Las 5 jornadas de intercambio de semillas reunieron a 535 asistentes.' },
    revisar: revisarEventos,
  },
]
