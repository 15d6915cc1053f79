/** A whole native chart as its part of the package holds it (`c:chartSpace`). The order of the elements is the schema's; Word refuses another. */
import type { ChartData } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { escaped } from '../text.js'
import { axes, type Bars, barChart } from './bars.js'
import { letters, NOTHING, plain } from './ink.js'
import { gapWidth, plotOf, type Size } from './plot.js'
import type { Shape } from './shapes.js'

const NAMESPACES = [
  ['c', 'http://schemas.openxmlformats.org/drawingml/2006/chart'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

interface Chart {
  readonly data: ChartData
  readonly shape: Shape
  readonly size: Size
  readonly theme: Theme
  /** Of its words: `es-CO`. */
  readonly language: string
  /** Relationship to the workbook with its data. */
  readonly workbook: string
}

/** No title (the caption is the document's), no grid, one axis line: as the picture that it stands for. */
export function chartSpace({ data, shape, size, theme, language, workbook }: Chart): string {
  const plot = plotOf(data, shape, size, theme)
  const bars: Bars = { data, shape, gapWidth: gapWidth(data, shape, plot, size, theme), theme, language }
  return [
    `<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/><c:lang val="${escaped(language)}"/><c:roundedCorners val="0"/>`,
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
    layout(plot),
    barChart(bars),
    axes(bars),
    `${NOTHING}</c:plotArea>`,
    shape.legend ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${letters(theme, 'normal')}</c:legend>` : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    plain(theme.colores.papel),
    letters(theme, 'normal'),
    `<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`,
  ].join('')
}

function layout(plot: ReturnType<typeof plotOf>): string {
  const sides = Object.entries(plot).map(([side, share]) => `<c:${side} val="${share.toFixed(4)}"/>`)
  const modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
  return `<c:layout><c:manualLayout>${modes}${sides.join('')}</c:manualLayout></c:layout>`
}
