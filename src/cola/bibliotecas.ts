/** The queue's own libraries, which are not loaded, nor need be installed, where nobody asks for a queue. */
import { SinCola } from './sin-cola.js'

/** @throws SinCola where they are not installed */
export async function bibliotecas() {
  try {
    const [{ Queue, QueueEvents, UnrecoverableError, Worker }, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')])
    return { Queue, QueueEvents, UnrecoverableError, Worker, Redis }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(String(error.code)))
      throw error
    throw new SinCola(
      'Para usar una cola hacen falta dos bibliotecas que no están instaladas, BullMQ e ioredis: instálelas con «npm ci» en la carpeta del programa.',
    )
  }
}
