import type { FormattedParagraph } from '../readers/index.js'
import type { CifraDistinta } from './cifras.js'
import { textoDeParrafo } from './rangos.js'
import { llano } from './unidades.js'

/** Why something that people changed did not go to the workbook. */
export type Motivo =
  | 'cifra'
  | 'conflicto'
  | 'dos-maneras'
  | 'nombre-desconocido'
  | 'celda'
  | 'plantilla'
  | 'quitado'
  | 'parrafo-nuevo'
  | 'no-es-prosa'
  | 'sin-texto'

/** Something of the document that stays out of the workbook. */
export interface Apartado {
  readonly motivo: Motivo
  /** `párrafo 412, en «Salud»`; `libro` for what is nowhere in the document. */
  readonly lugar: string
  /** Cell that it belongs to; null where it belongs to none. */
  readonly celda: string | null
  /** What the document says there. */
  readonly texto: string
  readonly explicacion: string
}

/** Motives of what is refused, because the workbook or somebody must decide; the rest only found no place. */
const RECHAZOS: ReadonlySet<Motivo> = new Set(['cifra', 'conflicto', 'dos-maneras', 'nombre-desconocido', 'celda'])

export const esRechazo = ({ motivo }: Apartado): boolean => RECHAZOS.has(motivo)

/** Titles of products are whole sentences; so much of one is enough to find it. */
const TITULO = 60

/** Where a paragraph stands, in words: its number and the title that it is under. */
export function lugarDe(parrafos: readonly FormattedParagraph[], indice: number): string {
  const numero = parrafos[indice]?.place.paragraph
  const titulo = parrafos.slice(0, indice + 1).findLast(({ kind }) => kind === 'title')
  const dicho = titulo === undefined ? '' : llano(textoDeParrafo(titulo))
  const en = dicho === '' ? '' : `, en «${dicho.length > TITULO ? `${dicho.slice(0, TITULO).trimEnd()}…` : dicho}»`
  return `párrafo ${numero ?? '?'}${en}`
}

/** Why a figure does not go to the workbook: what it is, what each says, and the cells that give it. */
export function porCifra({ cifra: { nombre, regla, valor, celdas }, dice }: CifraDistinta): string {
  const cuales = celdas.length > 6 ? `${celdas.slice(0, 5).join(', ')} y ${celdas.length - 5} más` : celdas.join(', ')
  const donde = celdas.length === 0 ? '' : ` Si el dato es otro, corríjalo en ${cuales}.`
  return `La cifra «${nombre === '' ? regla : nombre}» es ${llano(valor)} según el libro, y el documento dice «${dice}».${donde}`
}
