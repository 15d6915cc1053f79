#!/usr/bin/env node
// Compiles src/ into dist/ when dist/ is missing or older than a source, and bundles the command. Usage: node scripts/compilar.mjs
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const newest = (dir) =>
  Math.max(
    ...readdirSync(dir, { withFileTypes: true }).map((e) =>
      e.isDirectory() ? newest(join(dir, e.name)) : statSync(join(dir, e.name)).mtimeMs,
    ),
    statSync(dir).mtimeMs,
  )
// What runs in a browser is compiled apart: it has no Node, and the rest has no page.
const projects = ['tsconfig.json', 'tsconfig.browser.json'].map((name) => join(root, name))
const sources = Math.max(
  newest(join(root, 'src')),
  newest(join(root, 'scripts', 'compilar')),
  ...projects.map((path) => statSync(path).mtimeMs),
)
const hashOf = (dir) => {
  const hash = createHash('sha256')
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(readFileSync(path))
  return hash.digest('hex')
}
const built = statSync(join(dist, '.compilado'), { throwIfNoEntry: false })?.mtimeMs ?? 0
if (built < sources) {
  // Compiled beside and swapped, so that whoever runs the program meanwhile finds a whole one.
  const beside = `${dist}.${process.pid}`
  const former = `${dist}.anterior.${process.pid}`
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const compiled = projects.every(
    (project) => spawnSync(process.execPath, [tsc, '-p', project, '--outDir', beside], { stdio: 'inherit' }).status === 0,
  )
  if (!compiled) {
    rmSync(beside, { recursive: true, force: true })
    process.exit(1)
  }
  const { empaquetar } = await import('./compilar/empaquetar.mjs')
  await empaquetar(beside, join(root, 'templates'))
  // What was compiled, so that what one build kept is not taken for what another would make.
  writeFileSync(join(beside, '.compilado'), hashOf(beside))
  const { aprender } = await import('./compilar/aprender.mjs')
  aprender(root, beside)
  if (built > 0) renameSync(dist, former)
  else rmSync(dist, { recursive: true, force: true })
  renameSync(beside, dist)
  rmSync(former, { recursive: true, force: true })
}
