/** The workbooks that the sectors gave back → the consolidated one. */
import { type Anotacion, consolidar, escribirConsolidado, politicaDeTablas } from '../libros/index.js'
import { nombresDeCifras } from '../model/index.js'
import { guardadoDe, type Limites, readLibro, redactar, tablasDelLibro } from '../workbook/index.js'
import { leerValido } from './prepare.js'
import { InvalidInput, type Problemas } from './problems.js'

interface Archivo {
  /** As people are told it. */
  readonly nombre: string
  readonly bytes: Uint8Array
}

export interface EntradaDeConsolidacion {
  /** Those that the sectors gave back, in the order in which they are told of. */
  readonly archivos: readonly Archivo[]
  /** The workbook that they were made from; null where nobody has it. */
  readonly base: Archivo | null
  readonly limites: Limites
  /** Whether to go on without the sectors that are missing. */
  readonly parcial: boolean
}

export interface LibroConsolidado {
  readonly bytes: Uint8Array
  readonly anotaciones: readonly Anotacion[]
  readonly avisos: Problemas['avisos']
  /** How many notices the workbook itself has, which `validar` tells. */
  readonly avisosDelLibro: number
}

/**
 * The consolidated workbook, without errors and the same bytes on every run: it bears the date of its corte.
 * @throws InvalidInput with everything that keeps the files from being one workbook, each by its file, sheet and cell
 */
export async function consolidarLibros({ archivos, base, limites, parcial }: EntradaDeConsolidacion): Promise<LibroConsolidado> {
  const conBase = base === null ? null : leerBase(base, limites)
  const recibidos = archivos.map(({ nombre, bytes }) => {
    const { hojas, errores, avisos } = readLibro(bytes, limites)
    return {
      archivo: nombre,
      tablas: hojas === null ? null : tablasDelLibro(hojas),
      errores: errores.map(redactar),
      avisos: avisos.map(redactar),
      guardado: hojas === null ? { por: null, fecha: null } : guardadoDe(bytes, limites),
    }
  })
  const { errores, avisos, libro, anotaciones } = consolidar(recibidos, conBase, parcial)
  if (libro === null) throw new InvalidInput(dichos({ errores, avisos }, limites.faltas))
  const { nombre, entidad, corte } = politicaDeTablas(libro.tablas)
  const meta = { titulo: nombre, autor: entidad, fecha: new Date(corte === null ? 0 : `${corte}T00:00:00Z`) }
  const escrito = await escribirConsolidado(libro.tablas, libro.plan, meta)
  const leido = readLibro(escrito.bytes, limites)
  if (leido.libro === null) {
    const enElUnido = (lugar: string) => `libro consolidado · ${lugar}`
    throw new InvalidInput({
      errores: leido.errores.map(redactar).map((una) => ({ ...una, lugar: escrito.lugarDe(una.lugar, enElUnido) })),
      avisos,
    })
  }
  return { bytes: escrito.bytes, anotaciones, avisos, avisosDelLibro: leido.avisos.length }
}

/** The same problems, of each level the first so many, and how many more there are. */
function dichos({ errores, avisos }: Problemas, cuantos: number): Problemas {
  const hasta = (problemas: Problemas['errores'], rule: 'mas-errores' | 'mas-avisos') => {
    const mas = problemas.length - cuantos
    if (mas <= 0) return problemas
    return [
      ...problemas.slice(0, cuantos),
      redactar({ rule, place: 'Libros', found: `${mas.toLocaleString('es-CO')} más, que no se muestran` }),
    ]
  }
  return { errores: hasta(errores, 'mas-errores'), avisos: hasta(avisos, 'mas-avisos') }
}

/** @throws InvalidInput where the base has errors, each with its name */
function leerBase({ nombre, bytes }: Archivo, limites: Limites) {
  try {
    const { libro, hojas } = leerValido(bytes, limites)
    return { archivo: nombre, tablas: tablasDelLibro(hojas), plan: libro.politica, cifras: nombresDeCifras(libro) }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const con = (problemas: Problemas['errores']) => problemas.map((uno) => ({ ...uno, lugar: `${nombre} · ${uno.lugar}` }))
    throw new InvalidInput({ errores: con(error.problemas.errores), avisos: con(error.problemas.avisos) })
  }
}
