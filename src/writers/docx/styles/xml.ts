/** A style as `styles.xml` holds it. The order of the elements within `w:pPr` and `w:rPr` is the schema's; Word refuses another. */
import type { TextStyle, Theme } from '../../../theme/index.js'
import { escaped } from '../text.js'
import { eighths, halfPoints, hex, twips } from '../units.js'

/** Look of letters. What is left out comes from the style that this one is based on. */
export interface RunLook {
  readonly font?: string
  readonly bold?: boolean
  readonly italics?: boolean
  readonly underline?: boolean
  readonly superscript?: boolean
  /** `#RRGGBB`. */
  readonly color?: string
  /** Points. */
  readonly size?: number
  /** Points added between letters; below zero, they stand closer. */
  readonly spacing?: number
  readonly border?: Line
  readonly shading?: Shading
}

/** A ground, plain or striped, behind letters or in a cell. Colours `#RRGGBB`. */
export interface Shading {
  readonly pattern: 'clear' | 'thinReverseDiagStripe' | 'reverseDiagStripe' | 'pct10'
  /** The ground. */
  readonly fill: string
  /** The stripes or dots on it. */
  readonly color: string
}

interface Line {
  /** Points. */
  readonly width: number
  readonly color: string
  /** Points between the line and the text. */
  readonly space: number
}

/** Look of a paragraph; lengths in points. What is left out comes from the style that this one is based on. */
export interface ParagraphLook {
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  readonly borderTop?: Line
  readonly borderBottom?: Line
  readonly tabs?: readonly { readonly at: number; readonly align: 'left' | 'right' | 'clear'; readonly leader: 'dot' | 'none' }[]
  readonly before?: number
  readonly after?: number
  /** Exact pitch; `auto` for a line as high as what stands in it. */
  readonly pitch?: number | 'auto'
  readonly left?: number
  readonly right?: number
  readonly hanging?: number
  /** No space between neighbours of this style. */
  readonly contextual?: boolean
  /** The list that its paragraphs are items of, and their level in it, from 0. */
  readonly list?: { readonly id: number; readonly level: number }
  /** Whether the numbers of a draft's lines pass these by. */
  readonly uncounted?: boolean
  readonly align?: 'left' | 'right' | 'center'
  /** 1 for main headings; null for none. */
  readonly outline?: number | null
}

/** The letters of a theme's style. */
export function runLook(style: TextStyle, theme: Theme): RunLook & Required<Pick<RunLook, 'font' | 'bold' | 'color' | 'size'>> {
  return {
    ...(style.espaciado !== undefined && { spacing: style.espaciado }),
    font: theme.fuentes[style.fuente],
    bold: style.peso === 'negrita',
    color: theme.colores[style.color],
    size: style.cuerpo,
  }
}

/** The lines of a theme's style. */
export function paragraphLook(style: TextStyle): Required<Pick<ParagraphLook, 'before' | 'after' | 'pitch'>> {
  return { before: style.antes, after: style.despues, pitch: style.linea }
}

/** `w:rPr`, or nothing where there is nothing to say. */
export function runXml(look: RunLook): string {
  const font = look.font === undefined ? '' : escaped(look.font)
  const parts = [
    look.font === undefined ? '' : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`,
    toggle('w:b', look.bold),
    toggle('w:i', look.italics),
    look.color === undefined ? '' : `<w:color w:val="${hex(look.color)}"/>`,
    look.spacing === undefined ? '' : `<w:spacing w:val="${twips(look.spacing)}"/>`,
    look.size === undefined ? '' : `<w:sz w:val="${halfPoints(look.size)}"/><w:szCs w:val="${halfPoints(look.size)}"/>`,
    look.underline === undefined ? '' : `<w:u w:val="${look.underline ? 'single' : 'none'}"/>`,
    border('w:bdr', look.border),
    shading(look.shading),
    look.superscript ? '<w:vertAlign w:val="superscript"/>' : '',
  ]
  return wrap('w:rPr', parts)
}

/** `w:pPr`, or nothing where there is nothing to say. */
export function paragraphXml(look: ParagraphLook): string {
  const borders = [border('w:top', look.borderTop), border('w:bottom', look.borderBottom)]
  const tabs = (look.tabs ?? []).map((tab) => `<w:tab w:val="${tab.align}" w:leader="${tab.leader}" w:pos="${twips(tab.at)}"/>`)
  const parts = [
    toggle('w:keepNext', look.keepNext),
    toggle('w:keepLines', look.keepLines),
    '<w:widowControl/>',
    look.list === undefined ? '' : `<w:numPr><w:ilvl w:val="${look.list.level}"/><w:numId w:val="${look.list.id}"/></w:numPr>`,
    toggle('w:suppressLineNumbers', look.uncounted),
    wrap('w:pBdr', borders),
    wrap('w:tabs', tabs),
    attributes('w:spacing', [['before', look.before], ['after', look.after], ...pitch(look.pitch)]),
    attributes('w:ind', [
      ['left', look.left],
      ['right', look.right],
      ['hanging', look.hanging],
    ]),
    toggle('w:contextualSpacing', look.contextual),
    look.align === undefined ? '' : `<w:jc w:val="${look.align}"/>`,
    // Level 9 is Word's «body text»: no outline at all.
    look.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline === null ? 9 : look.outline - 1}"/>`,
  ]
  return wrap('w:pPr', parts)
}

/** A line of a table or paragraph; nothing where it is undefined. */
export function border(element: string, line: Line | undefined): string {
  if (line === undefined) return ''
  return `<${element} w:val="single" w:sz="${eighths(line.width)}" w:space="${Math.round(line.space)}" w:color="${hex(line.color)}"/>`
}

/** A ground; nothing where it is undefined. */
export function shading(ground: Shading | undefined): string {
  if (ground === undefined) return ''
  return `<w:shd w:val="${ground.pattern}" w:color="${hex(ground.color)}" w:fill="${hex(ground.fill)}"/>`
}

function pitch(value: number | 'auto' | undefined): [string, number | string][] {
  if (value === undefined) return []
  if (value === 'auto') {
    return [
      ['line', 12],
      ['lineRule', 'auto'],
    ]
  }
  return [
    ['line', value],
    ['lineRule', 'exact'],
  ]
}

function attributes(element: string, values: readonly (readonly [string, number | string | undefined])[]): string {
  const given = values.filter(([, value]) => value !== undefined)
  if (given.length === 0) return ''
  return `<${element}${given.map(([name, value]) => ` w:${name}="${typeof value === 'number' ? twips(value) : value}"`).join('')}/>`
}

const toggle = (element: string, on: boolean | undefined): string => (on === undefined ? '' : `<${element}${on ? '' : ' w:val="0"'}/>`)

const wrap = (element: string, parts: readonly string[]): string => {
  const inner = parts.join('')
  return inner === '' ? '' : `<${element}>${inner}</${element}>`
}
