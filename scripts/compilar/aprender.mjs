// Keeps what V8 makes of the bundles, for src/cli/start.ts, and the fonts of a Word document as they are zipped. `aprender(dist)` has the
// program make a report, and loaded by `--import` into that program and its threads, this same file writes down what each has compiled by
// its end.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { isMainThread, threadId } from 'node:worker_threads'
import { deflateRawSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { DEFLATED } from './mas-rapido.mjs'

/** Says to the program that is started that it is to keep what it compiles. */
const PUPIL = 'INFORME_APRENDE'

/** A report that cannot be made is no reason not to have a program: it only starts slower. */
export function aprender(root, dist) {
  const { informe } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (!existsSync(join(root, informe.libro))) return
  const salida = mkdtempSync(join(tmpdir(), 'informe-aprende-'))
  const order = ['--import', import.meta.url, join(dist, 'cli', 'informe.js'), 'generar', join(root, informe.libro)]
  try {
    spawnSync(process.execPath, [...order, '--salida', salida, '--sin-cache', '--silencioso'], {
      env: { ...process.env, [PUPIL]: '1' },
      stdio: 'ignore',
    })
    keepFonts(salida, join(dist, 'cli', DEFLATED))
  } finally {
    rmSync(salida, { recursive: true, force: true })
  }
}

/** Keeps the fonts of the Word document of a folder, each compressed as they are there. */
function keepFonts(salida, folder) {
  const [documento] = readdirSync(salida).filter((name) => name.endsWith('.docx'))
  if (documento === undefined) return
  const files = unzipSync(readFileSync(join(salida, documento)), { filter: ({ name }) => name.endsWith('.odttf') })
  mkdirSync(folder)
  for (const font of Object.values(files)) {
    const name = LEVEL + createHash('sha256').update(font).digest('hex')
    writeFileSync(join(folder, name), deflateRawSync(font, { level: LEVEL }))
  }
}

/** That of what is zipped, unless it is told another. */
const LEVEL = 6

/** Milliseconds between two looks at what a thread has compiled, and what its end waits for the last one. */
const LOOK = 200
const LAST = 5 * LOOK

if (process.env[PUPIL] === '1') {
  const cli = dirname(process.argv[1])
  const { compiledAt } = await import(pathToFileURL(join(cli, 'start.js')).href)
  const scripts = new Map()
  const { Script } = vm
  vm.Script = class extends Script {
    constructor(source, options) {
      super(source, options)
      if (options?.filename?.endsWith('.cjs')) scripts.set(join(cli, options.filename), this)
    }
  }
  syncBuiltinESMExports()
  const keep = () => {
    for (const [file, script] of scripts) {
      const to = compiledAt(file)
      const data = script.createCachedData()
      if (data.length <= (statSync(to, { throwIfNoEntry: false })?.size ?? 0)) continue
      const beside = `${to}.${threadId}`
      writeFileSync(beside, data)
      renameSync(beside, to)
    }
  }
  if (isMainThread) {
    process.once('beforeExit', () => setTimeout(keep, LAST))
  } else setInterval(keep, LOOK).unref()
}
