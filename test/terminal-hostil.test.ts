/** What a terminal would obey, in a workbook or a template, is shown and not sent. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname
let carpeta: string

beforeAll(() => {
  expect(spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')]).status).toBe(0)
  carpeta = mkdtempSync(join(tmpdir(), 'terminal-'))
  cpSync(join(RAIZ, 'templates'), join(carpeta, 'plantillas'), { recursive: true })
}, 120_000)
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

/** All that `informe` says. */
function dicho(libro: Uint8Array, ...argumentos: readonly string[]): string {
  writeFileSync(join(carpeta, 'libro.xlsx'), libro)
  const { stdout, stderr } = spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), ...argumentos, 'libro.xlsx'], {
    cwd: carpeta,
    encoding: 'utf8',
  })
  return stdout + stderr
}

/** Controls, marks that turn the order of letters, and separators that some terminals take for the end of a line. */
const MANDA = /(?![\n\t])[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{2028}\u{2029}]/u

test('en una celda', () => {
  const todo = dicho(unLibro().celda('Productos!G2', 'x\u202eanual\u2028[OK] sin errores').bytes(), 'validar')
  // The reader takes out what cannot be seen; the separator is a line break by then, and a blank in what is told.
  expect(todo).toContain('«xanual [OK] sin errores»')
  expect(todo).not.toMatch(MANDA)
  expect(todo).not.toMatch(/^\s*\[OK\]/mu)
})

test('en una plantilla', () => {
  writeFileSync(join(carpeta, 'plantillas', '90-cierre.md'), '{{> "a\u001b]0;x\u0007\u009b2J"}}\n\n![x](a\u001b[2J.png)')
  const todo = dicho(unLibro().bytes(), 'validar', '--plantillas', 'plantillas')
  expect(todo).toContain('a\\u{1B}]0;x\\u{7}\\u{9B}2J')
  expect(todo).not.toMatch(MANDA)
})
