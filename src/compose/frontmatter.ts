/** The head of a template file, between two lines `---`: YAML whose fields say how its section stands in the report. */
import { z } from 'zod'
import { type Piece, suggestion, type TemplateFault } from './faults.js'
import { withoutTokenCharacters } from './tokens.js'
import { readYaml } from './yaml.js'

const siNo = z.union([z.boolean(), z.enum(['sí', 'si', 'no'])]).transform((v) => v === true || v === 'sí' || v === 'si')

const FIELDS = {
  /** `no`: the section is left out of the report. */
  incluir: siNo.default(true),
  /** Left words of the footer; may hold values. */
  pie: z.string().default(''),
  numeracion: z.enum(['ninguna', 'romana', 'arábiga']).default('arábiga'),
  /** How the pages lie. */
  pagina: z.enum(['vertical', 'horizontal']).default('vertical'),
  /** `sector`: the template makes a section for each sector. */
  por: z.literal('sector').nullable().default(null),
  /** Small words above the section's title. */
  antetitulo: z.string().nullable().default(null),
  /** `no`: its titles are not listed in the contents. */
  listar: siNo.default(true),
  /** A Clave of `Textos` without which the section is left out. */
  requiere: z.string().nullable().default(null),
  /** Whether each of its chapters opens with a scorecard; the template sees it as `seccion.ficha`. */
  ficha: siNo.default(true),
  /** `portada`: the cover. `extracto`: what opens the chapter of a sector where it goes alone, and no section of the report. */
  tipo: z.enum(['portada', 'texto', 'extracto']).default('texto'),
}
const schema = z.strictObject(FIELDS)

export type FrontMatter = z.infer<typeof schema>

export interface Template {
  /** Path within the templates folder. */
  readonly path: string
  readonly front: FrontMatter
  readonly body: Piece
  /** Words of the footer. */
  readonly pie: Piece
}

const HEAD = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/mu

/** Splits a template file into its head and its body. Gives the template, or what is wrong with its head. */
export function readTemplate(
  path: string,
  source: string,
): { readonly template: Template | null; readonly faults: readonly TemplateFault[] } {
  if (source.length > LONGEST) return { template: null, faults: [tooLong(path)] }
  const clean = withoutTokenCharacters(source.replace(/^\u{FEFF}/u, ''))
  const match = clean.startsWith('---') ? HEAD.exec(clean) : null
  const head = match?.[1] ?? ''
  const body = match === null ? clean : clean.slice(match[0].length)
  const bodyStart = match === null ? 0 : match[0].split('\n').length - 1
  const read = readYaml(head)
  if ('line' in read) {
    const fault: TemplateFault = {
      template: path,
      line: (read.line ?? 1) + 1,
      found: 'un encabezado que no se puede leer',
      expected: 'líneas «campo: valor»',
      remedy: 'Ponga entre comillas el valor que lleve dos puntos o empiece por llave.',
    }
    return { template: null, faults: [fault] }
  }
  const result = schema.safeParse(read.value ?? {})
  if (!result.success) return { template: null, faults: result.error.issues.flatMap((issue) => headFaults(path, head, issue)) }
  // A YAML escape can write the characters that were dropped from the file.
  const pie = { path, text: withoutTokenCharacters(result.data.pie), start: lineOf(head, 'pie') - 1 }
  return { template: { path, front: result.data, body: { path, text: body, start: bodyStart }, pie }, faults: [] }
}

/** Characters of a file: sixty times the longest that comes with the program. Longer ones take the reader of templates seconds. */
const LONGEST = 200_000

function tooLong(path: string): TemplateFault {
  return {
    template: path,
    line: null,
    found: 'una plantilla demasiado larga',
    expected: `hasta ${LONGEST.toLocaleString('es-CO')} letras`,
    remedy: 'Pártala en secciones o en parciales.',
  }
}

type Issue = z.core.$ZodIssue

function headFaults(path: string, head: string, issue: Issue): readonly TemplateFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      template: path,
      line: lineOf(head, key),
      found: `el campo «${key}»`,
      expected: `uno de estos campos: ${Object.keys(FIELDS).join(', ')}`,
      remedy: suggestion(key, Object.keys(FIELDS), 'Quite el campo o corrija su nombre.'),
    }))
  }
  const key = String(issue.path[0] ?? '')
  const values = Object.hasOwn(EXPECTED, key) ? EXPECTED[key] : undefined
  return [
    {
      template: path,
      line: lineOf(head, key),
      found: `un valor que «${key}» no admite`,
      expected: values ?? 'un texto',
      remedy: values === undefined ? 'Ponga el valor entre comillas.' : valueRemedy(issue, given(head, key)),
    },
  ]
}

/** The value admitted that is nearest to the one given. */
function valueRemedy(issue: Issue, value: string): string {
  const admitted = issue.code === 'invalid_value' ? issue.values.map(String) : []
  return suggestion(value, admitted, 'Escriba uno de los valores admitidos.')
}

/** What the head gives a field, as it is written. */
function given(head: string, key: string): string {
  return (head.split('\n')[lineOf(head, key) - 2] ?? '').replace(/^[^:]*:\s*/u, '').trim()
}

const EXPECTED: Readonly<Record<string, string>> = {
  incluir: 'sí o no',
  listar: 'sí o no',
  ficha: 'sí o no',
  numeracion: 'ninguna, romana o arábiga',
  pagina: 'vertical u horizontal',
  por: 'sector',
  tipo: 'portada, texto o extracto',
}

function lineOf(head: string, key: string): number {
  const at = head.split('\n').findIndex((line) => line.trimStart().startsWith(`${key}:`))
  return at < 0 ? 1 : at + 2
}
