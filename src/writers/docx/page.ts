import {
  Footer,
  Header,
  type ISectionOptions,
  LineNumberRestartFormat,
  NumberFormat,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TextRun,
} from 'docx'
import type { Documento, Section } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { pageNumber } from './references/fields.js'
import { clean } from './text.js'
import { millimetres, twips } from './units.js'
import { watermark } from './watermark.js'

const formats = { none: NumberFormat.DECIMAL, roman: NumberFormat.LOWER_ROMAN, decimal: NumberFormat.DECIMAL } as const
const orientations = { portrait: PageOrientation.PORTRAIT, landscape: PageOrientation.LANDSCAPE } as const
const headerStyles = { portrait: 'Header', landscape: 'HeaderLandscape' } as const
const footerStyles = { portrait: 'Footer', landscape: 'FooterLandscape' } as const

/** Width and height of the text on the pages of a section, in points. */
export function textArea({ pagina }: Theme, orientation: Section['orientation']): { readonly width: number; readonly height: number } {
  const [across, down] = [pagina.ancho, pagina.alto].map((side) => millimetres(side - 2 * pagina.margen)) as [number, number]
  return orientation === 'portrait' ? { width: across, height: down } : { width: down, height: across }
}

/**
 * Page of a section: size, margins, header, footer and numbering. A header or footer equal to the one of the section before is left
 * out, for Word lets it run on and whoever edits it does so once. The pages of a draft have their lines numbered, for reviewers to cite.
 */
export function page(documento: Documento, position: number, theme: Theme): Omit<ISectionOptions, 'children'> {
  const section = documento.sections[position]
  const before = documento.sections[position - 1]
  if (section === undefined) throw new RangeError(`No hay una sección ${position}.`)
  const newKind = before?.numbering !== section.numbering
  return {
    ...(newHeader(before, section) && { headers: { default: header(documento, section, theme) } }),
    ...((newKind || newHeader(before, section) || before.footer !== section.footer) && {
      footers: { default: footer(documento, section) },
    }),
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        ...measures(theme, section),
        pageNumbers: { formatType: formats[section.numbering], ...(newKind && { start: 1 }) },
      },
      ...(documento.draft !== null &&
        section.numbering === 'decimal' && { lineNumbers: { countBy: 1, restart: LineNumberRestartFormat.NEW_PAGE } }),
    },
  }
}

// Between roman and decimal pages the header is the same one.
const newHeader = (before: Section | undefined, section: Section) =>
  before === undefined ||
  before.orientation !== section.orientation ||
  (before.numbering !== section.numbering && (before.numbering === 'none' || section.numbering === 'none'))

function measures({ pagina }: Theme, section: Section) {
  const mm = (value: number) => twips(millimetres(value))
  const margin = mm(pagina.margen)
  return {
    // The library itself turns the page.
    size: { width: mm(pagina.ancho), height: mm(pagina.alto), orientation: orientations[section.orientation] },
    margin: { top: margin, right: margin, bottom: margin, left: margin, header: mm(pagina.encabezado), footer: mm(pagina.pie) },
  }
}

function header({ header: { left, right }, draft }: Documento, { numbering, orientation }: Section, theme: Theme): Header {
  // Word wants a paragraph in every header; this one has no line under it.
  if (numbering === 'none') return new Header({ children: [new Paragraph({ style: 'Footer' })] })
  const words = [new TextRun(clean(left)), new TextRun({ children: [new Tab(), clean(right)] })]
  const mark = draft === null ? [] : [watermark(draft.mark, theme.colores.gris, theme)]
  return new Header({ children: [new Paragraph({ style: headerStyles[orientation], children: [...words, ...mark] })] })
}

function footer({ draft }: Documento, { footer: words, numbering, orientation }: Section): Footer {
  const detail = draft === null ? [] : [new TextRun(clean(draft.detail))]
  if (numbering === 'none') return new Footer({ children: [new Paragraph({ style: 'CoverLegend', children: detail })] })
  const style = footerStyles[orientation]
  const children = [new TextRun(clean(words)), new TextRun({ children: [new Tab()] }), ...pageNumber('PageNumber')]
  return new Footer({
    children: [...(detail.length > 0 ? [new Paragraph({ style, children: detail })] : []), new Paragraph({ style, children })],
  })
}
