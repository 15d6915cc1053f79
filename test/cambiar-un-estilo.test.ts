/** Whoever changes a style of the report in Word changes all that it names: nothing else says how a heading or a paragraph looks. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Block } from '../src/document/index.js'
import { writeDocx } from '../src/writers/docx/index.js'
import { leerPaginas, type Trozo } from './diagramacion/leer-paginas.js'
import { convertir, siHay } from './herramientas.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'
import { leerXml, type Nodo, todos } from './xml.js'

const { theme, assets } = cargarRecursos()
const STYLES = 'word/styles.xml'
const bloques = unDocumento().sections.flatMap((section) => section.blocks)

let partes: Readonly<Record<string, Uint8Array>>
let estilos: readonly Nodo[]
let parrafos: readonly Nodo[]

beforeAll(async () => {
  partes = unzipSync(await writeDocx(unDocumento(), theme, assets))
  estilos = nodosDe(STYLES).filter(({ name }) => name === 'w:style')
  parrafos = nodosDe('word/document.xml').filter(({ name }) => name === 'w:p')
})

const nodosDe = (path: string) => todos(leerXml(strFromU8(partes[path] ?? new Uint8Array())))
const hijo = ({ children }: Nodo, name: string) => children.find((child) => child.name === name)
const val = (nodo: Nodo | undefined) => nodo?.attributes.get('w:val') ?? ''
const estiloDe = (parrafo: Nodo) => val(todos(parrafo).find(({ name }) => name === 'w:pStyle'))
const textoDe = (parrafo: Nodo) =>
  todos(parrafo)
    .filter(({ name }) => name === 'w:t')
    .map(({ text }) => text)
    .join('')

/** Id of the style that a user of Word knows by this name. */
const llamado = (nombre: string) => estilos.find((estilo) => val(hijo(estilo, 'w:name')) === nombre)?.attributes.get('w:styleId') ?? ''

/** What the letters of a style say of themselves and do not take from the one that it is based on. */
const letrasDe = (id: string) => {
  const estilo = estilos.find((e) => e.attributes.get('w:styleId') === id)
  return {
    base: estilo && val(hijo(estilo, 'w:basedOn')),
    propias: (estilo && hijo(estilo, 'w:rPr'))?.children.map(({ name }) => name) ?? [],
  }
}

/** The style itself, and those that are nothing but it at another level of the contents. */
const comoEl = (id: string) => estilos.map((e) => e.attributes.get('w:styleId') ?? '').filter((e) => e === id || letrasDe(e).base === id)

/** Letters that a run of a paragraph says by itself: no style changes them. */
const aMano = (parrafo: Nodo) =>
  todos(parrafo)
    .filter(({ name }) => name === 'w:rPr')
    .flatMap(({ children }) => children.map(({ name }) => name))
    .filter((name) => name !== 'w:rStyle')

const palabras = (bloque: Extract<Block, { type: 'heading' }>) =>
  bloque.children.map((hijo) => ('value' in hijo ? hijo.value : '')).join('')

describe('in the package', () => {
  test.each([1, 2, 3] as const)('every heading of level %d is in «Título %d», or in a style that only says where it is listed', (nivel) => {
    const titulos = bloques.flatMap((b) => (b.type === 'heading' && b.depth === nivel ? [palabras(b)] : []))
    const suyos = comoEl(llamado(`heading ${nivel}`))
    const hallados = parrafos.filter((parrafo) => suyos.includes(estiloDe(parrafo)))
    expect(hallados.map(textoDe)).toEqual(titulos)
    expect(suyos.slice(1).flatMap((id) => letrasDe(id).propias)).toEqual([])
    expect(hallados.flatMap(aMano)).toEqual([])
  })

  test('every paragraph of running text is in «Texto», with no letters of its own', () => {
    const texto = llamado('Texto')
    const sueltos = bloques.filter((b) => b.type === 'paragraph' && b.role === 'normal')
    const hallados = parrafos.filter((parrafo) => estiloDe(parrafo) === texto)
    expect(hallados).toHaveLength(sueltos.length)
    expect(hallados.flatMap(aMano)).toEqual([])
  })

  test('what goes on from running text (lists, quotations, details) is based on it', () => {
    for (const nombre of ['List Bullet', 'List Number', 'List Continue', 'Quote', 'Detalle de término']) {
      expect([nombre, letrasDe(llamado(nombre))]).toEqual([nombre, { base: llamado('Texto'), propias: [] }])
    }
  })

  test('no paragraph of the report is in Normal, which a document has for what has no style', () => {
    expect(parrafos.filter((parrafo) => ['', 'Normal'].includes(estiloDe(parrafo))).map(textoDe)).toEqual([])
  })
})

