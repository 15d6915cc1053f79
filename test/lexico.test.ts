import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { partsIn } from '../src/disk/index.js'
import { lexiconIn, NO_PARTS } from '../src/document/index.js'
import { enMemoria } from './partes-en-memoria.js'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The same folder, opened by another process. */
function openings(): () => ReturnType<typeof partsIn> {
  const folder = mkdtempSync(join(tmpdir(), 'lexico-'))
  folders.push(folder)
  return () => partsIn(folder, 'una compilación', 1_000_000)
}

/** Counts how often it makes something. */
function maker() {
  let times = 0
  return { make: (text: string) => ({ length: text.length, time: ++times }), times: () => times }
}

test('a text is made once in a process, and not at all in the next one', () => {
  const open = openings()
  const { make, times } = maker()
  const first = open()
  const made = lexiconIn(first, 'longitud').of('agua', make)
  expect(lexiconIn(first, 'longitud').of('agua', make)).toBe(made)
  lexiconIn(first, 'longitud').keep(10)
  expect(lexiconIn(open(), 'longitud').of('agua', make)).toEqual(made)
  expect(times()).toBe(1)
})

test('what is made elsewhere is made once too', async () => {
  const open = openings()
  const first = lexiconIn<string>(open(), 'al revés')
  const elsewhere = (text: string) => async () => backwards(text)
  expect(await first.soon('agua', elsewhere('agua'))).toBe('auga')
  first.keep(10)
  const never = () => Promise.reject(new Error('made again'))
  expect(await lexiconIn<string>(open(), 'al revés').soon('agua', never)).toBe('auga')
})

test('what is of another kind is made apart', () => {
  const parts = enMemoria()
  expect(lexiconIn(parts, 'largo').of('agua', (text) => text.length)).toBe(4)
  expect(lexiconIn(parts, 'mayúsculas').of('agua', (text) => text.toUpperCase())).toBe('AGUA')
})

test('it holds those that were asked for last', () => {
  const open = openings()
  const first = lexiconIn<object>(open(), 'longitud')
  const { make } = maker()
  for (const text of ['a', 'b', 'a', 'c']) first.of(text, make)
  first.keep(2)
  const { make: again, times } = maker()
  const second = lexiconIn<object>(open(), 'longitud')
  for (const text of ['a', 'c', 'b']) second.of(text, again)
  expect(times()).toBe(1)
})

test('a new one of many is not worth writing all of them again', () => {
  const open = openings()
  const first = lexiconIn<object>(open(), 'longitud')
  const many = Array.from({ length: 100 }, (_, i) => `texto ${i}`)
  const { make } = maker()
  for (const text of many) first.of(text, make)
  first.keep(1000)
  first.of('uno más', make)
  first.keep(1000)
  const { make: again, times } = maker()
  const second = lexiconIn<object>(open(), 'longitud')
  for (const text of [...many, 'uno más']) second.of(text, again)
  expect(times()).toBe(1)
})

test('for a store that keeps nothing, each is made as it is asked for', () => {
  const { make, times } = maker()
  for (let i = 0; i < 3; i++) lexiconIn(NO_PARTS, 'longitud').of('agua', make)
  expect(times()).toBe(3)
})

test('whatever is asked for, in whatever order, is what would be made of it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ maxLength: 2 }))), fc.integer({ min: 1, max: 5 }), (runs, most) => {
      const parts = enMemoria()
      for (const texts of runs) {
        const lexicon = lexiconIn<string>(parts, 'al revés')
        for (const text of texts) expect(lexicon.of(text, backwards)).toBe(backwards(text))
        lexicon.keep(most)
      }
    }),
  )
})

const backwards = (text: string) => [...text].reverse().join('')
