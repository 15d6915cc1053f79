import { Footer, Header, type ISectionOptions, NumberFormat, Paragraph, SectionType, Tab, TextRun } from 'docx'
import type { Documento, Section } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { pageNumber } from './references/fields.js'
import { clean } from './text.js'
import { millimetres, twips } from './units.js'

const formats = { none: NumberFormat.DECIMAL, roman: NumberFormat.LOWER_ROMAN, decimal: NumberFormat.DECIMAL } as const

/**
 * Page of a section: size, margins, header, footer and numbering. A header or footer equal to the one of the section before is left
 * out, for Word lets it run on and whoever edits it does so once.
 */
export function page(documento: Documento, position: number, theme: Theme): Omit<ISectionOptions, 'children'> {
  const section = documento.sections[position]
  const before = documento.sections[position - 1]
  if (section === undefined) throw new RangeError(`No hay una sección ${position}.`)
  const newKind = before?.numbering !== section.numbering
  const bare = section.numbering === 'none'
  return {
    ...(newKind &&
      needsHeader(before, section) && { headers: { default: bare ? new Header({ children: [empty()] }) : header(documento) } }),
    ...((newKind || before?.footer !== section.footer) && {
      footers: { default: bare ? new Footer({ children: [empty()] }) : footer(section) },
    }),
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        ...measures(theme),
        pageNumbers: { formatType: formats[section.numbering], ...(newKind && { start: 1 }) },
      },
    },
  }
}

// Word wants a paragraph in every header; this one has no line under it.
const empty = () => new Paragraph({ style: 'Footer' })

// Between roman and decimal pages the header is the same one.
const needsHeader = (before: Section | undefined, section: Section) =>
  before === undefined || before.numbering === 'none' || section.numbering === 'none'

function measures({ pagina }: Theme) {
  const mm = (value: number) => twips(millimetres(value))
  const margin = mm(pagina.margen)
  return {
    size: { width: mm(pagina.ancho), height: mm(pagina.alto) },
    margin: { top: margin, right: margin, bottom: margin, left: margin, header: mm(pagina.encabezado), footer: mm(pagina.pie) },
  }
}

function header({ header: { left, right } }: Documento): Header {
  return new Header({
    children: [
      new Paragraph({ style: 'Header', children: [new TextRun(clean(left)), new TextRun({ children: [new Tab(), clean(right)] })] }),
    ],
  })
}

function footer(section: Section): Footer {
  const children = [new TextRun(clean(section.footer)), new TextRun({ children: [new Tab()] }), ...pageNumber('PageNumber')]
  return new Footer({ children: [new Paragraph({ style: 'Footer', children })] })
}
