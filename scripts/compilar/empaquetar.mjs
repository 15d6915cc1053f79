// Bundles what the program starts (the command and its threads) with the libraries that each needs, in pieces that are loaded only by the
// step that needs them: a process reads a dozen files where it read hundreds.
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { docxRapido } from './docx-rapido.mjs'

/** What cannot be one with the rest: binaries, libraries that read files of their own beside them, and whatever these must share with us. */
const APART = [
  '@napi-rs/canvas',
  'chart.js',
  'chartjs-node-canvas',
  'pdfmake',
  'pdfkit',
  'harfbuzzjs',
  'linebreak',
  'pdfjs-dist',
  'subset-font',
  'exceljs',
  'open',
  'piscina',
  // Optional: the program asks for them only where somebody asks for a queue.
  'bullmq',
  'ioredis',
]

/** Each module of `cli/` that is started by its path: the command itself, and what threads run. */
const STARTED = ['informe', 'writer-entry', 'layout-thread', 'drawing-thread', 'review-thread', 'lote-obrero']

/** Puts bundles in place of the modules of `<dist>/cli`. The other folders keep theirs, for tools that ask for a part of the program. */
export async function empaquetar(dist) {
  const [cli, bundled] = [join(dist, 'cli'), join(dist, 'cli.paquete')]
  await build({
    entryPoints: STARTED.map((name) => join(cli, `${name}.js`)),
    outdir: bundled,
    bundle: true,
    splitting: true,
    // All in one folder, for the program finds its own files from where each of them is.
    chunkNames: '[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: APART,
    plugins: [docxRapido],
    // CommonJS libraries ask for Node's own modules by `require`.
    banner: { js: "import { createRequire as _crear } from 'node:module'; const require = _crear(import.meta.url);" },
    // Names stay, for what an error tells.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'error',
  })
  rmSync(cli, { recursive: true })
  renameSync(bundled, cli)
}
