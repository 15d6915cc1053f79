/** What a quantity counts: the product's own unit beside it, another thing, or nothing. */
import type { Producto } from '../../model/index.js'
import type { Lectura, Marca } from '../lengua/lectura.js'
import { escapado, plano } from '../lengua/palabras.js'

/** Adjectives that may stand between a number and what it counts. */
const ADJETIVOS = '(?:(?:nuev|otr|primer|ultim|divers|distint|mism|divers|diferent|gran|buen|valios)[a-z]* )?'
const SUELTAS = new Set(
  'y o e u en del de frente a al para sobre durante con por que fueron se es son era eran mas menos hasta desde segun lo cuando como'.split(
    ' ',
  ),
)

/** The names of a product's unit, in plain form: what says none of them tells of no such quantity. */
type UnidadDicha = readonly string[]

/** How a quantity of a unit is told: beside the number, or before it. */
interface Formas {
  readonly despues: RegExp
  readonly antes: RegExp
}

const dichas = new WeakMap<Producto, UnidadDicha | null>()
const formas = new WeakMap<UnidadDicha, Formas>()

/** The unit of a product; null where it has no name. Each quantity of a sector is held against each of its products. */
export function unidadDe(producto: Producto): UnidadDicha | null {
  const dicha = dichas.get(producto)
  if (dicha !== undefined) return dicha
  const nombres = nombresDeUnidad(producto)
  const suya = nombres.length === 0 ? null : nombres
  dichas.set(producto, suya)
  return suya
}

function formasDe(unidad: UnidadDicha): Formas {
  const previas = formas.get(unidad)
  if (previas !== undefined) return previas
  const nombres = unidad.map(escapado).join('|')
  const suyas = {
    despues: new RegExp(`^ (?:de )?(?:(?:los|las|estos|estas|esos|esas|sus) )?${ADJETIVOS}(?:${nombres})(?!\\w)`, 'u'),
    antes: new RegExp(`(?<!\\w)(?:${nombres}) (?:[a-z]+ ){0,3}(?:son|fueron|eran|sumaron|suman|ascendio a|llegaron a) $`, 'u'),
  }
  formas.set(unidad, suyas)
  return suyas
}

/** Names of the product's unit in plain form: the workbook's, or, without one, the plural noun with which its name begins. */
function nombresDeUnidad({ unidad, unidadSingular, unidadPlural, nombre }: Producto): readonly string[] {
  if (unidad === 'Porcentaje') return []
  const escritas = [unidadPlural, unidadSingular].flatMap((u) => (u === null ? [] : [plano(u)]))
  const [primera = ''] = plano(nombre).split(' ')
  const todas = escritas.length > 0 ? escritas : /[^s]s$/u.test(primera) ? [primera] : []
  return [...new Set(todas.flatMap((u) => [u, u.split(' ')[0] ?? u]))]
}

/** From the number to the end of the unit it counts; the number alone where the unit stands before it; null where it counts no such unit. */
export function conUnidad(
  { plana }: Lectura,
  marca: Marca,
  unidad: UnidadDicha | null,
): { readonly desde: number; readonly hasta: number } | null {
  if (unidad === null || !unidad.some((nombre) => plana.includes(nombre))) return null
  const { despues: detras, antes: delante } = formasDe(unidad)
  const despues = detras.exec(plana.slice(marca.hasta))
  if (despues !== null) {
    const conArticulo = /^ (?:los|las) /u.test(despues[0])
    return { desde: marca.desde, hasta: conArticulo ? marca.hasta : marca.hasta + despues[0].length }
  }
  const antes = delante.test(plana.slice(0, marca.desde))
  return antes && nombreTras(plana, marca) === null ? { desde: marca.desde, hasta: marca.hasta } : null
}

/** The noun that follows a number, in plain form; null where none does. */
export function nombreTras(plana: string, { hasta }: Marca): string | null {
  const [, palabra] = /^ (?:de )?(?:(?:los|las) )?([a-z]+)/u.exec(plana.slice(hasta)) ?? []
  return palabra === undefined || SUELTAS.has(palabra) ? null : palabra
}

/** What follows the unit and narrows it: «de limpieza», «nocturnas» in «4 jornadas nocturnas»; empty where nothing does. In plain form. */
export function complemento({ plana }: Lectura, hasta: number): string {
  const resto = plana.slice(hasta)
  const [, nombre] =
    /^ (?:de|del|en|para|con|a|al|por|sobre) (?:el |la |los |las )?((?!(?:ano|vigencia|total|que|el|la|los|las)(?!\w))[a-z]+)/u.exec(
      resto,
    ) ?? []
  const [, adjetivo] = /^ ([a-z]+[aeo]s)(?!\w)/u.exec(resto) ?? []
  return nombre ?? adjetivo ?? ''
}
