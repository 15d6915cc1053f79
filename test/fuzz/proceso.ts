/** What Linux says of a process; nothing elsewhere, where only the clock counts. */
import { readFileSync } from 'node:fs'

/** Milliseconds of a tick of the processor's account (proc(5), `sysconf(_SC_CLK_TCK)`, which is 100 on every Linux in use). */
const MS_POR_PULSO = 10
/** Places of utime, stime, cutime and cstime after the name of the process. */
const [PRIMERO, ULTIMO] = [11, 15]

/** Milliseconds that the processor worked for a process, and for its children that have ended. */
export function procesadorDe(pid: number | 'self' | undefined): number {
  const datos = leido(pid, 'stat')
  const campos = datos.slice(datos.lastIndexOf(')') + 2).split(' ')
  return campos.slice(PRIMERO, ULTIMO).reduce((suma, pulsos) => suma + Number(pulsos) * MS_POR_PULSO, 0)
}

/** Bytes of memory that a process holds. */
export function residente(pid: number | 'self' | undefined): number {
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(leido(pid, 'status'))?.[1] ?? 0) * 1024
}

/** The most that it held since it was last asked to forget. */
export function picoDe(pid: number | 'self'): number {
  return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(leido(pid, 'status'))?.[1] ?? 0) * 1024
}

function leido(pid: number | 'self' | undefined, archivo: string): string {
  if (process.platform !== 'linux' || pid === undefined) return ''
  try {
    return readFileSync(`/proc/${pid}/${archivo}`, 'utf8')
  } catch {
    return ''
  }
}
