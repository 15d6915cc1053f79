/** Writers, each in a thread of its own, so that both formats are written at once. */
import type { Picture, Written } from '../document/index.js'
import type { DibujarGraficas, Entrada, Escritor, Medidas } from '../pipeline/index.js'
import type { Format } from '../writers/index.js'
import type { PartsFolder } from './parts-folder.js'
import { readyThread } from './ready-thread.js'

/** What the thread is told at its start. */
export interface WriterData {
  readonly format: Format
  /** Where parts that were made before are kept; null to make all anew. */
  readonly parts: PartsFolder | null
  /** Whether it draws charts too. */
  readonly draws: boolean
}

/** What it is asked: a document, or what can be done of one before its charts are drawn; where all in these stands, or their pictures then. */
export type WriterTask =
  | { readonly write: Parameters<Escritor> }
  | { readonly ahead: Parameters<Escritor> }
  | { readonly place: Parameters<DibujarGraficas> }
  | { readonly draw: true }

export type WriterAnswer = Written | readonly Picture[] | readonly Medidas[] | null

/** The writer of a format, run in a thread that loads it while the report is composed, and writes one document after another. */
export function inThread(format: Format, parts: PartsFolder | null = null): Escritor {
  const work = threadOf({ format, parts, draws: false })
  return (...args) => work({ write: args }) as Promise<Written>
}

/**
 * The writers of some formats, each in its thread, and what draws the charts of a document in the thread of the one that has most time
 * before the document comes.
 */
export function inThreads(
  formats: readonly Format[],
  parts: PartsFolder | null,
): Required<Pick<Entrada, 'escritores' | 'dibujar' | 'adelantar'>> {
  const drawer = formats.includes('pdf') ? 'pdf' : formats[0]
  // What draws loads first, for charts come before documents.
  const order = formats.toSorted((a, b) => Number(b === drawer) - Number(a === drawer))
  const threads = new Map(order.map((format) => [format, threadOf({ format, parts, draws: format === drawer })]))
  const drawing = threads.get(drawer ?? 'pdf')
  return {
    escritores: new Map([...threads].map(([format, work]) => [format, (...args) => work({ write: args }) as Promise<Written>])),
    dibujar: (...args) => {
      if (drawing === undefined) throw new RangeError('No se pidió ningún formato.')
      return {
        medidas: drawing({ place: args }) as Promise<readonly Medidas[]>,
        imagenes: drawing({ draw: true }) as Promise<readonly Picture[]>,
      }
    },
    // A document of Word is most of the work, and nothing of it hangs on what a chart shows; what fails is told to whoever asks for it.
    adelantar: (...args) =>
      void threads
        .get('docx')?.({ ahead: args })
        .catch(() => undefined),
  }
}

function threadOf(data: WriterData): (task: WriterTask) => Promise<WriterAnswer> {
  return readyThread(new URL('./writer-entry.js', import.meta.url), data)
}
