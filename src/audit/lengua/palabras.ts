/** Words as they are compared: without accents, in lower case, cut to a stem. */

/** The letters that have a capital or an accent to lose, and all that may: what else there is stays as it is. */
const POR_CAMBIAR = /[A-Z\u{80}-\u{10FFFF}]/gu

/** The same text in lower case and without accents, character by character, so that a place in one is the same place in the other. */
export function plano(texto: string): string {
  return texto.replace(POR_CAMBIAR, sinAcento)
}

function sinAcento(letra: string): string {
  const base = letra.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return base.length === letra.length ? base : ' '.repeat(letra.length)
}

const VACIAS = new Set(
  `a al algo algun alguna algunas algunos ambas ambos ante antes aquel asi aun aunque bajo bien cada casi como con contra cual cuales cuando cuyo
  cuya cuyos cuyas de del desde donde dos durante e el ella ellas ello ellos en entre era eran es esa esas ese eso esos esta estaba estan estas
  este esto estos fue fueron gracias ha haber habia han hasta hay la las le les lo los mas me mediante menos mi mientras misma mismo mucha muchas
  mucho muchos muy nada ni ningun ninguna no nos o otra otras otro otros para pero poco por porque pues que quien quienes se segun sea ser si sido
  sin sobre solo son su sus tal tales tambien tanto te tiene tienen toda todas todo todos tras tuvo tuvieron un una uno unas unos y ya`.split(
    /\s+/u,
  ),
)

/** Whether a word (in plain form) says something by itself. */
export function tieneSentido(palabra: string): boolean {
  return palabra.length > 2 && !VACIAS.has(palabra)
}

/** The stem by which two forms of a word meet: visita, visitas → visit; realizó, realizaron → realiz. In plain form. */
export function raiz(palabra: string): string {
  const singular = palabra.length > 4 ? palabra.replace(/(?<=[lrndj])es$|ces$|s$/u, (fin) => (fin === 'ces' ? 'z' : '')) : palabra
  const corta = singular.replace(
    /(?:aciones|acion|iciones|icion|siones|sion|amientos?|imientos?|aron|ieron|ando|iendo|ado|ada|ido|ida|ar|er|ir|o|a|e)$/u,
    '',
  )
  return corta.length >= 3 ? corta : singular
}

/** Words of the workbook as a pattern takes them: none of their characters is an operator of it. */
export function escapado(texto: string): string {
  return texto.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
}
