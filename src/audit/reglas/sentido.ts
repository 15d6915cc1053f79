/** Words that say whether a goal was met, against the sign of the figures. */
import type { Fraction, IndicadoresProducto } from '../../indicators/index.js'
import type { Balance } from '../../model/index.js'
import { afirmaciones } from '../afirmaciones/afirmar.js'
import type { SentidoDicho } from '../afirmaciones/dicho.js'
import { clausula, type Entorno, entorno } from '../afirmaciones/entorno.js'
import type { Sentido } from '../afirmaciones/patrones.js'
import { cifra, loQueConsta } from '../afirmaciones/producto.js'
import { delPasaje, grupoEn, productoEn } from '../afirmaciones/sujeto.js'
import type { Hechos, HechosGrupo } from '../hechos.js'
import { type OracionLeida, type Reparo, reparo } from '../leido.js'
import { loQueConstaDe } from './grupos.js'
import { porOracion, type ReglaDeProsa } from './regla.js'

/** Whether a sign (of achievement minus goal, better is more) bears the word out. */
const VALE: Readonly<Record<Sentido, (signo: number) => boolean>> = {
  cumplio: (s) => s >= 0,
  supero: (s) => s > 0,
  'no-cumplio': (s) => s < 0,
  rezago: (s) => s < 0,
  'al-dia': (s) => s >= 0,
  'sobre-ejecucion': (s) => s > 0,
}

const revisarProducto = porOracion((oracion, hechos) => {
  const { vigencia, fin } = hechos.report.libro.politica
  return oracion.sentidos.flatMap((dicho): readonly Reparo[] => {
    if (deGrupo(oracion, dicho) || antesDeTiempo(hechos, dicho)) return []
    const p = productoEn(oracion, dicho.desde, hechos)
    if (p === null) return []
    const signos = signosDe(p, entorno(oracion, dicho, vigencia, fin))
    if (signos.length === 0 || signos.some(VALE[dicho.sentido])) return []
    return [reparo(oracion, dicho, { esperado: enPalabras(hechos, p), explicacion: loQueConsta(hechos, p) })]
  })
})

/** Compliance of the vigencia and balance of the whole, as the report words them. */
function enPalabras(hechos: Hechos, p: IndicadoresProducto): string {
  const balance = `${cifra(hechos, p, 'balance')}${p.balance === 'en-cumplimiento' || p.balance === null ? '' : ` de ${cifra(hechos, p, 'diferencia')}`}`
  return p.cumplimientoPorcentaje === null ? balance : `cumplimiento de ${cifra(hechos, p, 'cumplimiento')}; ${balance}`
}

/** Signs of what the words may speak of: the year's goal, the accumulated one, the final one. */
function signosDe(p: IndicadoresProducto, e: Entorno): readonly number[] {
  if (e.anio !== null) return []
  const vuelta = p.producto.tipo === 'Decreciente' ? -1 : 1
  const signo = (a: Fraction | null, b: Fraction | null) => (b === null ? [] : [Math.sign((a ?? b.mul(0)).compare(b)) * vuelta])
  const anual = p.logroVigencia === null && vuelta === -1 ? [] : signo(p.logroVigencia, p.metaVigencia)
  const acumulado = p.logroAcumulado === null && vuelta === -1 ? [] : signo(p.logroAcumulado, p.metaAcumulada)
  if (e.acumulado) return acumulado
  if (e.final) return signo(p.logroAcumulado, p.metaFinal)
  // «La vigencia cerró en rezago» may be said of the accumulated balance, which is what the report calls rezago.
  return [...anual, ...acumulado]
}

/** Of sectors, objetivos and the policy there is only a balance: goals are of products. */
const DE_GRUPO: ReadonlySet<Sentido> = new Set(['rezago', 'al-dia', 'sobre-ejecucion', 'supero'])

/** Of what is due at the end of a year that goes on, whether it is late is not known. */
function antesDeTiempo({ report }: Hechos, { sentido }: SentidoDicho): boolean {
  return report.libro.corte !== null && sentido !== 'cumplio' && sentido !== 'supero'
}

