/** Templates + context → Markdown with tokens. */
import type { Documento, Inline } from '../document/index.js'
import type { Contexto, ContextoSector, Frase, publicar, Report } from '../report/index.js'
import { identificador } from '../report/index.js'
import { Budget } from './budget.js'
import { engine, type Place } from './engine.js'
import { inFile, type Piece, TemplateError, type TemplateFault } from './faults.js'
import { figureOf, inlinesOf } from './frases.js'
import type { Template } from './frontmatter.js'
import { helpers, isFigure, isProse, Placed, type Reference, unfit } from './helpers.js'
import type { Metadata } from './metadata.js'
import { plainText, Tokens } from './tokens.js'
import { text } from './typography.js'

/** Every section as Markdown with tokens, before any number is known. */
export interface Rendered {
  readonly sections: readonly { template: Template; id: string; sector: string | null; footer: string; markdown: string }[]
  /** Null where `documento.yml` is faulty. */
  readonly metadata: Omit<Documento, 'sections' | 'draft'> | null
  readonly tokens: Tokens
  readonly placed: Parameters<typeof publicar>[1]
  readonly references: readonly Reference[]
  readonly faults: readonly TemplateFault[]
}

/** Runs every template, in order of their names; one that fails gives its fault and the rest go on. */
export function render(
  report: Report,
  templates: readonly Template[],
  partials: ReadonlyMap<string, Template>,
  metadata: Metadata | null,
): Rendered {
  const tokens = new Tokens()
  const placed: Rendered['placed'][number][] = []
  const references: Reference[] = []
  const place: Place = { path: null }
  const told: TemplateError[] = []
  const budget = new Budget()
  const { render: run } = engine({
    helpers: helpers({ report, tokens, placed, references, place, budget }),
    partials: new Map([...partials].map(([name, { body }]) => [name, body])),
    place,
    print: (value, line) => print(value, { tokens, budget, line }),
    budget,
    names: { roots: new Set([...ROOTS, ...Object.keys(report.contexto)]), all: namesOf(report.contexto) },
    tell: (error) => told.push(error),
  })
  // A template of every sector, or a partial of every product, would tell the same slip again and again.
  const faults = new Map<string, TemplateFault>()
  const partialPieces = [...partials.values()].map(({ body }) => body)
  const attempt = (piece: Piece, context: object): string => {
    // A partial told by its own lines; everything else by those of the piece.
    const inItsFile = (fault: TemplateFault) => inFile(fault, partialPieces.find(({ path }) => path === fault.template) ?? piece)
    const before = references.length
    if (budget.spent) return ''
    const text = whatRuns(() => run(piece, context), told)
    for (const reference of references.slice(before)) reference.fault = inItsFile(reference.fault)
    for (const error of told.splice(0)) {
      const fault = inItsFile(error.at(piece.path))
      faults.set(JSON.stringify(fault), fault)
    }
    return text
  }
  const plain = (piece: Piece, context: object) => {
    const before = placed.length
    const words = tokens.plain(attempt(piece, context))
    if (placed.length > before) {
      placed.length = before
      faults.set(piece.path, placedInWords(piece))
    }
    return words
  }
  const included = templates.filter(({ front }) => front.incluir && (front.requiere === null || report.libro.textos.has(front.requiere)))
  // What is no section of the report comes after it, so that nothing of the report is named or numbered otherwise for its sake.
  const sections = included
    .toSorted((a, b) => Number(isExtract(a)) - Number(isExtract(b)))
    .flatMap((template) =>
      contextsOf(template, report.contexto).map(({ id, sector, context }) => {
        const before = placed.length
        const section = { template, id, sector, footer: plain(template.pie, context), markdown: attempt(template.body, context) }
        if (isExtract(template) && placed.length > before) {
          placed.length = before
          faults.set(template.path, placedInExtract(template))
        }
        return section
      }),
    )
    // What has nothing to tell of this workbook is no section of its report.
    .filter(({ template, markdown }) => template.front.tipo === 'portada' || markdown.trim() !== '')
  const rendered = metadata?.map((piece) => plain(piece, report.contexto)) ?? null
  return { sections, metadata: rendered, tokens, placed, references, faults: [...faults.values()] }
}

