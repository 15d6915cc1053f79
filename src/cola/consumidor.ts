/** Whoever takes jobs from the queue: some at once, each tried a few times, and those of a worker that died as well as its own. */
import { bibliotecas } from './bibliotecas.js'
import type { Conexion } from './conexion.js'
import { INTENTOS, nombreDeCola, type Pedido, pedido, type Respuesta } from './pedido.js'

/** A worker that has not said for so long that it lives is taken for dead, and what it had is another's. */
const CERROJO_MS = 15_000
const MIRADA_MS = 5000
const REINTENTO_MS = 1000

interface Oficio {
  /** How many jobs at once. */
  readonly cuantos: number
  /** Does one. What it throws has the job tried again, by whoever takes it. */
  readonly hacer: (pedido: Pedido) => Promise<Respuesta>
}

export interface Consumidor {
  /** Takes no other job, and waits for those under way. */
  readonly cerrar: () => Promise<void>
}

export async function consumir({ redis }: Conexion, version: string, { cuantos, hacer }: Oficio): Promise<Consumidor> {
  const { Worker, UnrecoverableError } = await bibliotecas()
  const obrero = new Worker<Pedido, Respuesta>(
    nombreDeCola(version),
    async ({ data, attemptsMade }) => {
      const leido = pedido.safeParse(data).data
      if (leido === undefined) throw new UnrecoverableError('En la cola hay algo que no es un libro de un lote.')
      const respuesta = await hacer(leido)
      const { estado, mensajes } = respuesta.fila
      // The last time, what it says goes back as it is.
      if (estado === 'fallido' && attemptsMade + 1 < INTENTOS) throw new Error(mensajes[0])
      return respuesta
    },
    {
      ...{ connection: redis, skipVersionCheck: true, concurrency: cuantos, runRetryDelay: REINTENTO_MS },
      ...{ lockDuration: CERROJO_MS, stalledInterval: MIRADA_MS, maxStalledCount: INTENTOS - 1 },
    },
  )
  // Lost connections are told by whoever opened them; a lock that was lost, by who has the job now.
  obrero.on('error', () => undefined)
  return { cerrar: () => obrero.close() }
}
