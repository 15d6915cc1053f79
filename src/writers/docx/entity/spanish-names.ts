import type { builtInCharacterStyles, builtInParagraphStyles } from '../styles/names.js'

type BuiltIn = keyof typeof builtInParagraphStyles | keyof typeof builtInCharacterStyles

/** What Word in Spanish calls its own styles: for what people are told, and for documents of programs that write those names. */
export const spanishNames: Readonly<Record<BuiltIn, string>> = {
  Normal: 'Normal',
  Title: 'Título',
  Subtitle: 'Subtítulo',
  Heading1: 'Título 1',
  Heading2: 'Título 2',
  Heading3: 'Título 3',
  Heading4: 'Título 4',
  Caption: 'Descripción',
  Quote: 'Cita',
  ListBullet: 'Lista con viñetas',
  ListBullet2: 'Lista con viñetas 2',
  ListBullet3: 'Lista con viñetas 3',
  ListBullet4: 'Lista con viñetas 4',
  ListBullet5: 'Lista con viñetas 5',
  ListNumber: 'Lista con números',
  ListContinue: 'Continuar lista',
  ListContinue2: 'Continuar lista 2',
  ListContinue3: 'Continuar lista 3',
  ListContinue4: 'Continuar lista 4',
  ListContinue5: 'Continuar lista 5',
  TOC1: 'TDC 1',
  TOC2: 'TDC 2',
  TableofFigures: 'Tabla de ilustraciones',
  FootnoteText: 'Texto nota pie',
  Header: 'Encabezado',
  Footer: 'Pie de página',
  Strong: 'Texto en negrita',
  Emphasis: 'Énfasis',
  Hyperlink: 'Hipervínculo',
  FootnoteReference: 'Ref. de nota al pie',
  PageNumber: 'Número de página',
  LineNumber: 'Número de línea',
}
