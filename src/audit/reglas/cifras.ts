/** Figures of products typed by hand, against those of the workbook. */
import type { IndicadoresProducto } from '../../indicators/index.js'
import { unaVezPorCada } from '../../model/index.js'
import { type Afirmacion, afirmaciones } from '../afirmaciones/afirmar.js'
import { type Entorno, entorno } from '../afirmaciones/entorno.js'
import type { ClaseDeAfirmacion } from '../afirmaciones/patrones.js'
import { COTEJOS, type Cotejo, cantidades, cifra, coincide, loQueConsta, ronda } from '../afirmaciones/producto.js'
import { productoEn, productoPorUnidad } from '../afirmaciones/sujeto.js'
import { complemento, conUnidad, nombreTras, unidadDe } from '../afirmaciones/unidad.js'
import type { Severidad } from '../hallazgo.js'
import type { Hechos } from '../hechos.js'
import type { OracionLeida, Reparo } from '../leido.js'
import { reparo } from '../leido.js'
import { plano, raiz } from '../lengua/palabras.js'
import { porOracion, type ReglaDeProsa } from './regla.js'

/** A figure and the product that it is said of. */
interface Dicha {
  readonly oracion: OracionLeida
  readonly afirmacion: Afirmacion
  readonly p: IndicadoresProducto
  readonly e: Entorno
  /** The number with its unit. */
  readonly tramo: { readonly desde: number; readonly hasta: number }
  readonly propia: boolean
}

const deOracion = unaVezPorCada((hechos: Hechos, oracion: OracionLeida) => dichasDe(oracion, hechos))

/** The figures of a sentence that are said of some product; most rules ask for them. */
const dichas = (oracion: OracionLeida, hechos: Hechos) => deOracion(hechos, oracion)

function dichasDe(oracion: OracionLeida, hechos: Hechos): readonly Dicha[] {
  const { vigencia, fin } = hechos.report.libro.politica
  return afirmaciones(oracion).flatMap((afirmacion) => {
    const { marca } = afirmacion
    const p = productoEn(oracion, marca.desde, hechos) ?? productoPorUnidad(oracion, marca, hechos)
    if (p === null) return []
    const junto = conUnidad(oracion, marca, unidadDe(p.producto))
    const e = entorno(oracion, afirmacion, vigencia, fin)
    return [{ oracion, afirmacion, p, e, tramo: junto ?? marca, propia: junto !== null }]
  })
}

/** A rule for the figures that the patterns of these classes take. */
function segunClase(clases: readonly ClaseDeAfirmacion[], sirve: (dicha: Dicha) => boolean): ReglaDeProsa['revisar'] {
  return porOracion((oracion, hechos) =>
    dichas(oracion, hechos).flatMap((dicha) => {
      const { clase } = dicha.afirmacion
      if (clase === null || clase === 'avance' || !clases.includes(clase) || !sirve(dicha)) return []
      return juzgar(dicha, COTEJOS[clase](dicha.p, dicha.e, hechos, dicha.afirmacion.marca), hechos)
    }),
  )
}

/** Nothing where the figure is one that it may be, or nobody knows; else what is wrong with it. */
function juzgar(
  { oracion, afirmacion: { marca }, p, e, tramo }: Dicha,
  { validos, esperado }: Cotejo,
  hechos: Hechos,
  severidad?: Severidad,
): readonly Reparo[] {
  if (coincide(marca, validos) || (e.aproximado && ronda(marca, validos))) return []
  // Of another year there is nothing to compare with unless the workbook gives it.
  if (validos.length === 0 && e.anio !== null) return []
  const grave = e.aproximado ? 'posible' : severidad
  return [reparo(oracion, tramo, { esperado, explicacion: loQueConsta(hechos, p), ...(grave === undefined ? {} : { severidad: grave }) })]
}

const porciento = ({ afirmacion }: Dicha) => afirmacion.marca.clase === 'porcentaje'
/** The number counts the product's unit, or nothing that is named. */
const suyaOSuelta = ({ oracion, afirmacion: { marca }, propia, p }: Dicha) => {
  if (marca.articulo && !propia) return false
  if (p.producto.unidad === 'Porcentaje') return marca.clase === 'porcentaje' || /^ puntos?/u.test(oracion.plana.slice(marca.hasta))
  return marca.clase === 'cantidad' && (propia || nombreTras(oracion.plana, marca) === null)
}
const diferenciaSuya = (d: Dicha) => suyaOSuelta(d) || (porciento(d) && d.p.producto.unidad === 'Número')

const HECHO =
  '(?:realiz|desarroll|instal|entreg|dict|adelant|ejecut|llev|logr|alcanz|atend|conform|visit|capacit|form|implement|cre|public|elabor|activ|vincul|apoy|celebr|efectu|brind|prest|complet|lleg|fortalec|hub|hic|respond|cubr|benefici)'
