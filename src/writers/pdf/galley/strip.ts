import type { State } from '../../../document/index.js'
import type { LaidLine } from '../engine/types.js'
import type { Tag } from '../ink/tags.js'
import type { Voice } from './voice.js'

/**
 * The galley: the whole report as one endless column of strips, each drawn whole on some page. Cutting it into pages is another step
 * (`pages/`). Lengths in points; x from the left edge of the page's body, y from the strip's top.
 */
export interface Strip {
  readonly height: number
  /** Blank above and under; the larger of two neighbours counts, and none at the head of a page. */
  readonly before: number
  readonly after: number
  /** How firmly this strip holds to the one after it. */
  readonly keep: Keep
  /** Whether it begins a page. */
  readonly startsPage: boolean
  readonly marks: readonly Mark[]
  /** Numbers of the footnotes whose marks stand here. */
  readonly notes: readonly number[]
  /** Named destinations at its top. */
  readonly anchors: readonly string[]
  /** Strips to print again above it where it begins a page: the header of its table. */
  readonly repeat: readonly Strip[]
  /** Colour of the whole page that it stands on; null for the paper's. */
  readonly ground: string | null
}

/** `wish` yields where the whole does not fit on a page; `firm` only where nothing else is possible. */
export const Keep = { free: 0, wish: 1, firm: 2 } as const
export type Keep = (typeof Keep)[keyof typeof Keep]

/** The line round an area, inside it. */
export interface Contour {
  readonly width: number
  readonly color: string
}

/** Something drawn. `tag` is the element of the document's structure that it belongs to; null for what is only decoration. */
export type Mark =
  | { readonly type: 'line'; readonly line: LaidLine; readonly x: number; readonly y: number; readonly tag: Tag | null }
  | {
      readonly type: 'rule'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly thickness: number
      readonly color: string
    }
  | {
      readonly type: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly color: string
    }
  | { readonly type: 'disc'; readonly x: number; readonly y: number; readonly radius: number; readonly color: string }
  | {
      readonly type: 'image'
      /** Key of the picture; null for the entity's logo. */
      readonly image: string | null
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly tag: Tag | null
    }
  | {
      readonly type: 'tile'
      readonly state: State
      readonly x: number
      readonly y: number
      readonly side: number
      readonly contour: Contour
    }
  /** Tiles in rows of `perRow`, `pitch` points from one to the next: one figure. */
  | {
      readonly type: 'mosaic'
      readonly states: readonly State[]
      readonly perRow: number
      readonly pitch: number
      readonly side: number
      readonly contour: Contour
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly tag: Tag
    }
  /** A bar of what was reached, with a line across it at what was planned. Shares of its width, 0 to 1. */
  | {
      readonly type: 'gauge'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly value: number
      readonly mark: number
      readonly tag: Tag
    }
  /** The whole strip leads to a place of the document, which `words` name. */
  | {
      readonly type: 'link'
      readonly place: string
      readonly words: string
      readonly x: number
      readonly width: number
      readonly height: number
      readonly tag: Tag
    }
  | PageNumberMark

/** Dots from `x` to the number of the page where `target` falls, which ends at `right`. Known only once the pages are cut. */
export interface PageNumberMark {
  readonly type: 'page-number'
  readonly target: string
  readonly x: number
  readonly right: number
  /** Baseline of the number and its dots. */
  readonly baseline: number
  readonly voice: Voice
  readonly tag: Tag
}

const BLANK: Strip = {
  height: 0,
  before: 0,
  after: 0,
  keep: Keep.free,
  startsPage: false,
  marks: [],
  notes: [],
  anchors: [],
  repeat: [],
  ground: null,
}

/** A strip of the given height; what is not said is nothing. */
export function strip(parts: Partial<Strip> & { readonly height: number }): Strip {
  return { ...BLANK, ...parts }
}

/** The same strips with the first changed. */
export function withFirst(strips: readonly Strip[], change: (first: Strip) => Partial<Strip>): Strip[] {
  return strips.map((s, i) => (i === 0 ? { ...s, ...change(s) } : s))
}

/** The same strips with the last changed. */
export function withLast(strips: readonly Strip[], change: (last: Strip) => Partial<Strip>): Strip[] {
  return strips.map((s, i) => (i === strips.length - 1 ? { ...s, ...change(s) } : s))
}

/** The same strips, each held to the next at least so firmly, the last one too. */
export function held(strips: readonly Strip[], keep: Keep): Strip[] {
  return strips.map((s) => (s.keep < keep ? { ...s, keep } : s))
}

/** Height of strips printed one under the other, their inner blanks counted, the outer ones not. */
export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, s, i) => sum + s.height + gap(strips[i - 1], s), 0)
}

/** Blank between two strips; none where there is nothing above. */
export function gap(above: Strip | undefined, under: Strip): number {
  return above === undefined ? 0 : Math.max(above.after, under.before)
}
