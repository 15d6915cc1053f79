import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly carpetaComun: string
  }
}

/** One temporary folder for all the files of a test run, which run in processes of their own; it is gone at the end. */
export default function setup(project: TestProject): () => void {
  const carpeta = mkdtempSync(join(tmpdir(), 'informe-pruebas-'))
  project.provide('carpetaComun', carpeta)
  // Nothing that this machine's user made before is taken for what the tests make.
  process.env.XDG_CACHE_HOME = join(carpeta, 'cache')
  return () => rmSync(carpeta, { recursive: true, force: true })
}
