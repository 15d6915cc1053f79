/** The file beside the workbook, as the report takes it in. */
import { cifrasDe, leerDatos } from '../compare/index.js'
import type { Documento } from '../document/index.js'
import { sha256 } from '../hash/index.js'
import { datosJson } from '../outputs/index.js'
import type { Report } from '../report/index.js'
import {
  claveDeCelda,
  claveDeCifra,
  faltasDeRevision,
  type LibroRevisado,
  leerRevision,
  REVISION_VACIA,
  type Revision,
  revisionEnPalabras,
} from '../revision/index.js'
import { filasPorClave, type Hojas } from '../workbook/index.js'
import type { Entrada } from './generate.js'
import { InvalidInput, type Problema, type Problemas } from './problems.js'

/** Name of the file that stands beside a workbook, from the workbook's own. */
export function archivoDeRevision(libro: string): string {
  return `${libro}.revision.json`
}

interface ConRevision {
  readonly report: Report
  /** What keeps the file from being read: nothing, where it is or there is none. */
  readonly faltas: readonly Problema[]
}

/** A report whose templates see what stands beside its workbook. */
export function conRevision(report: Report, hojas: Hojas, { libro, revision: bytes }: Pick<Entrada, 'libro' | 'revision'>): ConRevision {
  if (bytes === null) return { report, faltas: [] }
  const { revision, faltas } = leer(bytes, libro.nombre)
  if (revision === null) return { report, faltas }
  const dicha = revisionEnPalabras(revision, { sha256: sha256(libro.bytes), valores: valoresDe(report, hojas) })
  return { report: { ...report, contexto: { ...report.contexto, revision: dicha } }, faltas }
}

function valoresDe(report: Report, hojas: Hojas): LibroRevisado['valores'] {
  const celdas = filasPorClave(hojas).flatMap(({ hoja, clave, celdas: suyas }) =>
    [...suyas].map(([columna, { texto }]) => [claveDeCelda({ hoja, clave, columna }), texto] as const),
  )
  const datos = leerDatos(datosJson(report, { tablas: [], graficas: [] }))
  const cifras = datos === null ? [] : cifrasDe(datos).map((c) => [claveDeCifra(c), c.valor === null ? null : String(c.valor)] as const)
  return { celda: new Map(celdas), cifra: new Map(cifras) }
}

/** The revision in the bytes of the file beside a workbook, and what keeps it from being read; an empty one where it is not, or there is none. */
export function revisionDe(bytes: Uint8Array | null, libro: string): { readonly revision: Revision; readonly problemas: Problemas } {
  const { revision, faltas } = bytes === null ? { revision: null, faltas: [] } : leer(bytes, libro)
  return { revision: revision ?? REVISION_VACIA, problemas: { errores: [], avisos: faltas } }
}

/** Whether a document has the page that prints the revision. */
export function llevaRevision({ sections }: Documento): boolean {
  return sections.some(({ id }) => id === SECCION_DE_REVISION)
}

/** The section that prints it, which is left out unless it is asked for. */
export const SECCION_DE_REVISION = 'control-de-versiones'

/**
 * The problems of a report with those of the file beside its workbook, which are notices where no page prints it.
 * @throws InvalidInput where one does
 */
export function conFaltasDeRevision(problemas: Problemas, faltas: readonly Problema[], documento: Documento): Problemas {
  if (faltas.length === 0) return problemas
  if (llevaRevision(documento)) throw new InvalidInput({ ...problemas, errores: [...problemas.errores, ...faltas] })
  return { ...problemas, avisos: [...problemas.avisos, ...faltas] }
}

function leer(bytes: Uint8Array, libro: string): { readonly revision: Revision | null; readonly faltas: readonly Problema[] } {
  const texto = new TextDecoder().decode(bytes)
  const faltas = faltasDeRevision(texto).map(
    ({ campo, esperado }): Problema => ({
      regla: 'revision',
      lugar: campo === '' ? archivoDeRevision(libro) : `${archivoDeRevision(libro)}: ${campo}`,
      encontrado: campo === '' ? 'un archivo que no se puede leer' : 'un valor que no sirve',
      esperado,
      remedio: campo === '' ? SI_NO_SE_LEE : 'Corrija ese valor en el archivo, o quite su línea si sobra.',
    }),
  )
  return { revision: leerRevision(texto), faltas }
}

const SI_NO_SE_LEE =
  'Si al unir dos copias quedaron marcas <<<<<<<, ======= y >>>>>>>, quítelas y deje una entrada por línea, con coma en todas menos en la última; si no, recupere una copia anterior o retire el archivo.'
