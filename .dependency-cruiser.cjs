/** The table of allowed imports of docs/arquitectura.md, as data. `npm:` names a package, `node:` a core module; the rest are folders, entered by their door. */
const mayImport = {
  model: [],
  exact: ['npm:fraction.js'],
  document: [],
  xml: [],
  align: [],
  theme: ['npm:zod'],
  markdown: ['npm:unified', 'npm:remark-parse', 'npm:remark-gfm', 'npm:mdast'],
  workbook: ['model', 'exact', 'markdown', 'npm:fflate', 'npm:xlsx', 'npm:zod', 'npm:fraction.js', 'npm:fastest-levenshtein'],
  indicators: ['model', 'exact', 'npm:fraction.js'],
  report: ['model', 'exact', 'indicators'],
  compose: ['report', 'document', 'markdown', 'model', 'npm:handlebars', 'npm:yaml', 'npm:zod', 'npm:fastest-levenshtein', 'npm:mdast'],
  charts: ['pictures', 'report', 'theme', 'npm:chart.js', 'npm:chartjs-node-canvas', 'npm:@napi-rs/canvas', 'npm:subset-font'],
  'writers/docx': ['document', 'theme', 'xml', 'npm:docx', 'npm:fflate', 'npm:xlsx', 'node:module'],
  'writers/html': ['document', 'theme', 'html'],
  'writers/pdf': ['document', 'theme', 'npm:pdfmake', 'npm:pdfkit', 'node:module'],
  pictures: ['document', 'npm:@napi-rs/canvas', 'npm:fast-png'],
  firma: ['charts', 'node:zlib', 'npm:pdfjs-dist'],
  outputs: ['report', 'indicators', 'model', 'document', 'npm:xlsx', 'npm:zod', 'node:crypto'],
  html: ['document', 'theme', 'npm:subset-font', 'node:crypto'],
  catalogo: ['report', 'document', 'theme', 'html'],
  readers: ['npm:fflate', 'npm:pdfjs-dist'],
  audit: [
    'model',
    'exact',
    'indicators',
    'report',
    'document',
    'readers',
    'markdown',
    'npm:fraction.js',
    'npm:fastest-levenshtein',
    'npm:mdast',
    'node:crypto',
  ],
  compare: ['align', 'workbook', 'report', 'html', 'npm:zod'],
  revision: ['compare', 'report', 'npm:zod'],
  verify: ['align', 'audit', 'document', 'model', 'readers'],
  redline: ['align', 'readers', 'xml', 'npm:fflate', 'node:crypto'],
  incorporar: ['align', 'document', 'markdown', 'model', 'readers', 'verify', 'npm:mdast'],
  libros: ['node:zlib'],
  hallazgos: ['audit', 'html', 'model', 'readers', 'report'],
  explain: ['model', 'exact', 'indicators', 'report', 'npm:fastest-levenshtein'],
  review: [
    'pipeline',
    'compare',
    'revision',
    'hallazgos',
    'html',
    'writers/html',
    'report',
    'model',
    'document',
    'theme',
    'npm:hono',
    'npm:@hono/node-server',
    'node:crypto',
    'node:net',
  ],
  disk: ['node:fs', 'node:path', 'node:crypto', 'node:os', 'node:process'],
}

const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const target = (name) => {
  if (name.startsWith('npm:')) return `(^|/)node_modules/(@types/)?${quoted(name.slice(4))}(/|$)`
  if (name.startsWith('node:')) return `^(node:)?${quoted(name.slice(5))}(/promises)?$`
  return `^src/${quoted(name)}/index\\.ts$`
}

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(mayImport).map(([folder, allowed]) => ({
      name: `${folder.replace('/', '-')}-imports`,
      severity: 'error',
      from: { path: `^src/${quoted(folder)}/` },
      to: { pathNot: [`^src/${quoted(folder)}/`, ...allowed.map(target)] },
    })),
    {
      name: 'by-the-door',
      comment: 'Outsiders import a folder by its index.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/writers/[^/]+/index\\.ts$'] },
    },
    {
      name: 'not-to-dev',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
