/** Which thread has a processor first, where there are fewer of them than threads. */
import { setPriority } from 'node:os'

/** Two thirds of the time of one that is as the rest. */
const LOWER = 2

/** This thread waits for the rest of them. Only in Linux: elsewhere it would be said of the whole process. */
export function letOthersGoFirst(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(LOWER)
  } catch {
    // Where the system does not let it be said, each has its part.
  }
}
