/** The formats of the report. A new one is one line here and one folder. */
import { type Assets, type Documento, NO_PARTS, type PartStore, type Written } from '../document/index.js'
import type { Theme } from '../theme/index.js'
import type { Measure } from './docx/index.js'
import type { DrawPdf } from './pdf/index.js'

/** What a writer may work with, besides what it writes. */
export interface Means {
  /** Parts that were made before. */
  readonly parts?: PartStore
  /** What lays sections of a Word document out; the writer itself, unless given. */
  readonly measure?: Measure | undefined
  /** The pages of a Word document that is laid out elsewhere. */
  readonly pages?: (() => ReturnType<typeof layOutDocx>) | undefined
}

export type Writer = (documento: Documento, theme: Theme, assets: Assets, means?: Means) => Promise<Written>

/** Each writer's library is loaded when it is asked for. */
const LIBRARIES = { docx: () => import('./docx/index.js'), pdf: () => import('./pdf/index.js'), html: () => import('./html/index.js') }

export const WRITERS = {
  docx: async (documento, theme, assets, means = {}): Promise<Written> => {
    const { writeDocx } = await LIBRARIES.docx()
    const pages = means.pages ?? (() => layOutDocx(documento, theme, assets, means))
    const bytes = await writeDocx(documento, theme, assets, pages, means.parts)
    return { bytes, faults: [], pages: new Map() }
  },
  pdf: async (documento, theme, assets, { parts } = {}) => (await LIBRARIES.pdf()).writePdf(documento, theme, assets, parts),
  html: async (documento, theme, assets) => (await LIBRARIES.html()).writeHtml(documento, theme, assets),
} satisfies Record<string, Writer>

/** Lays sections of a Word document out, here. */
export const measureDocx: Measure = async (...task) => (await LIBRARIES.docx()).measureSections(...task)

/** The number that the page of each block shows in a Word document, for whose pages the size of a picture is enough. */
export async function layOutDocx(
  documento: Documento,
  theme: Theme,
  assets: Assets,
  { parts = NO_PARTS, measure = measureDocx }: Means,
): Promise<ReadonlyMap<string, string>> {
  const { keptIn, pageNumbers } = await LIBRARIES.docx()
  return await pageNumbers(documento, theme, assets, keptIn(parts, measure))
}

/** Sets a PDF before its pictures are there, for which their size is enough; gives what draws it with them. */
export async function setPdf(documento: Documento, theme: Theme, assets: Assets, { parts }: Means): Promise<DrawPdf> {
  return await (await LIBRARIES.pdf()).setPdf(documento, theme, assets, parts)
}

export type Format = keyof typeof WRITERS

/** Loads the library of a format before it is needed. */
export async function loadWriter(format: Format): Promise<void> {
  await LIBRARIES[format]()
}

/** Opens the fonts of the PDFs to come, before there is any. */
export async function openPdfFonts(fonts: Assets['fonts']): Promise<void> {
  await (await LIBRARIES.pdf()).openFonts(fonts)
}
