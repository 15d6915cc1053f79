import { TextWatermark } from 'docx/watermarks'
import type { Theme } from '../../theme/index.js'
import { clean } from './text.js'
import { hex } from './units.js'

// Faint enough to read the text over it.
const OPACITY = 0.2

/** The mark of a draft across a page, as Word's own command makes it, so that Word can take it off again. `color` as `#RRGGBB`. */
export function watermark(mark: string, color: string, theme: Theme): TextWatermark {
  return new TextWatermark({ text: clean(mark), font: theme.fuentes.titulos, bold: true, color: hex(color), opacity: OPACITY })
}
