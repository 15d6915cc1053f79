/** Goes through the workbooks of a batch, some at once, until there are none left or somebody says to stop. */
import type { Desenlace } from './lote-encargo.js'
import type { Tarea } from './lote-obrero.js'
import type { Obreros } from './lote-obreros.js'

/** Reports that one disk after another would not have are no matter of the workbook: the disk is full, or gone. */
const FALLOS_SEGUIDOS_DEL_DISCO = 5

interface Carrera {
  readonly obreros: Obreros
  readonly cuantos: number
  /** Told of each that ends, in the order in which they do. */
  readonly alTerminar: (tarea: Tarea, desenlace: Desenlace) => void
  /** Called at Ctrl+C, with how many are under way: they are finished, and no other is begun. */
  readonly alInterrumpir: (enCurso: number) => void
}

/** Does them. Gives whether it was interrupted. A second Ctrl+C ends the program as it is, and loses what is under way. */
export async function correr(tareas: readonly Tarea[], { obreros, cuantos, alTerminar, alInterrumpir }: Carrera): Promise<boolean> {
  const pendientes = tareas.values()
  let [enCurso, delDisco, interrumpido] = [0, 0, false]
  const interrumpir = () => {
    process.off('SIGINT', interrumpir).off('SIGTERM', interrumpir)
    interrumpido = true
    obreros.retirar()
    alInterrumpir(enCurso)
  }
  process.on('SIGINT', interrumpir).on('SIGTERM', interrumpir)

  async function carril(): Promise<void> {
    for (const tarea of pendientes) {
      enCurso++
      const desenlace = await obreros.hacer(tarea)
      enCurso--
      if (desenlace === null) return
      delDisco = desenlace.disco ? delDisco + 1 : 0
      alTerminar(tarea, desenlace)
      if (delDisco === FALLOS_SEGUIDOS_DEL_DISCO) obreros.retirar()
      if (interrumpido || delDisco >= FALLOS_SEGUIDOS_DEL_DISCO) return
    }
  }

  try {
    await Promise.all(Array.from({ length: cuantos }, carril))
    return interrumpido
  } finally {
    process.off('SIGINT', interrumpir).off('SIGTERM', interrumpir)
  }
}
