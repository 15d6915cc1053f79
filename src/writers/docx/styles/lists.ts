import { twips } from '../units.js'

// How far a number or bullet hangs out, as a share of the indent.
const HANGING = 0.8

/** How many levels a list has. Word's own styles have five. */
export const LIST_LEVELS = 5

/** Ids of the lists that the styles hold: high ones, for the library counts its own from 1. */
export const STYLE_LISTS = { bullets: 9001, numbers: 9002 } as const

/** Where the text of a level of a list begins, and how far its bullet or number hangs out of it. Points, from what each level stands in; levels from 0. */
export const listIndent = (level: number, indent: number) => ({ left: indent * (level + 1), hanging: indent * HANGING })

/** Bullet of a level. */
const bulletOf = (level: number): string => (level % 2 === 0 ? '•' : '–')

/** `numbering.xml` with the lists of the styles, so that whoever writes on in «Lista con viñetas» gets a bullet. `indent`: of each level, in points. */
export function withStyleLists(xml: string, indent: number): string {
  const bullets = abstractList(STYLE_LISTS.bullets, indent, (level) => [
    `<w:pStyle w:val="${bulletStyles[level]}"/>`,
    'bullet',
    bulletOf(level),
  ])
  const numbers = abstractList(STYLE_LISTS.numbers, indent, (level) => [
    level === 0 ? '<w:pStyle w:val="ListNumber"/>' : '',
    'decimal',
    `%${level + 1}.`,
  ])
  const lists = Object.values(STYLE_LISTS).map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`)
  return xml
    .replaceAll('"hybridMultilevel"', '"multilevel"')
    .replace(/(?=<w:num )/u, bullets + numbers)
    .replace('</w:numbering>', `${lists.join('')}</w:numbering>`)
}

/** Styles of the paragraphs with a bullet, and of those that go on without one, by their level from 0. */
export const bulletStyles = ['ListBullet', 'ListBullet2', 'ListBullet3', 'ListBullet4', 'ListBullet5'] as const
export const continueStyles = ['ListContinue', 'ListContinue2', 'ListContinue3', 'ListContinue4', 'ListContinue5'] as const

type Level = readonly [pStyle: string, format: string, text: string]

function abstractList(id: number, step: number, level: (level: number) => Level): string {
  const levels = Array.from({ length: LIST_LEVELS }, (_, at) => {
    const [pStyle, format, text] = level(at)
    const { left, hanging } = listIndent(at, step)
    const indent = `<w:pPr><w:ind w:left="${twips(left)}" w:hanging="${twips(hanging)}"/></w:pPr>`
    return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${pStyle}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${indent}</w:lvl>`
  })
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`
}
