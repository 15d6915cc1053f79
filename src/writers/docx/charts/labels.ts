/** The figures at the ends of the bars, as the report prints them: each takes its words from a cell of the data sheet. */
import type { ChartSeries } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { escaped } from '../text.js'
import { letters, NOTHING, ON_ONE_LINE, plain, wordsLook } from './ink.js'

export interface LabelLook {
  readonly position: 'outEnd' | 'ctr'
  /** Over a fill, a label has the paper behind it. */
  readonly onPaper: boolean
  /** Whether a zero says so, or is left out where it would fall on its neighbour. */
  readonly zeros: boolean
}

const C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
// Names of Office 2013's extensions, as [MS-ODRAWXML] lists them: of labels, and of the series that they belong to.
const OF_LABELS = '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}'
const OF_SERIES = '{02D57815-91ED-43cb-92C2-25804820EDAC}'

const OFF = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map((what) => `<c:show${what} val="0"/>`).join('')

/** The labels of a series (`c:dLbls`). A point without a value has none. */
export function labelsXml({ values, labels }: ChartSeries, look: LabelLook, theme: Theme, language: string): string {
  const ground = look.onPaper ? plain(theme.colores.papel) : NOTHING
  const place = `<c:dLblPos val="${look.position}"/>${OFF}`
  const run = wordsLook(theme, 'bold', language)
  const points = values.map((value, i) => {
    if (value === null || (value === 0 && !look.zeros)) return `<c:dLbl><c:idx val="${i}"/><c:delete val="1"/></c:dLbl>`
    return `<c:dLbl><c:idx val="${i}"/>${words(labels[i] ?? '', i, run)}${ground}${place}${extension('<c15:dlblFieldTable/>')}</c:dLbl>`
  })
  return `<c:dLbls>${points.join('')}${ground}${letters(theme, 'bold', ON_ONE_LINE)}${place}${extension('')}</c:dLbls>`
}

/** The cells that the labels take their words from (`c:extLst` of a series). */
export function labelCells({ labels }: ChartSeries, cells: string): string {
  const points = labels.map((label, i) => `<c:pt idx="${i}"><c:v>${escaped(label)}</c:v></c:pt>`).join('')
  const cache = `<c15:dlblRangeCache><c:ptCount val="${labels.length}"/>${points}</c15:dlblRangeCache>`
  return `<c:extLst><c:ext uri="${OF_SERIES}" ${C15}><c15:datalabelsRange><c15:f>${cells}</c15:f>${cache}</c15:datalabelsRange></c:ext></c:extLst>`
}

// The field holds the words too, for programs that do not know it.
function words(label: string, point: number, look: string): string {
  const id = `{00000000-0000-4000-8000-${String(point + 1).padStart(12, '0')}}`
  const field = `<a:fld id="${id}" type="CELLRANGE">${look}<a:pPr/><a:t>${escaped(label)}</a:t></a:fld>`
  return `<c:tx><c:rich>${ON_ONE_LINE}<a:lstStyle/><a:p>${field}</a:p></c:rich></c:tx>`
}

const extension = (before: string): string =>
  `<c:extLst><c:ext uri="${OF_LABELS}" ${C15}>${before}<c15:showDataLabelsRange val="1"/></c:ext></c:extLst>`
