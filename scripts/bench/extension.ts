import { spawnSync } from 'node:child_process'
import { herramienta } from '../herramientas.mjs'

/** How long a document is. */
export interface Extension {
  readonly paginas: number
  readonly palabras: number
}

/** Pages and words of a PDF, as poppler reads them; null where poppler is not. */
export function extensionDe(pdf: string): Extension | null {
  const [pdfinfo, pdftotext] = [herramienta('pdfinfo'), herramienta('pdftotext')]
  if (pdfinfo === null || pdftotext === null) return null
  const dicho = (programa: string, ...args: readonly string[]) =>
    spawnSync(programa, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }).stdout
  return {
    paginas: Number(/^Pages:\s+(\d+)/mu.exec(dicho(pdfinfo, pdf))?.[1]),
    palabras: dicho(pdftotext, pdf, '-').split(/\s+/u).filter(Boolean).length,
  }
}
