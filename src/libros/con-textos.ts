/** A copy of a workbook with other text in some of its cells, and nothing else of it touched. */
import { escapado, textoDeExcel } from './texto.js'
import { PaqueteInvalido, Zip } from './zip.js'

/** Text for a cell, by its address: `Reportes!B5`. */
export interface TextoDeCelda {
  readonly celda: string
  readonly texto: string
}

export interface Copia {
  readonly bytes: Uint8Array
  /** Cells that hold a formula, whose text cannot be put there. */
  readonly conFormula: readonly string[]
}

/**
 * The workbook with those texts. Every other part of the package, and the texts that its sheets share, keep their bytes; a cell keeps its style.
 * @throws PaqueteInvalido where the package is damaged or a cell is not in it
 */
export function conTextos(bytes: Uint8Array, textos: readonly TextoDeCelda[]): Copia {
  const zip = new Zip(bytes)
  const paths = sheetPaths(zip)
  const changed = new Map<string, string>()
  const conFormula: string[] = []
  for (const { celda, texto } of textos) {
    const cut = celda.lastIndexOf('!')
    const path = paths.get(celda.slice(0, cut))
    const xml = path === undefined ? null : (changed.get(path) ?? zip.text(path))
    if (path === undefined || xml === null) throw new PaqueteInvalido()
    const next = withText(xml, celda.slice(cut + 1), texto)
    if (next === null) conFormula.push(celda)
    else changed.set(path, next)
  }
  return { bytes: zip.with(changed), conFormula }
}

/** Path of each sheet within the package, by its name. */
function sheetPaths(zip: Zip): ReadonlyMap<string, string> {
  const [book, links] = [zip.text('xl/workbook.xml') ?? '', zip.text('xl/_rels/workbook.xml.rels') ?? '']
  const targets = new Map(
    elements(links, 'Relationship').map(({ attributes }) => [attribute(attributes, 'Id'), attribute(attributes, 'Target')]),
  )
  return new Map(
    elements(book, 'sheet').flatMap(({ attributes }) => {
      const target = targets.get(attribute(attributes, '[\\w]+:id'))
      if (target === undefined || target === null) return []
      return [[attribute(attributes, 'name') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`] as const]
    }),
  )
}

/** The sheet with a text in a cell; null where the cell holds a formula. */
function withText(xml: string, address: string, text: string): string | null {
  const cell = new RegExp(`<((?:\\w+:)?)c((?:\\s[^>]*?)?\\sr="${address}"[^>]*?)(?:/>|>(.*?)</\\1c>)`, 'su').exec(xml)
  if (cell === null) throw new PaqueteInvalido()
  const [whole, prefix = '', attributes = '', content = ''] = cell
  if (/<(?:\w+:)?f[\s>/]/u.test(content)) return null
  const own = attributes.replace(/\st="[^"]*"/u, '')
  const written = `<${prefix}c${own} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapado(textoDeExcel(text))}</${prefix}t></${prefix}is></${prefix}c>`
  return xml.slice(0, cell.index) + written + xml.slice(cell.index + whole.length)
}

function elements(xml: string, name: string): readonly { readonly attributes: string }[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)/?>`, 'gu'))].map(([, attributes = '']) => ({ attributes }))
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function attribute(attributes: string, name: string): string | null {
  const value = new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`, 'u').exec(attributes)?.[1]
  if (value === undefined) return null
  return value.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/gu, (whole, hex?: string, decimal?: string, named?: string) =>
    named === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : (NAMED[named] ?? whole),
  )
}
