/** Templates and report → the document tree, with what was placed in it and everything that is wrong with the templates. */
import { type CoverBlock, type Documento, NO_PARTS, type PartStore, type Section } from '../document/index.js'
import type { Publicado, Report } from '../report/index.js'
import { cuadrosEnPalabras, publicar } from '../report/index.js'
import { blocksOf, type Scope } from './blocks.js'
import { bracketFaults } from './brackets.js'
import { coverOf } from './cover.js'
import { slipOf, type TemplateFault } from './faults.js'
import { clavesOf, folderOf, kindOf, type TemplateFiles } from './folder.js'
import type { Template } from './frontmatter.js'
import { pictureFaults } from './images.js'
import { withIndices } from './indices.js'
import { Layout } from './layout.js'
import { withMarks } from './marks.js'
import { readingIn } from './reading.js'
import { isExtract, type Rendered, render, sectionName } from './render.js'
import type { Chapter } from './sector-alone.js'

/** Something worth telling that is no error: a Clave of `Textos` without text, or one that no template knows. */
export interface ComposeNotice {
  readonly kind: 'texto-ausente' | 'texto-desconocido'
  readonly clave: string
  /** Cell of the unknown Clave; empty for one that is missing. */
  readonly cell: string
  /** Templates that name a missing one; none for an unknown one. */
  readonly templates: readonly string[]
  /** A clave of the other side that is nearly the same: what was meant, it may be. */
  readonly near: string | null
}

export interface Composition {
  /** Null where there are faults. */
  readonly documento: Documento | null
  readonly publicado: Publicado
  /** What stands of each sector, by its name. */
  readonly chapters: ReadonlyMap<string, Chapter>
  readonly faults: readonly TemplateFault[]
  readonly notices: readonly ComposeNotice[]
}

export interface ComposeOptions {
  /** Paths of the pictures in the templates' folder. */
  readonly pictures: ReadonlySet<string>
  /** Sections to print or to leave out, whatever their templates say, by name (`anexo`). */
  readonly switches: ReadonlyMap<string, boolean>
  /** Where what was read before is kept; none, unless given. */
  readonly parts?: PartStore
  /** Told what is placed as soon as it is known, before any text is read: charts can be drawn meanwhile. */
  readonly onPlaced?: ((placed: Publicado) => void) | undefined
}

const PLAIN: ComposeOptions = { pictures: new Set(), switches: new Map() }

/**
 * Composes the report. Faults of all templates come together; a document only where there is none.
 */
export function componer(
  report: Report,
  files: TemplateFiles,
  { pictures, switches, parts = NO_PARTS, onPlaced }: ComposeOptions = PLAIN,
): Composition {
  const reading = readingIn(parts)
  const { templates: all, partials, metadata, faults: ofFolder } = folderOf(files)
  const templates = all.map((template) => switched(template, switches))
  const before = [
    ...ofFolder,
    ...[...templates, ...partials.values()].flatMap(({ body }) => [...pictureFaults(body, pictures), ...bracketFaults(body, report)]),
  ]
  // What cannot run is left out, so that the faults of the rest are told too.
  const broken = new Set(before.map(({ template }) => template))
  const rendered = render(
    report,
    templates.filter(({ path }) => !broken.has(path)),
    new Map([...partials].map(([name, partial]) => [name, broken.has(partial.path) ? emptied(partial) : partial])),
    metadata?.pieces.some(({ path }) => broken.has(path)) ? null : metadata,
  )
  const faults = [...before, ...rendered.faults]
  if (faults.length > 0 || rendered.metadata === null) return failed(faults)

  const publicado = publicar(report, rendered.placed)
  onPlaced?.(publicado)
  const layout = new Layout(publicado)
  const sections = rendered.sections.map((section) => sectionOf(section, { report, tokens: rendered.tokens, layout, reading }))
  reading.keep()
  const wrong = [
    ...sections.flatMap((s) => ('found' in s ? [s] : [])),
    ...rendered.references.flatMap(({ id, fault }) => (layout.has(id) ? [] : [fault])),
  ]
  if (wrong.length > 0) return failed(wrong)
  const extracts = new Set(rendered.sections.filter(({ template }) => isExtract(template)).map(({ id }) => id))
  const [apart, own] = parted(
    sections.flatMap((s) => ('found' in s ? [] : [s])),
    ({ id }) => extracts.has(id),
  )
  const marked = withMarks([...withIndices(own), ...apart], report.libro)
  return {
    documento: { ...rendered.metadata, draft: null, sections: marked.slice(0, own.length) },
    publicado,
    chapters: chaptersOf(rendered.sections, marked, extracts),
    faults: [],
    notices: textNotices(report, templates, partials),
  }
}

