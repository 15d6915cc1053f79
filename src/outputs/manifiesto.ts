import { createHash } from 'node:crypto'

/** What an edition was made from and of; paths are relative, with `/`. */
interface Edicion {
  /** Version of the program. */
  readonly version: string
  readonly libro: { readonly nombre: string; readonly bytes: Uint8Array }
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  /** Every file of the edition but the manifest itself. */
  readonly salidas: ReadonlyMap<string, Uint8Array>
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The text of `manifiesto.json`: program version and SHA-256 of the workbook, of each template and of each output, by path. */
export function manifiesto({ version, libro, plantillas, salidas }: Edicion): string {
  const contenido = {
    version,
    libro: { nombre: libro.nombre, sha256: sha256(libro.bytes) },
    plantillas: huellas(plantillas),
    salidas: huellas(salidas),
  }
  return `${JSON.stringify(contenido, null, 2)}\n`
}

/**
 * SHA-256 of each output, by path, as a former manifest states them; null where its bytes are not a manifest, so that whoever asks
 * trusts no file to be as it was written.
 */
export function huellasDeSalidas(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const salidas = campo(leerJson(bytes), 'salidas')
  if (typeof salidas !== 'object' || salidas === null) return null
  const entradas = Object.entries(salidas)
  return entradas.every((e): e is [string, string] => typeof e[1] === 'string') ? new Map(entradas) : null
}

function huellas(archivos: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, string>> {
  const porRuta = [...archivos].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(porRuta.map(([ruta, bytes]) => [ruta, sha256(bytes)]))
}

function leerJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function campo(valor: unknown, nombre: string): unknown {
  return typeof valor === 'object' && valor !== null && nombre in valor ? valor[nombre as keyof typeof valor] : null
}
