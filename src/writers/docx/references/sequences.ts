import type { Caption, Documento } from '../../../document/index.js'
import { blocksOf } from '../../section/index.js'

/** How a caption's number is counted by a SEQ field. `Tabla A1` is «A» and the first of a sequence of its own. */
export interface Sequence {
  /** Name of the sequence, as an instruction can hold it: `Tabla`, `Tabla_A`. */
  readonly name: string
  /** What stands between the label and the counted digits. */
  readonly prefix: string
  /** The counted digits; empty where the number has none, and then there is nothing to count. */
  readonly digits: string
  /** Whether the number is the one after the former of its sequence, as Word would count it. */
  readonly follows: boolean
}

/** Sequence of every numbered caption of the document, by the block's id. */
export function sequencesOf(documento: Documento): ReadonlyMap<string, Sequence> {
  const counted = new Map<string, number>()
  const sequences = new Map<string, Sequence>()
  for (const block of blocksOf(documento)) {
    if ((block.type !== 'table' && block.type !== 'chart') || block.caption === null) continue
    const { name, prefix, digits } = sequenceOf(block.caption)
    const former = counted.get(name) ?? 0
    sequences.set(block.id, { name, prefix, digits, follows: digits === String(former + 1) })
    counted.set(name, Number(digits))
  }
  return sequences
}

/** Name, prefix and digits of a caption's number. The name holds letters, digits and `_` only: nothing that an instruction would read otherwise. */
function sequenceOf({ label, number }: Caption): Omit<Sequence, 'follows'> {
  const digits = /[1-9]\d*$/u.exec(number)?.[0] ?? ''
  const prefix = number.slice(0, number.length - digits.length)
  const name = [label, prefix].map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '_')).filter((part) => part !== '')
  return { name: name.join('_').slice(0, 40), prefix, digits }
}
