import { mkdir, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Steps taken, each with the way back, so that a job that fails half-way leaves things as they were. */
export class Undo {
  readonly #steps: (() => Promise<void>)[] = []

  add(step: () => Promise<void>): void {
    this.#steps.push(step)
  }

  /** Takes every step back, last first. One that cannot be taken back does not keep the others from it. */
  async all(): Promise<void> {
    for (const step of this.#steps.reverse()) await step().catch(() => undefined)
  }

  /** Makes a folder and those above it that are missing; undone, those it made go again, as far as they are empty. */
  async makeFolder(path: string): Promise<void> {
    const first = await mkdir(path, { recursive: true })
    if (first === undefined) return
    this.add(async () => {
      for (let folder = path; ; folder = dirname(folder)) {
        await rmdir(folder)
        if (folder === first) return
      }
    })
  }
}
