/** `documento.yml`: title, author and running header of the whole report. Its values may hold {{…}}. */
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import type { Documento } from '../document/index.js'
import type { TemplateFiles } from './compose.js'
import type { TemplateFault } from './faults.js'

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
  readonly path: string
  /** The document's head, each text put through `render`. */
  readonly map: (render: (words: string) => string) => Omit<Documento, 'sections' | 'draft'>
}

export function readMetadata(files: TemplateFiles): { readonly metadata: Metadata | null; readonly faults: readonly TemplateFault[] } {
  try {
    const result = schema.safeParse(parse(files.get(PATH) ?? '', { logLevel: 'error' }), { error: z.locales.es().localeError })
    if (!result.success)
      return { metadata: null, faults: result.error.issues.map((i) => fault(null, `«${i.path.join('.')}»: ${i.message}`)) }
    const { idioma, titulo, autor, asunto, palabras, encabezado } = result.data
    return {
      metadata: {
        path: PATH,
        map: (render) => ({
          language: idioma,
          title: render(titulo),
          author: render(autor),
          subject: render(asunto),
          keywords: palabras.map(render),
          header: { left: render(encabezado.izquierda), right: render(encabezado.derecha) },
        }),
      },
      faults: [],
    }
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    return { metadata: null, faults: [fault(error.linePos?.[0].line ?? null, 'un archivo que no se puede leer')] }
  }
}

function fault(line: number | null, found: string): TemplateFault {
  return {
    template: PATH,
    line,
    found,
    expected: 'los campos idioma, titulo, autor, asunto, palabras y encabezado (izquierda y derecha)',
    remedy: 'Complete el archivo; ponga entre comillas los valores que empiecen por llave o lleven dos puntos.',
  }
}
