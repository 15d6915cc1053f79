// Bundles what the program starts (the command and each of its threads), each with the libraries that it needs, which are run only by the
// step that needs them: a process reads one file where it read hundreds, and V8 finds beside it what it made of it before.
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { masRapido } from './mas-rapido.mjs'

/**
 * What cannot be one with the rest: binaries, and libraries that read files of their own beside them. PDFKit would too, for fonts and
 * colour profiles of its own, which the report has not.
 */
const APART = [
  '@napi-rs/canvas',
  'chart.js',
  'chartjs-node-canvas',
  'harfbuzzjs',
  'pdfjs-dist',
  'subset-font',
  'exceljs',
  'open',
  'piscina',
  // Optional: the program asks for them only where somebody asks for a queue.
  'bullmq',
  'ioredis',
]

/** The modules of `cli/` that are started: the command itself, and what threads run. */
const BUNDLES = ['informe', 'writer-entry', 'layout-thread', 'drawing-thread', 'review-thread', 'lote-obrero']

/** What is started by its path, and the bundle that it runs. A thread that writes one format has compiled nothing of the others. */
const STARTED = new Map([
  ...BUNDLES.filter((name) => name !== 'writer-entry').map((name) => [name, name]),
  ...['docx', 'pdf', 'html'].map((format) => [`writer-${format}`, 'writer-entry']),
])

/** Puts bundles in place of the modules of `<dist>/cli`. The other folders keep theirs, for tools that ask for a part of the program. */
export async function empaquetar(dist) {
  const [cli, bundled] = [join(dist, 'cli'), join(dist, 'cli.paquete')]
  const common = { bundle: true, platform: 'node', target: 'node20', outdir: bundled, logLevel: 'error' }
  const { outputFiles } = await build({
    ...common,
    entryPoints: BUNDLES.map((name) => join(cli, `${name}.js`)),
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    external: APART,
    plugins: [masRapido],
    // The program finds its own files from where each of them is.
    define: { 'import.meta.url': '__url' },
    banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
    // Names stay, for what an error tells.
    minifyWhitespace: true,
    minifySyntax: true,
    write: false,
  })
  await build({ ...common, entryPoints: [join(cli, 'start.js')], format: 'esm' })
  for (const { path, text } of outputFiles) writeFileSync(path, inAFunction(inAscii(text)))
  for (const [name, bundle] of STARTED)
    writeFileSync(
      join(bundled, `${name}.js`),
      `${SHEBANG}import { start } from './start.js'\nexport default start('${name}', '${bundle}').default\n`,
    )
  rmSync(cli, { recursive: true })
  renameSync(bundled, cli)
}

const SHEBANG = '#!/usr/bin/env node\n'

// What is loaded by `import()` is asked of whoever runs the bundle: V8 forgets who that was, in functions that it had made before.
const ASKED = new RegExp(`\\bimport\\((?="(?:${APART.join('|')})["/])`, 'gu')

/** What `src/cli/start.ts` runs. */
const inAFunction = (source) => `(function(exports,require,module,__filename,__dirname,__import){${source.replace(ASKED, '__import(')}\n})`

/** The bundler writes letters beyond ASCII by their number, but in patterns; there they may be written so too. */
const inAscii = (source) =>
  source.replace(/^#!.*/u, '').replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
