export { openFonts, shaperOpener } from './engine/shaper.js'
export { type DrawPdf, setPdf, writePdf } from './write-pdf.js'