/** The report with another size in a style, printed by LibreOffice: its runs of text. */
async function impresoCon(nombre: string, puntos: number): Promise<readonly Trozo[]> {
  const xml = strFromU8(partes[STYLES] ?? new Uint8Array())
  const [antes = ''] = new RegExp(`<w:style [^>]*>(?:(?!</w:style>).)*<w:name w:val="${nombre}"/>.*?</w:style>`, 'u').exec(xml) ?? []
  const sin = antes.replace(/<w:szC?s? w:val="\d+"\/>/gu, '').replace(/<w:rPr\/>/u, '')
  const medida = `<w:sz w:val="${2 * puntos}"/><w:szCs w:val="${2 * puntos}"/>`
  const despues = sin.includes('<w:rPr>')
    ? sin.replace('</w:rPr>', `${medida}</w:rPr>`)
    : sin.replace('</w:style>', `<w:rPr>${medida}</w:rPr></w:style>`)
  const docx = zipSync({ ...partes, [STYLES]: strToU8(xml.replace(antes, despues)) })
  const paginas = await leerPaginas(await convertir(docx, 'docx', 'pdf'))
  return paginas.flatMap(({ renglones }) => renglones.flatMap(({ trozos }) => trozos))
}

const cuerpos = (trozos: readonly Trozo[]) => new Set(trozos.map(({ cuerpo }) => Math.round(cuerpo * 2) / 2))

describe('printed by LibreOffice', () => {
  siHay('soffice')('another size in «Título 1» is that of all the main headings, and of nothing else', async () => {
    const trozos = await impresoCon('heading 1', 31)
    const suyos = trozos.filter(({ cuerpo }) => Math.abs(cuerpo - 31) < 0.3)
    const palabrasDe = (textos: readonly string[]) => textos.join(' ').split(/\s+/u).filter(Boolean)
    const titulos = bloques.flatMap((b) => (b.type === 'heading' && b.depth === 1 ? [palabras(b)] : []))
    expect(palabrasDe(suyos.map(({ texto }) => texto))).toEqual(palabrasDe(titulos))
    expect([...cuerpos(trozos)]).not.toContain(theme.estilos.titulo1.cuerpo)
  })

  siHay('soffice')('another size in «Texto» is that of all running text, of lists and of quotations', async () => {
    const trozos = await impresoCon('Texto', 13)
    const suyos = trozos.filter(({ cuerpo }) => Math.abs(cuerpo - 13) < 0.3).map(({ texto }) => texto)
    for (const palabra of ['vecinas', 'Siembra', 'tanques', 'Primer', 'tierra', 'acuerdo', 'Alcalde']) {
      expect([palabra, suyos.some((texto) => texto.includes(palabra))]).toEqual([palabra, true])
    }
    // What is left at the former size is of the indices, which have a style each.
    const antes = trozos.filter(({ cuerpo }) => Math.abs(cuerpo - theme.estilos.texto.cuerpo) < 0.1).map(({ texto }) => texto)
    expect(antes.filter((texto) => /huertas comunitarias reunieron|semillas que las mismas/u.test(texto))).toEqual([])
  })
})
