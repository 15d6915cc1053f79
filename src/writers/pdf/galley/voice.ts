import type { Theme } from '../../../theme/index.js'
import type { Engine } from '../engine/engine.js'
import type { Run } from '../engine/types.js'

/** A look of text: a style of the theme, or one derived from it. Lengths in points. */
export interface Voice {
  readonly family: string
  readonly bold: boolean
  readonly italics: boolean
  readonly size: number
  /** Exact distance from one line to the next. */
  readonly pitch: number
  /** Added between letters. */
  readonly tracking: number
  readonly color: string
  readonly before: number
  readonly after: number
}

export type StyleName = keyof Theme['estilos']

/** The voice of a style of the theme. */
export function voiceOf(theme: Theme, name: StyleName): Voice {
  const { fuente, peso, cuerpo, linea, espaciado = 0, color, antes, despues } = theme.estilos[name]
  return {
    family: theme.fuentes[fuente],
    bold: peso === 'negrita',
    italics: false,
    size: cuerpo,
    pitch: linea,
    tracking: espaciado,
    color: theme.colores[color],
    before: antes,
    after: despues,
  }
}

/** A voice that speaks for a while with something else: a link, a footnote's mark, the node its words come from. */
export interface Speech extends Voice {
  readonly owner: object | null
  readonly link: string | null
  readonly destination: string | null
  /** Least width of a chip, points. */
  readonly chipWidth: number
}

/** A voice for words of one node of the tree. */
export function speak(voice: Voice, owner: object | null): Speech {
  return { ...voice, owner, link: null, destination: null, chipWidth: 0 }
}

// C0 and C1 controls, noncharacters and lone surrogates have no shape; the line break is said by its own node
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** The characters of a text that can be printed. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '')
}

/**
 * Runs of a text in one voice. A character that the face lacks is set in the other family's (Work Sans has no U+202F), so that it never
 * comes out as a box where one of the two has it.
 */
export function runsOf(engine: Engine, families: readonly string[], text: string, speech: Speech): Run[] {
  const clean = printable(text)
  const faceOf = (family: string) => engine.face(family, speech.bold, speech.italics)
  if (faceOf(speech.family).covers(clean)) return clean === '' ? [] : [oneRun(clean, speech)]
  const order = [speech.family, ...families]
  const runs: { family: string; text: string }[] = []
  for (const char of clean) {
    const family = order.find((name) => faceOf(name).covers(char))
    if (family === undefined) engine.missing.add(char)
    const last = runs.at(-1)
    if (last !== undefined && last.family === (family ?? speech.family)) last.text += char
    else runs.push({ family: family ?? speech.family, text: char })
  }
  return runs.map((run) => oneRun(run.text, { ...speech, family: run.family }))
}

/** One run, as it stands; `extra` overrides what the speech says. */
export function oneRun(text: string, speech: Speech, extra: Partial<Run> = {}): Run {
  return {
    text,
    font: speech.family,
    bold: speech.bold,
    italics: speech.italics,
    fontSize: speech.size,
    color: speech.color,
    characterSpacing: speech.tracking,
    sup: false,
    decoration: null,
    link: speech.link,
    linkToDestination: speech.destination,
    note: null,
    chip: null,
    owner: speech.owner,
    ...extra,
  }
}

/** Distance from the top of a line of this voice to its baseline: the leading is shared out above and under the letters. */
export function baselineOf(engine: Engine, voice: Voice): number {
  const face = engine.face(voice.family, voice.bold, voice.italics)
  const ascent = (face.ascender / 1000) * voice.size
  return (voice.pitch - face.lineHeight(voice.size)) / 2 + ascent
}
