/** The ZIP file that a workbook is: its directory, judged before anything is opened, and its parts, opened one at a time and within bounds. */
import { crc32, inflateRawSync } from 'node:zlib'
import { type Limites, MEGA } from './limites.js'
import { danado, excede, parte, Rechazo } from './rechazo.js'

/** A part of the package as the directory tells it. Nothing of it has been opened. */
export interface Part {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  /** Bytes in the file, and once open. */
  readonly packed: number
  readonly size: number
  /** Where its bytes begin. */
  readonly from: number
}

const END = 0x06054b50
const END_64_LOCATOR = 0x07064b50
const END_64 = 0x06064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const [END_SIZE, ENTRY_SIZE, LOCAL_SIZE, LOCATOR_SIZE] = [22, 46, 30, 20]
const LONGEST_COMMENT = 0xffff
/** What stands for a number that is too large for its field and is in the record of ZIP64. */
const [ELSEWHERE_16, ELSEWHERE] = [0xffff, 0xffffffff]
const [STORED, DEFLATED] = [0, 8]

/**
 * The parts of a package, in the order of its directory, by their names in lower case: two programs could read two different parts of
 * names that differ in that alone.
 * @throws Rechazo where it is cut short, its parts overlap, two have one name, or there are more than may be
 */
export function directoryOf(bytes: Uint8Array, limites: Limites): ReadonlyMap<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, offset, end } = endOf(view)
  if (count > limites.partes) throw excede('partes', limites, `un libro con ${count} archivos dentro`)
  const parts = new Map<string, Part>()
  const spans: (readonly [number, number])[] = []
  let at = offset
  for (let i = 0; i < count; i++) {
    if (signature(view, at) !== ENTRY || at + ENTRY_SIZE > end) throw cortado()
    const { part, header, next } = entryAt(view, bytes, at)
    const key = part.name.toLowerCase()
    if (parts.has(key)) throw danado(`dos partes con el mismo nombre: ${parte(part.name)}`)
    parts.set(key, part)
    spans.push([header, part.from + part.packed])
    at = next
  }
  spans.push([offset, at])
  spans.sort(([a], [b]) => a - b)
  if (spans.some(([, ends], i) => ends > (spans[i + 1]?.[0] ?? bytes.length)))
    throw danado('un archivo con partes que se montan una sobre otra')
  return parts
}

/**
 * Whether these bytes are all of a workbook, or of something that is none, and not what has been written of it so far: for sure, where
 * each of its parts is as the directory says.
 */
export function wholenessOf(bytes: Uint8Array, limites: Limites): 'part' | 'seems whole' | 'whole' {
  try {
    const parts = [...directoryOf(bytes, limites).values()]
    // What would take long to open is not opened.
    if (parts.reduce((sum, { size }) => sum + size, 0) > limites['megas-abierto'] * MEGA) return 'seems whole'
    for (const part of parts) openPart(bytes, part, limites)
    return 'whole'
  } catch (error) {
    if (error instanceof Rechazo) return error.rule === 'libro-cortado' ? 'part' : 'seems whole'
    throw error
  }
}

/**
 * The bytes of a part. Never more than its directory says, whatever the stream holds.
 * @throws Rechazo where it is larger than may be, than it says, or than its packed bytes can be for a workbook, or is damaged
 */
export function openPart(bytes: Uint8Array, part: Part, limites: Limites): Buffer {
  const { name, method, packed, size, from } = part
  if (part.encrypted) throw new Rechazo('libro-cifrado', 'un libro con una contraseña en su compresión')
  if (size > limites['megas-abierto'] * MEGA)
    throw excede('megas-abierto', limites, `un libro de ${Math.round(size / MEGA)} MB una vez abierto`)
  if (size > MEGA && size > packed * limites.razon)
    throw excede('razon', limites, `${parte(name)}, que abierta ocupa ${Math.round(size / Math.max(1, packed))} veces lo que pesa`)
  const raw = bytes.subarray(from, from + packed)
  const opened = method === STORED ? Buffer.from(raw.buffer, raw.byteOffset, raw.length) : inflated(raw, part)
  if (opened.length !== size || crc32(opened) !== part.crc) throw danado(`${parte(name)}, que no es como el archivo dice que es`)
  return opened
}

function inflated(raw: Uint8Array, { name, method, size }: Part): Buffer {
  if (method !== DEFLATED) throw danado(`${parte(name)}, comprimida de una forma que Excel no usa`)
  try {
    // A byte more than it says is enough to know that it lies.
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const lies = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw danado(lies ? `${parte(name)}, que abierta ocupa más de lo que dice` : `${parte(name)}, dañada`)
  }
}

const cortado = () => new Rechazo('libro-cortado', 'un libro al que le falta un pedazo')

function signature(view: DataView, at: number): number {
  return at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, true) : 0
}

/** How many parts there are, where the directory begins, and where it ends at the latest. */
function endOf(view: DataView): { readonly count: number; readonly offset: number; readonly end: number } {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (signature(view, at) !== END || at + END_SIZE + view.getUint16(at + 20, true) !== view.byteLength) continue
    const [count, offset] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)]
    if (count !== ELSEWHERE_16 && offset !== ELSEWHERE) return { count, offset, end: at }
    if (signature(view, at - LOCATOR_SIZE) !== END_64_LOCATOR) return { count, offset, end: at }
    const record = long(view, at - LOCATOR_SIZE + 8)
    if (signature(view, record) !== END_64 || record + 56 > at) throw cortado()
    return { count: long(view, record + 32), offset: long(view, record + 48), end: record }
  }
  throw cortado()
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): { readonly part: Part; readonly header: number; readonly next: number } {
  const short = (from: number) => view.getUint16(at + from, true)
  const [nameSize, extraSize, commentSize] = [short(28), short(30), short(32)]
  const next = at + ENTRY_SIZE + nameSize + extraSize + commentSize
  if (next > bytes.length) throw cortado()
  const written = bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameSize)
  const numbers = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)] as const
  const [size = 0, packed = 0, header = 0] = withLongs(view, numbers, at + ENTRY_SIZE + nameSize, extraSize)
  if (signature(view, header) !== LOCAL || header + LOCAL_SIZE > bytes.length) throw cortado()
  const name = new TextDecoder().decode(written)
  const localName = view.getUint16(header + 26, true)
  // A part with another name in its own place would be one thing for a program and another for the next.
  if (Buffer.compare(bytes.subarray(header + LOCAL_SIZE, header + LOCAL_SIZE + localName), written) !== 0)
    throw danado(`${parte(name)}, con dos nombres`)
  const from = header + LOCAL_SIZE + localName + view.getUint16(header + 28, true)
  if (from + packed > bytes.length) throw cortado()
  return {
    part: { name, method: short(10), encrypted: (short(8) & 1) !== 0, crc: view.getUint32(at + 16, true), packed, size, from },
    header,
    next,
  }
}

/** These numbers, each that is elsewhere taken from the record of ZIP64 among the extra fields, which has them in this order. */
function withLongs(view: DataView, numbers: readonly number[], from: number, length: number): readonly number[] {
  if (!numbers.includes(ELSEWHERE)) return numbers
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), from + length)
    let next = at + 4
    return numbers.map((number) => {
      if (number !== ELSEWHERE || next + 8 > end) return number
      next += 8
      return long(view, next - 8)
    })
  }
  return numbers
}

/** A number of eight bytes; one that no file can hold is as good as any other that none can. */
function long(view: DataView, at: number): number {
  return at + 8 <= view.byteLength ? Number(view.getBigUint64(at, true)) : Number.MAX_SAFE_INTEGER
}
