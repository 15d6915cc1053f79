/** The formats of the report. A new one is one line here and one folder. */
import type { Assets, Documento, Written } from '../document/index.js'
import type { Theme } from '../theme/index.js'

export type Writer = (documento: Documento, theme: Theme, assets: Assets) => Promise<Written>

/** Each writer's library is loaded when it is asked for. */
const LIBRARIES = { docx: () => import('./docx/index.js'), pdf: () => import('./pdf/index.js'), html: () => import('./html/index.js') }

export const WRITERS = {
  docx: async (documento, theme, assets): Promise<Written> => ({
    bytes: await (await LIBRARIES.docx()).writeDocx(documento, theme, assets),
    faults: [],
    pages: new Map(),
  }),
  pdf: async (documento, theme, assets) => (await LIBRARIES.pdf()).writePdf(documento, theme, assets),
  html: async (documento, theme, assets) => (await LIBRARIES.html()).writeHtml(documento, theme, assets),
} satisfies Record<string, Writer>

export type Format = keyof typeof WRITERS

/** Loads the library of a format before it is needed. */
export async function loadWriter(format: Format): Promise<void> {
  await LIBRARIES[format]()
}
