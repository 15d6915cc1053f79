/** How Word draws each kind of chart: bars, in every kind, so that whoever edits it knows what to do with it. */
import type { ChartData } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import type { Fill } from './ink.js'
import type { LabelLook } from './labels.js'

/** A chart of bars, in the words of DrawingML. */
export interface Shape {
  /** `bar`: from left to right, the first category on top; `col`: upwards. */
  readonly direction: 'bar' | 'col'
  readonly grouping: 'clustered' | 'percentStacked'
  /** Whether each point has a fill of its own, or each series. */
  readonly fillsOf: 'points' | 'series'
  readonly fills: readonly Fill[]
  /** Value of a bar as long as the plot; null where the grouping says it. */
  readonly longest: number | null
  readonly labels: LabelLook
  readonly legend: boolean
}

type Drawing = (data: ChartData, theme: Theme) => Shape

const BARS = { direction: 'bar', grouping: 'clustered', labels: { position: 'outEnd', onPaper: false, zeros: true } } as const

const drawings: Record<ChartData['kind'], Drawing | null> = {
  // As in the picture, a bar is read as a share of all that is counted.
  states: (data, theme) => ({ ...BARS, fillsOf: 'points', fills: ofStates(data, theme), longest: sum(valuesOf(data)), legend: false }),
  progress: (data, theme) => ({ ...BARS, fillsOf: 'series', fills: reachedAndPlanned(theme), longest: largest(data, 1), legend: true }),
  years: (data, theme) => ({
    ...BARS,
    direction: 'col',
    fillsOf: 'series',
    fills: reachedAndPlanned(theme).toReversed(),
    longest: largest(data, 0),
    legend: true,
  }),
  stacked: (data, theme) => ({
    direction: 'bar',
    grouping: 'percentStacked',
    fillsOf: 'series',
    fills: ofStates(data, theme),
    longest: null,
    labels: { position: 'ctr', onPaper: true, zeros: false },
    legend: true,
  }),
  backlogs: (data, theme) => ({
    ...BARS,
    fillsOf: 'series',
    fills: [flat(theme.colores.rezago)],
    longest: largest(data, 0),
    legend: false,
  }),
  goals: (data, theme) => ({ ...BARS, fillsOf: 'series', fills: [flat(theme.colores.casa)], longest: largest(data, 1), legend: false }),
  // Each product in a cell with its code: Word has no such chart.
  map: null,
}

/** The shape of a chart; null for one that Word cannot draw, which stays a picture. */
export const shapeOf = (data: ChartData, theme: Theme): Shape | null => drawings[data.kind]?.(data, theme) ?? null

const flat = (relleno: string): Fill => ({ relleno, trama: 'lisa' })

const reachedAndPlanned = ({ colores }: Theme): readonly Fill[] => [flat(colores.casa), flat(colores.papel)]

const ofStates = ({ states }: ChartData, theme: Theme): readonly Fill[] => states.map((state) => theme.estados[state])

const valuesOf = ({ series }: ChartData): readonly number[] => series.flatMap(({ values }) => values.map((value) => value ?? 0))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const largest = (data: ChartData, least: number): number => Math.max(least, ...valuesOf(data))
