/**
 * How Node works for a program that makes a report and ends. The results are the same. Measured on the report of 2023
 * (docs/rendimiento.md): with V8's own ways a third of the processor's time went into compiling again what had almost ended, and each
 * thread let its memory grow before it looked for what nobody used.
 */
import * as modules from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { isMainThread } from 'node:worker_threads'

/** They are V8's own, and change with it: set for the version of Node 20, on which they were measured. */
const FLAGS = [
  // A function is compiled again, to run faster, only where it runs for long.
  '--interrupt-budget=1000000',
  // What was compiled stays: it would be needed again, or there is little of it.
  '--no-flush-bytecode',
  // Megabytes of what is new, in each thread, and how much the rest may grow between one cleaning and the next, per cent.
  '--max-semi-space-size=8',
  '--heap-growing-percent=30',
]
if (isMainThread && process.versions.v8.startsWith('11.3.')) for (const flag of FLAGS) setFlagsFromString(flag)

// Node 22 and later keep what they compiled of the program for the next run.
const { enableCompileCache } = modules as { readonly enableCompileCache?: () => unknown }
enableCompileCache?.()
