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
import type { Context } from './context.js'
import { imported } from './entity/imported.js'
import { type PageMeasures, pageFor } from './measures.js'
import { pageNumber } from './references/fields.js'
import { clean } from './text.js'
import { twips } from './units.js'
import { watermark } from './watermark.js'

const formats = { none: NumberFormat.DECIMAL, roman: NumberFormat.LOWER_ROMAN, decimal: NumberFormat.DECIMAL } as const
const orientations = { portrait: PageOrientation.PORTRAIT, landscape: PageOrientation.LANDSCAPE } as const
const headerStyles = { portrait: 'Header', landscape: 'HeaderLandscape' } as const
const footerStyles = { portrait: 'Footer', landscape: 'FooterLandscape' } as const

/**
 * Page of a section: size, margins, header, footer and numbering. A header or footer equal to the one of the section before is left
 * out, for Word lets it run on and whoever edits it does so once. The pages of a draft have their lines numbered, for reviewers to cite.
 */
export function page(documento: Documento, position: number, ctx: Place): Omit<ISectionOptions, 'children'> {
  const section = documento.sections[position]
  const before = documento.sections[position - 1]
  if (section === undefined) throw new RangeError(`No hay una sección ${position}.`)
  const newKind = before?.numbering !== section.numbering
  return {
    ...(newHeader(before, section) && { headers: { default: header(documento, section, ctx) } }),
    ...((newKind || newHeader(before, section) || (before.footer !== section.footer && !ctx.entity?.letterhead.footer?.numbered)) && {
      footers: { default: footer(documento, section, ctx) },
    }),
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        ...measures(pageFor(section, ctx), section),
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

function measures({ width, height, margins, header, footer }: PageMeasures, section: Section) {
  const { top, right, bottom, left } = margins
  return {
    // The library itself turns the page.
    size: { width: twips(width), height: twips(height), orientation: orientations[section.orientation] },
    margin: {
      top: twips(top),
      right: twips(right),
      bottom: twips(bottom),
      left: twips(left),
      header: twips(header),
      footer: twips(footer),
    },
  }
}

type Place = Pick<Context, 'theme' | 'entity'>

function header({ header: { left, right }, draft }: Documento, { numbering, orientation }: Section, { theme, entity }: Place): Header {
  // Word wants a paragraph in every header; this one has no line under it.
  if (numbering === 'none') return new Header({ children: [new Paragraph({ style: 'Footer' })] })
  const mark = draft === null ? [] : [watermark(draft.mark, theme.colores.gris, theme)]
  const band = entity?.letterhead.header ?? null
  if (band !== null) {
    const marked = mark.length === 0 ? [] : [new Paragraph({ style: 'Spacer', children: mark })]
    return new Header({ children: [...marked, ...imported(band.blocks)] })
  }
  const words = [new TextRun(clean(left)), new TextRun({ children: [new Tab(), clean(right)] })]
  return new Header({ children: [new Paragraph({ style: headerStyles[orientation], children: [...words, ...mark] })] })
}

/** The draft's own words, the section's with the page's number (where the entity's foot does not print that), and the entity's foot. */
function footer({ draft }: Documento, { footer: words, numbering, orientation }: Section, { entity }: Place): Footer {
  const detail = draft === null ? [] : [new TextRun(clean(draft.detail))]
  if (numbering === 'none') return new Footer({ children: [new Paragraph({ style: 'CoverLegend', children: detail })] })
  const style = footerStyles[orientation]
  const band = entity?.letterhead.footer ?? null
  const children = [new TextRun(clean(words)), new TextRun({ children: [new Tab()] }), ...pageNumber('PageNumber')]
  return new Footer({
    children: [
      ...(detail.length > 0 ? [new Paragraph({ style, children: detail })] : []),
      ...(band?.numbered ? [] : [new Paragraph({ style, children })]),
      ...imported(band?.blocks ?? []),
    ],
  })
}
