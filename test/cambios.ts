/** A Word document with tracked changes read as it would be with all of them accepted, or rejected: on its XML, and by no code of the program. */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { leerXml, type Nodo, todos } from './xml.js'

export type Decision = 'aceptar' | 'rechazar'

const DE_MAS: Readonly<Record<Decision, string>> = { aceptar: 'w:del', rechazar: 'w:ins' }

/** What a document says: a line a paragraph, those of cells too, notes within their call and pictures by what they show. */
export const lineas = (docx: Uint8Array, decision: Decision): readonly string[] => lector(docx, decision)(cuerpo(docx).children)

/** Reads some blocks of a document. */
function lector(docx: Uint8Array, decision: Decision): (nodes: readonly Nodo[]) => readonly string[] {
  const parts = unzipSync(docx)
  const xml = (path: string) => leerXml(strFromU8(parts[path] ?? new Uint8Array()))
  const sobra = DE_MAS[decision]
  const targets = new Map(
    xml('word/_rels/document.xml.rels').children.map(({ attributes }) => [attributes.get('Id') ?? '', attributes.get('Target') ?? '']),
  )
  const notas = new Map(xml('word/footnotes.xml').children.map((nota) => [nota.attributes.get('w:id') ?? '', nota]))

  const enParrafo = (node: Nodo): string => {
    if (node.name === sobra || node.name === 'w:pPr' || node.name === 'w:rPr') return ''
    if (node.name === 'w:t' || node.name === 'w:delText') return literal(node.text)
    if (node.name === 'w:tab' || node.name === 'w:br') return ' '
    if (node.name === 'w:footnoteReference')
      return `[nota: ${bloques(notas.get(node.attributes.get('w:id') ?? '')?.children ?? []).join(' / ')}]`
    if (node.name === 'w:drawing') return `[${dibujo(node)}]`
    return node.children.map(enParrafo).join('')
  }
  const dibujo = (node: Nodo): string =>
    todos(node)
      .flatMap(({ name, attributes }) => {
        const imagen = name === 'a:blip' ? targets.get(attributes.get('r:embed') ?? '') : undefined
        const bytes = imagen === undefined ? undefined : parts[new URL(imagen, 'file:///word/').pathname.slice(1)]
        if (bytes !== undefined) return [`imagen ${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`]
        return name === 'a:ext' && attributes.has('cx') ? [`${attributes.get('cx')}×${attributes.get('cy')}`] : []
      })
      .join(' ')

  /** A paragraph whose end goes away is one with the next one. */
  const bloques = (nodes: readonly Nodo[]): string[] => {
    const lines: string[] = []
    let pendiente = ''
    for (const node of nodes) {
      if (node.name === 'w:p') {
        pendiente += enParrafo(node)
        if (marcaDe(node, 'w:pPr', 'w:rPr').includes(sobra)) continue
        lines.push(pendiente, ...(marcaDe(node, 'w:pPr').includes('w:sectPr') ? ['[fin de sección]'] : []))
        pendiente = ''
      } else if (node.name === 'w:tbl') {
        for (const fila of node.children) {
          if (fila.name !== 'w:tr' || marcaDe(fila, 'w:trPr').includes(sobra)) continue
          lines.push(...fila.children.flatMap((celda) => (celda.name === 'w:tc' ? bloques(celda.children) : [])))
        }
      }
    }
    return pendiente === '' ? lines : [...lines, pendiente]
  }
  return bloques
}

/** Names of what stands along a path of names. */
function marcaDe(node: Nodo, ...path: readonly string[]): readonly string[] {
  const at = path.reduce<Nodo | undefined>((here, name) => here?.children.find((child) => child.name === name), node)
  return (at?.children ?? []).map(({ name }) => name)
}

const literal = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")

/** Words within the marks of what came and of what is gone. */
export function palabrasMarcadas(docx: Uint8Array): number {
  const dicho = cuerpoYNotas(docx)
    .flatMap(todos)
    .filter(({ name }) => name === 'w:ins' || name === 'w:del')
    .map((marca) => todos(marca).flatMap(({ name, text }) => (name === 'w:t' || name === 'w:delText' ? [text] : [])))
  return dicho.reduce((sum, textos) => sum + palabrasDe(textos.join('')).length, 0)
}

/** Words as spaces part them, those that keep a line together too. */
export const palabrasDe = (texto: string): readonly string[] => texto.split(/[\s\u2007]+/u).filter((palabra) => palabra !== '')

/** What each paragraph that has a mark said, and says now; and whether a change of style is marked in it. */
export function parrafosMarcados(
  docx: Uint8Array,
): readonly { readonly antes: string; readonly despues: string; readonly formato: boolean }[] {
  const [rechazar, aceptar] = [lector(docx, 'rechazar'), lector(docx, 'aceptar')]
  const con = (node: Nodo, marca: RegExp) => todos(node).some(({ name }) => marca.test(name))
  return cuerpoYNotas(docx)
    .flatMap(todos)
    .filter((node) => node.name === 'w:p' && con(node, /^w:(?:ins|del|rPrChange|pPrChange)$/u))
    .map((node) => ({
      antes: rechazar([node]).join('¶'),
      despues: aceptar([node]).join('¶'),
      formato: con(node, /PrChange$/u),
    }))
}

function cuerpoYNotas(docx: Uint8Array): readonly Nodo[] {
  return [cuerpo(docx), parte(docx, 'word/footnotes.xml')]
}

const cuerpo = (docx: Uint8Array): Nodo => {
  const body = parte(docx, 'word/document.xml').children.find(({ name }) => name === 'w:body')
  if (body === undefined) throw new Error('El documento no tiene cuerpo.')
  return body
}

const parte = (docx: Uint8Array, path: string): Nodo => leerXml(strFromU8(unzipSync(docx)[path] ?? new Uint8Array()))
