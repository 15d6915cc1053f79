/** Workbooks made to hurt whoever opens them: small files that ask for memory or time without end. Built piece by piece, since no writer makes them. */
import { constants, crc32, deflateRawSync } from 'node:zlib'

const OOXML = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A part of a package, with whatever it says of itself. */
export interface Pieza {
  readonly nombre: string
  /** Its bytes once open; or, with `comprimida`, nothing. */
  readonly datos?: string | Uint8Array
  /** A stream that is deflated already. */
  readonly comprimida?: Uint8Array
  /** What the directory says that it is once open. */
  readonly dice?: number
  /** Place of another part, in whose header this one says that it begins. */
  readonly encima?: number
  /** Sizes in the record of ZIP64. */
  readonly zip64?: boolean
  /** Name in its own header, where it is not that of the directory. */
  readonly nombrePropio?: string
}

/** A ZIP file of these parts, in order. `cuantas`: how many its end says that there are. */
export function zip(piezas: readonly Pieza[], { cuantas = piezas.length, zip64 = false } = {}): Uint8Array {
  const cuerpos: Buffer[] = []
  const lugares: number[] = []
  const directorio: Buffer[] = []
  let at = 0
  for (const pieza of piezas) {
    const datos = Buffer.from(pieza.datos ?? '')
    const comprimida = pieza.comprimida ?? deflateRawSync(datos)
    const nombre = Buffer.from(pieza.nombre)
    const propio = Buffer.from(pieza.nombrePropio ?? pieza.nombre)
    const size = pieza.dice ?? datos.length
    const cabeza = Buffer.alloc(30)
    cabeza.writeUInt32LE(0x04034b50, 0)
    cabeza.writeUInt16LE(20, 4)
    cabeza.writeUInt16LE(8, 8)
    cabeza.writeUInt32LE(crc32(datos), 14)
    cabeza.writeUInt32LE(comprimida.length, 18)
    cabeza.writeUInt32LE(pieza.zip64 ? 0xffffffff : size, 22)
    cabeza.writeUInt16LE(propio.length, 26)
    const donde = pieza.encima === undefined ? at : (lugares[pieza.encima] ?? 0)
    lugares.push(donde)
    if (pieza.encima === undefined) {
      cuerpos.push(cabeza, propio, Buffer.from(comprimida))
      at += cabeza.length + propio.length + comprimida.length
    }
    const extra = pieza.zip64 ? Buffer.alloc(12) : Buffer.alloc(0)
    if (pieza.zip64) {
      extra.writeUInt16LE(1, 0)
      extra.writeUInt16LE(8, 2)
      extra.writeBigUInt64LE(BigInt(size), 4)
    }
    const registro = Buffer.alloc(46)
    registro.writeUInt32LE(0x02014b50, 0)
    registro.writeUInt16LE(8, 10)
    registro.writeUInt32LE(crc32(datos), 16)
    registro.writeUInt32LE(comprimida.length, 20)
    registro.writeUInt32LE(pieza.zip64 ? 0xffffffff : size, 24)
    registro.writeUInt16LE(nombre.length, 28)
    registro.writeUInt16LE(extra.length, 30)
    registro.writeUInt32LE(donde, 42)
    directorio.push(registro, nombre, extra)
  }
  const indice = Buffer.concat(directorio)
  return new Uint8Array(Buffer.concat([...cuerpos, indice, fin(at, indice.length, cuantas, zip64)]))
}

function fin(donde: number, largo: number, cuantas: number, zip64: boolean): Buffer {
  const final = Buffer.alloc(22)
  final.writeUInt32LE(0x06054b50, 0)
  final.writeUInt16LE(zip64 ? 0xffff : Math.min(cuantas, 0xffff), 10)
  final.writeUInt32LE(largo, 12)
  final.writeUInt32LE(zip64 ? 0xffffffff : donde, 16)
  if (!zip64) return final
  const [registro, localizador] = [Buffer.alloc(56), Buffer.alloc(20)]
  registro.writeUInt32LE(0x06064b50, 0)
  registro.writeBigUInt64LE(44n, 4)
  registro.writeBigUInt64LE(BigInt(cuantas), 32)
  registro.writeBigUInt64LE(BigInt(largo), 40)
  registro.writeBigUInt64LE(BigInt(donde), 48)
  localizador.writeUInt32LE(0x07064b50, 0)
  localizador.writeBigUInt64LE(BigInt(donde + largo), 8)
  return Buffer.concat([registro, localizador, final])
}

/** What a package of a workbook has, each part as it would be unless given: one sheet, `Productos`, without cells. */
export interface Partes {
  readonly hojas?: readonly { readonly nombre: string; readonly parte?: string }[]
  readonly libro?: string
  readonly compartidas?: string
  readonly estilos?: string
  /** Parts in place of those of these names, or besides them. */
  readonly piezas?: readonly Pieza[]
}

