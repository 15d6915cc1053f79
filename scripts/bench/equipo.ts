import { availableParallelism, cpus, release, totalmem, type } from 'node:os'

/** The machine that something was measured on. */
export interface Equipo {
  readonly procesador: string
  readonly nucleos: number
  readonly gigas: number
  readonly sistema: string
  readonly node: string
}

export function equipo(): Equipo {
  return {
    procesador: cpus()[0]?.model.trim() ?? '',
    nucleos: availableParallelism(),
    gigas: Math.round(totalmem() / 1024 ** 3),
    sistema: `${type()} ${release()} ${process.arch}`,
    node: process.version,
  }
}