/** The clause says that it speaks of a group. */
function deGrupo(oracion: OracionLeida, { desde }: SentidoDicho): boolean {
  const tramo = clausula(oracion, desde)
  return /(?<!\w)(?:(?:el|este) (?:sector|objetivo)|(?:avance|balance|gestion) (?:acumulado )?del? (?:sector|objetivo|politica))(?!\w)/u.test(
    oracion.plana.slice(tramo.desde, desde),
  )
}

const revisarGrupo = porOracion((oracion, hechos) =>
  oracion.sentidos.flatMap((dicho): readonly Reparo[] => {
    if (!DE_GRUPO.has(dicho.sentido) || antesDeTiempo(hechos, dicho) || !hablaDelAvance(oracion, dicho)) return []
    if (productoEn(oracion, dicho.desde, hechos) !== null && oracion.pasaje.producto !== null) return []
    if (productoEn(oracion, dicho.desde, hechos) !== null && !deGrupo(oracion, dicho)) return []
    const g = grupoEn(oracion, dicho.desde, hechos)
    if (g === null || VALE[dicho.sentido](signoDe(g.grupo))) return []
    return [
      reparo(oracion, dicho, {
        esperado: balanceDe(hechos, g.grupo),
        explicacion: loQueConstaDe(hechos, g.grupo),
        ...(deGrupo(oracion, dicho) ? {} : { severidad: 'posible' as const }),
      }),
    ]
  }),
)

/** The words are about how far the group is, and not about one of its goals. */
function hablaDelAvance(oracion: OracionLeida, { sentido, desde, hasta }: SentidoDicho): boolean {
  const tramo = clausula(oracion, desde)
  const cerca = oracion.plana.slice(Math.max(0, tramo.desde - 40), hasta)
  return (
    (sentido !== 'supero' || !/meta/u.test(oracion.plana.slice(desde, hasta))) &&
    /(?<!\w)(?:sector|objetivo|avance|politica|balance|plan)(?!\w)/u.test(cerca)
  )
}

function signoDe({ grupo }: HechosGrupo): number {
  return { rezago: -1, 'en-cumplimiento': 0, 'sobre-ejecucion': 1, 'en-curso': 0 }[grupo.balance]
}

