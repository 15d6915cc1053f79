/** A workbook for a policy that has none yet. */
import { clavesDeTextos } from '../compose/index.js'
import { datosPorOmision, leerDatos, libroNuevo } from '../libros/index.js'
import { textos } from './files.js'
import { InvalidInput, problemaDeDatos } from './problems.js'

export interface EntradaDeLibroNuevo {
  /** The YAML that tells what the policy is, and its name; null where nothing is known of it. */
  readonly politica: { readonly nombre: string; readonly bytes: Uint8Array } | null
  /** Their texts are those that the workbook asks for. */
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  /** The date that the file bears; a policy of which nothing is known begins in its year. */
  readonly ahora: Date
}

/** Bytes of an empty workbook that explains itself. @throws InvalidInput with everything that is wrong with the data of the policy */
export async function nuevoLibro({ politica, plantillas, ahora }: EntradaDeLibroNuevo): Promise<Uint8Array> {
  const claves = clavesDeTextos(textos(plantillas))
  if (politica === null) return libroNuevo(datosPorOmision(ahora.getUTCFullYear()), claves, ahora)
  const { datos, faltas } = leerDatos(new TextDecoder().decode(politica.bytes))
  if (datos === null) throw new InvalidInput({ errores: faltas.map((falta) => problemaDeDatos(politica.nombre, falta)), avisos: [] })
  return libroNuevo(datos, claves, ahora)
}
