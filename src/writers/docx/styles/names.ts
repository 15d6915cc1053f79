/**
 * Names of the styles, by their ids. For a job that Word knows, its built-in style under its English name, which each Word shows in its
 * own language («Título 1»); for the rest, styles with Spanish names.
 */

import type { State } from '../../../document/index.js'

export const builtInParagraphStyles = {
  Normal: 'Normal',
  Title: 'Title',
  Subtitle: 'Subtitle',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  Heading4: 'heading 4',
  Caption: 'caption',
  Quote: 'Quote',
  ListBullet: 'List Bullet',
  ListBullet2: 'List Bullet 2',
  ListBullet3: 'List Bullet 3',
  ListBullet4: 'List Bullet 4',
  ListBullet5: 'List Bullet 5',
  ListNumber: 'List Number',
  ListContinue: 'List Continue',
  ListContinue2: 'List Continue 2',
  ListContinue3: 'List Continue 3',
  ListContinue4: 'List Continue 4',
  ListContinue5: 'List Continue 5',
  TOC1: 'toc 1',
  TOC2: 'toc 2',
  TableofFigures: 'table of figures',
  FootnoteText: 'footnote text',
  Header: 'header',
  Footer: 'footer',
} as const

export const ownParagraphStyles = {
  BodyText: 'Texto',
  Heading1Unlisted: 'Título 1 sin índice',
  Heading1Level2: 'Título 1 de segundo nivel',
  Heading2Unlisted: 'Título 2 sin índice',
  Heading2Level1: 'Título 2 de primer nivel',
  Heading3Level1: 'Título 3 de primer nivel',
  Heading3Level2: 'Título 3 de segundo nivel',
  Heading4Level1: 'Título 4 de primer nivel',
  Heading4Level2: 'Título 4 de segundo nivel',
  Kicker: 'Antetítulo',
  Lead: 'Entrada',
  Note: 'Nota',
  NoteKept: 'Nota seguida de otra',
  Source: 'Fuente',
  Picture: 'Imagen',
  PictureAlone: 'Imagen sin pie',
  PictureCaption: 'Pie de imagen',
  Spacer: 'Separador',
  SpacerKept: 'Separador con lo que sigue',
  Term: 'Término',
  TermDetail: 'Detalle de término',
  FootnoteSeparator: 'Filete de notas',
  HeaderLandscape: 'Encabezado apaisado',
  FooterLandscape: 'Pie de página apaisado',
  TableHeadingLeft: 'Título de columna',
  TableHeadingRight: 'Título de columna a la derecha',
  TableHeadingCenter: 'Título de columna al centro',
  TableTextLeft: 'Celda',
  TableTextRight: 'Celda a la derecha',
  TableTextCenter: 'Celda al centro',
  TableChips: 'Celda de estados',
  TableTotalLeft: 'Total',
  TableTotalRight: 'Total a la derecha',
  TableTotalCenter: 'Total al centro',
  ScorecardFigure: 'Cifra de ficha',
  ScorecardLabel: 'Rótulo de ficha',
  ScorecardBar: 'Barra de ficha',
  ScorecardText: 'Texto de ficha',
  ScorecardCount: 'Cuenta de ficha',
  ScorecardNote: 'Nota de ficha',
  CoverIssuer: 'Entidad de portada',
  CoverUnit: 'Dependencia de portada',
  CoverMark: 'Marca de portada',
  CoverSpacer: 'Espacio de portada',
  CoverTiles: 'Cuadros de portada',
  CoverLegend: 'Leyenda de portada',
  CoverImprint: 'Pie de portada',
} as const

export const builtInCharacterStyles = {
  Strong: 'Strong',
  Emphasis: 'Emphasis',
  Hyperlink: 'Hyperlink',
  FootnoteReference: 'footnote reference',
  PageNumber: 'page number',
  LineNumber: 'line number',
} as const

export const ownCharacterStyles = {
  ProductCode: 'Código',
  Reference: 'Referencia',
  CaptionNumber: 'Número de rótulo',
  IndexEntry: 'Renglón de índice',
  IndexLabel: 'Número de índice',
  Behind: 'Rezago',
  Ahead: 'Meta lograda',
  Secondary: 'Secundario',
  ScorecardUnit: 'Unidad de ficha',
  ChipVerde: 'Estado verde',
  ChipAmarillo: 'Estado amarillo',
  ChipRojo: 'Estado rojo',
  ChipSinMeta: 'Estado sin meta',
  ChipCumplido: 'Estado cumplido',
  ChipEnCurso: 'Estado en curso',
} as const

export type ParagraphStyle = keyof typeof builtInParagraphStyles | keyof typeof ownParagraphStyles
export type CharacterStyle = keyof typeof builtInCharacterStyles | keyof typeof ownCharacterStyles

/** The style of a product's code, or of a state's name, on the ground of its state. */
export const chipStyles: Record<State, keyof typeof ownCharacterStyles> = {
  verde: 'ChipVerde',
  amarillo: 'ChipAmarillo',
  rojo: 'ChipRojo',
  'sin-meta': 'ChipSinMeta',
  cumplido: 'ChipCumplido',
  'en-curso': 'ChipEnCurso',
}

/** The style of every table of the report. */
export const TABLE_STYLE = { id: 'ReportTable', name: 'Tabla del informe' } as const

/** The style of the table that lays out a scorecard. */
export const SCORECARD_STYLE = { id: 'Scorecard', name: 'Ficha' } as const

type Depth = 1 | 2 | 3 | 4
type ContentsLevel = 1 | 2 | null

/**
 * Style of a heading by its depth and the level at which the contents list it. Word fills its contents again from the styles, so a
 * heading that they leave out, or list deeper than it looks, has a style that says so.
 */
const headingStyles: { readonly [D in Depth]: { readonly [L in '1' | '2' | 'none']: ParagraphStyle } } = {
  1: { 1: 'Heading1', 2: 'Heading1Level2', none: 'Heading1Unlisted' },
  2: { 1: 'Heading2Level1', 2: 'Heading2', none: 'Heading2Unlisted' },
  3: { 1: 'Heading3Level1', 2: 'Heading3Level2', none: 'Heading3' },
  4: { 1: 'Heading4Level1', 2: 'Heading4Level2', none: 'Heading4' },
}

/** The style of a heading that the contents list at `level`, or don't list (null). */
export const headingStyle = (depth: Depth, level: ContentsLevel): ParagraphStyle => headingStyles[depth][level ?? 'none']
