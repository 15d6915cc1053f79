/** A Redis of one's own, to try things on: on a free port of this machine alone, in a folder of its own, and keeping what it gets as the guide tells people to. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'
import { herramienta } from '../herramientas.mjs'

export interface UnRedis {
  /** `redis://:clave@127.0.0.1:puerto` */
  readonly direccion: string
  readonly puerto: number
  /** Seconds of processor that it has used. */
  readonly cpu: () => Promise<number>
  /** Asks it something. */
  readonly preguntar: <T>(que: (redis: Redis) => Promise<T>) => Promise<T>
  readonly parar: () => Promise<void>
  readonly empezar: () => Promise<void>
}

/** Starts one that asks for this password, with its files in `carpeta`. */
export async function unRedis(carpeta: string, clave: string): Promise<UnRedis> {
  mkdirSync(carpeta, { recursive: true })
  const puerto = await puertoLibre()
  let proceso: ChildProcess | null = null
  const direccion = `redis://:${clave}@127.0.0.1:${puerto}`

  async function preguntar<T>(que: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(direccion, { retryStrategy: () => 50, maxRetriesPerRequest: null })
    redis.on('error', () => undefined)
    try {
      return await que(redis)
    } finally {
      redis.disconnect()
    }
  }
  async function empezar(): Promise<void> {
    const opciones = { port: puerto, bind: '127.0.0.1', dir: carpeta, appendonly: 'yes', save: '', requirepass: clave }
    proceso = spawn(
      herramienta('redis') ?? 'redis-server',
      Object.entries(opciones).flatMap(([opcion, valor]) => [`--${opcion}`, String(valor)]),
      { stdio: 'ignore' },
    )
    await preguntar((redis) => redis.ping())
  }
  async function parar(): Promise<void> {
    const suyo = proceso
    proceso = null
    if (suyo === null || suyo.exitCode !== null) return
    const fin = new Promise((resolve) => suyo.once('close', resolve))
    suyo.kill('SIGTERM')
    await fin
  }
  async function cpu(): Promise<number> {
    const dicho = await preguntar((redis) => redis.info('cpu'))
    return [...dicho.matchAll(/^used_cpu_(?:sys|user):([\d.]+)/gmu)].reduce((suma, [, segundos]) => suma + Number(segundos), 0)
  }
  await empezar()
  return { direccion, puerto, cpu, preguntar, parar, empezar }
}

async function puertoLibre(): Promise<number> {
  const servidor = createServer()
  await new Promise<void>((resolve) => servidor.listen(0, '127.0.0.1', resolve))
  const donde = servidor.address()
  await new Promise((resolve) => servidor.close(resolve))
  if (donde === null || typeof donde === 'string') throw new Error('no port')
  return donde.port
}
