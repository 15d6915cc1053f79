/** `documento.yml`: title, author and running header of the whole report. Its values may hold {{…}}. */
import { z } from 'zod'
import type { Documento } from '../document/index.js'
import { type Piece, suggestion, type TemplateFault } from './faults.js'
import type { TemplateFiles } from './folder.js'
import { withoutTokenCharacters } from './tokens.js'
import { readYaml } from './yaml.js'

const PATH = 'documento.yml'

const schema = z.strictObject({
  idioma: z.string().min(2),
  titulo: z.string().min(1),
  autor: z.string().min(1),
  asunto: z.string(),
  palabras: z.array(z.string()),
  encabezado: z.strictObject({ izquierda: z.string(), derecha: z.string() }),
})

export interface Metadata {
  /** Each text that is rendered. */
  readonly pieces: readonly Piece[]
  /** The document's head, each text put through `render`. */
  readonly map: (render: (piece: Piece) => string) => Omit<Documento, 'sections' | 'draft'>
}

export function readMetadata(files: TemplateFiles): {
  readonly metadata: Metadata | null
  readonly faults: readonly TemplateFault[]
} {
  const source = files.get(PATH) ?? ''
  const read = readYaml(source)
  if ('line' in read) return { metadata: null, faults: [fault(read.line, 'un archivo que no se puede leer')] }
  const result = schema.safeParse(read.value, { error: z.locales.es().localeError })
  if (!result.success) return { metadata: null, faults: result.error.issues.flatMap((issue) => fieldFaults(files, issue)) }
  const { idioma, titulo, autor, asunto, palabras, encabezado } = result.data
  const piece = (text: string): Piece => ({ path: PATH, text: withoutTokenCharacters(text), start: lineWith(source, text) })
  const [title, author, subject] = [piece(titulo), piece(autor), piece(asunto)]
  const [left, right] = [piece(encabezado.izquierda), piece(encabezado.derecha)]
  const keywords = palabras.map(piece)
  const metadata: Metadata = {
    pieces: [title, author, subject, ...keywords, left, right],
    map: (render) => ({
      language: idioma,
      title: render(title),
      author: render(author),
      subject: render(subject),
      keywords: keywords.map(render),
      header: { left: render(left), right: render(right) },
    }),
  }
  return { metadata, faults: [] }
}

/** How many lines stand before the one that holds a text; 0 where YAML wrote it otherwise. */
function lineWith(source: string, text: string): number {
  return Math.max(
    0,
    source.split('\n').findIndex((line) => text !== '' && line.includes(text)),
  )
}

const FIELDS: readonly string[] = [...Object.keys(schema.shape), ...Object.keys(schema.shape.encabezado.shape)]

/** What is wrong with a field: it is none, it is missing, or it is not what it should be. */
function fieldFaults(files: TemplateFiles, issue: z.core.$ZodIssue): readonly TemplateFault[] {
  const source = files.get(PATH)
  if (source === undefined) return [fault(null, 'una carpeta sin ese archivo')]
  const lineOf = (key: string) => {
    const at = source.split('\n').findIndex((line) => line.trimStart().startsWith(`${key}:`))
    return at < 0 ? null : at + 1
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault(lineOf(key), `el campo «${key}»`, suggestion(key, FIELDS, 'Quite el campo o corrija su nombre.')))
  const key = String(issue.path.at(-1) ?? '')
  const line = lineOf(key)
  return [
    fault(
      line,
      key === '' ? 'un archivo sin campos' : line === null ? `un archivo sin el campo «${key}»` : `un valor que «${key}» no admite`,
    ),
  ]
}

function fault(
  line: number | null,
  found: string,
  remedy = 'Complete el archivo; ponga entre comillas los valores que empiecen por llave o lleven dos puntos.',
): TemplateFault {
  return {
    template: PATH,
    line,
    found,
    expected: 'los campos idioma, titulo, autor, asunto, palabras y encabezado (izquierda y derecha)',
    remedy,
  }
}
