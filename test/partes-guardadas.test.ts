/** What was made before and did not change is not made again, and nobody can tell by the files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { partsIn, trimParts } from '../src/disk/index.js'
import { type Assets, type Block, type Documento, NO_PARTS, type PartStore } from '../src/document/index.js'
import type { Escritor, Formato } from '../src/pipeline/index.js'
import { WRITERS } from '../src/writers/index.js'
import { writePdf } from '../src/writers/pdf/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'
import { unLibro } from './un-libro.js'

const MEGA = 1024 ** 2
let carpeta: string

beforeEach(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'informe-partes-'))
})
afterEach(() => rmSync(carpeta, { recursive: true, force: true }))

/** A policy of three sectors with a product each, from what each achieved in its vigencia and what is said of it. */
function libro(avances: readonly number[], logros: readonly string[]): Uint8Array {
  const base = unLibro({ inicio: 2028, fin: 2035, vigencia: 2031 }).objetivo(1, 'Cuidar lo que hay.')
  for (const [i, sector] of ['Agua', 'Suelo', 'Aire'].entries()) {
    base.sector(sector).producto(`1.${i + 1}.1`, {
      nombre: `Obras de ${sector.toLowerCase()}`,
      sector,
      metas: { 2031: 10, 2032: 10 },
      avances: { 2031: avances[i] ?? 0 },
      logros: logros[i] ?? '',
    })
  }
  return base.bytes()
}

/** A store that writes down what it is asked for and what it is given. */
function anotadas(de: PartStore): { readonly partes: PartStore; readonly hallo: unknown[]; readonly guardo: unknown[] } {
  const [hallo, guardo]: [unknown[], unknown[]] = [[], []]
  const partes: PartStore = {
    known(of) {
      const parte = de.known(of)
      if (parte !== undefined) hallo.push(of)
      return parte
    },
    keep(of, parte) {
      guardo.push(of)
      de.keep(of, parte)
    },
  }
  return { partes, hallo, guardo }
}

async function informe(bytes: Uint8Array, partes: PartStore): Promise<ReadonlyMap<string, Uint8Array>> {
  const con =
    (formato: 'docx' | 'pdf'): Escritor =>
    (...args) =>
      WRITERS[formato](...args, { parts: partes })
  const escritores = new Map<Formato, Escritor>([
    ['docx', con('docx')],
    ['pdf', con('pdf')],
  ])
  return (await generarEnMemoria(bytes, new Map(), { escritores, partes })).archivos
}

const distintos = (uno: ReadonlyMap<string, Uint8Array>, otro: ReadonlyMap<string, Uint8Array>) =>
  [...new Set([...uno.keys(), ...otro.keys()])].filter(
    (ruta) => Buffer.compare(uno.get(ruta) ?? Buffer.of(), otro.get(ruta) ?? Buffer.of()) !== 0,
  )

/** The sections that parts are of, in their order; some are of none. */
const secciones = (de: readonly unknown[]) => de.flatMap((of) => (of as { section?: string }).section ?? [])

describe('a report after a correction', () => {
  const palabras = fc.array(fc.constantFrom('obra', 'pozo', 'camino', 'se', 'hizo', 'más', 'largo'), { minLength: 1, maxLength: 120 })

  test('has the same bytes as one that was made anew, whatever was corrected', async () => {
    const caso = fc.record({
      sector: fc.nat(2),
      avance: fc.integer({ min: 0, max: 30 }),
      logro: palabras.map((dichas) => `Se informó: ${dichas.join(' ')}.`),
    })
    const partes = partsIn(carpeta, 'esta', 64 * MEGA)
    await informe(libro([10, 5, 2], ['Uno.', 'Dos.', 'Tres.']), partes)
    await fc.assert(
      fc.asyncProperty(caso, async ({ sector, avance, logro }) => {
        const corregido = libro(
          [10, 5, 2].map((antes, i) => (i === sector ? avance : antes)),
          ['Uno.', 'Dos.', 'Tres.'].map((antes, i) => (i === sector ? logro : antes)),
        )
        // From another process, that has what is on the disk and nothing in memory.
        const deDisco = partsIn(carpeta, 'esta', 0)
        expect(distintos(await informe(corregido, deDisco), await informe(corregido, NO_PARTS))).toEqual([])
      }),
      { numRuns: 4 },
    )
  })

  test('makes again what is of that sector, and finds the rest', async () => {
    const primera = anotadas(partsIn(carpeta, 'esta', 64 * MEGA))
    await informe(libro([10, 5, 2], ['Uno.', 'Dos.', 'Tres.']), primera.partes)
    const segunda = anotadas(partsIn(carpeta, 'esta', 0))
    await informe(libro([10, 5, 2], ['Uno.', 'Se cambió esta frase.', 'Tres.']), segunda.partes)
    // The chapter that has the sentence, in Word and in the PDF, and no other.
    expect(secciones(segunda.guardo)).toEqual(['sector-suelo', 'sector-suelo'])
    // What it was before gives Word its other blocks.
    expect(secciones(segunda.hallo).filter((id) => id === 'sector-suelo')).toHaveLength(1)
    expect(secciones(segunda.hallo)).toContain('sector-agua')
    expect(secciones(primera.guardo)).toContain('sector-agua')
    // No chart shows it.
    expect(segunda.guardo.filter((of) => (of as { parte?: string }).parte === 'gráfica')).toEqual([])
  })
})

