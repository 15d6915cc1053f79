import type { FirmaLeida } from './campos.js'
import { isPdf, leerPdf } from './pdf.js'
import { isPng, leerPng } from './png.js'
import { isSvg, leerSvg } from './svg.js'

/**
 * What a picture carries of its origin, whatever its name says that it is. Null where it does not name its workbook: then it is none
 * of ours, or another program took it out. `tipo` null: neither PNG nor SVG nor PDF.
 */
export async function leerFirma(
  bytes: Uint8Array,
): Promise<{ readonly tipo: 'png' | 'svg' | 'pdf' | null; readonly firma: FirmaLeida | null }> {
  if (isPng(bytes)) return { tipo: 'png', firma: ours(leerPng(bytes)) }
  if (isPdf(bytes)) return { tipo: 'pdf', firma: ours(await leerPdf(bytes)) }
  const text = new TextDecoder().decode(bytes)
  return isSvg(text) ? { tipo: 'svg', firma: ours(leerSvg(text)) } : { tipo: null, firma: null }
}

function ours(firma: FirmaLeida): FirmaLeida | null {
  return firma.libro === undefined ? null : firma
}
