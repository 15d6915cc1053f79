/** What Word asks of a package before it opens it without a word, checked part by part. No validator of this exists on npm or in Debian. */
import { strFromU8, unzipSync } from 'fflate'
import { ordenes } from './orden-ooxml.js'
import { leerXml, type Nodo, todos } from './xml.js'

export type Regla =
  | 'bien formado'
  | 'tipo de contenido'
  | 'relación'
  | 'orden'
  | 'identificador'
  | 'referencia'
  | 'celda'
  | 'columnas'
  | 'campo'
  | 'espacio'
  | 'sección'

export interface Falta {
  readonly regla: Regla
  readonly parte: string
  readonly que: string
}

/** Files of a package, by their path. XML as text. */
export type Paquete = ReadonlyMap<string, string>

interface Parte {
  readonly path: string
  readonly nodes: readonly Nodo[]
}

type Rule = (part: Parte, all: readonly Parte[]) => readonly string[]

/** The files of a Word document; those that are not XML are empty. */
export function abrirPaquete(docx: Uint8Array): Paquete {
  return new Map(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, esXml(path) ? strFromU8(bytes) : '']))
}

/** Everything that is wrong with a package; nothing where Word would open it without a repair. */
export function faltasDelPaquete(files: Paquete): readonly Falta[] {
  const faults: Falta[] = []
  const parts: Parte[] = []
  for (const [path, xml] of files) {
    if (!esXml(path)) continue
    try {
      parts.push({ path, nodes: todos(leerXml(xml)) })
    } catch (error) {
      faults.push({ regla: 'bien formado', parte: path, que: String(error) })
    }
  }
  const found = (Object.entries(rules) as [Regla, Rule][]).flatMap(([regla, rule]) =>
    parts.flatMap((part) => rule(part, parts).map((que) => ({ regla, parte: part.path, que }))),
  )
  return [...faults, ...tiposDeContenido(files, parts), ...relaciones(files, parts), ...found]
}

const esXml = (path: string) => /\.(xml|rels)$/u.test(path)
const attribute = (node: Nodo, name: string) => node.attributes.get(name)
const named = (nodes: readonly Nodo[], ...names: readonly string[]) => nodes.filter((node) => names.includes(node.name))
const valuesOf = (nodes: readonly Nodo[], name: string, key: string) => named(nodes, name).flatMap((node) => attribute(node, key) ?? [])
const repeated = (values: readonly string[]) => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
const partOf = (all: readonly Parte[], path: string): readonly Nodo[] => all.find((part) => part.path === path)?.nodes ?? []

