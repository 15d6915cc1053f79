/** Writers, each in a thread of its own, so that both formats are written at once. */
import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { Assets, Documento, Picture, Written } from '../document/index.js'
import type { DibujarGraficas, Entrada, Escritor, Medidas } from '../pipeline/index.js'
import type { Theme } from '../theme/index.js'
import type { Format } from '../writers/index.js'
import { giveUp, type LayoutTask } from './layout.js'
import { pack, type ToWrite } from './packed.js'
import type { PartsFolder } from './parts-folder.js'
import { readyThread } from './ready-thread.js'

/** What the thread is told at its start. */
export interface WriterData {
  readonly format: Format
  /** Where parts that were made before are kept; null to make all anew. */
  readonly parts: PartsFolder | null
  /** Whether it loads what draws charts before it is asked to draw. */
  readonly draws: boolean
  /** Whether it loads what writes the format too; else it is there for the charts. */
  readonly writes: boolean
  /** Whether others come first where there are not processors for all: they have more to do. */
  readonly waits: boolean
}

/**
 * What it is asked: to open the fonts of a PDF; where all in some charts stands, and their pictures then; to set the lines of a PDF whose
 * pictures have a size and no pixel, and to finish it with those that have; or a document; `pages`: where those of a Word document come from.
 */
export type WriterTask =
  | { readonly open: Assets['fonts'] }
  | { readonly place: Parameters<DibujarGraficas> }
  | { readonly draw: true }
  | { readonly set: ToWrite }
  | { readonly finish: Assets['images'] }
  | { readonly write: ToWrite; readonly pages?: MessagePort | undefined }

export type WriterAnswer = Written | readonly Picture[] | readonly Medidas[]

/** What is to be expected of the documents to come. */
interface Coming {
  /** Whether charts will be drawn; they are, unless told. */
  readonly draws?: boolean
  /** Whether there is one document, and each thread ends with its part of it. */
  readonly once?: boolean
  /** Whether much of the first was made before: few charts will be drawn, and few sections of Word laid out. */
  readonly again?: boolean
}

/**
 * The writers of some formats, each in its thread, and what draws the charts of a document in the thread of the one that has most time
 * before the document comes. A Word document is laid out in one more, from before its charts are drawn: no page hangs on what a chart
 * shows, and that is most of the work. Of one document that was made before, there is less of it than a thread takes to load. A PDF alone
 * has its charts drawn in a thread of their own, and its lines set meanwhile.
 */
export function inThreads(
  formats: readonly Format[],
  parts: PartsFolder | null,
  { draws = true, once = false, again = false }: Coming = {},
): Required<Pick<Entrada, 'escritores' | 'preparar' | 'dibujar' | 'adelantar'>> {
  const drawer = formats.includes('pdf') ? 'pdf' : formats[0]
  if (drawer === undefined) throw new RangeError('No se pidió ningún formato.')
  // There is more to do for Word where all is made from nothing, and for the others where most was made before.
  const wordFirst = once && !again
  const waits = (format: Format) => formats.length > 1 && formats.includes('docx') && (format !== 'docx') === wordFirst
  const setsAhead = once && !again && draws && formats.length === 1 && drawer === 'pdf' && availableParallelism() > 1
  // They load in the order in which there is work for them.
  const drawing = threadOf({ format: drawer, parts, draws: draws && !again, writes: !setsAhead, waits: waits(drawer) })
  const laidApart = formats.includes('docx') && availableParallelism() > 1 && !(once && again)
  const layout = laidApart ? layoutThread(parts, once) : null
  const other = (format: Format) => threadOf({ format, parts, draws: false, writes: true, waits: waits(format) })
  const threads = new Map(formats.map((format) => [format, format === drawer && !setsAhead ? drawing : other(format)]))
  let coming: MessagePort | undefined
  /** Where the pages that are on their way come from, for the one who takes them. */
  const taken = () => {
    const pages = coming
    coming = undefined
    return pages
  }
  /** Whether the thread of the PDF was told to set the document that it is to be asked for. */
  let isSet = false
  const taskOf = (format: Format, documento: Documento, theme: Theme, assets: Assets): WriterTask => {
    if (isSet) return { finish: assets.images }
    const args = pack(documento, theme, assets)
    return { write: args, pages: format === 'docx' ? (taken() ?? layout?.(args)) : undefined }
  }
  const writing =
    (format: Format, work: typeof drawing): Escritor =>
    async (documento, theme, assets) => {
      const task = taskOf(format, documento, theme, assets)
      const written = (await work.ask(task, 'pages' in task && task.pages !== undefined ? [task.pages] : [])) as Written
      if (once) work.end()
      return written
    }
  let prepared = false
  return {
    preparar: (fonts) => {
      if (!prepared) threads.get('pdf')?.tell({ open: fonts })
      prepared = true
    },
    escritores: new Map([...threads].map(([format, work]) => [format, writing(format, work)])),
    dibujar: (...args) => {
      const medidas = drawing.ask({ place: args }) as Promise<readonly Medidas[]>
      const imagenes = drawing.ask({ draw: true }) as Promise<readonly Picture[]>
      // Another writes.
      if (setsAhead) imagenes.then(drawing.end, () => undefined)
      return { medidas, imagenes }
    },
    adelantar: (documento, theme, assets) => {
      coming = layout?.(pack(documento, theme, assets))
      if (setsAhead) threads.get('pdf')?.tell({ set: pack(documento, theme, assets) })
      isSet = setsAhead
      return () => giveUp(taken())
    },
  }
}

/** The writer of one format, in a thread that loads it while the report is composed. */
export function inThread(format: Format, parts: PartsFolder | null = null): Escritor {
  const escritor = inThreads([format], parts, { draws: false }).escritores.get(format)
  if (escritor === undefined) throw new RangeError(`No hay quien escriba ${format}.`)
  return escritor
}

/** A thread that lays documents out, as a function that gives where the pages of each come from. */
function layoutThread(parts: PartsFolder | null, once: boolean): (document: ToWrite) => MessagePort {
  const thread = readyThread<LayoutTask, void>(new URL('./layout-thread.js', import.meta.url), parts)
  return ([document, theme, assets]) => {
    const { port1, port2 } = new MessageChannel()
    // What fails there is told where the pages are awaited.
    const laid = thread.ask({ document: [document, theme, { ...assets, attachments: [] }], to: port1 }, [port1]).catch(() => undefined)
    if (once) void laid.then(thread.end)
    return port2
  }
}

function threadOf(data: WriterData) {
  return readyThread<WriterTask, WriterAnswer>(new URL(`./writer-${data.format}.js`, import.meta.url), data)
}