/** A verb that says that the amount was achieved, right before it. */
const VERBO_ANTES = new RegExp(
  `(?<!\\w)(?:(?:se )?(?:ha |han |haber )?${HECHO}[a-z]*(?:o|aron|ieron|io|ado|ido)|hubo|fueron|se hicieron|hizo|suman|sumo)(?: a)?(?: en total| un total de| (?:un|el) total| tambien| asi| cerca de)? $`,
  'u',
)
const TOTAL = /(?<!\w)(?:en total|un total de|total de|totalidad de|la suma de|para un total de)(?: [a-z]+){0,3} $/u
const FUERON = /(?<!\w)(?:fueron|son) $/u
const PARTE =
  /(?<!\w)(?:de (?:ellas|ellos|estas|estos|las cuales|los cuales|las mismas)|entre (?:ellas|ellos)|incluid[oa]s?|otr[oa]s)[, ]*(?:[a-z]+ ){0,2}$/u

/** How sure it is that an amount of the product's unit is meant to be the whole achievement; null where it may well be a part of it. */
function gravedad(dicha: Dicha, hechos: Hechos): Severidad | null {
  const {
    oracion,
    afirmacion: { marca },
    p,
    e,
    tramo,
  } = dicha
  const antes = oracion.plana.slice(0, marca.desde)
  if (PARTE.test(antes) || marca.articulo) return null
  const logro = p.logroVigencia?.valueOf() ?? 0
  const total = TOTAL.test(antes) || FUERON.test(antes)
  const hecho = VERBO_ANTES.test(antes) || (marca.desde === 0 && marca.valor > logro)
  const propio = complementoPropio(oracion, tramo.hasta, p)
  if (marca.valor > logro) {
    if (!propio && !total) return null
    return p.producto.tipo !== 'Suma' && !hecho && !total ? 'posible' : total || hecho || e.vigencia ? 'contradiccion' : 'posible'
  }
  if (sumanElLogro(dicha, hechos)) return null
  if (total) return 'contradiccion'
  if (!hecho || !propio || p.producto.tipo !== 'Suma') return null
  return e.vigencia && terminaEn(oracion, tramo.hasta) ? 'contradiccion' : terminaEn(oracion, tramo.hasta) ? 'posible' : null
}

/** Nothing narrows the unit, or what does is in the product's own name: «mercados campesinos». */
function complementoPropio(oracion: OracionLeida, hasta: number, { producto }: IndicadoresProducto): boolean {
  const dicho = complemento(oracion, hasta)
  if (dicho === '' || /(?:ad|id)[oa]s?$/u.test(dicho)) return true
  const suyas = plano(`${producto.nombre} ${producto.indicador ?? ''}`)
    .split(/[^a-z]+/u)
    .map(raiz)
  return suyas.includes(raiz(dicho))
}

/** The amount is not followed by anything that would make it a part: it ends there, or goes on with when. */
function terminaEn({ plana }: OracionLeida, hasta: number): boolean {
  return /^(?: (?:[a-z]+(?:ad|id)[oa]s?|campesin[oa]s))?(?:[.,;)]|$| (?:durante|en (?:la vigencia|el ano|=)|para la vigencia|y (?:se|un)))/u.test(
    plana.slice(hasta),
  )
}

/** The smaller amounts of the passage that count the product's unit, or nothing named, add up to the achievement. */
function sumanElLogro({ oracion, p }: Dicha, hechos: Hechos): boolean {
  const unidad = unidadDe(p.producto)
  const propias = afirmaciones(oracion).filter(
    ({ marca, clase }) =>
      clase === null &&
      marca.clase === 'cantidad' &&
      (conUnidad(oracion, marca, unidad) !== null || nombreTras(oracion.plana, marca) === null),
  )
  const suma = propias.reduce((total, { marca }) => total + marca.valor, 0)
  return hechos.productos.has(p.producto.codigo) && propias.length > 1 && suma === p.logroVigencia?.valueOf()
}

const revisarLogro = porOracion((oracion, hechos) =>
  dichas(oracion, hechos).flatMap((dicha) => {
    const { afirmacion, propia, p, e } = dicha
    if (afirmacion.clase !== null || !propia || p.metaVigencia === null) return []
    const esLogro = VERBO_ANTES.test(oracion.plana.slice(0, afirmacion.marca.desde))
    const grave = e.anio === null ? gravedad(dicha, hechos) : esLogro ? 'contradiccion' : null
    if (grave === null) return []
    return juzgar(dicha, cantidades(p, e, hechos, esLogro), hechos, oracion.pasaje.producto === null ? 'posible' : grave)
  }),
)