const rules: Partial<Record<Regla, Rule>> = {
  orden: ({ nodes }) => nodes.flatMap(fueraDeOrden),
  identificador: ({ path, nodes }) => {
    const drawings = nodes.filter(({ name }) => name === 'wp:docPr' || name === 'wps:cNvPr').flatMap((node) => attribute(node, 'id') ?? [])
    const sets: readonly (readonly [string, readonly string[]])[] = [
      ['dibujo', drawings],
      ['marcador', valuesOf(nodes, 'w:bookmarkStart', 'w:id')],
      ['nombre de marcador', valuesOf(nodes, 'w:bookmarkStart', 'w:name')],
      ['nota', valuesOf(nodes, 'w:footnote', 'w:id')],
      ['comentario', valuesOf(nodes, 'w:comment', 'w:id')],
      ['estilo', valuesOf(nodes, 'w:style', 'w:styleId')],
      ['nombre de estilo', named(nodes, 'w:style').flatMap((style) => valuesOf(style.children, 'w:name', 'w:val'))],
      ['lista', valuesOf(nodes, 'w:num', 'w:numId')],
      ['forma', valuesOf(nodes, 'v:shape', 'id')],
      ['relación', path.endsWith('.rels') ? valuesOf(nodes, 'Relationship', 'Id') : []],
    ]
    return sets.flatMap(([kind, ids]) => repeated(ids).map((id) => `${kind} ${id} repetido`))
  },
  referencia: ({ nodes }, all) => {
    const styles = valuesOf(partOf(all, 'word/styles.xml'), 'w:style', 'w:styleId')
    const lists = valuesOf(partOf(all, 'word/numbering.xml'), 'w:num', 'w:numId')
    const notes = valuesOf(partOf(all, 'word/footnotes.xml'), 'w:footnote', 'w:id')
    const bookmarks = valuesOf(partOf(all, 'word/document.xml'), 'w:bookmarkStart', 'w:name')
    const fields = named(nodes, 'w:instrText').flatMap(({ text }) => /^ (?:REF|PAGEREF) (\S+)/u.exec(text)?.[1] ?? [])
    const abstract = valuesOf(nodes, 'w:abstractNum', 'w:abstractNumId')
    const missing = (kind: string, used: readonly string[], known: readonly string[]) =>
      used.filter((id) => !known.includes(id)).map((id) => `no hay ${kind} ${id}`)
    return [
      ...['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'].flatMap((element) =>
        missing('estilo', valuesOf(nodes, element, 'w:val'), styles),
      ),
      ...missing(
        'lista',
        named(nodes, 'w:numPr').flatMap((node) => valuesOf(node.children, 'w:numId', 'w:val')),
        [...lists, '0'],
      ),
      ...missing('definición de lista', valuesOf(nodes, 'w:abstractNumId', 'w:val'), abstract),
      ...missing('nota', valuesOf(nodes, 'w:footnoteReference', 'w:id'), notes),
      ...missing('marcador', [...valuesOf(nodes, 'w:hyperlink', 'w:anchor'), ...fields], bookmarks),
      ...missing('comienzo de marcador', valuesOf(nodes, 'w:bookmarkEnd', 'w:id'), valuesOf(nodes, 'w:bookmarkStart', 'w:id')),
      ...missing('final de marcador', valuesOf(nodes, 'w:bookmarkStart', 'w:id'), valuesOf(nodes, 'w:bookmarkEnd', 'w:id')),
    ]
  },
  celda: ({ nodes }) =>
    named(nodes, 'w:tc', 'w:hdr', 'w:ftr', 'w:footnote')
      .filter(({ children }) => children.at(-1)?.name !== 'w:p')
      .map(({ name }) => `${name} no termina en párrafo`),
  columnas: ({ nodes }) =>
    named(nodes, 'w:tbl').flatMap((table) => {
      const columns = named(table.children, 'w:tblGrid')[0]?.children.length ?? 0
      const spans = named(table.children, 'w:tr').map((row) =>
        named(row.children, 'w:tc').reduce((sum, cell) => {
          const properties = named(cell.children, 'w:tcPr')[0]?.children ?? []
          return sum + Number(valuesOf(properties, 'w:gridSpan', 'w:val')[0] ?? 1)
        }, 0),
      )
      return spans.filter((span) => span !== columns).map((span) => `una fila ocupa ${span} columnas de ${columns}`)
    }),
  campo: ({ nodes }) => camposSinCerrar(valuesOf(nodes, 'w:fldChar', 'w:fldCharType')),
  espacio: ({ nodes }) =>
    named(nodes, 'w:t', 'w:instrText')
      .filter(
        (node) => node.text !== node.text.trim() && /^[ \t\n]|[ \t\n]$/u.test(node.text) && attribute(node, 'xml:space') !== 'preserve',
      )
      .map(({ text }) => `se perdería un espacio de «${text}»`),
  sección: ({ path, nodes }) => {
    if (path !== 'word/document.xml') return []
    const body = named(nodes, 'w:body')[0]?.children ?? []
    const last = body.at(-1)?.name === 'w:sectPr' ? [] : ['el documento no termina en su sección']
    const inside = body.slice(0, -1).some(({ name }) => name === 'w:sectPr') ? ['una sección suelta entre párrafos'] : []
    return [...last, ...inside]
  },
}

