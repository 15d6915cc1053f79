/** The bars of a chart (`c:barChart`), each series drawn from its cells of the data sheet, and its two axes. */
import type { ChartData, ChartSeries } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { escaped } from '../text.js'
import { type Cells, cellsOf, numberFormat } from './data-sheet.js'
import { axisLine, barInk, type Fill, letters } from './ink.js'
import { labelCells, labelsXml } from './labels.js'
import type { Shape } from './shapes.js'

export interface Bars {
  readonly data: ChartData
  readonly shape: Shape
  /** Blank between two groups, in hundredths of a bar. */
  readonly gapWidth: number
  readonly theme: Theme
  readonly language: string
}

const CATEGORIES = 1
const VALUES = 2

export function barChart(bars: Bars): string {
  const { data, shape } = bars
  const cells = cellsOf(data)
  const series = data.series.map((one, i) => seriesXml(one, i, bars, cells))
  const overlap = shape.grouping === 'clustered' ? 0 : 100
  return [
    `<c:barChart><c:barDir val="${shape.direction}"/><c:grouping val="${shape.grouping}"/><c:varyColors val="0"/>`,
    ...series,
    `<c:gapWidth val="${bars.gapWidth}"/><c:overlap val="${overlap}"/><c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/></c:barChart>`,
  ].join('')
}

function seriesXml(series: ChartSeries, position: number, { data, shape, theme, language }: Bars, cells: Cells): string {
  const place = cells.series[position]
  if (place === undefined) throw new Error(`The data sheet has no column of series ${position}.`)
  const ofSeries = shape.fillsOf === 'series' ? shape.fills[position] : shape.fills[0]
  return [
    `<c:ser><c:idx val="${position}"/><c:order val="${position}"/>`,
    `<c:tx><c:strRef><c:f>${place.name}</c:f>${cache([series.name])}</c:strRef></c:tx>`,
    ofSeries === undefined ? '' : barInk(ofSeries, theme),
    '<c:invertIfNegative val="0"/>',
    ...(shape.fillsOf === 'points' ? shape.fills.map((fill, i) => point(fill, i, theme)) : []),
    labelsXml(series, shape.labels, theme, language),
    `<c:cat><c:strRef><c:f>${cells.categories}</c:f>${cache(data.categories)}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${place.values}</c:f>${numberCache(series.values, numberFormat(data))}</c:numRef></c:val>`,
    labelCells(series, place.labels),
    '</c:ser>',
  ].join('')
}

const point = (fill: Fill, i: number, theme: Theme): string =>
  `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${barInk(fill, theme)}</c:dPt>`

const cache = (words: readonly string[]): string =>
  `<c:strCache><c:ptCount val="${words.length}"/>${words.map((word, i) => `<c:pt idx="${i}"><c:v>${escaped(word)}</c:v></c:pt>`).join('')}</c:strCache>`

function numberCache(values: readonly (number | null)[], format: string): string {
  const points = values.map((value, i) => (value === null ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`))
  return `<c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache>`
}

/** The axis of categories, one line of ink with their names, and that of values, there but not shown. */
export function axes({ data, shape, theme }: Bars): string {
  const across = shape.direction === 'bar'
  const ends = shape.longest === null ? '' : `<c:max val="${Math.max(shape.longest, Number.EPSILON)}"/>`
  const bare = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
  const format = (code: string) => `<c:numFmt formatCode="${code}" sourceLinked="0"/>`
  return [
    `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="${across ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${across ? 'l' : 'b'}"/>${format('General')}${bare}<c:tickLblPos val="low"/>${axisLine(theme)}${letters(theme, 'normal')}`,
    `<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>`,
    '<c:noMultiLvlLbl val="1"/></c:catAx>',
    `<c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/>${ends}<c:min val="0"/></c:scaling><c:delete val="1"/>`,
    `<c:axPos val="${across ? 't' : 'l'}"/>${format(numberFormat(data))}${bare}<c:tickLblPos val="nextTo"/>`,
    `<c:crossAx val="${CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('')
}
