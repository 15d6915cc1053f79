/** Files of a report that one thread makes and another one publishes, each on its way as soon as it is made. */
import { on } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import type { Entregar } from '../pipeline/index.js'

/** What comes of a file: the name of the edition that it is of, its path and its bytes. */
export type Entrega = Parameters<Entregar>

/** There is no more. */
const FIN = 'fin'

/** Files that are being made, for whoever asks for them, before or after. */
export interface Entregas {
  readonly entregar: Entregar
  /** Sends those that there are, and each one to come, until `hecho` tells that there is no more. */
  readonly enviar: (a: MessagePort, hecho: Promise<unknown>) => void
}

export function entregas(): Entregas {
  const hechas: Entrega[] = []
  const puertos = new Set<MessagePort>()
  return {
    entregar: (...entrega) => {
      hechas.push(entrega)
      for (const puerto of puertos) puerto.postMessage(entrega)
    },
    enviar: (puerto, hecho) => {
      for (const entrega of hechas) puerto.postMessage(entrega)
      puertos.add(puerto)
      const terminar = () => {
        puertos.delete(puerto)
        puerto.postMessage(FIN)
        puerto.close()
      }
      hecho.then(terminar, terminar)
    },
  }
}

/** Those that come, until there is no more. Throws what `hecho` throws in place of them: whoever sent them may be gone. */
export async function* recibidas(puerto: MessagePort, hecho: Promise<unknown>): AsyncGenerator<Entrega, void> {
  const fallo = new AbortController()
  hecho.catch((error: unknown) => fallo.abort(error))
  try {
    for await (const [dicho] of on(puerto, 'message', { signal: fallo.signal })) {
      if (dicho === FIN) return
      yield dicho as Entrega
    }
  } catch (error) {
    throw fallo.signal.aborted ? fallo.signal.reason : error
  } finally {
    puerto.close()
  }
}