/** What a template gives; nothing where it cannot go on, which is told with the rest. */
function whatRuns(run: () => string, told: TemplateError[]): string {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    told.push(error)
    return ''
  }
}

/** `60-sector.md` is called `sector`. */
export function sectionName(path: string): string {
  return path.replace(/^\d+-/u, '').replace(/\.md$/u, '')
}

/** Whether a template opens chapters that go alone. */
export function isExtract({ front }: Template): boolean {
  return front.tipo === 'extracto'
}

function placedInExtract({ path }: Template): TemplateFault {
  return {
    template: path,
    line: null,
    found: 'una tabla o una gráfica en la apertura de un capítulo aparte',
    expected: 'solo palabras y cifras: sus tablas y gráficas las pone el capítulo, con el número que tienen en el informe',
    remedy: 'Ponga la tabla o la gráfica en la plantilla del capítulo y aquí nómbrela con {{ref}}.',
  }
}

function placedInWords({ path, start }: Piece): TemplateFault {
  return {
    template: path,
    line: start + 1,
    found: 'una tabla o una gráfica donde solo caben palabras',
    expected: 'palabras y valores en los pies de página y en los datos del documento',
    remedy: 'Ponga la tabla o la gráfica en el texto de una sección.',
  }
}

/** One section, or one for each sector. */
function contextsOf(template: Template, contexto: Contexto): readonly { id: string; sector: string | null; context: object }[] {
  const name = sectionName(template.path)
  if (template.front.por === null && !isExtract(template))
    return [{ id: name, sector: null, context: { ...contexto, seccion: template.front } }]
  return contexto.sectores.map((sector: ContextoSector) => ({
    id: `${name}-${identificador(sector.nombre)}`,
    sector: sector.nombre,
    context: { ...contexto, seccion: template.front, sector },
  }))
}

interface Printing {
  readonly tokens: Tokens
  readonly budget: Budget
  /** Where the value is printed. */
  readonly line: number | null
}

/** What a printed value becomes. Texts of the workbook are words, whatever they look like. */
function print(value: unknown, { tokens, budget, line }: Printing): string {
  if (value === null || value === undefined || value === '') return ''
  if (value instanceof Placed) return value.text
  if (isProse(value)) {
    budget.write(value.texto.length, line)
    return tokens.put({ kind: 'prose', prosa: value })
  }
  const inlines = inlinesOfValue(value, line)
  budget.write(plainText(inlines).length, line)
  return tokens.put({ kind: 'inlines', inlines })
}

/** @throws TemplateError for a list or a group of values, which has no words of its own */
function inlinesOfValue(value: unknown, line: number | null): readonly Inline[] {
  if (isFigure(value)) return figureOf(value)
  if (isFrase(value)) return inlinesOf(value)
  if (typeof value !== 'object') return text(String(value))
  const fault = unfit('un grupo de valores o una lista, que no se puede imprimir', 'un valor de adentro, como politica.nombre')
  fault.line = line
  throw fault
}

/** Whether a value is a phrase of the report: words, figures and what they are set in. */
function isFrase(value: unknown): value is Frase {
  return Array.isArray(value) && value.every((piece) => typeof piece === 'string' || isFigure(piece) || isSet(piece))
}

/** A piece of a phrase that is neither words nor a figure has one of these shapes and nothing more. */
const SHAPES: readonly string[] = ['codigo', 'estado,rotulo', 'fuerte', 'enfasis', 'frase,tono']

function isSet(piece: unknown): boolean {
  return typeof piece === 'object' && piece !== null && SHAPES.includes(Object.keys(piece).toSorted().join(','))
}

/** Names that some templates see besides the context. */
const ROOTS = ['sector', 'seccion']

/** Every field name of the context, for suggestions. */
function namesOf(value: unknown, names = new Set<string>(ROOTS)): ReadonlySet<string> {
  if (Array.isArray(value)) namesOf(value[0], names)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      names.add(key)
      namesOf(inner, names)
    }
  }
  return names
}
