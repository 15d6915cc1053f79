import { sha256 } from '../hash/index.js'

/** What an edition was made from; paths are relative, with `/`. */
interface Origen {
  /** Version of the program. */
  readonly version: string
  readonly libro: { readonly nombre: string; readonly bytes: Uint8Array }
  readonly plantillas: ReadonlyMap<string, Uint8Array>
}

/** How an edition of the report was asked for, so that it can be made again. */
export interface ComoSeHizo {
  /** Period of the vigencia up to which it counts, `2025-T2`; left out for the whole year. */
  readonly corte?: string | undefined
  readonly formatos: readonly string[]
  readonly tema: string
  /** Sections that were turned on or off, by name. */
  readonly secciones: Readonly<Record<string, boolean>>
  readonly sector: string | null
  /** Day of a draft, `2024-03-05`; null for the report itself. */
  readonly borrador: string | null
  readonly graficasEditables: boolean
}

/** How open data were asked for, so that they can be made again. */
export interface ComoSeAbrieron {
  readonly formatos: readonly string[]
  readonly licencia: string | null
}

/** And what of. */
interface Edicion extends Origen {
  readonly como: ComoSeHizo
  /** The entity's own Word document, where one gave its styles. */
  readonly estilos?: { readonly nombre: string; readonly bytes: Uint8Array } | null
  /** The file beside the workbook, where a page of the report prints it. */
  readonly revision?: Uint8Array | null
  /** Every file of the edition but the manifest itself. */
  readonly salidas: ReadonlyMap<string, Uint8Array>
}

/** A file of a chart: what it holds, and how it was made. */
export interface ArchivoDeGrafica {
  readonly archivo: string
  /** Number of the chart: `3`, `A1`. */
  readonly grafica: string
  /** What its name does not tell: `160 mm de ancho a 300 ppp`, `cifras`. */
  readonly descripcion: string
  /** Name of the theme. */
  readonly tema: string
  /** Size in bytes. */
  readonly bytes: number
  /** SHA-256 of all that decided how it looks: two files of the same recipe are the same file. */
  readonly receta: string
  readonly sha256: string
}

/** The text of `manifiesto.json`: program version and SHA-256 of the workbook, of each template and of each output, by path. */
export function manifiesto({ salidas, estilos = null, revision = null, como, ...origen }: Edicion): string {
  const documento = estilos === null ? {} : { estilos: { nombre: estilos.nombre, sha256: sha256(estilos.bytes) } }
  const deRevision = revision === null ? {} : { revision: sha256(revision) }
  const secciones = Object.fromEntries(Object.entries(como.secciones).sort())
  return enTexto({ ...hechoCon(origen), ...documento, ...deRevision, como: { ...como, secciones }, salidas: huellas(salidas) })
}

/** The same of a folder of charts, which tells besides how each was made. `otras`: the files that are of no one chart, with their SHA-256. */
export function manifiestoDeGraficas(
  { corte, ...origen }: Origen & Pick<ComoSeHizo, 'corte'>,
  graficas: readonly ArchivoDeGrafica[],
  otras: ReadonlyMap<string, string>,
): string {
  const salidas = new Map([...graficas.map(({ archivo, sha256: suya }) => [archivo, suya] as const), ...otras])
  return enTexto({ ...hechoCon(origen), ...(corte !== undefined && { corte }), salidas: enOrden(salidas), graficas })
}

/** The same of a folder of open data, and how they were asked for. `salidas`: every file but the manifest itself. */
export function manifiestoDeDatos({
  datos,
  salidas,
  ...origen
}: Origen & Pick<Edicion, 'salidas'> & { readonly datos: ComoSeAbrieron }): string {
  return enTexto({ ...hechoCon(origen), datos, salidas: huellas(salidas) })
}

function hechoCon({ version, libro, plantillas }: Origen) {
  return { version, libro: { nombre: libro.nombre, sha256: sha256(libro.bytes) }, plantillas: huellas(plantillas) }
}

function enTexto(contenido: unknown): string {
  return `${JSON.stringify(contenido, null, 2)}\n`
}

function huellas(archivos: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, string>> {
  return enOrden(new Map([...archivos].map(([ruta, bytes]) => [ruta, sha256(bytes)])))
}

function enOrden(porRuta: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...porRuta].sort(([a], [b]) => (a < b ? -1 : 1)))
}
