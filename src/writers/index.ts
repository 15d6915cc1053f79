/** The formats of the report. A new one is one line here and one folder. */
import type { Assets, Documento, Written } from '../document/index.js'
import type { Theme } from '../theme/index.js'

export type Writer = (documento: Documento, theme: Theme, assets: Assets) => Promise<Written>

/** Each writer's library is loaded when it is asked for. */
export const WRITERS = {
  docx: async (documento, theme, assets) => ({
    bytes: await (await import('./docx/index.js')).writeDocx(documento, theme, assets),
    faults: [],
  }),
  pdf: async (documento, theme, assets) => (await import('./pdf/index.js')).writePdf(documento, theme, assets),
  html: async (documento, theme, assets) => (await import('./html/index.js')).writeHtml(documento, theme, assets),
} satisfies Record<string, Writer>

export type Format = keyof typeof WRITERS
