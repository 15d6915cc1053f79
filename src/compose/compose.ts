/** Templates and report → the document tree, with what was placed in it and everything that is wrong with the templates. */
import type { Documento, Inline, Section } from '../document/index.js'
import type { Contexto, ContextoSector, Publicado, Report } from '../report/index.js'
import { identificador, publicar } from '../report/index.js'
import { blocksOf } from './blocks.js'
import { coverOf } from './cover.js'
import { check, engine, faultOf, literalsOf, partialsOf } from './engine.js'
import { TemplateError, type TemplateFault } from './faults.js'
import { figureOf, inlinesOf } from './frases.js'
import { readTemplate, type Template } from './frontmatter.js'
import { HELPERS, helpers, isFigure, isProse, Placed } from './helpers.js'
import { withIndices } from './indices.js'
import { Layout } from './layout.js'
import { type Metadata, readMetadata } from './metadata.js'
import { Tokens } from './tokens.js'
import { text } from './typography.js'

/** Something worth telling that is no error: a Clave of `Textos` without text, or one that no template knows. */
export interface ComposeNotice {
  readonly kind: 'texto-ausente' | 'texto-desconocido'
  readonly clave: string
  /** Cell of the unknown Clave; empty for one that is missing. */
  readonly cell: string
}

export interface Composition {
  /** Null where there are faults. */
  readonly documento: Documento | null
  readonly publicado: Publicado
  readonly faults: readonly TemplateFault[]
  readonly notices: readonly ComposeNotice[]
}

/** Text of a template file by its path within the templates folder. */
export type TemplateFiles = ReadonlyMap<string, string>

const SECTION_FILE = /^\d+[^/]*\.md$/u
const PARTIAL_FILE = /^parciales\/([^/]+)\.md$/u

/** Composes the report. Faults of all templates come together; a document only where there is none. */
export function componer(report: Report, files: TemplateFiles): Composition {
  const faults: TemplateFault[] = []
  const templates = [...files.keys()]
    .filter((path) => SECTION_FILE.test(path))
    .sort()
    .flatMap((path) => read(path, files, faults))
  const partials = new Map(
    [...files.keys()].flatMap((path) => {
      const name = PARTIAL_FILE.exec(path)?.[1]
      return name === undefined ? [] : read(path, files, faults).map((t) => [name, t] as const)
    }),
  )
  const { metadata, faults: headFaults } = readMetadata(files)
  faults.push(...headFaults, ...staticFaults(templates, partials))
  const nothing: Publicado = { tablas: [], graficas: [] }
  if (faults.length > 0 || metadata === null) return { documento: null, publicado: nothing, faults, notices: [] }

  const claves = new Set([...templates, ...partials.values()].flatMap((t) => ['texto', 'hayTexto'].flatMap((h) => literalsOf(h, t.body))))
  for (const { front } of templates) if (front.requiere !== null) claves.add(front.requiere)
  const rendered = render(report, templates, partials, metadata)
  if (rendered.faults.length > 0) return { documento: null, publicado: nothing, faults: rendered.faults, notices: [] }

  const publicado = publicar(report, rendered.placed)
  const layout = new Layout(publicado)
  const scope = { report, tokens: rendered.tokens, layout }
  const sections = rendered.sections.map(({ template, id, footer, markdown }): Section | TemplateFault => {
    const blocks = blocksOf(markdown, scope, { kicker: template.front.antetitulo, listed: template.front.listar })
    const cover = template.front.tipo === 'portada' ? coverOf(blocks, report.contexto.estados, template.path) : null
    if (cover !== null && 'found' in cover) return cover
    return { id, footer, numbering: NUMBERING[template.front.numeracion], blocks: cover === null ? blocks : [cover] }
  })
  const wrong = [...sections.flatMap((s) => ('found' in s ? [s] : [])), ...danglingReferences(sections, layout)]
  return {
    documento:
      wrong.length > 0 ? null : { ...rendered.metadata, sections: withIndices(sections.flatMap((s) => ('found' in s ? [] : [s]))) },
    publicado,
    faults: wrong,
    notices: textNotices(report, claves),
  }
}

const NUMBERING = { ninguna: 'none', romana: 'roman', arábiga: 'decimal' } as const

function read(path: string, files: TemplateFiles, faults: TemplateFault[]): readonly Template[] {
  const result = readTemplate(path, files.get(path) ?? '')
  faults.push(...result.faults)
  return result.template === null ? [] : [result.template]
}

function staticFaults(templates: readonly Template[], partials: ReadonlyMap<string, Template>): readonly TemplateFault[] {
  const helperNames = new Set(Object.keys(HELPERS))
  const partialNames = new Set(partials.keys())
  const found = [...templates, ...partials.values()].flatMap((t) =>
    [...check(t.path, t.body, helperNames, partialNames), ...check(t.path, t.front.pie, helperNames, partialNames)].map((f) =>
      inFile(f, t),
    ),
  )
  return found.length > 0 ? found : cycles(partials)
}

/** A line within a template's body as a line of its file. */
function inFile(fault: TemplateFault, template: Template): TemplateFault {
  return fault.line === null ? fault : { ...fault, line: fault.line + template.bodyStart }
}

