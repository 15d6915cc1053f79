/**
 * A sentence with its numbers told apart: quantities, percentages, codes, dates, years, and the numbers that count nothing (norms,
 * addresses, hours, «comuna 4»). Patterns are then looked for in `plana`, where each of these is a run of one sign as long as itself.
 */

import { empiezaNumero, leerNumero } from './numeros.js'
import { plano } from './palabras.js'

/** What a number is: see `SIGNOS`. */
export type ClaseDeMarca = 'cantidad' | 'porcentaje' | 'codigo' | 'fecha' | 'anio' | 'referencia' | 'otra'

/** The sign that stands for each class in `plana`. */
const SIGNOS: Record<ClaseDeMarca, string> = {
  cantidad: '#',
  porcentaje: '%',
  codigo: '@',
  fecha: '&',
  anio: '=',
  referencia: '^',
  otra: '~',
}

export interface Marca {
  readonly clase: ClaseDeMarca
  readonly desde: number
  readonly hasta: number
  /** As it is written. */
  readonly texto: string
  /** Of quantities, percentages (35 for 35 %) and years; 0 for the rest. */
  readonly valor: number
  /** Decimals that were written. */
  readonly decimales: number
  /** «un», «una»: a 1 that may be an article. */
  readonly articulo: boolean
}

export interface Lectura {
  readonly texto: string
  /** Lower case, without accents, numbers turned to signs; each character in the place of its own. */
  readonly plana: string
  /** In order. */
  readonly marcas: readonly Marca[]
}

const MESES = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre'
const NORMAS =
  'ley|leyes|decretos?|resolucion(?:es)?|acuerdos?|conpes(?: d\\. ?c\\.?)?|sentencias?|autos?|circular|directiva|ordenanza|relatoria|articulos?|art\\.|' +
  'numeral|literal|paragrafo|paginas?|pag\\.|pp?\\.|version|nota|iso|ntc|oficio|radicado|contrato|convenio|expediente'
const ROTULOS =
  'comuna|localidad|calle|carrera|cra\\.?|cl\\.?|avenida|av\\.?|diagonal|transversal|linea|zona|fase|etapa|piso|salon|aula|bloque|torre|lote|ruta|numero|no\\.|n\\.?[°º]|num\\.|' +
  'objetivo|resultado|eje|grupo|nivel|grado|estrato|capitulo|anexo|formato|edicion|canal|kilometro|km|upz|ods|distrito|vereda|corregimiento'
const NUMERO = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?'

/** How each class is written, in order: the first that matches at a place wins. On the plain text. */
const FORMAS: readonly { readonly clase: ClaseDeMarca; readonly forma: RegExp }[] = [
  { clase: 'otra', forma: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/\S+|www\.\S+/uy },
  { clase: 'referencia', forma: /(?:tablas?|graficas?|graficos?|figuras?|cuadros?) (?:n\.?[°º] ?|no\. ?)?a?\d{1,3}(?![\d.,]*\d)/uy },
  {
    clase: 'fecha',
    forma: new RegExp(`(?:\\d{1,2}(?:\\.?[°º]|ro)?|primero) de (?:${MESES})(?:,? (?:del? )?(?:ano )?\\d{4})?(?!\\d)`, 'uy'),
  },
  { clase: 'fecha', forma: /\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{4}-\d{2}-\d{2}/uy },
  {
    clase: 'otra',
    forma: new RegExp(
      `(?:${NORMAS}) (?:n\\.?[°º] ?|no\\. ?|numero )?(?:[a-z]{1,3}-? ?)?\\d+(?:\\.\\d+)*(?:-\\d+)?(?: (?:del?|/) ?(?:ano )?\\d{4})?`,
      'uy',
    ),
  },
  { clase: 'otra', forma: new RegExp(`(?:${ROTULOS}) \\d+(?:\\.\\d+)*[a-z]?(?![\\d%])`, 'uy') },
  { clase: 'otra', forma: /\d{1,2}[:.]\d{2} ?(?:a|p)\. ?m\.?|\d{1,2}:\d{2}(?: ?h)?/uy },
  { clase: 'codigo', forma: /(?!\d{1,3}\.\d{3}\.\d{3}(?!\d))\d{1,2}\.\d{1,2}\.\d{1,3}(?![\d]|[.,]\d)/uy },
  { clase: 'otra', forma: /\d{4} ?[–-] ?\d{4}/uy },
  {
    clase: 'otra',
    forma:
      /(?!\d{1,3}(?:\.\d{3})+(?!\d))\d+(?:\.\d+){2,}|\+?\d[\d ]{8,}\d|\d+[/-]\d+(?:[/-]\d+)*|\d+[a-z]\w*|[a-z]+-?\d+\w*|\d+\.[ªº°]|\d+[ªº°]/uy,
  },
  { clase: 'porcentaje', forma: new RegExp(`(?:[−-])?(?:${NUMERO}) ?(?:%|por ciento)`, 'uy') },
  { clase: 'anio', forma: /(?:19|20|21)\d{2}(?![\d.,]*\d)/uy },
  { clase: 'cantidad', forma: new RegExp(`(?:${NUMERO})(?: (?:mil|millon(?:es)?)(?: de)?(?= ))?(?![\\d.,]*\\d)`, 'uy') },
]

