// Bundles what the program starts (the command and each of its threads), each with the libraries that it needs, which are run only by the
// step that needs them: a process reads one file where it read hundreds, and V8 finds beside it what it made of it before.
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
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

/** The bundler takes no version of Node for one that knows kinds of letters in a pattern, and would have it made anew each time it is used. */
const PATTERNS = { 'regexp-unicode-property-escapes': true }

/** What is started by its path, the module of `cli/` that it is made of, and the one format that it writes, of those that write one. */
const STARTED = [
  ...['informe', 'drawing-thread', 'review-thread', 'lote-obrero'].map((name) => ({ name, from: name, format: null })),
  { name: 'layout-thread', from: 'layout-thread', format: 'docx' },
  ...['docx', 'pdf', 'html'].map((format) => ({ name: `writer-${format}`, from: 'writer-entry', format })),
]

/**
 * Puts bundles in place of the modules of `<dist>/cli`, with the templates of a folder compiled in them. The other folders keep theirs, for
 * tools that ask for a part of the program.
 */
export async function empaquetar(dist, templates) {
  const precompiled = await withTemplates(dist, templates)
  const [cli, bundled] = [join(dist, 'cli'), join(dist, 'cli.paquete')]
  const common = { bundle: true, platform: 'node', target: 'node20', outdir: bundled, logLevel: 'error', supported: PATTERNS }
  const bundles = STARTED.map(({ name, from, format }) =>
    build({
      ...common,
      entryPoints: [{ in: join(cli, `${from}.js`), out: name }],
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      external: APART,
      plugins: [masRapido, precompiled, ...(format === null ? [] : [writing(format)])],
      // The program finds its own files from where each of them is.
      define: { 'import.meta.url': '__url' },
      banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
      // Names stay, for what an error tells.
      minifyWhitespace: true,
      minifySyntax: true,
      write: false,
    }),
  )
  await build({ ...common, entryPoints: [join(cli, 'start.js')], format: 'esm' })
  for (const { outputFiles } of await Promise.all(bundles))
    for (const { path, text } of outputFiles) writeFileSync(path, inAFunction(inAscii(text)))
  for (const { name } of STARTED)
    writeFileSync(join(bundled, `${name}.js`), `${SHEBANG}import { start } from './start.js'\nexport default start('${name}').default\n`)
  rmSync(cli, { recursive: true })
  renameSync(bundled, cli)
}

/** Puts what Handlebars makes of each template where the program looks for it. What is no valid template is compiled when it is used, and told. */
async function withTemplates(dist, folder) {
  const module = (name) => import(pathToFileURL(join(dist, `${name}.js`)))
  const names = ['compose/folder', 'compose/said', 'compose/source', 'compose/helpers', 'disk/read', 'pipeline/files']
  const [{ folderOf }, { saidIn }, { sourceOf }, { HELPERS }, { readTree }, { textos }] = await Promise.all(names.map(module))
  const { templates, partials, metadata } = folderOf(textos(await readTree(folder)))
  const pieces = [...templates, ...partials.values()].flatMap(({ body, pie }) => [body, pie]).concat(metadata?.pieces ?? [])
  const entries = pieces.flatMap((piece) => {
    const said = saidIn(piece)
    if (said.faults.length > 0) return []
    try {
      return [`[${JSON.stringify(piece.text)}, { specification: ${sourceOf(piece, Object.keys(HELPERS))}, said: ${JSON.stringify(said)} }]`]
    } catch {
      return []
    }
  })
  const contents = `export const PRECOMPILED = new Map([${entries.join(',\n')}])`
  return {
    name: 'templates',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]compose[\\/]precompiled\.js$/ }, () => ({ contents, loader: 'js' }))
    },
  }
}

/** Leaves the writers of the other formats out: the thread that has this one never asks for them, and would hold their text in memory. */
function writing(format) {
  return {
    name: 'one-format',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\/[^/]+\/index\.js$/ }, ({ path, kind, importer }) =>
        kind === 'dynamic-import' && basename(dirname(importer)) === 'writers' && path !== `./${format}/index.js`
          ? { path, external: true }
          : undefined,
      )
    },
  }
}

const SHEBANG = '#!/usr/bin/env node\n'

// What is loaded by `import()` is asked of whoever runs the bundle: V8 forgets who that was, in functions that it had made before.
const ASKED = new RegExp(`\\bimport\\((?="(?:${APART.join('|')})["/])`, 'gu')

/** What `src/cli/start.ts` runs. */
const inAFunction = (source) => `(function(exports,require,module,__filename,__dirname,__import){${source.replace(ASKED, '__import(')}\n})`

/** The bundler writes letters beyond ASCII by their number, but in patterns; there they may be written so too. */
const inAscii = (source) =>
  source.replace(/^#!.*/u, '').replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
