/** The article that a name takes, told by its first noun: la Secretaría, el Instituto, el Área, las Redes. */
import { normalizarNombre } from '../model/index.js'

/** Endings of feminine nouns. */
const TERMINACION_FEMENINA = /(?:a|ion|dad|tad|ud|umbre|sis)$/u

/** Nouns whose ending says nothing of their gender, or the contrary. In the singular and without accents. */
const FEMENINOS = new Set(
  'base calle carcel clase corte fuente imagen ley luz ninez parte paz raiz red sede serie torre vejez voz'.split(' '),
)
const MASCULINOS = new Set(
  'programa sistema problema mapa dia esquema tema clima idioma diagrama cronograma panorama avion camion guion bastion analisis enfasis talud'.split(
    ' ',
  ),
)

/** Feminine nouns with «el», by the stressed a they begin with. Only nouns take it: la Alta Consejería. */
const CON_A_TONICA = new Set('area agua aula acta alma ala arma arca alba alza ancla'.split(' '))

/** Nouns in -s that are one thing. */
const SINGULARES_EN_S = new Set('gas atlas caos mes interes compas'.split(' '))

/** `del Instituto`, `de la Secretaría`, `de los Parques`. */
export function conDel(nombre: string): string {
  const articulo = articuloDe(nombre)
  return `${articulo === 'el' ? 'del' : `de ${articulo}`} ${nombre}`
}

/** `el Instituto`, `la Secretaría`, `el Área`, `las Aguas`. */
export function conArticulo(nombre: string): string {
  return `${articuloDe(nombre)} ${nombre}`
}

function articuloDe(nombre: string): 'el' | 'la' | 'los' | 'las' {
  const [noun = ''] = normalizarNombre(nombre).split(' ')
  if (/[aeo]s$/u.test(noun) && !SINGULARES_EN_S.has(noun)) return singularesDe(noun).some(esFemenino) ? 'las' : 'los'
  return esFemenino(noun) && !CON_A_TONICA.has(noun) ? 'la' : 'el'
}

/** What a plural may be the plural of: sedes is of sede, redes of red, voces of voz. */
function singularesDe(plural: string): readonly string[] {
  return [plural.replace(/s$/u, ''), plural.replace(/es$/u, ''), plural.replace(/ces$/u, 'z')]
}

function esFemenino(singular: string): boolean {
  return FEMENINOS.has(singular) || (TERMINACION_FEMENINA.test(singular) && !MASCULINOS.has(singular))
}
