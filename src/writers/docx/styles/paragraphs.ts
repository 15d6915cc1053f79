import type { TextStyle, Theme } from '../../../theme/index.js'
import { coverSpaces } from '../blocks/cover-layout.js'
import { bulletStyles, continueStyles, listIndent, STYLE_LISTS } from './lists.js'
import type { ParagraphStyle } from './names.js'
import { type ParagraphLook, paragraphLook, paragraphXml, type RunLook, runLook, runXml } from './xml.js'

/** What one paragraph style is, on top of the one it is based on (Normal, unless another is named). */
export interface ParagraphDefinition {
  readonly basedOn?: ParagraphStyle
  /** Style of the paragraph that Word begins after one of these. */
  readonly next?: ParagraphStyle
  readonly run?: RunLook
  readonly paragraph?: ParagraphLook
}

/** Width of the text on the cover, on upright and on wide pages, in points. */
export interface TextWidths {
  readonly cover: number
  readonly portrait: number
  readonly landscape: number
}

// Points that a line of chips is higher than one of text, so that the chips of two lines don't touch.
const CHIP_ROOM = 2.5
// The places of a count and its label, in points.
const COUNT = { figure: 26, label: 32 } as const
// Points that the line between text and notes takes, as LibreOffice draws it.
const NOTE_RULE = 6
const INDEX_LABEL_WIDTH = 54

/** A definition as a style sheet says it, and the style that it is based on; null for none. */
export function ofTheme(id: ParagraphStyle, { basedOn, paragraph = {}, run = {} }: ParagraphDefinition) {
  const base: string | null = id === 'Normal' ? null : (basedOn ?? 'Normal')
  return { base, body: paragraphXml(paragraph) + runXml(run) }
}

