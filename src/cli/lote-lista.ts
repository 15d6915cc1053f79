/** What a batch is asked to do: its workbooks, and what each is made with. */
import { basename, dirname, join, resolve } from 'node:path'
import { CannotRead, filesIn, isFolder, readBytes, readTree } from '../disk/index.js'
import { sha256 } from '../hash/index.js'
import { type Apunte, type Condiciones, type Falta, falta, leerLista, listaDeCarpeta, type Renglon } from '../lote/index.js'
import { cierraElAnio as esElUltimo } from '../model/index.js'
import { InvalidInput, sectionNames } from '../pipeline/index.js'
import { periodoDe } from '../workbook/index.js'
import type { Receta } from './lote-edicion.js'
import type { Preparada, Tarea } from './lote-obrero.js'
import { PACKAGE } from './resources.js'
import { type OpcionesDeSecciones, secciones } from './secciones.js'

export interface ListaDeLote {
  readonly renglones: readonly Renglon[]
  /** Where the paths of the list begin. */
  readonly base: string
}

/** The workbooks of a folder, or of a CSV list. @throws InvalidInput with every fault; CannotRead */
export async function leerLote(de: string): Promise<ListaDeLote> {
  const deCarpeta = await isFolder(de)
  const { renglones, faltas } = deCarpeta ? listaDeCarpeta(de, await filesIn(de)) : leerLista(basename(de), await readBytes(de))
  if (faltas.length > 0) throw conFaltas(faltas)
  return { renglones, base: deCarpeta ? de : dirname(de) }
}

export interface OpcionesDeReceta extends OpcionesDeSecciones, Pick<Receta, 'tema' | 'formatos' | 'limites' | 'corte' | 'estricto'> {
  readonly plantillas: string
}

/** What the workbooks of a batch are made with. */
export interface Recetario {
  readonly recetas: readonly Preparada[]
  /** That of a workbook. */
  readonly de: (renglon: Renglon) => Preparada
  /** The templates of the command. */
  readonly plantillas: Receta['plantillas']
}

/** As many recipes as there are pairs of templates and theme, each folder read once. @throws InvalidInput, UsageError, CannotRead */
export async function recetasDe({ renglones, base }: ListaDeLote, opciones: OpcionesDeReceta): Promise<Recetario> {
  const carpetas = await carpetasDe(renglones, base, opciones.plantillas)
  const cual = ({ plantillas, tema }: Renglon) => JSON.stringify([plantillas, tema ?? opciones.tema])
  const distintas = [...new Map(renglones.map((renglon) => [cual(renglon), renglon]))]
  const recetas = distintas.map(([, { plantillas: suyas, tema }]) => {
    const plantillas = carpetas.get(suyas) ?? new Map<string, Uint8Array>()
    const { formatos, limites, corte, estricto } = opciones
    const suya = { plantillas, tema: tema ?? opciones.tema, formatos, limites, corte, estricto }
    return preparar({ ...suya, secciones: secciones(opciones, sectionNames(plantillas.keys())) })
  })
  const porLlave = new Map(distintas.map(([llave], i) => [llave, recetas[i]]))
  const de = (renglon: Renglon) => porLlave.get(cual(renglon)) ?? fueraDeLista(renglon)
  return { recetas, de, plantillas: carpetas.get(null) ?? new Map() }
}

/** The files of each folder of templates that is asked for, those of the command by null. */
async function carpetasDe(renglones: readonly Renglon[], base: string, deLaOrden: string) {
  const carpetas = new Map<string | null, ReadonlyMap<string, Uint8Array>>([[null, await readTree(deLaOrden)]])
  const faltas: Falta[] = []
  for (const { plantillas, lugar } of renglones) {
    if (carpetas.has(plantillas) || plantillas === null) continue
    try {
      carpetas.set(plantillas, await readTree(resolve(base, plantillas)))
    } catch (error) {
      if (!(error instanceof CannotRead)) throw error
      carpetas.set(plantillas, new Map())
      faltas.push(falta('lista-plantillas', `${lugar}, columna «plantillas»`, `«${plantillas}», que no se puede leer`))
    }
  }
  if (faltas.length > 0) throw conFaltas(faltas)
  return carpetas
}

function fueraDeLista({ libro }: Renglon): never {
  throw new RangeError(`${libro} no es de la lista de estas recetas`)
}

/** A recipe, ready for whoever makes reports with it. */
export function preparar(receta: Receta): Preparada {
  return [receta, condicionesDe(receta)]
}

function condicionesDe({ plantillas, tema, formatos, secciones: suyas, limites, corte, estricto }: Receta): Condiciones {
  return {
    version: PACKAGE.version,
    plantillas: Object.fromEntries([...plantillas].map(([ruta, bytes]) => [ruta, sha256(bytes)])),
    como: {
      ...{ formatos: formatos.toSorted(), tema, secciones: Object.fromEntries(suyas) },
      ...{ sector: null, borrador: null, graficasEditables: false },
      ...(corte === null || cierraElAnio(corte) ? {} : { corte }),
    },
    exigencias: { ...limites, estricto },
  }
}

/** With the last period of its year a report is that of the year, and says nothing of a cut. */
function cierraElAnio(corte: string): boolean {
  const suyo = periodoDe(corte)
  return suyo !== null && esElUltimo(suyo.periodo)
}

function conFaltas(faltas: readonly Falta[]): InvalidInput {
  return new InvalidInput({ errores: faltas, avisos: [] })
}

/** The tasks of these workbooks of a list. `apuntes`: what was noted of them before, where the batch goes on with it; null where it begins anew. */
export function tareasDe(
  { base }: ListaDeLote,
  renglones: readonly Renglon[],
  { de }: Recetario,
  { carpeta, apuntes }: { readonly carpeta: string; readonly apuntes: ReadonlyMap<string, Apunte> | null },
): readonly Tarea[] {
  return renglones.map((renglon, numero) => {
    const { libro, salida } = renglon
    const [ruta, suya] = [resolve(base, libro), join(carpeta, salida)]
    const previo = apuntes?.get(salida) ?? null
    const encargo = { ruta, carpeta: suya, libro, salida, continuar: apuntes !== null, previo, clave: null }
    return { numero, receta: de(renglon), encargo }
  })
}
