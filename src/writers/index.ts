/** The formats of the report. A new one is one line here and one folder. */
import { type Assets, type Documento, NO_PARTS, type PartStore, type Written } from '../document/index.js'
import type { Theme } from '../theme/index.js'
import type { Measure } from './docx/index.js'

/** What a writer may work with, besides what it writes. */
export interface Means {
  /** Parts that were made before. */
  readonly parts?: PartStore
  /** What lays sections of a Word document out; the writer itself, unless given. */
  readonly measure?: Measure | undefined
}

export type Writer = (documento: Documento, theme: Theme, assets: Assets, means?: Means) => Promise<Written>

/** Each writer's library is loaded when it is asked for. */
const LIBRARIES = { docx: () => import('./docx/index.js'), pdf: () => import('./pdf/index.js'), html: () => import('./html/index.js') }

export const WRITERS = {
  docx: async (documento, theme, assets, { parts = NO_PARTS, measure } = {}): Promise<Written> => {
    const { keptIn, measureSections, writeDocx } = await LIBRARIES.docx()
    const bytes = await writeDocx(documento, theme, assets, keptIn(parts, measure ?? measureSections))
    return { bytes, faults: [], pages: new Map() }
  },
  pdf: async (documento, theme, assets) => (await LIBRARIES.pdf()).writePdf(documento, theme, assets),
  html: async (documento, theme, assets) => (await LIBRARIES.html()).writeHtml(documento, theme, assets),
} satisfies Record<string, Writer>

export type Format = keyof typeof WRITERS

/** Loads the library of a format before it is needed. */
export async function loadWriter(format: Format): Promise<void> {
  await LIBRARIES[format]()
}
