/** The parts of the entity's own Word document, told by their relationships and never by their names. */
import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate'
import { element, elements, readXml, type XmlNode } from '../../../xml/index.js'

/** What keeps a document from being taken, in words for whoever gave it. */
export class NotTaken extends Error {
  constructor(
    /** What was found. */
    readonly found: string,
    /** What can be done. */
    readonly remedy: string,
  ) {
    super(found)
    this.name = 'NotTaken'
  }
}

export interface Relationship {
  readonly type: string
  /** Path of the part within the package, or the address of what is outside it. */
  readonly target: string
  readonly external: boolean
}

export interface EntityPackage {
  /** Path of the main document. */
  readonly main: string
  /** Root of a part that is XML; null where there is none at that path. */
  readonly xml: (path: string) => XmlNode | null
  readonly text: (path: string) => string
  readonly bytes: (path: string) => Uint8Array | null
  /** Relationships of a part, by id. */
  readonly relationships: (path: string) => ReadonlyMap<string, Relationship>
}

const MB = 1024 * 1024
/** Bytes of all that is read of a document once unpacked: a letterhead and its styles take a hundredth of it. */
const LARGEST = 64 * MB
const OLD_WORD = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
const READ = /^\[Content_Types\]\.xml$|^_rels\/|\.(?:xml|rels)$|^word\/media\//iu
const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Opens a Word document. @throws NotTaken where it is another thing, is locked, is damaged or is too large */
export function openPackage(file: Uint8Array): EntityPackage {
  const starts = (magic: readonly number[]) => magic.every((byte, at) => file[at] === byte)
  if (starts(OLD_WORD)) throw oldOrLocked(file)
  if (!starts(ZIP)) throw new NotTaken('un archivo que no es un documento de Word (.docx)', 'Dé un documento guardado por Word como .docx.')
  const parts = unpacked(file)
  const bytes = (path: string) => parts[path] ?? null
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array()).replace(/^\u{FEFF}/u, '')
  const xml = (path: string) => (bytes(path) === null ? null : wellFormed(text(path)))
  const relationships = (path: string) => relationshipsOf(path, xml(relsOf(path)))
  const main = [...relationships('').values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? ''
  const opening = text(main).slice(0, 20_000)
  if (!/<w:document\b/u.test(opening)) {
    throw new NotTaken('un archivo comprimido que no es un documento de Word', 'Dé un documento guardado por Word como .docx.')
  }
  if (!opening.includes(TRANSITIONAL)) {
    throw new NotTaken('un documento de Word guardado como «Open XML estricto»', 'Guárdelo en Word como «Documento de Word (.docx)».')
  }
  return { main, xml, text, bytes, relationships }
}

function unpacked(file: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let total = 0
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (!READ.test(name)) return false
    total += originalSize
    if (total > LARGEST) {
      throw new NotTaken(
        `un documento que ocupa más de ${LARGEST / MB} MB una vez abierto`,
        'Guarde una copia sin su contenido: bastan los estilos, la página y el membrete.',
      )
    }
    return true
  }
  try {
    return unzipSync(file, { filter })
  } catch (error) {
    throw error instanceof NotTaken ? error : damaged()
  }
}

function wellFormed(xml: string): XmlNode {
  try {
    return readXml(xml)
  } catch {
    throw damaged()
  }
}

/** A document whose parts are not what they should be. */
export const damaged = () => new NotTaken('un documento dañado', 'Ábralo en Word, guárdelo otra vez e inténtelo de nuevo.')

/** Word up to 2003, and a document with a password, are kept in the same kind of box. */
function oldOrLocked(file: Uint8Array): NotTaken {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])
  const locked = Buffer.from(file.buffer, file.byteOffset, file.byteLength).includes(Buffer.from(name))
  if (locked) return new NotTaken('un documento protegido con contraseña', 'Guarde una copia sin contraseña.')
  return new NotTaken('un documento del formato antiguo de Word (.doc)', 'Ábralo en Word y guárdelo como .docx.')
}

const relsOf = (path: string): string => path.replace(/[^/]*$/u, (name) => `_rels/${name}.rels`)

function relationshipsOf(path: string, rels: XmlNode | null): ReadonlyMap<string, Relationship> {
  const folder = path.replace(/[^/]*$/u, '')
  return new Map(
    (rels === null ? [] : elements(rels, 'Relationship')).map(({ attributes }) => {
      const target = attributes.get('Target') ?? ''
      const external = attributes.get('TargetMode') === 'External'
      const relationship = { type: attributes.get('Type') ?? '', target: external ? target : within(folder, target), external }
      return [attributes.get('Id') ?? '', relationship]
    }),
  )
}

/** Path of a relationship's target, which is told from the folder of the part that it belongs to. */
function within(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : `${folder}${target}`).split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

/** The part that the main document has for a job, such as `/styles`; null where it has none. */
export function partFor(pack: EntityPackage, job: string): XmlNode | null {
  const found = [...pack.relationships(pack.main).values()].find(({ type, external }) => !external && type.endsWith(job))
  return found === undefined ? null : pack.xml(found.target)
}

/** Typefaces of a document's theme, which its styles name by their job: `minorHAnsi`. */
export function themeFaces(pack: EntityPackage): { readonly major: string | null; readonly minor: string | null } {
  const theme = partFor(pack, '/theme')
  const scheme = theme === null ? undefined : element(element(theme, 'a:themeElements'), 'a:fontScheme')
  const face = (kind: string) => element(element(scheme, kind), 'a:latin')?.attributes.get('typeface') || null
  return { major: face('a:majorFont'), minor: face('a:minorFont') }
}
