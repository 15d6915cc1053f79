export { openFonts, shaperOpener } from './engine/shaper.js'
export { writePdf } from './write-pdf.js'