/** Words that are numbers only beside another number or a thing counted. */
const ARTICULOS: ReadonlySet<string> = new Set(['un', 'una', 'uno'])

/** Nothing begins in the middle of a word or of another number. */
const INICIO = /(?<!\w|\d[.,])[\w+−-]/gu
/** Without any of these nothing is written as in `FORMAS`. */
const CON_FORMA = /[\d@]|:\/\/|www\.|primero de/u

/** Reads a stretch of prose. */
export function leer(texto: string): Lectura {
  const llano = plano(texto).replace(/\u00a0|\u202f/gu, ' ')
  const hayFormas = CON_FORMA.test(llano)
  const marcas: Marca[] = []
  let hasta = 0
  for (const { index } of llano.matchAll(INICIO)) {
    if (index < hasta) continue
    const marca = (hayFormas ? escrita(texto, llano, index) : null) ?? enPalabras(texto, llano, index)
    if (marca === null) continue
    marcas.push(marca)
    hasta = marca.hasta
  }
  return { texto, plana: enmascarar(llano, marcas), marcas }
}

function escrita(texto: string, llano: string, i: number): Marca | null {
  for (const { clase, forma } of FORMAS) {
    forma.lastIndex = i
    const [hallado] = forma.exec(llano) ?? []
    if (hallado !== undefined) return marca(clase, texto, i, i + hallado.length)
  }
  return null
}

const PALABRA = /[a-z]+/uy

/** A number in words, with its «por ciento» where it has one. */
function enPalabras(texto: string, llano: string, i: number): Marca | null {
  PALABRA.lastIndex = i
  if (!empiezaNumero(PALABRA.exec(llano)?.[0] ?? '')) return null
  const siguientes = [...llano.slice(i, i + 120).matchAll(/[a-z]+/gu)]
  const seguidas = siguientes.filter((p, k) =>
    k === 0 ? p.index === 0 : /^ +$/u.test(llano.slice(i + finDe(siguientes[k - 1]), i + p.index)),
  )
  const corte = siguientes.findIndex((p, k) => seguidas[k] !== p)
  const palabras = (corte === -1 ? siguientes : siguientes.slice(0, corte)).map(([p]) => p)
  const leido = leerNumero(palabras)
  if (leido === null) return null
  const fin = i + finDe(siguientes[leido.palabras - 1])
  const porCiento = /^ por ciento(?!\w)/u.exec(llano.slice(fin))?.[0].length ?? 0
  return {
    clase: porCiento > 0 ? 'porcentaje' : 'cantidad',
    desde: i,
    hasta: fin + porCiento,
    texto: texto.slice(i, fin + porCiento),
    valor: leido.valor,
    decimales: 0,
    articulo: leido.palabras === 1 && ARTICULOS.has(palabras[0] ?? ''),
  }
}

function finDe(palabra: RegExpExecArray | undefined): number {
  return palabra === undefined ? 0 : palabra.index + palabra[0].length
}

function marca(clase: ClaseDeMarca, texto: string, desde: number, hasta: number): Marca {
  const escrito = texto.slice(desde, hasta)
  const cuenta = clase === 'cantidad' || clase === 'porcentaje' || clase === 'anio'
  return { clase, desde, hasta, texto: escrito, articulo: false, ...(cuenta ? valorDe(escrito) : { valor: 0, decimales: 0 }) }
}

/** `1.300.231` → 1300231; `5,7 %` → 5.7, one decimal; `2 millones` → 2000000. */
function valorDe(escrito: string): Pick<Marca, 'valor' | 'decimales'> {
  const cifras = /[\d.,]+/u.exec(escrito)?.[0] ?? '0'
  const [entera = '0', decimal = ''] = cifras.replaceAll('.', '').split(',')
  const veces = /mill/iu.test(escrito) ? 1_000_000 : /mil/iu.test(escrito) ? 1000 : 1
  const signo = /^[−-]/u.test(escrito) ? -1 : 1
  return { valor: signo * Number(`${entera}${decimal === '' ? '' : `.${decimal}`}`) * veces, decimales: decimal.length }
}

function enmascarar(llano: string, marcas: readonly Marca[]): string {
  // A sign that is in the text itself must not be taken for a number.
  const limpio = llano.replace(/[#%@&=^~]/gu, ' ').replace(/\s/gu, ' ')
  let plana = ''
  for (const { clase, desde, hasta, articulo } of marcas) {
    // «un» is most often an article, and patterns read it as one.
    plana += limpio.slice(plana.length, desde) + (articulo ? limpio.slice(desde, hasta) : SIGNOS[clase].repeat(hasta - desde))
  }
  return plana + limpio.slice(plana.length)
}

/** The mark that begins at a place; null where none does. */
export function marcaEn({ marcas }: Lectura, desde: number): Marca | null {
  return marcas.find((m) => m.desde === desde) ?? null
}
