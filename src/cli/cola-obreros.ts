/** The workers of a batch that are other processes, on this machine or others, through a queue. */
import { join } from 'node:path'
import { escribirRecetas, nombreDeRecetas, producir } from '../cola/index.js'
import { writeWhole } from '../disk/index.js'
import { sha256 } from '../hash/index.js'
import { pendiente, sinInforme } from '../lote/index.js'
import { type Desenlace, mirar } from './lote-encargo.js'
import type { Preparada, Tarea } from './lote-obrero.js'
import type { Obreros } from './lote-obreros.js'
import { type Cola, contarCola, desdeLaRaiz } from './opciones-de-cola.js'
import { PACKAGE } from './resources.js'

interface LoteEnCola {
  /** The folder that all machines see, and that of the batch, which is there already and is in it. */
  readonly raiz: string
  readonly carpeta: string
  readonly tareas: readonly Tarea[]
  readonly recetas: readonly Preparada[]
  /** Tells people something of the queue. */
  readonly decir: (linea: string) => void
}

/** Workbooks that are read at once, to know what they are. */
const LECTURAS = 8

/** Leaves in the folder of the batch what its reports are made with, for whoever makes them. @throws UsageError, CannotWrite */
export async function obrerosDeCola(cola: Cola, { raiz, carpeta, tareas, recetas, decir }: LoteEnCola): Promise<Obreros> {
  const suya = desdeLaRaiz(raiz, carpeta, 'la carpeta de los resultados')
  const rutas = new Map(tareas.map(({ encargo: { ruta, libro } }) => [ruta, desdeLaRaiz(raiz, ruta, `el libro ${libro}`)]))
  const archivo = escribirRecetas(recetas.map(([receta]) => receta))
  const huella = sha256(archivo)
  await writeWhole(join(carpeta, nombreDeRecetas(huella)), archivo, { replace: true })
  contarCola(cola, decir)
  const productor = await producir(cola.conexion, PACKAGE.version, () =>
    decir(
      `Nadie atiende la cola: empiece obreros, de la versión ${PACKAGE.version}, con «informe obrero --cola ${cola.direccion.visible}».`,
    ),
  )
  let retirado = false
  const leer = porTurnos(LECTURAS)

  async function hacer({ encargo, receta }: Tarea): Promise<Desenlace | null> {
    const visto = await leer(() => mirar(encargo, ...receta))
    if (typeof visto !== 'string') return visto
    if (retirado) return null
    const { libro, salida, previo, ruta } = encargo
    const resultado = await productor.pedir({
      ...{ carpeta: suya, recetas: huella, receta: recetas.indexOf(receta), ruta: rutas.get(ruta) ?? '', libro, salida, clave: visto },
      previa: previo?.clave === visto ? previo.fila : null,
    })
    if (resultado === null || !('abandonado' in resultado)) return resultado
    const fila = sinInforme(pendiente(libro, salida), 'fallido', [resultado.abandonado])
    return { fila, clave: visto, ahora: true, disco: false }
  }

  return {
    hacer,
    retirar: () => {
      retirado = true
      void productor.retirar()
    },
    cerrar: productor.cerrar,
  }
}

/** Does things with at most so many at once, in the order in which they are asked for. */
function porTurnos(cuantos: number): <T>(hacer: () => Promise<T>) => Promise<T> {
  const turnos = Array.from({ length: cuantos }, () => Promise.resolve())
  let pedidas = 0
  return (hacer) => {
    const turno = pedidas++ % cuantos
    const hecho = (turnos[turno] ?? Promise.resolve()).then(hacer)
    turnos[turno] = hecho.then(
      () => undefined,
      () => undefined,
    )
    return hecho
  }
}