const EN_UN = new RegExp(`(?<!\\w)${HECHO}[a-z]*(?:o|aron|ieron|io|ado|ido|ida|idas|adas)(?: [a-z]+){0,3} (?:en un|en el|el|al|un) $`, 'u')
/** A share achieved of what a product of percentages counts: «se atendieron en un 98 %», «respondió el 98 % de las solicitudes». */
const revisarParte = porOracion((oracion, hechos) =>
  dichas(oracion, hechos).flatMap((dicha) => {
    const {
      afirmacion: { clase, marca },
      p,
      e,
    } = dicha
    if (clase !== null || p.producto.unidad !== 'Porcentaje' || marca.clase !== 'porcentaje' || p.metaVigencia === null) return []
    if (!EN_UN.test(oracion.plana.slice(0, marca.desde)) || !hablaDe(oracion, p)) return []
    return juzgar(dicha, cantidades(p, e, hechos, true), hechos)
  }),
)

/** A noun of the product's name, beyond its first, is in the sentence. */
function hablaDe({ plana }: OracionLeida, { producto }: IndicadoresProducto): boolean {
  const dichas = new Set(plana.split(/[^a-z]+/u).map(raiz))
  return plano(producto.nombre)
    .split(/[^a-z]+/u)
    .some((palabra) => palabra.length > 5 && dichas.has(raiz(palabra)))
}

/** A product has no figure called avance: what is typed may be its compliance of the vigencia or of the whole. */
const revisarAvance = porOracion((oracion, hechos) =>
  dichas(oracion, hechos).flatMap((dicha) => {
    if (dicha.afirmacion.clase !== 'avance' || !porciento(dicha)) return []
    const { p } = dicha
    const libre = { ...dicha.e, vigencia: false, acumulado: false, final: false }
    const { validos } = COTEJOS.cumplimiento(p, libre, hechos, dicha.afirmacion.marca)
    return juzgar(dicha, { validos: [...validos, p.avance.mul(100)], esperado: cifra(hechos, p, 'cumplimiento') }, hechos)
  }),
)

export const REGLAS_DE_CIFRAS: readonly ReglaDeProsa[] = [
  {
    id: 'cumplimiento',
    severidad: 'contradiccion',
    que: 'Un porcentaje de cumplimiento de un producto que no es su logro dividido por su meta.',
    debe: { producto: '1.1.1', texto: 'El producto cerró con un cumplimiento del 118 %.' },
    no: { producto: '1.1.1', texto: 'El 61 % de quienes cumplieron con la capacitación son vecinas.' },
    revisar: segunClase(['cumplimiento'], porciento),
  },
  {
    id: 'meta',
    severidad: 'contradiccion',
    que: 'Una meta de un producto distinta de la del libro.',
    debe: { producto: '1.1.2', texto: 'La meta de 2027 era de treinta talleres.' },
    no: { producto: '1.1.2', texto: 'La meta de 2026, de 20 talleres, quedó atrás.' },
    revisar: segunClase(['meta', 'planeado'], suyaOSuelta),
  },
  {
    id: 'logro',
    severidad: 'contradiccion',
    que: 'Una cantidad con la unidad del producto que no es lo que logró, ni puede ser una parte.',
    debe: { producto: '1.1.1', texto: 'En el año se instalaron 28 huertas.' },
    no: { producto: '1.1.1', texto: 'De las 18 huertas, 7 quedaron junto a colegios.' },
    revisar: revisarLogro,
  },
  {
    id: 'logro-en-porcentaje',
    severidad: 'contradiccion',
    que: 'Un porcentaje logrado, en un producto que se mide en porcentaje, distinto del reportado.',
    debe: { producto: '2.2.1', texto: 'Se respondió el 98 % de las solicitudes.' },
    no: { producto: '2.2.1', texto: 'El 60 % de las solicitudes fue de comedores.' },
    revisar: revisarParte,
  },
  {
    id: 'acumulado',
    severidad: 'contradiccion',
    que: 'Un acumulado de un producto que no es la suma o el último nivel de lo logrado.',
    debe: { producto: '2.2.2', texto: 'Ya son 24 las jornadas realizadas desde que comenzó el plan.' },
    no: { producto: '2.2.2', texto: 'El acumulado es de 18 jornadas.' },
    revisar: segunClase(['acumulado'], suyaOSuelta),
  },
  {
    id: 'diferencia',
    severidad: 'contradiccion',
    que: 'Un faltante o un excedente de un producto que no es la resta entre lo logrado y la meta.',
    debe: { producto: '3.1.1', texto: 'En el acumulado faltan siete mercados.' },
    no: { producto: '3.1.1', texto: 'Faltan dos meses para la feria de mercados.' },
    revisar: segunClase(['faltante', 'excedente'], diferenciaSuya),
  },
  {
    id: 'avance-de-producto',
    severidad: 'posible',
    que: 'Un avance de un producto que no es ninguno de sus porcentajes.',
    debe: { producto: '1.2.1', texto: 'El producto presenta un avance del 77 %.' },
    no: { producto: '1.2.1', texto: 'El producto presenta un avance del 116 %.' },
    revisar: revisarAvance,
  },
]
