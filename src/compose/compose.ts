/** Templates and report → the document tree, with what was placed in it and everything that is wrong with the templates. */
import type { Documento, Section } from '../document/index.js'
import type { Publicado, Report } from '../report/index.js'
import { publicar } from '../report/index.js'
import { blocksOf } from './blocks.js'
import { literalsOf, staticFaults } from './check.js'
import { coverOf } from './cover.js'
import type { TemplateFault } from './faults.js'
import { readTemplate, type Template } from './frontmatter.js'
import { withIndices } from './indices.js'
import { Layout } from './layout.js'
import { readMetadata } from './metadata.js'
import { render } from './render.js'

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
    return {
      id,
      footer,
      numbering: NUMBERING[template.front.numeracion],
      orientation: template.front.pagina === 'horizontal' ? 'landscape' : 'portrait',
      blocks: cover === null ? blocks : [cover],
    }
  })
  const wrong = [...sections.flatMap((s) => ('found' in s ? [s] : [])), ...danglingReferences(sections, layout)]
  return {
    documento:
      wrong.length > 0
        ? null
        : { ...rendered.metadata, draft: null, sections: withIndices(sections.flatMap((s) => ('found' in s ? [] : [s]))) },
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