/** Names of the sections, as `switches` take them, in their order. */
export function sectionNames(files: Iterable<string>): readonly string[] {
  return [...files]
    .filter((path) => kindOf(path) === 'section')
    .toSorted()
    .map(sectionName)
}

function switched(template: Template, switches: ComposeOptions['switches']): Template {
  return { ...template, front: { ...template.front, incluir: switches.get(sectionName(template.path)) ?? template.front.incluir } }
}

function failed(faults: readonly TemplateFault[]): Composition {
  const inOrder = faults.toSorted((a, b) => (a.template < b.template ? -1 : a.template > b.template ? 1 : (a.line ?? 0) - (b.line ?? 0)))
  return { documento: null, publicado: { tablas: [], graficas: [] }, chapters: new Map(), faults: inOrder, notices: [] }
}

/** The sections of each sector, and what opens them where they go alone. */
function chaptersOf(rendered: Rendered['sections'], sections: readonly Section[], extracts: ReadonlySet<string>): Composition['chapters'] {
  const sectorOf = new Map(rendered.map(({ id, sector }) => [id, sector]))
  const sectors = new Set([...sectorOf.values()].filter((sector) => sector !== null))
  return new Map(
    [...sectors].map((sector) => {
      const [apart, own] = parted(
        sections.filter(({ id }) => sectorOf.get(id) === sector),
        ({ id }) => extracts.has(id),
      )
      return [sector, { opening: apart.flatMap(({ blocks }) => blocks), sections: own }] as const
    }),
  )
}

/** Those that are so, and those that are not. */
function parted<T>(all: readonly T[], is: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(is), all.filter((one) => !is(one))]
}

/** A partial that says nothing, in place of one that cannot run. */
function emptied(partial: Template): Template {
  return { ...partial, body: { ...partial.body, text: '' } }
}

function sectionOf({ template, id, footer, markdown }: Rendered['sections'][number], scope: Scope): Section | TemplateFault {
  const { front, path } = template
  const blocks = blocksOf(markdown, scope, { kicker: front.antetitulo, listed: front.listar })
  const cover = front.tipo === 'portada' ? coverOf(blocks, tilesOf(scope.report), path) : null
  if (cover !== null && 'found' in cover) return cover
  return {
    id,
    footer,
    numbering: NUMBERING[front.numeracion],
    orientation: front.pagina === 'horizontal' ? 'landscape' : 'portrait',
    blocks: cover === null ? blocks : [cover],
  }
}

function tilesOf({ contexto: { estados, politica } }: Report): Pick<CoverBlock, 'tiles' | 'alt'> {
  return { tiles: estados, alt: cuadrosEnPalabras(politica.ficha.cuentas) }
}

const NUMBERING = { ninguna: 'none', romana: 'roman', arábiga: 'decimal' } as const

/** Claves that a printed section wants and the workbook has not, and claves of the workbook that no template knows. */
function textNotices({ libro }: Report, templates: readonly Template[], partials: ReadonlyMap<string, Template>): readonly ComposeNotice[] {
  const printed = [...templates.filter(({ front }) => front.incluir), ...partials.values()]
  const known = new Set([...templates, ...partials.values()].flatMap(clavesOf))
  const missing = [...new Set(printed.flatMap(clavesOf))].filter((clave) => !libro.textos.has(clave))
  const unknown = [...libro.textos].filter(([clave]) => !known.has(clave))
  return [
    ...missing.map((clave): ComposeNotice => {
      const naming = printed.filter((template) => clavesOf(template).includes(clave)).map(({ path }) => path)
      return { kind: 'texto-ausente', clave, cell: '', templates: naming, near: slipOf(clave, libro.textos.keys()) }
    }),
    ...unknown.map(
      ([clave, { celdaDeClave }]): ComposeNotice => ({
        kind: 'texto-desconocido',
        clave,
        cell: celdaDeClave,
        templates: [],
        near: slipOf(clave, known),
      }),
    ),
  ]
}

/** The claves of `Textos` that these templates know, in the order in which the report reads them. */
export function clavesDeTextos(files: TemplateFiles): readonly string[] {
  const { templates, partials } = folderOf(files)
  return [...new Set([...templates, ...partials.values()].flatMap(clavesOf))]
}
