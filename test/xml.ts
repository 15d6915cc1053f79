/** A strict reader of XML, for tests: it takes no more than a part of a Word package may hold, and says where it stops. */

export interface Nodo {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Nodo[]
  /** Characters that stand directly within, marks aside. */
  readonly text: string
}

interface Abierto {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Nodo[]
  readonly prefixes: ReadonlySet<string>
  text: string
}

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const TOKEN = new RegExp(`<\\?[^?]*\\?>|</(${NAME})\\s*>|<(${NAME})((?:\\s+${NAME}\\s*=\\s*"[^"<]*")*)\\s*(/?)>|[^<]+|<`, 'gu')
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*"([^"]*)"`, 'gu')
const BAD_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/u

/** The root of a document. Throws, with the place, on what is not well formed, and on a prefix that nobody declared. */
export function leerXml(xml: string): Nodo {
  const top: Abierto = { name: '', attributes: new Map(), children: [], prefixes: new Set(['xml', 'xmlns']), text: '' }
  const open: Abierto[] = [top]
  for (const token of xml.matchAll(TOKEN)) {
    const [whole, closing, opening, attributes = '', selfClosed] = token
    const parent = open.at(-1) ?? top
    const fail = (why: string): never => {
      throw new Error(`${why} en ${token.index}: ${xml.slice(token.index, token.index + 60)}`)
    }
    if (whole.startsWith('<?')) continue
    if (whole === '<') fail('marca mal formada')
    if (closing !== undefined) {
      if (closing !== parent.name) fail(`se cierra ${closing} y está abierto ${parent.name}`)
      open.pop()
    } else if (opening !== undefined) {
      const element = abrir(opening, attributes, parent, fail)
      parent.children.push(element)
      if (selfClosed !== '/') open.push(element)
    } else {
      if (BAD_ENTITY.test(whole)) fail('entidad desconocida')
      if (open.length === 1 && whole.trim() !== '') fail('texto fuera de la raíz')
      parent.text += whole
    }
  }
  if (open.length > 1) throw new Error(`queda abierto ${open.at(-1)?.name}`)
  const [root, ...others] = top.children
  if (root === undefined || others.length > 0) throw new Error(`hay ${top.children.length} raíces`)
  return root
}

function abrir(name: string, source: string, parent: Abierto, fail: (why: string) => never): Abierto {
  const attributes = new Map<string, string>()
  for (const [, key = '', value = ''] of source.matchAll(ATTRIBUTE)) {
    if (attributes.has(key)) fail(`atributo ${key} repetido`)
    if (BAD_ENTITY.test(value)) fail('entidad desconocida')
    attributes.set(key, value)
  }
  const declared = [...attributes.keys()].filter((key) => key.startsWith('xmlns:')).map((key) => key.slice(6))
  const prefixes = declared.length === 0 ? parent.prefixes : new Set([...parent.prefixes, ...declared])
  const used = [name, ...attributes.keys()].filter((key) => key.includes(':')).map((key) => key.slice(0, key.indexOf(':')))
  // What «mc:Ignorable» names must be declared too: Word refuses the whole file otherwise.
  for (const prefix of [...used, ...(attributes.get('mc:Ignorable')?.split(' ') ?? [])]) {
    if (!prefixes.has(prefix)) fail(`prefijo ${prefix} sin declarar`)
  }
  return { name, attributes, children: [], prefixes, text: '' }
}

/** A node and all that is within it, in order. */
export function todos(node: Nodo): readonly Nodo[] {
  return [node, ...node.children.flatMap(todos)]
}