function balanceDe(hechos: Hechos, { nombre }: HechosGrupo): string {
  const de = (campo: string) =>
    hechos.report.cifras.get(`${nombre} ${campo}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())?.texto ?? ''
  return `${de('balance')}, ${de('diferencia')}`
}

/** Balances that have no size to tell. */
const SIN_BALANCE: ReadonlySet<Balance> = new Set(['en-cumplimiento', 'en-curso'])

/** A balance that is told without its size. In plain form. */
const SIN_TAMANO =
  /(?:cuenta con|presenta|registra|tiene|lleva) (?:una? )?(?:sobre-? ?ejecucion|sobrecumplimiento|rezago)(?: acumulad[oa])?(?!\w)/gu

const revisarTamano = porOracion((oracion, hechos) =>
  [...oracion.plana.matchAll(SIN_TAMANO)].flatMap(({ index, 0: palabras }) => {
    const p = productoEn(oracion, index, hechos)
    const dicho = afirmaciones(oracion).some(({ clase }) => clase === 'excedente' || clase === 'faltante')
    if (p === null || dicho || p.balance === null || SIN_BALANCE.has(p.balance)) return []
    const tramo = { desde: index, hasta: index + palabras.length }
    return [
      reparo(oracion, tramo, {
        esperado: `${cifra(hechos, p, 'balance')} de ${cifra(hechos, p, 'diferencia')}`,
        explicacion: loQueConsta(hechos, p),
      }),
    ]
  }),
)

/** Praise of how far a group has got. In plain form. */
const ELOGIO =
  /(?:se )?(?:destaca|destacan|resalta|sobresale|reconoce)[a-z]* (?:el |su |la |un )?(?:alto |buen |pleno )?(?:cumplimiento|avance|ejecucion)(?! de (?:los|las|sus|el|la) (?:acuerdo|compromiso|requisito|norma))/gu

const revisarElogio = porOracion((oracion, hechos) =>
  [...oracion.plana.matchAll(ELOGIO)].flatMap(({ index, 0: palabras }) => {
    // «Los productos de la política» says whose they are, not of whom the sentence speaks.
    const grupo =
      productoEn(oracion, index, hechos) === null ? (delPasaje(oracion, hechos) ?? grupoEn(oracion, index, hechos)?.grupo ?? null) : null
    if (grupo === null || grupo.grupo.balance !== 'rezago' || /rezago|por debajo|retras/u.test(oracion.plana)) return []
    const tramo = { desde: index, hasta: index + palabras.length }
    return [reparo(oracion, tramo, { esperado: balanceDe(hechos, grupo), explicacion: loQueConstaDe(hechos, grupo) })]
  }),
)

const revisarColor = porOracion((oracion, hechos) =>
  [
    ...oracion.plana.matchAll(
      /(?:qued(?:o|a)|esta|se (?:ubico|ubica|clasifico|encuentra)|cerro|termino|clasificado) (?:[a-z]+ ){0,2}?en (?:color |el color |semaforo |rango )?(verde|amarillo|rojo)(?!\w)/gu,
    ),
  ].flatMap(({ index, 0: palabras, 1: color }) => {
    const p = productoEn(oracion, index, hechos)
    if (p === null || p.semaforo === null || p.semaforo === color) return []
    return [
      reparo(
        oracion,
        { desde: index, hasta: index + palabras.length },
        { esperado: `en ${p.semaforo}`, explicacion: loQueConsta(hechos, p) },
      ),
    ]
  }),
)

export const REGLAS_DE_SENTIDO: readonly ReglaDeProsa[] = [
  {
    id: 'sentido',
    severidad: 'contradiccion',
    que: 'Palabras como «cumplió», «superó», «rezago» o «al día» que las cifras del producto desmienten.',
    debe: { producto: '1.2.3', texto: 'La meta de 2027 se cumplió a cabalidad.' },
    no: { producto: '1.2.3', texto: 'La meta no se cumplió, pero se hará lo necesario para cumplir la del año entrante.' },
    revisar: revisarProducto,
  },
  {
    id: 'sentido-de-grupo',
    severidad: 'contradiccion',
    que: 'Palabras como «rezago» o «por encima de lo planeado» que el balance del sector, del objetivo o de la política desmiente.',
    debe: { sector: 'Cultura Ciudadana', texto: 'El sector quedó por debajo de lo planeado.' },
    no: {
      sector: 'Cultura Ciudadana',
      texto: 'El sector supera lo planeado, aunque ningún hogar quedó por debajo de lo exigido en el curso.',
    },
    revisar: revisarGrupo,
  },
  {
    id: 'color',
    severidad: 'contradiccion',
    que: 'Un color del semáforo que no es el del producto.',
    debe: { producto: '1.1.2', texto: 'El producto quedó en verde.' },
    no: { producto: '1.1.2', texto: 'El producto quedó en amarillo.' },
    revisar: revisarColor,
  },
  {
    id: 'sin-tamano',
    severidad: 'estilo',
    que: 'Un rezago o una sobre-ejecución de un producto que se dice sin su tamaño.',
    debe: { producto: '3.1.1', texto: 'El producto cuenta con un rezago acumulado por la ola invernal.' },
    no: { producto: '3.1.1', texto: 'El producto cuenta con un rezago acumulado de cinco mercados.' },
    revisar: revisarTamano,
  },
  {
    id: 'elogio',
    severidad: 'posible',
    que: 'Que se destaque el cumplimiento de un sector, un objetivo o la política en rezago, sin decir del rezago.',
    debe: { sector: 'Desarrollo Rural', texto: 'Se destaca el cumplimiento en la ejecución de los productos del sector.' },
    no: { sector: 'Cultura Ciudadana', texto: 'Se destaca el cumplimiento en la ejecución de los productos del sector.' },
    revisar: revisarElogio,
  },
]
