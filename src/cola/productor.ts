/** Whoever puts jobs in the queue and waits for what comes of them, through lost connections, lost events and a Redis that forgets. */
import { bibliotecas } from './bibliotecas.js'
import type { Conexion } from './conexion.js'
import { INTENTOS, idDe, nombreDeCola, type Pedido, type Respuesta, respuesta } from './pedido.js'

const ESPERA_ENTRE_INTENTOS_MS = 1000
const CADA_MS = 5000
/** Events that Redis keeps; those that whoever waits misses are found by looking. */
const EVENTOS = 1000

/** What came of a job; or the words of why it was given up, where the worker could not even say. */
export type Resultado = Respuesta | { readonly abandonado: string }

export interface Productor {
  /** Asks for a report, and gives what came of it, however long that takes; null where it was withdrawn. */
  readonly pedir: (pedido: Pedido) => Promise<Resultado | null>
  /** Withdraws what no worker has begun. */
  readonly retirar: () => Promise<void>
  readonly cerrar: () => Promise<void>
}

interface Espera {
  readonly pedido: Pedido
  readonly resolver: (resultado: Resultado | null) => void
  /** Whether the last look did not find it in the queue. */
  falta: boolean
}

/** As BullMQ says it of a job that had as many workers as there may be, each of which died. */
const SE_QUEDO = /stalled/u

function porQueSeAbandono(dicho: string): string {
  if (!SE_QUEDO.test(dicho)) return dicho
  return `Los ${INTENTOS} obreros que lo tuvieron, uno tras otro, terminaron antes de acabarlo. Hágalo aparte, con «informe generar»; si también termina así, repórtelo.`
}

/** `sinObreros` is called when nothing has come for a while and there is nobody to do anything. */
export async function producir({ redis }: Conexion, version: string, sinObreros: () => void): Promise<Productor> {
  const { Queue, QueueEvents } = await bibliotecas()
  const nombre = nombreDeCola(version)
  const cola = new Queue<Pedido>(nombre, {
    ...{ connection: redis, skipVersionCheck: true, streams: { events: { maxLen: EVENTOS } } },
    defaultJobOptions: {
      attempts: INTENTOS,
      backoff: { type: 'exponential', delay: ESPERA_ENTRE_INTENTOS_MS },
      // What is done leaves nothing behind: the folder and the summary tell of it.
      ...{ removeOnComplete: true, removeOnFail: true, stackTraceLimit: 1 },
    },
  })
  // From this moment on, by its clock: between the first job and the first time that one listens, some could be done.
  const [segundos = 0, micros = 0] = (await redis.time()).map(Number)
  const eventos = new QueueEvents(nombre, {
    connection: redis.duplicate(),
    skipVersionCheck: true,
    lastEventId: `${segundos * 1000 + Math.floor(micros / 1000)}-0`,
  })
  // Lost connections are told by whoever opened the one that these copy.
  cola.on('error', () => undefined)
  eventos.on('error', () => undefined)
  const esperas = new Map<string, Espera>()
  let [movimiento, hayObreros] = [true, true]

  function terminar(id: string, resultado: Resultado | null): void {
    movimiento = true
    esperas.get(id)?.resolver(resultado)
    esperas.delete(id)
  }
  eventos.on('completed', ({ jobId, returnvalue }) => {
    const leida = respuesta.safeParse(returnvalue).data
    terminar(jobId, leida ?? { abandonado: 'El obrero que lo hizo contestó algo que no se entiende.' })
  })
  eventos.on('failed', ({ jobId, failedReason }) => terminar(jobId, { abandonado: porQueSeAbandono(failedReason) }))
  eventos.on('active', () => {
    movimiento = true
  })

  async function poner(id: string, pedido: Pedido): Promise<void> {
    await cola.add('informe', pedido, { jobId: id })
  }

  /** Asks again for those that are in the queue no more and nobody told of: an event was missed, or Redis forgot. Whoever made one finds it made. */
  async function mirar(): Promise<void> {
    if (redis.status !== 'ready') return
    if (!movimiento) {
      // A Redis may not let its clients be counted.
      const hay = (await cola.getWorkersCount().catch(() => 1)) > 0
      if (!hay && hayObreros) sinObreros()
      hayObreros = hay
    }
    movimiento = false
    const ids = [...esperas.keys()]
    const hay = await redis.pipeline(ids.map((id) => ['exists', cola.toKey(id)])).exec()
    for (const [i, id] of ids.entries()) {
      const espera = esperas.get(id)
      const esta = hay?.[i]?.[1] !== 0
      if (espera === undefined) continue
      if (!esta && espera.falta) await poner(id, espera.pedido)
      espera.falta = !esta && !espera.falta
    }
  }
  const reloj = setInterval(() => void mirar().catch(() => undefined), CADA_MS)

  return {
    pedir: async (pedido) => {
      const id = idDe(pedido)
      const resultado = new Promise<Resultado | null>((resolver) => esperas.set(id, { pedido, resolver, falta: false }))
      await poner(id, pedido)
      return await resultado
    },
    retirar: async () => {
      await Promise.all(
        [...esperas.keys()].map(async (id) => {
          // One that a worker has is not removed.
          if ((await cola.remove(id)) === 1) terminar(id, null)
        }),
      )
    },
    cerrar: async () => {
      clearInterval(reloj)
      await Promise.all([eventos.close(), cola.close()])
    },
  }
}
