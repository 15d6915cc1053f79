/** A ZIP file with some of its entries changed: the rest keep their bytes, compressed ones too, and all keep their order. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A package that cannot be changed entry by entry: damaged, or larger than the plain ZIP format tells. */
export class PaqueteInvalido extends Error {
  override readonly name = 'PaqueteInvalido'
  override readonly message =
    'El libro no se puede copiar celda por celda: está dañado. Ábralo en Excel, guárdelo otra vez y repita la orden.'
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const [STORED, DEFLATED] = [0, 8]
/** Sizes come after the data, and not before. */
const DESCRIPTOR = 0x0008
const ENCRYPTED = 0x0001

interface Entry {
  readonly name: string
  /** Its record in the central directory. */
  readonly record: Uint8Array
  /** Where its own header begins. */
  readonly at: number
  readonly method: number
  readonly flags: number
  readonly packed: number
}

/** A ZIP file, to be read and copied. @throws PaqueteInvalido */
export class Zip {
  private readonly entries: readonly Entry[]
  private readonly directory: number
  private readonly end: number

  constructor(private readonly bytes: Uint8Array) {
    this.end = endOf(bytes)
    const view = viewOf(bytes)
    const count = view.getUint16(this.end + 10, true)
    this.directory = view.getUint32(this.end + 16, true)
    const entries: Entry[] = []
    for (let at = this.directory; entries.length < count; ) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new PaqueteInvalido()
      const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
      const record = bytes.subarray(at, at + 46 + name + extra + comment)
      entries.push({
        name: new TextDecoder().decode(record.subarray(46, 46 + name)),
        record,
        at: view.getUint32(at + 42, true),
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
      })
      at += record.length
    }
    this.entries = entries
  }

  /** Content of an entry as text; null where it is not there. */
  text(name: string): string | null {
    const entry = this.entries.find((each) => each.name === name)
    if (entry === undefined) return null
    const data = this.dataOf(entry)
    return new TextDecoder().decode(entry.method === DEFLATED ? inflateRawSync(data) : data)
  }

  private dataOf({ at, packed, method, flags }: Entry): Uint8Array {
    const view = viewOf(this.bytes)
    if (at + 30 > this.bytes.length || view.getUint32(at, true) !== LOCAL) throw new PaqueteInvalido()
    if ((method !== STORED && method !== DEFLATED) || (flags & ENCRYPTED) !== 0) throw new PaqueteInvalido()
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    return this.bytes.subarray(from, from + packed)
  }

  /** The same file with other text in some of its entries. */
  with(texts: ReadonlyMap<string, string>): Uint8Array {
    const inPlace = this.entries.toSorted((a, b) => a.at - b.at)
    const written: Uint8Array[] = []
    const records = new Map<Entry, Uint8Array>()
    let length = 0
    inPlace.forEach((entry, i) => {
      const text = texts.get(entry.name)
      const whole = this.bytes.subarray(entry.at, inPlace[i + 1]?.at ?? this.directory)
      const { local, record } = text === undefined ? { local: whole, record: entry.record.slice() } : this.changed(entry, text)
      viewOf(record).setUint32(42, length, true)
      records.set(entry, record)
      written.push(local)
      length += local.length
    })
    const directory = this.entries.map((entry) => records.get(entry) ?? entry.record)
    const end = this.bytes.slice(this.end)
    viewOf(end).setUint32(
      12,
      directory.reduce((sum, record) => sum + record.length, 0),
      true,
    )
    viewOf(end).setUint32(16, length, true)
    return joined([...written, ...directory, end])
  }

  /** An entry with other content: its header, its data, and its record in the directory. */
  private changed(entry: Entry, text: string): { readonly local: Uint8Array; readonly record: Uint8Array } {
    const content = new TextEncoder().encode(text)
    const packed = deflateRawSync(content)
    const view = viewOf(this.bytes)
    const header = this.bytes.slice(entry.at, entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true))
    const record = entry.record.slice()
    for (const [part, at] of [
      [viewOf(header), 6],
      [viewOf(record), 8],
    ] as const) {
      part.setUint16(at, entry.flags & ~DESCRIPTOR, true)
      part.setUint16(at + 2, DEFLATED, true)
      part.setUint32(at + 8, crc32(content), true)
      part.setUint32(at + 12, packed.length, true)
      part.setUint32(at + 16, content.length, true)
    }
    return { local: joined([header, packed]), record }
  }
}

/** Where the record that ends the file begins. */
function endOf(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  // A comment of up to 65,535 characters may come after it.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== END) continue
    // Numbers too large for the plain format stand elsewhere.
    if (view.getUint16(at + 10, true) === 0xffff || view.getUint32(at + 16, true) === 0xffffffff) throw new PaqueteInvalido()
    return at
  }
  throw new PaqueteInvalido()
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