function fueraDeOrden({ name, children }: Nodo): readonly string[] {
  const order = ordenes[name]
  if (order === undefined) return []
  const places = children.map((child) => {
    const place = order.primero.indexOf(child.name)
    return place < 0 && order.luego.includes(child.name) ? order.primero.length : place
  })
  return children.flatMap((child, index) => {
    const place = places[index] ?? -1
    if (place < 0) return [`${child.name} no puede estar en ${name}`]
    return place < Math.max(0, ...places.slice(0, index)) ? [`${child.name} está fuera de su orden en ${name}`] : []
  })
}

function camposSinCerrar(marks: readonly string[]): readonly string[] {
  const open: string[] = []
  for (const mark of marks) {
    if (mark === 'begin') open.push(mark)
    else if (mark === 'separate' && open.at(-1) === 'begin') open[open.length - 1] = mark
    else if (mark === 'end' && open.length > 0) open.pop()
    else return [`una marca «${mark}» sin su comienzo`]
  }
  return open.map(() => 'un campo sin final')
}

function tiposDeContenido(files: Paquete, parts: readonly Parte[]): readonly Falta[] {
  const types = partOf(parts, '[Content_Types].xml')
  const extensions = valuesOf(types, 'Default', 'Extension').map((extension) => extension.toLowerCase())
  const overrides = valuesOf(types, 'Override', 'PartName')
  const fault = (parte: string, que: string): Falta => ({ regla: 'tipo de contenido', parte, que })
  const uncovered = [...files.keys()].filter(
    (path) =>
      path !== '[Content_Types].xml' &&
      !overrides.includes(`/${path}`) &&
      !extensions.includes(path.split('.').at(-1)?.toLowerCase() ?? ''),
  )
  // A part of the document that only has the type of «xml» is not what its relationship says it is.
  const untyped = parts.filter(({ path }) => /^word\/[^/]+\.xml$/u.test(path) && !overrides.includes(`/${path}`)).map(({ path }) => path)
  return [
    ...[...new Set([...uncovered, ...untyped])].map((path) => fault(path, 'sin tipo')),
    ...overrides.filter((path) => !files.has(path.slice(1))).map((path) => fault(path, 'no está en el paquete')),
    ...repeated([...overrides, ...extensions]).map((path) => fault(path, 'con dos tipos')),
  ]
}

function relaciones(files: Paquete, parts: readonly Parte[]): readonly Falta[] {
  const fault = (parte: string, que: string): Falta => ({ regla: 'relación', parte, que })
  const broken = parts
    .filter(({ path }) => path.endsWith('.rels'))
    .flatMap(({ path, nodes }) =>
      named(nodes, 'Relationship')
        .filter((node) => attribute(node, 'TargetMode') !== 'External')
        .map((node) => destino(path, attribute(node, 'Target') ?? ''))
        .filter((target) => !files.has(target))
        .map((target) => fault(path, `no está ${target}`)),
    )
  const unknown = parts.flatMap(({ path, nodes }) => {
    const known = valuesOf(partOf(parts, path.replace(/([^/]+)$/u, '_rels/$1.rels')), 'Relationship', 'Id')
    const used = nodes.flatMap(({ attributes }) =>
      [...attributes].flatMap(([key, value]) => (/^r:(?:id|embed|link|pict)$/u.test(key) ? [value] : [])),
    )
    return used.filter((id) => !known.includes(id)).map((id) => fault(path, `no hay relación ${id}`))
  })
  return [...broken, ...unknown]
}

/** Path within the package of a relationship's target, which is told from the folder of the part that it belongs to. */
function destino(rels: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const folder = rels.replace(/_rels\/[^/]+$/u, '')
  return new URL(target, `file:///${folder}`).pathname.slice(1)
}