/** The XML of a sheet. */
export const hoja = (filas: string, { antes = '', despues = '' } = {}) =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${RELS}">${antes}<sheetData>${filas}</sheetData>${despues}</worksheet>`

/** The parts of a workbook. */
export function piezasDeLibro({
  hojas = [{ nombre: 'Productos' }],
  libro,
  compartidas,
  estilos,
  piezas = [],
}: Partes = {}): readonly Pieza[] {
  const parteDe = (i: number) => hojas[i]?.parte ?? `worksheets/sheet${i + 1}.xml`
  const suyas = hojas.map((_, i) => parteDe(i))
  const [conCompartidas, conEstilos] = [compartidas !== undefined, estilos !== undefined]
  const tipos = [
    `<Override PartName="/xl/workbook.xml" ContentType="${OOXML}sheet.main+xml"/>`,
    ...[...new Set(suyas)].map((parte) => `<Override PartName="/xl/${parte}" ContentType="${OOXML}worksheet+xml"/>`),
    ...(conCompartidas ? [`<Override PartName="/xl/sharedStrings.xml" ContentType="${OOXML}sharedStrings+xml"/>`] : []),
    ...(conEstilos ? [`<Override PartName="/xl/styles.xml" ContentType="${OOXML}styles+xml"/>`] : []),
  ]
  const propias: readonly Pieza[] = [
    {
      nombre: '[Content_Types].xml',
      datos: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${tipos.join('')}</Types>`,
    },
    {
      nombre: 'xl/workbook.xml',
      datos:
        libro ??
        `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${hojas
          .map(({ nombre }, i) => `<sheet name="${nombre}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
          .join('')}</sheets></workbook>`,
    },
    {
      nombre: 'xl/_rels/workbook.xml.rels',
      datos: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${suyas
        .map((parte, i) => `<Relationship Id="rId${i + 1}" Type="${RELS}/worksheet" Target="${parte}"/>`)
        .join('')}</Relationships>`,
    },
    ...[...new Set(suyas)].map((parte) => ({ nombre: `xl/${parte}`, datos: hoja('') })),
    ...(conCompartidas ? [{ nombre: 'xl/sharedStrings.xml', datos: compartidas ?? '' }] : []),
    ...(conEstilos ? [{ nombre: 'xl/styles.xml', datos: estilos ?? '' }] : []),
  ]
  const otras = new Map(piezas.map((pieza) => [pieza.nombre, pieza]))
  const nombres = new Set(propias.map(({ nombre }) => nombre))
  return [...propias.map((pieza) => otras.get(pieza.nombre) ?? pieza), ...piezas.filter(({ nombre }) => !nombres.has(nombre))]
}

const libroDe = (partes: Partes) => zip(piezasDeLibro(partes))

/** A workbook whose one sheet has this XML. */
export const libroConHoja = (xml: string | Uint8Array, partes: Partes = {}) =>
  libroDe({ ...partes, piezas: [{ nombre: 'xl/worksheets/sheet1.xml', datos: xml }] })

/** A stream of spaces that inflates to so many bytes: one block, which refers to nothing before it, over and over. */
function espacios(bytes: number): Uint8Array {
  const bloque = 10_000_000
  const comprimido = deflateRawSync(Buffer.alloc(bloque, 0x20), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  return new Uint8Array(Buffer.concat([...Array<Buffer>(Math.ceil(bytes / bloque)).fill(comprimido), Buffer.from([3, 0])]))
}

const DIEZ_GB = 10_000_000_000

/** Ten gigabytes in ten megabytes; `dice`: what its directory says that they are. */
const diezGigas = (dice: number) =>
  libroDe({ piezas: [{ nombre: 'xl/worksheets/sheet1.xml', comprimida: espacios(DIEZ_GB), dice, zip64: dice > 0xffffffff }] })

/** A text that is a billion times another, if somebody follows what it declares. */
export const MIL_MILLONES_DE_RISAS = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a0 "ja">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join('')}]>`

const celdas = (cuantas: number, celda: (i: number) => string) =>
  Array.from({ length: cuantas }, (_, i) => `<row r="${i + 1}">${celda(i + 1)}</row>`).join('')

/** Each bomb by its name: what it is, and what is told of it; null where it does no harm and its faults are those of any empty workbook. */
export const BOMBAS: Readonly<Record<string, { readonly bytes: () => Uint8Array; readonly regla: string | null }>> = {
  'diez gigas que se declaran': { bytes: () => diezGigas(DIEZ_GB), regla: 'libro-desmedido' },
  'diez gigas que dicen ser un mega': { bytes: () => diezGigas(1_000_000), regla: 'libro-danado' },
  'diez gigas que dicen ser 90 megas': { bytes: () => diezGigas(90_000_000), regla: 'libro-danado' },
  'diez gigas en una imagen, que nadie abre': {
    bytes: () => libroDe({ piezas: [{ nombre: 'xl/media/image1.png', comprimida: espacios(DIEZ_GB), dice: DIEZ_GB, zip64: true }] }),
    regla: null,
  },
  'una dimensión de toda la hoja': {
    bytes: () => libroConHoja(hoja('<row r="1"><c r="A1"><v>1</v></c></row>', { antes: '<dimension ref="A1:XFD1048576"/>' })),
    regla: null,
  },
  'una celda en la última esquina, y formato en todas las columnas': {
    bytes: () =>
      libroConHoja(
        hoja('<row r="1048576" ht="15"><c r="XFD1048576"><v>1</v></c></row>', {
          antes: '<cols><col min="1" max="16384" width="9" hidden="1"/></cols>',
        }),
      ),
    regla: null,
  },
  'columnas que no existen': {
    bytes: () => libroConHoja(hoja('', { antes: '<cols><col min="1" max="2000000000" width="9"/></cols>' })),
    regla: 'libro-danado',
  },
  'un millón de filas con formato': {
    bytes: () => libroConHoja(hoja(Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 1}" s="1" customFormat="1"/>`).join(''))),
    regla: 'libro-desmedido',
  },
  'trescientos mil bloques combinados': {
    bytes: () =>
      libroConHoja(
        hoja('', {
          despues: `<mergeCells>${Array.from({ length: 300_000 }, (_, i) => `<mergeCell ref="A${2 * i + 1}:B${2 * i + 2}"/>`).join('')}</mergeCells>`,
        }),
      ),
    regla: null,
  },
  'mil millones de risas en un texto': {
    bytes: () => libroDe({ compartidas: `${MIL_MILLONES_DE_RISAS}<sst xmlns="${MAIN}"><si><t>&a9;</t></si></sst>` }),
    regla: 'xml-con-declaraciones',
  },
  'mil millones de risas en el libro': {
    bytes: () => libroDe({ libro: `${MIL_MILLONES_DE_RISAS}<workbook xmlns="${MAIN}"><sheets><sheet name="&a9;"/></sheets></workbook>` }),
    regla: 'xml-con-declaraciones',
  },
  'mil millones de risas en los estilos': {
    bytes: () => libroDe({ estilos: `${MIL_MILLONES_DE_RISAS}<styleSheet xmlns="${MAIN}">&a9;</styleSheet>` }),
    regla: 'xml-con-declaraciones',
  },
  'cien mil hojas, cada una con su parte': {
    bytes: () => libroDe({ hojas: Array.from({ length: 100_000 }, (_, i) => ({ nombre: `H${i}` })) }),
    regla: 'libro-desmedido',
  },
  'cien mil hojas en una parte': {
    bytes: () => libroDe({ hojas: Array.from({ length: 100_000 }, (_, i) => ({ nombre: `H${i}`, parte: 'worksheets/sheet1.xml' })) }),
    regla: 'libro-desmedido',
  },
  'etiquetas unas dentro de otras': { bytes: () => libroConHoja(hoja('<row>'.repeat(1_000_000))), regla: 'libro-desmedido' },
  'cien mil fórmulas en cadena': {
    bytes: () => libroConHoja(hoja(celdas(100_000, (i) => `<c r="A${i}"><f>A${i + 1}+1</f><v>1</v></c>`))),
    regla: 'libro-desmedido',
  },
  'una fórmula de 8.000 letras compartida por cien mil celdas': {
    bytes: () =>
      libroConHoja(
        hoja(
          celdas(
            100_000,
            (i) => `<c r="A${i}"><f t="shared" si="0"${i === 1 ? ` ref="A1:A100000">${'B1+'.repeat(2_700)}1</f>` : '/>'}</c>`,
          ),
        ),
      ),
    regla: 'libro-desmedido',
  },
  'cien mil fórmulas de matriz': {
    bytes: () => libroConHoja(hoja(celdas(100_000, (i) => `<c r="A${i}"><f t="array" ref="A1:B100000">1</f><v>1</v></c>`))),
    regla: 'libro-desmedido',
  },
  'un texto de 30.000 letras en cien mil celdas': {
    bytes: () =>
      libroConHoja(hoja(celdas(100_000, (i) => `<c r="A${i}" t="s"><v>0</v></c>`)), {
        compartidas: `<sst xmlns="${MAIN}"><si><t>${'a'.repeat(30_000)}</t></si></sst>`,
      }),
    regla: null,
  },
  'un índice de ZIP64 con más partes que bytes': {
    bytes: () => zip(piezasDeLibro(), { cuantas: 2 ** 40, zip64: true }),
    regla: 'libro-desmedido',
  },
  'mil partes en los mismos bytes': {
    bytes: () =>
      zip([
        ...piezasDeLibro(),
        ...Array.from({ length: 1_000 }, (_, i) => ({ nombre: `xl/worksheets/s${i}.xml`, nombrePropio: 'x', datos: hoja(''), encima: 3 })),
      ]),
    regla: 'libro-danado',
  },
}
