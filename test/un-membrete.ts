/** Word documents of an invented entity, for what the report takes of them. */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { cargarRecursos } from './recursos.js'

const MEMBRETE = 'EstiloMembrete'
const p = (style: string, text: string) => new Paragraph({ style, children: [new TextRun(text)] })

/** A4 with uneven margins, Calibri and Cambria, styles as Word in Spanish keeps them, and a letterhead with a picture, a table and a link. */
export async function unMembrete({ numerado = true, letra = 'Calibri' } = {}): Promise<Uint8Array> {
  const logo = cargarRecursos().assets.images.get('orla')
  if (logo === undefined) throw new Error('Falta la orla.')
  const picture = new ImageRun({
    type: 'png',
    data: logo.png,
    transformation: { width: 180, height: 40 },
    altText: { name: 'escudo', description: 'Escudo de la entidad' },
  })
  const cell = (children: readonly Paragraph[]) => new TableCell({ width: { size: 4500, type: WidthType.DXA }, children: [...children] })
  const table = new Table({
    width: { size: 9000, type: WidthType.DXA },
    columnWidths: [4500, 4500],
    rows: [
      new TableRow({
        children: [cell([new Paragraph({ children: [picture] })]), cell([p(MEMBRETE, 'Secretaría de Huertas'), p(MEMBRETE, 'GD-FO-01')])],
      }),
    ],
  })
  const link = new ExternalHyperlink({ link: 'https://huertas.example/a?b=1&c=2', children: [new TextRun('huertas.example')] })
  const number = numerado ? [new TextRun({ children: [' · Página ', PageNumber.CURRENT] })] : []
  const document = new Document({
    styles: {
      default: {
        document: { run: { font: letra, size: 22 }, paragraph: { spacing: { after: 160, line: 259 } } },
        heading1: { run: { font: 'Cambria', size: 36, bold: true, color: '1F5C3A' }, paragraph: { spacing: { before: 240, after: 120 } } },
      },
      paragraphStyles: [
        { id: 'Descripcin', name: 'caption', basedOn: 'Normal', run: { italics: true, size: 18, color: '44546A' } },
        { id: MEMBRETE, name: 'Membrete institucional', basedOn: 'Normal', run: { size: 16, color: '777777' } },
        { id: 'Tabladeilustraciones', name: 'Lista propia', basedOn: 'Normal', run: { bold: true } },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1985, bottom: 1418, left: 1701, right: 1134, header: 567, footer: 567 },
          },
        },
        headers: { default: new Header({ children: [table, p(MEMBRETE, '')] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ style: MEMBRETE, alignment: AlignmentType.CENTER, children: [new TextRun('Carrera 1 · '), link, ...number] }),
            ],
          }),
        },
        children: [p('Heading1', 'Un oficio'), p('Normal', 'Contenido que no es del informe.')],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** The same document with its parts changed: `null` takes one away. */
export function conPartes(docx: Uint8Array, cambios: Readonly<Record<string, ((xml: string) => string) | string | null>>): Uint8Array {
  const parts: Record<string, Uint8Array> = { ...unzipSync(docx) }
  for (const [path, cambio] of Object.entries(cambios)) {
    if (cambio === null) delete parts[path]
    else parts[path] = strToU8(typeof cambio === 'string' ? cambio : cambio(strFromU8(parts[path] ?? new Uint8Array())))
  }
  return zipSync(parts)
}
