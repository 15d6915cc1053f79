/** A document that somebody edited, checked figure by figure against the workbook. */
import type { Hallazgo, Hechos } from '../audit/index.js'
import type { Documento } from '../document/index.js'
import type { DocumentoLeido, ReadBlock } from '../readers/index.js'
import { filaSuelta, revisarTabla } from './celdas.js'
import { diferencias } from './diferencias.js'
import { type Esperado, esperadoDe } from './esperado.js'
import { fichas } from './fichas.js'
import { entradasDe, revisarIndices } from './indices.js'
import { EN_NINGUNA, type HallazgoEnDocumento, hallazgoEn } from './lugar.js'
import { cifrasMarcadas, revisarMarcas } from './marcas.js'
import { revisarProductos } from './productos.js'
import { enProsa, seguir } from './prosa.js'
import { emparejarRotulos, revisarRotulos } from './rotulos.js'
import { emparejarTablas } from './tablas.js'
import { type Emparejados, emparejar, textosLeidos } from './textos.js'

export interface Verificacion {
  /** In the order of the document; what is nowhere in it, last. */
  readonly hallazgos: readonly HallazgoEnDocumento[]
  readonly revisado: { readonly cifras: number; readonly tablas: number; readonly parrafos: number }
}

/**
 * Checks a document against the report that its workbook gives: each cell of each table, captions and numbers, indices and their pages,
 * each figure of each sentence that can be known again, and, in the rest, whatever the audit's rules find. Pure.
 * `edicion`: that report just written in the same format, where only it can tell pages; null where the document itself does.
 */
export function verificar(
  leido: DocumentoLeido,
  documento: Documento,
  hechos: Hechos,
  edicion: DocumentoLeido | null = null,
): Verificacion {
  const esperado = esperadoDe(documento)
  const { blocks } = leido
  const tablas = emparejarTablas(blocks, esperado.tablas)
  const conDatos = new Set<ReadBlock>(tablas.map((t) => t.leida))
  const textos = textosLeidos(blocks, new Set(blocks.filter((b) => b.type === 'table' && !conDatos.has(b))))
  const emparejados = emparejar(textos, esperado.textos)
  const rotulos = emparejarRotulos(blocks, esperado, tablas)
  const { temas, aperturas } = seguir(emparejados.parejas, blocks, hechos)
  const distintos = enTextos(emparejados)
  const marcadas = cifrasMarcadas(leido, esperado)
  const prosa = enProsa(emparejados.parejas, temas, marcadas, hechos)
  const sueltos = emparejados.parejas.flatMap(({ leido: suelto, esperado: suyo }) => (suyo === null ? [suelto] : []))
  const enTablas = tablas.flatMap((tabla) => revisarTabla(tabla, sueltos))
  // A row that was read as a paragraph opens nothing.
  const deFilas = new Set(esperado.tablas.flatMap(({ filas }) => filas.flatMap((fila) => filaSuelta(fila, sueltos)?.en ?? [])))
  const hallazgos = [
    ...enTablas,
    ...revisarMarcas(marcadas, blocks, [...enTablas, ...distintos]),
    ...revisarRotulos(blocks, esperado, rotulos),
    ...revisarIndices(blocks, esperado, edicion === null ? null : { entradas: entradasDe(edicion.blocks) }),
    ...distintos,
    ...prosa.filter((h) => !distintos.some((d) => d.texto.includes(h.texto) && mismoLugar(d, h) && seTocan(d, h))),
    ...revisarProductos(
      aperturas.filter(({ en }) => !deFilas.has(en)),
      esperado.textos,
      tablas,
      blocks,
      hechos,
    ),
    ...ausentes(emparejados),
  ]
  return {
    hallazgos: enOrden(hallazgos, blocks),
    revisado: { cifras: cifrasDe(esperado, emparejados), tablas: tablas.length, parrafos: textos.length },
  }
}