describe('the pages of a section in the PDF', () => {
  const { theme, assets } = cargarRecursos()
  const pdf = async (documento: Documento, partes: PartStore, con: Partial<Assets> = {}) =>
    Buffer.from((await writePdf(documento, theme, { ...assets, ...con }, partes)).bytes)
  const parrafo = (value: string): Block => ({ type: 'paragraph', role: 'normal', children: [{ type: 'text', value }] })
  const foto: Block = { type: 'picture', id: 'otra-foto', image: 'orla', alt: 'Una orla de más.', caption: [] }
  /** The report, with these blocks before those of a section. */
  const con = (seccion: number, ...blocks: readonly Block[]): Documento => {
    const documento = unDocumento()
    const sections = documento.sections.map((section, i) =>
      i === seccion ? { ...section, blocks: [...blocks, ...section.blocks] } : section,
    )
    return { ...documento, sections }
  }

  test('are those of a file that was made anew, whatever comes before, between and round them', async () => {
    const cuantas = unDocumento().sections.length
    const caso = fc.record({
      seccion: fc.integer({ min: 1, max: cuantas - 1 }),
      // Letters that come first here have the numbers that others had.
      letras: fc.string({ unit: fc.constantFrom(...'zyxwkqjñÑáéíóúü0987654321%$€§¿¡—fi '), maxLength: 40 }),
      paginas: fc.nat(2),
      conFoto: fc.boolean(),
      conLogo: fc.boolean(),
      conBorrador: fc.boolean(),
      encabezado: fc.constantFrom('Informe anual de seguimiento · PPHU', 'zyx', ''),
      // A page without a number has nothing in its margins, which could bring what the rest needs.
      conNumeros: fc.boolean(),
    })
    const numerado = (documento: Documento, conNumeros: boolean): Documento =>
      conNumeros ? documento : { ...documento, sections: documento.sections.map((section) => ({ ...section, numbering: 'none' })) }
    const guardadas = partsIn(carpeta, 'esta', 64 * MEGA)
    for (const conNumeros of [true, false]) await pdf(numerado(unDocumento(), conNumeros), guardadas)
    await fc.assert(
      fc.asyncProperty(caso, async ({ seccion, letras, paginas, conFoto, conLogo, conBorrador, encabezado, conNumeros }) => {
        const largo = Array.from({ length: paginas * 40 }, () => parrafo(`Se dijo más. ${letras}`))
        const documento: Documento = {
          ...numerado(con(seccion, parrafo(letras), ...largo, ...(conFoto ? [foto] : [])), conNumeros),
          header: { left: encabezado, right: 'Vigencia 2031' },
          draft: conBorrador ? { mark: 'BORRADOR', detail: letras } : null,
        }
        const logo = conLogo ? (assets.images.get('orla') ?? null) : null
        const { partes, hallo } = anotadas(guardadas)
        const conPartes = await pdf(documento, partes, { logo })
        expect(conPartes.equals(await pdf(documento, NO_PARTS, { logo }))).toBe(true)
        // The look of a report with a logo is another, and so are all its parts.
        expect(secciones(hallo).length).toBeGreaterThanOrEqual(conLogo ? 0 : cuantas - 2)
      }),
      { numRuns: 12 },
    )
  })

  test('are found though every glyph and picture before them has another number, and every page too', async () => {
    const guardadas = partsIn(carpeta, 'esta', 64 * MEGA)
    await pdf(unDocumento(), guardadas)
    const documento = con(2, ...Array.from({ length: 60 }, () => parrafo('zyxwvutsrqponmlkjihgfedcba 9876543210')), foto)
    const { partes, hallo, guardo } = anotadas(guardadas)
    expect((await pdf(documento, partes)).equals(await pdf(documento, NO_PARTS))).toBe(true)
    // The second prints the numbers of pages, which are others now; the third has the words.
    const [, indices = '', cambiada = ''] = unDocumento().sections.map(({ id }) => id)
    expect(secciones(guardo)).toEqual([indices, cambiada])
    expect(secciones(hallo)).toEqual(unDocumento().sections.flatMap(({ id }) => (id === cambiada ? [] : id)))
  })

  test('a link to what is there no more is told, though the page that has it did not change', async () => {
    const guardadas = partsIn(carpeta, 'esta', 64 * MEGA)
    await pdf(unDocumento(), guardadas)
    const { sections, ...documento } = unDocumento()
    // What cites the section that goes is not the index, which is set anew.
    const sin = { ...documento, sections: sections.filter(({ id }) => id !== 'preliminares' && id !== 'salud') }
    const dicho = async (partes: PartStore) => pdf(sin, partes).then(String, (error: Error) => error.message)
    expect(await dicho(guardadas)).toBe(await dicho(NO_PARTS))
    expect(await dicho(guardadas)).toContain('«salud-titulo», which a link leads to')
  })
})

