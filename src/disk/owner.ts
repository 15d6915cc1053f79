/** Who holds something on the disk: a process, told so that another one can know whether it still lives. */
import { createHash, randomUUID } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { kill, pid as ownPid } from 'node:process'

/** A name for this process and one piece of its work, fit for the name of a file: `3f9a21c4-4711-8812345-1b2c3d4e`. */
export async function newToken(): Promise<string> {
  const [machine, start] = await Promise.all([thisMachine(), startOf(ownPid)])
  return [machine, ownPid, start ?? '', randomUUID().slice(0, 8)].join('-')
}

/**
 * Whether the process of a token has ended. Null where that cannot be known: it is of another machine (or of another container, which
 * numbers its processes apart), or the token is none.
 */
export async function hasEnded(token: string): Promise<boolean | null> {
  const [, machine, pid = '', start] = /^([0-9a-f]{8})-(\d+)-(\d*)-[0-9a-f]{8}$/u.exec(token) ?? []
  if (machine !== (await thisMachine())) return null
  if (!isRunning(Number(pid))) return true
  // The number of a process that ended is given to another one in time; that one began at another moment.
  const now = await startOf(Number(pid))
  return now !== null && start !== '' && now !== start
}

/** Number of the process of a token, for whoever should look for it. */
export function processOf(token: string): string {
  return token.split('-')[1] ?? ''
}

function isRunning(pid: number): boolean {
  try {
    kill(pid, 0)
    return true
  } catch (error) {
    // A process of somebody else's may not be signalled, and runs all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

let machine: Promise<string> | null = null

/** The machine and, on Linux, the space in which it numbers its processes. */
function thisMachine(): Promise<string> {
  machine ??= readlink('/proc/self/ns/pid')
    .catch(() => '')
    .then((space) => createHash('sha256').update(`${hostname()} ${space}`).digest('hex').slice(0, 8))
  return machine
}

/** When a process began, as Linux counts it; null where the system does not tell. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  // The name of the program, in brackets, may hold spaces and brackets; the start is the twentieth field after it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}