/** Partials that call themselves, by whatever way round. */
function cycles(partials: ReadonlyMap<string, Template>): readonly TemplateFault[] {
  const calls = new Map([...partials].map(([name, { body }]) => [name, partialsOf(body)]))
  const way = (name: string, seen: readonly string[]): readonly string[] | null => {
    if (seen.includes(name)) return [...seen.slice(seen.indexOf(name)), name]
    for (const next of calls.get(name) ?? []) {
      const found = way(next, [...seen, name])
      if (found !== null) return found
    }
    return null
  }
  for (const [name, template] of partials) {
    const found = way(name, [])
    if (found?.[0] === name) {
      return [
        {
          template: template.path,
          line: null,
          found: `parciales que se llaman en círculo: ${found.join(' → ')}`,
          expected: 'parciales que no se incluyan a sí mismos',
          remedy: 'Quite una de esas llamadas.',
        },
      ]
    }
  }
  return []
}

interface Rendered {
  readonly sections: readonly { template: Template; id: string; footer: string; markdown: string }[]
  readonly metadata: Omit<Documento, 'sections'>
  readonly tokens: Tokens
  readonly placed: Parameters<typeof publicar>[1]
  readonly faults: readonly TemplateFault[]
}

/** Runs every template, in order of their names; one that fails gives its fault and the rest go on. */
function render(report: Report, templates: readonly Template[], partials: ReadonlyMap<string, Template>, metadata: Metadata): Rendered {
  const tokens = new Tokens()
  const placed: Rendered['placed'][number][] = []
  const all = [...templates, ...partials.values()]
  const { render: run } = engine({
    helpers: helpers({ report, tokens, placed }),
    partials,
    print: (value) => print(value, tokens),
    names: namesOf(report.contexto),
  })
  const faults: TemplateFault[] = []
  const attempt = (path: string, body: string, context: object): string => {
    try {
      return run(path, body, context)
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error
      const fault = faultOf(error, path)
      const owner = all.find((t) => t.path === fault.template)
      faults.push(owner === undefined ? fault : inFile(fault, owner))
      return ''
    }
  }
  const plain = (path: string, body: string, context: object) => tokens.plain(attempt(path, body, context))
  const sections = templates
    .filter(({ front }) => front.incluir && (front.requiere === null || report.libro.textos.has(front.requiere)))
    .flatMap((template) =>
      contextsOf(template, report.contexto).map(({ id, context }) => ({
        template,
        id,
        footer: plain(template.path, template.front.pie, context),
        markdown: attempt(template.path, template.body, context),
      })),
    )
  const rendered = metadata.map((words) => plain(metadata.path, words, report.contexto))
  return { sections, metadata: rendered, tokens, placed, faults }
}

/** One section, or one for each sector. */
function contextsOf(template: Template, contexto: Contexto): readonly { id: string; context: object }[] {
  const name = template.path.replace(/^\d+-/u, '').replace(/\.md$/u, '')
  if (template.front.por === null) return [{ id: name, context: contexto }]
  return contexto.sectores.map((sector: ContextoSector) => ({
    id: `${name}-${identificador(sector.nombre)}`,
    context: { ...contexto, sector },
  }))
}

/** What a printed value becomes. Texts of the workbook are words, whatever they look like. */
function print(value: unknown, tokens: Tokens): string {
  if (value === null || value === undefined || value === '') return ''
  if (value instanceof Placed) return value.text
  if (isProse(value)) return tokens.put({ kind: 'prose', prosa: value })
  return tokens.put({ kind: 'inlines', inlines: inlinesOfValue(value) })
}

function inlinesOfValue(value: unknown): readonly Inline[] {
  if (isFigure(value)) return figureOf(value)
  if (Array.isArray(value)) return inlinesOf(value)
  return text(String(value))
}

/** Every field name of the context, for suggestions. */
function namesOf(value: unknown, names = new Set<string>(['sector'])): ReadonlySet<string> {
  if (Array.isArray(value)) namesOf(value[0], names)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      names.add(key)
      namesOf(inner, names)
    }
  }
  return names
}

/** References to a table or chart that exists but stands in no section that is printed. */
function danglingReferences(sections: readonly (Section | TemplateFault)[], layout: Layout): readonly TemplateFault[] {
  const missing = new Set<string>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    else if (typeof value === 'object' && value !== null) {
      const node = value as { readonly type?: string; readonly target?: string }
      if (node.type === 'reference' && node.target !== undefined && !layout.has(node.target)) missing.add(node.target)
      Object.values(value).forEach(look)
    }
  }
  sections.forEach((s) => {
    if (!('found' in s)) look(s.blocks)
  })
  return [...missing].map((id) => ({
    template: '',
    line: null,
    found: `una referencia a «${id}», que ninguna sección incluida pone`,
    expected: 'referencias a tablas y gráficas que estén en el informe',
    remedy: 'Incluya la sección que la pone, o quite la referencia.',
  }))
}

function textNotices({ libro }: Report, claves: ReadonlySet<string>): readonly ComposeNotice[] {
  const missing = [...claves].filter((clave) => !libro.textos.has(clave))
  const unknown = [...libro.textos].filter(([clave]) => !claves.has(clave))
  return [
    ...missing.map((clave): ComposeNotice => ({ kind: 'texto-ausente', clave, cell: '' })),
    ...unknown.map(([clave, { celda }]): ComposeNotice => ({ kind: 'texto-desconocido', clave, cell: celda })),
  ]
}