describe('the folder of parts', () => {
  const unica = () => join(carpeta, readdirSync(carpeta)[0] ?? '')

  test('gives back what was kept, by what it was made of and by which build', () => {
    partsIn(carpeta, 'esta', 0).keep({ de: [1, 'dos'] }, new Map([['página', 3]]))
    expect(partsIn(carpeta, 'esta', 0).known({ de: [1, 'dos'] })).toEqual(new Map([['página', 3]]))
    expect(partsIn(carpeta, 'esta', 0).known({ de: [1, 'tres'] })).toBeUndefined()
    expect(partsIn(carpeta, 'otra', 0).known({ de: [1, 'dos'] })).toBeUndefined()
  })

  test.skipIf(process.platform === 'win32')('is for its owner only', () => {
    const propia = join(carpeta, 'partes')
    partsIn(propia, 'esta', 0).keep('uno', 1)
    expect(statSync(propia).mode & 0o777).toBe(0o700)
    expect(statSync(join(propia, readdirSync(propia)[0] ?? '')).mode & 0o777).toBe(0o600)
  })

  test('takes a part that is cut short or changed for none', () => {
    partsIn(carpeta, 'esta', 0).keep('uno', 'una parte')
    const entera = readFileSync(unica())
    for (const rota of [
      entera.subarray(0, entera.length - 1),
      Buffer.of(),
      Buffer.concat([entera, Buffer.of(0)]),
      entera.map((b, i) => (i === 40 ? b ^ 1 : b)),
    ]) {
      writeFileSync(unica(), rota)
      expect(partsIn(carpeta, 'esta', 0).known('uno')).toBeUndefined()
    }
    writeFileSync(unica(), entera)
    expect(partsIn(carpeta, 'esta', 0).known('uno')).toBe('una parte')
  })

  test('that cannot be made or written keeps nothing, and nothing fails', () => {
    const archivo = join(carpeta, 'no-es-carpeta')
    writeFileSync(archivo, '')
    const partes = partsIn(archivo, 'esta', 0)
    partes.keep('uno', 1)
    expect(partes.known('uno')).toBeUndefined()
    trimParts(archivo, 0, new Date())
    trimParts(join(carpeta, 'no-hay'), 0, new Date())
  })

  test('keeps what was used last within its bounds, and drops what a run that died left', () => {
    const partes = partsIn(carpeta, 'esta', 0)
    for (const [i, parte] of ['a', 'b', 'c'].entries()) {
      partes.keep(parte, parte.repeat(1000))
      for (const nombre of readdirSync(carpeta)) {
        const ruta = join(carpeta, nombre)
        if (Date.now() - statSync(ruta).mtimeMs < 5000) utimesSync(ruta, 1_000_000 + i, 1_000_000 + i)
      }
    }
    writeFileSync(join(carpeta, 'x.parte.0123456789abcdef'), 'a medias')
    utimesSync(join(carpeta, 'x.parte.0123456789abcdef'), 1_000_000, 1_000_000)
    writeFileSync(join(carpeta, 'ajeno.txt'), 'no es una parte')
    // Read again, so that it is the last one used.
    expect(partes.known('a')).toBe('a'.repeat(1000))
    trimParts(carpeta, 2500, new Date())
    const otra = partsIn(carpeta, 'esta', 0)
    expect([otra.known('a'), otra.known('b'), otra.known('c')].map((parte) => parte !== undefined)).toEqual([true, false, true])
    expect(readdirSync(carpeta).filter((nombre) => !nombre.endsWith('.parte'))).toEqual(['ajeno.txt'])
  })
})
