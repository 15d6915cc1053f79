export { openShaper } from './engine/shaper.js'
export { writePdf } from './write-pdf.js'
