/** What a run did, as the log tells it: sizes, hashes and counts. */
import { sha256 } from '../hash/index.js'
import type { PapelDeLoLeido, Suceso } from './linea.js'

/** Something read: a file, the files of a folder by path, or null for one that is not there, which is not told. */
function leido(papel: PapelDeLoLeido, que: Uint8Array | ReadonlyMap<string, Uint8Array> | null): readonly Suceso[] {
  if (que === null) return []
  return [
    { que: 'leido', papel, ...(que instanceof Uint8Array ? deUno(que) : juntos([...que].map(([ruta, bytes]) => medido(ruta, bytes)))) },
  ]
}

/** A file that was written: its path within the results, its size, and its SHA-256. */
export interface Escrito {
  readonly ruta: string
  readonly bytes: number
  readonly sha256: string
}

function medido(ruta: string, bytes: Uint8Array): Escrito {
  return { ruta, bytes: bytes.length, sha256: sha256(bytes) }
}

/** Files that were written, those of one kind together. */
function escritos(archivos: readonly Escrito[]): readonly Suceso[] {
  const papeles = [...new Set(archivos.map(({ ruta }) => papelDe(ruta)))].toSorted()
  return papeles.map((papel) => ({ que: 'escrito', papel, ...juntos(archivos.filter(({ ruta }) => papelDe(ruta) === papel)) }))
}

/** One file that was written, by itself. */
function escrito(ruta: string, bytes: Uint8Array): readonly Suceso[] {
  return escritos([medido(ruta, bytes)])
}

/** Files that have one name whatever the workbook. */
const CON_NOMBRE_FIJO = ['datos.json', 'procedencia.json', 'manifiesto.json']

/** What a file is, without its name, which has words of the workbook: its folder, or else its format. */
function papelDe(ruta: string): string {
  const carpeta = /^(graficas|tablas)\//u.exec(ruta)?.[1]
  if (carpeta !== undefined) return carpeta
  if (CON_NOMBRE_FIJO.includes(ruta)) return ruta
  return /\.([a-z0-9]{1,8})$/u.exec(ruta)?.[1] ?? 'otro'
}

interface ConRegla {
  readonly regla: string
}

interface ConProblemas {
  readonly errores: readonly ConRegla[]
  readonly avisos: readonly ConRegla[]
}

function problemas({ errores, avisos }: ConProblemas): Suceso {
  return { que: 'problemas', errores: porRegla(errores), avisos: porRegla(avisos) }
}

function hallazgos(pendientes: readonly ConRegla[]): Suceso {
  return { que: 'hallazgos', pendientes: porRegla(pendientes) }
}

/** What went wrong, without its words, in which there may be paths; and the problems of the inputs, where it was for them. */
function fallo(error: unknown): readonly Suceso[] {
  const tipo = error instanceof Error ? error.constructor.name : typeof error
  const suyo: Suceso = { que: 'fallo', tipo: /^\w+$/u.test(tipo) ? tipo : 'Error', causa: codigoDe(error) }
  return esDeLasEntradas(error) ? [problemas(error.problemas), suyo] : [suyo]
}

/** Whether it is the error that carries the problems of the inputs (`InvalidInput`), which belongs to a folder that knows of them. */
function esDeLasEntradas(error: unknown): error is Error & { readonly problemas: ConProblemas } {
  return error instanceof Error && 'problemas' in error && error.name === 'InvalidInput'
}

/** The system's own code, of the error or of what caused it. */
function codigoDe(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const codigo = 'code' in error ? error.code : null
  if (typeof codigo === 'string' && /^[A-Z][A-Z0-9_]*$/u.test(codigo)) return codigo
  return codigoDe(error.cause)
}

function porRegla(con: readonly ConRegla[]): Readonly<Record<string, number>> {
  const cuenta: Record<string, number> = {}
  for (const { regla } of con) cuenta[regla] = (cuenta[regla] ?? 0) + 1
  return cuenta
}

function deUno(bytes: Uint8Array) {
  return { archivos: 1, bytes: bytes.length, sha256: sha256(bytes) }
}

function juntos(archivos: readonly Escrito[]) {
  const [unico] = archivos
  const lista = archivos.map((uno) => `${uno.sha256}  ${uno.ruta}\n`).toSorted()
  return {
    archivos: archivos.length,
    bytes: archivos.reduce((suma, uno) => suma + uno.bytes, 0),
    sha256: archivos.length === 1 && unico !== undefined ? unico.sha256 : sha256(lista.join('')),
  }
}

/** What a run did, worded as lines: handed whole to whoever notes something, so that nothing of it is loaded where nobody asked for a log. */
export const sucesos = { leido, medido, escrito, escritos, problemas, hallazgos, fallo } as const
