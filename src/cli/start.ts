/**
 * How the command and each of its threads start: a bundle (scripts/compilar/empaquetar.mjs) and, beside it, what V8 made of its functions
 * when the program was built (scripts/compilar/aprender.mjs), so that they are neither read nor compiled again. Where that is not there, or
 * comes of another version of Node, V8 compiles them as ever.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { begin } from './v8.js'

/** Runs the bundle of a name, a function of what a CommonJS module is given and of what loads a library, and gives what it exports. */
export function start(name: string): Record<string, unknown> {
  // A thread that starts does not undo what was said of the whole process since.
  if (isMainThread) begin()
  const file = fileURLToPath(new URL(`./${name}.cjs`, import.meta.url))
  // It has no letter beyond ASCII: so it takes a byte each.
  const script = new Script(readFileSync(file, 'latin1'), {
    // Not the whole path: V8 keeps it with what it made, and the program may be moved.
    filename: basename(file),
    cachedData: compiledOf(file),
  })
  const module = { exports: {} }
  const run = script.runInThisContext() as (...of: readonly unknown[]) => void
  run(module.exports, createRequire(file), module, file, dirname(file), (library: string) => import(library))
  return module.exports
}

/** Where what this version of V8 makes of a bundle is kept, for this kind of processor. */
export const compiledAt = (file: string): string => `${file}.${process.versions.v8}-${process.arch}`

/** What V8 made of a bundle, if it was kept. V8 itself looks whether it fits. */
function compiledOf(file: string): Buffer | undefined {
  try {
    return readFileSync(compiledAt(file))
  } catch {
    return undefined
  }
}
