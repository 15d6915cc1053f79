import { gap, heightOf, Keep, type Strip } from '../galley/strip.js'

/** A strip in its place: `y` from the top of the body. `again` says that it is a header printed once more. */
export interface Placed {
  readonly strip: Strip
  readonly y: number
}

export interface Page {
  readonly strips: readonly Placed[]
  /** Footnotes, at the foot of the body. */
  readonly notes: readonly Placed[]
}

export interface Room {
  /** Height of the body, points. */
  readonly height: number
  /** What the rule over the notes takes, blanks included. */
  readonly rule: number
}

/**
 * Cuts a galley into pages, from the first strip to the last and once: what is placed stays, so there is nothing to settle. A run of
 * strips held together goes on the page whole or begins the next one; where it outgrows a page, its weaker bonds yield first. Each strip
 * brings the notes whose marks it holds; only where they outgrow the page with it alone do they run on to the foot of the next.
 */
export function paginate(galley: readonly Strip[], notes: ReadonlyMap<number, readonly Strip[]>, room: Room): Page[] {
  const maker = new PageMaker(notes, room)
  for (const run of runsOf(galley, Keep.wish)) maker.place(run, Keep.wish)
  return maker.finish()
}

class PageMaker {
  private readonly pages: Page[] = []
  private placed: Placed[] = []
  private used = 0
  /** Notes called on this page so far, and those that ran on from the one before. */
  private foot: Strip[] = []

  constructor(
    private readonly notes: ReadonlyMap<number, readonly Strip[]>,
    private readonly room: Room,
  ) {}

  /** Places a run held together by bonds of at least this firmness; over `Keep.firm`, a single strip. */
  place(run: readonly Strip[], keep: number): void {
    if (run[0]?.startsPage && this.placed.length > 0) this.turn()
    if (!this.fits(run) && this.placed.length > 0 && this.fitsAlone(run)) this.turn()
    // on a new page, notes that ran on from the page before may still be in the way
    if (this.fits(run)) this.put(run)
    else if (keep < Keep.firm || (keep === Keep.firm && !this.standsAlone(run))) {
      for (const part of runsOf(run, keep + 1)) this.place(part, keep + 1)
    } else {
      // only its notes outgrow the page: they run on
      if (this.placed.length > 0) this.turn()
      this.put(run)
    }
  }

  /** The pages, the last one closed. */
  finish(): Page[] {
    if (this.placed.length > 0) this.turn()
    while (this.foot.length > 0) this.turn()
    return this.pages
  }

  private turn(): void {
    const { laid, rest } = layFoot(this.foot, this.room, this.used)
    this.pages.push({ strips: this.placed, notes: laid })
    this.placed = []
    this.used = 0
    this.foot = rest
  }

  private put(run: readonly Strip[]): void {
    for (const strip of this.headed(run)) {
      if (strip.height > this.room.height + TOLERANCE) throw new Error(`a strip of ${strip.height} points stands on no page`)
      const y = this.used + gap(this.placed.at(-1)?.strip, strip)
      this.placed.push({ strip, y })
      this.used = y + strip.height
      this.foot.push(...this.notesOf([strip]))
    }
  }

  /** The run with its table's header before it, where it begins a page. */
  private headed(run: readonly Strip[]): readonly Strip[] {
    return this.placed.length === 0 ? [...(run[0]?.repeat ?? []), ...run] : run
  }

  private fits(run: readonly Strip[]): boolean {
    const above = this.placed.at(-1)?.strip
    const whole = this.headed(run)
    const blank = whole[0] === undefined ? 0 : gap(above, whole[0])
    return this.used + blank + heightOf(whole) + this.footHeight([...this.foot, ...this.notesOf(run)]) <= this.room.height + TOLERANCE
  }

  /** Whether a page with nothing else holds the run and its notes. */
  private fitsAlone(run: readonly Strip[]): boolean {
    return heightAtHead(run) + this.footHeight(this.notesOf(run)) <= this.room.height + TOLERANCE
  }

  /** Whether a page with nothing else holds the run, its notes aside. */
  private standsAlone(run: readonly Strip[]): boolean {
    return heightAtHead(run) <= this.room.height + TOLERANCE
  }

  private footHeight(strips: readonly Strip[]): number {
    return strips.length === 0 ? 0 : this.room.rule + heightOf(strips)
  }

  /** The notes that strips call, each followed by those that it calls itself. */
  private notesOf(strips: readonly Strip[]): Strip[] {
    return strips.flatMap((strip) =>
      strip.notes.flatMap((number) => {
        const note = this.notes.get(number)
        if (note === undefined) throw new Error(`no footnote ${number} for its mark`)
        return [...note, ...this.notesOf(note)]
      }),
    )
  }
}

/** Sums of many heights differ from the height of the body by less than this. */
const TOLERANCE = 0.01

/** Height of a run that begins a page, with its table's header. */
function heightAtHead(run: readonly Strip[]): number {
  return heightOf([...(run[0]?.repeat ?? []), ...run])
}

/** Cuts strips into runs, each held together by bonds at least so firm; over `Keep.firm`, strip by strip. A strip that begins a page begins a run. */
function runsOf(strips: readonly Strip[], keep: number): Strip[][] {
  const runs: Strip[][] = []
  strips.forEach((s, i) => {
    const above = strips[i - 1]
    const run = runs.at(-1)
    if (above === undefined || run === undefined || above.keep < keep || s.startsPage) runs.push([s])
    else run.push(s)
  })
  return runs
}

/** As many notes as the page has room for, down to the foot of the body; the rest runs on. At least one on a page that has nothing else. */
function layFoot(foot: readonly Strip[], room: Room, used: number): { readonly laid: Placed[]; readonly rest: Strip[] } {
  let count = foot.length
  while (count > 0 && used + room.rule + heightOf(foot.slice(0, count)) > room.height + TOLERANCE) count--
  const taken = foot.slice(0, Math.max(count, used === 0 ? 1 : 0))
  let y = room.height - heightOf(taken)
  const laid = taken.map((strip, i) => {
    const top = y + gap(taken[i - 1], strip)
    y = top + strip.height
    return { strip, y: top }
  })
  return { laid, rest: foot.slice(taken.length) }
}