/** Of a label some formats read the words in one place and the figure in another; of a sentence of so many words, none does. */
const ORACION = 12

const PORQUES = {
  cifra: 'El libro da otra cifra',
  codigo: 'El libro da otro código',
  sentido: 'Las cifras del libro dicen lo contrario',
  'cifra-quitada': 'Ahí el informe que da el libro trae una cifra, y el documento no',
} as const

function enTextos({ parejas }: Emparejados): readonly HallazgoEnDocumento[] {
  return parejas.flatMap(({ leido, esperado }) =>
    esperado === null
      ? []
      : diferencias(leido.texto, esperado)
          .filter(({ clase }) => clase !== 'cifra-quitada' || fichas(esperado.texto).length >= ORACION)
          .map(({ clase, severidad, dice, esperado: debido, cifra }) => {
            const nombre = cifra === null ? '' : ` (${cifra.nombre})`
            const explicacion = `${PORQUES[clase]}${nombre}: «${contorno(esperado.texto, debido)}».`
            return hallazgoEn(leido.en, {
              regla: `${clase}-distinta`.replace('quitada-distinta', 'quitada'),
              severidad,
              texto: leido.texto,
              dice,
              esperado: debido,
              explicacion,
            })
          }),
  )
}

/** A few words around others. */
function contorno(texto: string, palabras: string): string {
  const i = texto.indexOf(palabras)
  const [desde, hasta] = [texto.lastIndexOf(' ', Math.max(0, i - 50)) + 1, texto.indexOf(' ', i + palabras.length + 40)]
  return `${desde > 0 ? '…' : ''}${texto.slice(desde, hasta === -1 ? undefined : hasta)}${hasta === -1 ? '' : '…'}`
}

const mismoLugar = (uno: HallazgoEnDocumento, otro: HallazgoEnDocumento) => uno.lugar === otro.lugar
const seTocan = (uno: Hallazgo, otro: Hallazgo) => uno.dice.includes(otro.dice) || otro.dice.includes(uno.dice)

/** Share of what was expected that a document of ours has, however edited. */
const NUESTRO = 0.5
/** A sentence with this many computed figures, and words, is missed; a label is not. */
const MEDULAR = { cifras: 2, fichas: 8 }

function ausentes({ parejas, ausentes: faltan }: Emparejados): readonly HallazgoEnDocumento[] {
  const hallados = parejas.filter(({ esperado }) => esperado !== null).length
  if (hallados < NUESTRO * (hallados + faltan.length)) return []
  return faltan
    .filter(({ texto, cifras }) => cifras.length >= MEDULAR.cifras && fichas(texto).length >= MEDULAR.fichas)
    .map(({ texto }) =>
      hallazgoEn(EN_NINGUNA, {
        regla: 'parrafo-ausente',
        severidad: 'posible',
        texto: '',
        dice: '',
        esperado: texto,
        explicacion: 'El informe que da el libro trae ese párrafo, y en el documento no se encontró.',
      }),
    )
}

function cifrasDe({ tablas }: Esperado, { parejas }: Emparejados): number {
  const enTablas = tablas.flatMap(({ filas }) => filas.flat()).reduce((n, { cifras }) => n + cifras.length, 0)
  return enTablas + parejas.reduce((n, { leido }) => n + fichas(leido.texto).filter(({ clase }) => clase === 'numero').length, 0)
}

function enOrden(hallazgos: readonly HallazgoEnDocumento[], blocks: readonly ReadBlock[]): readonly HallazgoEnDocumento[] {
  const lugares = new Map(blocks.map(({ place }, i) => [place, i]))
  const de = ({ en: { page, line, paragraph } }: HallazgoEnDocumento) => page ?? line ?? paragraph ?? Number.POSITIVE_INFINITY
  return hallazgos.toSorted((a, b) => de(a) - de(b) || (lugares.get(a.en) ?? 0) - (lugares.get(b.en) ?? 0))
}