/** Every paragraph style of the report, from the theme. `widths` in points. */
export function paragraphDefinitions(theme: Theme, widths: TextWidths): Record<ParagraphStyle, ParagraphDefinition> {
  const { estilos } = theme
  const cover = coverSpaces(theme)
  const textWidth = widths.portrait
  const from = (style: TextStyle, more: ParagraphLook = {}, run: RunLook = {}): ParagraphDefinition => ({
    run: { ...runLook(style, theme), ...run },
    paragraph: { ...paragraphLook(style), ...more },
  })
  const heading = (style: TextStyle, outline: number): ParagraphDefinition => ({
    ...from(style, { keepNext: true, keepLines: true, outline }),
    next: 'BodyText',
  })
  const listedAt = (basedOn: ParagraphStyle, outline: number | null): ParagraphDefinition => ({
    basedOn,
    next: 'BodyText',
    paragraph: { outline },
  })
  const dots = { at: textWidth, align: 'right', leader: 'dot' } as const
  const rightEdge = { at: textWidth, align: 'right', leader: 'none' } as const
  const wideEdge = [
    { at: textWidth, align: 'clear', leader: 'none' },
    { at: widths.landscape, align: 'right', leader: 'none' },
  ] as const
  const { marca } = theme.portada
  const { sangria } = theme.lista
  const kept = { keepNext: true, keepLines: true }
  const after = estilos.texto.despues / 2
  const bullets = byLevel(bulletStyles, (level) => ({ ...listIndent(level, sangria), list: { id: STYLE_LISTS.bullets, level }, after }))
  const continued = byLevel(continueStyles, (level) => ({ left: listIndent(level, sangria).left, after }))
  const columnTitle = from(estilos.tablaTitulo, { keepNext: true, keepLines: true })
  const cell = from(estilos.tabla)
  return {
    // What all others begin from: letters and pitch, no space around.
    Normal: from(estilos.texto, { align: 'left', before: 0, after: 0 }),
    BodyText: { paragraph: { before: estilos.texto.antes, after: estilos.texto.despues } },
    Title: from(estilos.portada, {
      uncounted: true,
      before: cover.beforeTitle,
      after: cover.afterTitle,
    }),
    Subtitle: from(estilos.subportada, { right: widths.cover * (1 - theme.portada.subtitulo) }),
    Heading1: heading(estilos.titulo1, 1),
    Heading2: heading(estilos.titulo2, 2),
    Heading3: heading(estilos.titulo3, 3),
    Heading4: heading(estilos.titulo4, 4),
    Heading1Unlisted: listedAt('Heading1', null),
    Heading1Level2: listedAt('Heading1', 2),
    Heading2Unlisted: listedAt('Heading2', null),
    Heading2Level1: listedAt('Heading2', 1),
    Heading3Level1: listedAt('Heading3', 1),
    Heading3Level2: listedAt('Heading3', 2),
    Heading4Level1: listedAt('Heading4', 1),
    Heading4Level2: listedAt('Heading4', 2),
    Kicker: { ...from(estilos.antetitulo, { keepNext: true, keepLines: true }), next: 'Heading1' },
    Lead: { ...from(estilos.entrada), next: 'BodyText' },
    Note: from(estilos.nota),
    NoteKept: { basedOn: 'Note', next: 'Source', paragraph: { keepNext: true } },
    Source: { basedOn: 'Note', next: 'BodyText', paragraph: { after: estilos.nota.despues + estilos.texto.despues } },
    Caption: { ...from(estilos.rotulo, { keepNext: true, keepLines: true }), next: 'BodyText' },
    Picture: { next: 'Note', paragraph: { keepNext: true, before: 0, after: estilos.nota.despues, pitch: 'auto' } },
    PictureAlone: { basedOn: 'Picture', next: 'BodyText', paragraph: { keepNext: false, after: estilos.texto.despues } },
    PictureCaption: { basedOn: 'Source', next: 'BodyText' },
    Spacer: { next: 'BodyText', paragraph: { uncounted: true, before: 0, after: 0, pitch: estilos.texto.despues } },
    SpacerKept: { basedOn: 'Spacer', paragraph: { keepNext: true } },
    Quote: { basedOn: 'BodyText', paragraph: { left: theme.cita.sangria, right: theme.cita.sangria } },
    ...bullets,
    ListNumber: { basedOn: 'BodyText', paragraph: { ...listIndent(0, sangria), list: { id: STYLE_LISTS.numbers, level: 0 }, after } },
    ...continued,
    Term: { ...from(estilos.titulo4, { keepNext: true, keepLines: true }), next: 'TermDetail' },
    TermDetail: { basedOn: 'BodyText', paragraph: { contextual: true } },
    TOC1: from(estilos.indicePrincipal, { tabs: [dots] }),
    TOC2: from(estilos.indice, { left: theme.indice.sangria, tabs: [dots] }),
    TableofFigures: from(estilos.indice, {
      left: INDEX_LABEL_WIDTH,
      hanging: INDEX_LABEL_WIDTH,
      tabs: [{ at: INDEX_LABEL_WIDTH, align: 'left', leader: 'none' }, dots],
    }),
    FootnoteText: from(estilos.nota, { before: 0 }, { color: theme.colores.tinta }),
    FootnoteSeparator: { paragraph: { before: 0, after: 0, pitch: NOTE_RULE } },
    Header: from(estilos.encabezado, {
      uncounted: true,
      after: 0,
      tabs: [rightEdge],
      borderBottom: { width: theme.tabla.filete, color: theme.colores.linea, space: estilos.encabezado.despues },
    }),
    Footer: from(estilos.encabezado, { uncounted: true, after: 0, tabs: [rightEdge] }),
    HeaderLandscape: { basedOn: 'Header', paragraph: { tabs: wideEdge } },
    FooterLandscape: { basedOn: 'Footer', paragraph: { tabs: wideEdge } },
    TableHeadingLeft: columnTitle,
    TableHeadingRight: { basedOn: 'TableHeadingLeft', paragraph: { align: 'right' } },
    TableHeadingCenter: { basedOn: 'TableHeadingLeft', paragraph: { align: 'center' } },
    TableTextLeft: cell,
    TableTextRight: { basedOn: 'TableTextLeft', paragraph: { align: 'right' } },
    TableTextCenter: { basedOn: 'TableTextLeft', paragraph: { align: 'center' } },
    TableChips: { basedOn: 'TableTextLeft', paragraph: { pitch: estilos.tabla.linea + CHIP_ROOM } },
    TableTotalLeft: { basedOn: 'TableTextLeft', run: { bold: true } },
    TableTotalRight: { basedOn: 'TableTextRight', run: { bold: true } },
    TableTotalCenter: { basedOn: 'TableTextCenter', run: { bold: true } },
    ScorecardFigure: from(estilos.cifra, kept),
    ScorecardLabel: from(estilos.tabla, kept, { color: theme.colores.gris }),
    ScorecardBar: { basedOn: 'ScorecardLabel', paragraph: { before: 2, after: 1, pitch: 'auto' } },
    ScorecardText: from(estilos.tabla, kept),
    ScorecardCount: {
      basedOn: 'ScorecardText',
      paragraph: {
        pitch: theme.ficha.cuadro.paso,
        left: COUNT.label,
        hanging: COUNT.label,
        tabs: [
          { at: COUNT.figure, align: 'right', leader: 'none' },
          { at: COUNT.label, align: 'left', leader: 'none' },
        ],
      },
    },
    ScorecardNote: from(estilos.tabla, { keepLines: true }),
    CoverIssuer: from(estilos.entidad, { uncounted: true }, { bold: true }),
    CoverUnit: { basedOn: 'CoverIssuer', run: { bold: false } },
    CoverMark: {
      paragraph: {
        uncounted: true,
        before: 0,
        after: cover.afterMark,
        pitch: 1,
        right: widths.cover - marca.ancho,
        borderTop: { width: marca.alto, color: theme.colores.acento, space: 0 },
      },
    },
    CoverSpacer: { paragraph: { uncounted: true, before: 0, after: 0, pitch: 1 } },
    CoverTiles: { basedOn: 'CoverSpacer', paragraph: { pitch: 'auto' } },
    CoverLegend: from(estilos.piePortada, { uncounted: true }),
    CoverImprint: from(estilos.piePortada, { align: 'right' }),
  }
}

function byLevel<S extends ParagraphStyle>(styles: readonly S[], look: (level: number) => ParagraphLook): Record<S, ParagraphDefinition> {
  return Object.fromEntries(styles.map((style, level) => [style, { basedOn: 'BodyText', paragraph: look(level) }])) as Record<
    S,
    ParagraphDefinition
  >
}
