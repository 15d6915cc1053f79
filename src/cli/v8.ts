/**
 * How Node works for a program that makes a report and ends, and for one that stays open. The results are the same. Measured on the
 * report of 2023 (docs/rendimiento.md): with V8's own ways a third of the processor's time went into compiling again what had almost
 * ended, and each thread let its memory grow before it looked for what nobody used.
 */
import * as modules from 'node:module'
import { setFlagsFromString } from 'node:v8'

/** They are V8's own, and change with it: set for the version of Node 20, on which they were measured. */
const ONCE = [
  // A function is compiled again, to run faster, only where it runs for long.
  '--interrupt-budget=2500000',
  // What nobody uses is looked for at once, and not bit by bit beside the work.
  '--no-incremental-marking',
  // What was compiled stays: it would be needed again, or there is little of it.
  '--no-flush-bytecode',
  // The room for what is new is as large as it may be once it is too small, and is cleaned fewer times on the way.
  '--semi-space-growth-factor=16',
  // Megabytes of what is new, in each thread; those that it may fill before it looks for what nobody uses; and how much it may grow
  // between one look and the next, per cent.
  '--max-semi-space-size=4',
  '--initial-heap-size=72',
  '--heap-growing-percent=30',
  // Each thread cleans up by itself: helpers have to be waited for by whoever has a processor, and the others are at work already.
  '--no-parallel-scavenge',
  '--no-concurrent-sweeping',
  '--no-concurrent-array-buffer-sweeping',
  '--no-parallel-compaction',
  '--no-parallel-pointer-update',
]
/** The same, where the next report is made by the same process: what runs again is worth compiling. 0: as V8 sees fit. */
const AGAIN_AND_AGAIN = ['--interrupt-budget=300000', '--heap-growing-percent=0']

/**
 * Where each processor has a thread that makes a report by itself: nor has it helpers that compile. Not `--no-parallel-marking`: said to
 * a program that runs, it ends it.
 */
const EACH_ALONE = ['--no-concurrent-recompilation']

/** The program starts. Said once in a process, for all its threads. */
export function begin(): void {
  tell(ONCE)
  // The canvas has a memory of its own, and keeps what it let go in case it is asked for more. Heard by its library as it loads.
  process.env.MIMALLOC_PURGE_DELAY ??= '0'
  // Nor does it look for the fonts of the machine: a chart has those of its theme, and is the same everywhere.
  process.env.DISABLE_SYSTEM_FONTS_LOAD ??= '1'
  // Node 22 and later keep what they compiled of the libraries outside of the bundles for the next run.
  const { enableCompileCache } = modules as { readonly enableCompileCache?: () => unknown }
  enableCompileCache?.()
}

/**
 * The program stays open and makes report after report. Said once its first one is made: what V8 compiled of a bundle when it was built
 * fits no thread that starts after other flags are set.
 */
export function stayOpen(): void {
  tell(AGAIN_AND_AGAIN)
}

/** Milliseconds of a report that is worth making once more for nobody: longer ones keep whoever saves meanwhile waiting. */
const WORTH_REHEARSING = 5000

/**
 * Whether a first report, which took so long, is to be made once more for nobody in a program that stays open: V8 compiles then what it
 * ran once, and the first corrections take a fifth less.
 */
export function isWorthRehearsing(ms: number): boolean {
  return ms < WORTH_REHEARSING
}

/** The program is to make reports in threads that each work alone. Said before they start. */
export function eachAlone(): void {
  tell(EACH_ALONE)
}

function tell(flags: readonly string[]): void {
  if (process.versions.v8.startsWith('11.3.')) for (const flag of flags) setFlagsFromString(flag)
}
