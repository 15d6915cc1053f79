/** What a worker of a queue does with a job: finds on its own machine what the job is about, and has it made. */
import { join } from 'node:path'
import { leerRecetas, nombreDeRecetas, type Pedido, SinCola } from '../cola/index.js'
import { readIfThere } from '../disk/index.js'
import { sha256 } from '../hash/index.js'
import { LIMITES } from '../workbook/index.js'
import type { Desenlace } from './lote-encargo.js'
import { preparar } from './lote-lista.js'
import type { Preparada } from './lote-obrero.js'
import type { Hilos } from './lote-obreros.js'

/** This machine does not see the folder of the batch: what it sees there is another, or nothing. */
export class OtraCarpeta extends SinCola {}

/** Batches whose recipes are kept at hand. */
const LOTES = 4

/** Does jobs, in these threads, whose paths are from this root. What is thrown is `OtraCarpeta`: the rest is in the outcome. */
export function oficio(raiz: string, hilos: Hilos): (pedido: Pedido) => Promise<Desenlace> {
  const leidas = new Map<string, readonly Preparada[]>()
  let numero = 0

  async function recetasDe({ carpeta, recetas: huella }: Pedido): Promise<readonly Preparada[]> {
    const ruta = join(raiz, carpeta, nombreDeRecetas(huella))
    const conocidas = leidas.get(ruta)
    if (conocidas !== undefined) return conocidas
    const bytes = await readIfThere(ruta)
    if (bytes === null || sha256(bytes) !== huella)
      throw new OtraCarpeta(
        `En este equipo, ${join(raiz, carpeta)} no es la carpeta del lote: le falta ${nombreDeRecetas(huella)}. Revise que --raiz sea aquí la misma carpeta que donde se pidió.`,
      )
    const suyas = leerRecetas(bytes).map(({ limites, ...receta }) => preparar({ ...receta, limites: { ...LIMITES, ...limites } }))
    leidas.set(ruta, suyas)
    for (const otra of [...leidas.keys()].slice(0, -LOTES)) leidas.delete(otra)
    return suyas
  }

  return async (pedido) => {
    const receta = (await recetasDe(pedido))[pedido.receta]
    if (receta === undefined) throw new OtraCarpeta(`El lote de ${pedido.carpeta} no tiene la receta ${pedido.receta}.`)
    const { carpeta, ruta, libro, salida, clave, previa } = pedido
    const encargo = {
      ...{ ruta: join(raiz, ruta), carpeta: join(raiz, carpeta, salida), libro, salida, continuar: true, clave },
      previo: previa && { clave, fila: previa },
    }
    return await hilos.hacer({ numero: numero++, encargo, receta })
  }
}
