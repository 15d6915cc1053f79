/** What a file is that is no workbook, from how it begins. */
import { Rechazo } from './rechazo.js'
import type { FaultRule } from './wording.js'

type Kind = readonly [rule: FaultRule, found: string]

/** Beginnings of files that people give names of workbooks to. */
const BEGINNINGS: readonly (readonly [begins: string, ...Kind])[] = [
  ['%PDF-', 'es-pdf', 'un PDF'],
  ['\x89PNG', 'es-imagen', 'una imagen PNG'],
  ['\xff\xd8\xff', 'es-imagen', 'una imagen JPEG'],
  ['GIF8', 'es-imagen', 'una imagen GIF'],
  ['II*\0', 'es-imagen', 'una imagen TIFF'],
  ['MM\0*', 'es-imagen', 'una imagen TIFF'],
  ['RIFF', 'es-imagen', 'una imagen o un sonido'],
  ['BM', 'es-imagen', 'una imagen BMP'],
  ['{\\rtf', 'es-word', 'un documento de texto con formato (.rtf)'],
  ['\x09\x08', 'es-xls', 'un libro de Excel de antes de 1997'],
  ['\x09\x04', 'es-xls', 'un libro de Excel de antes de 1997'],
  ['\x09\x02', 'es-xls', 'un libro de Excel de antes de 1997'],
  ['\x09\x00\x04', 'es-xls', 'un libro de Excel de antes de 1997'],
  ['Rar!', 'no-es-xlsx', 'un archivo comprimido (.rar)'],
  ['7z\xbc\xaf', 'no-es-xlsx', 'un archivo comprimido (.7z)'],
  ['\x1f\x8b', 'no-es-xlsx', 'un archivo comprimido (.gz)'],
]

const COMPOUND_FILE = '\xd0\xcf\x11\xe0'
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** Streams by which the programs of 1997 and what they encrypt are told apart, the first that is there. */
const STREAMS: readonly (readonly [stream: string, ...Kind])[] = [
  ['EncryptedPackage', 'libro-cifrado', 'un libro cifrado con contraseña'],
  ['WordDocument', 'es-word', 'un documento de Word de 1997 a 2003 (.doc)'],
  ['PowerPoint Document', 'es-presentacion', 'una presentación de PowerPoint de 1997 a 2003 (.ppt)'],
  ['Workbook', 'es-xls', 'un libro de Excel de 1997 a 2003 (.xls)'],
  ['Book', 'es-xls', 'un libro de Excel de 1995 (.xls)'],
]

/** A binary file has some of the codes below the space; a text, only those that move the paper. */
const [TAB, RETURN] = [0x09, 0x0d]

/** As much of a text as tells what it is. */
const HEAD = 4096

/** Lets a ZIP file through. @throws Rechazo with the name of anything else */
export function requireZip(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Rechazo('archivo-vacio', 'un archivo de cero bytes')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1')
  if (ZIP.some((signature) => head.startsWith(signature))) return
  const [rule, found] = kindOf(bytes, head)
  throw new Rechazo(rule, found)
}

function kindOf(bytes: Uint8Array, head: string): Kind {
  if (head.startsWith(COMPOUND_FILE)) return ofStreams(bytes)
  const known = BEGINNINGS.find(([begins]) => head.startsWith(begins))
  if (known !== undefined) return [known[1], known[2]]
  if (/^(?:\xff\xfe|\xfe\xff)/u.test(head)) return ['es-texto', 'un archivo de texto']
  if (bytes.subarray(0, HEAD).some((byte) => byte < 0x20 && !(byte >= TAB && byte <= RETURN)))
    return ['no-es-xlsx', 'un archivo de otra clase']
  if (/urn:schemas-microsoft-com:office:spreadsheet/u.test(head)) return ['es-xml', 'un libro de Excel 2003 en XML']
  if (/<(?:!doctype\s+html|html|head|body|table|meta|style)\b|^MIME-Version:/iu.test(head)) return ['es-html', 'una página web (HTML)']
  return ['es-texto', /[;,\t]/u.test(head) ? 'un archivo de texto con valores separados (.csv)' : 'un archivo de texto']
}

/** Names of streams are in UTF-16 in the file; looked for, and not followed, whatever shape the file has. */
function ofStreams(bytes: Uint8Array): Kind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const stream = STREAMS.find(([name]) => file.includes(`${name}\0`, 0, 'utf16le'))
  return stream === undefined ? ['no-es-xlsx', 'un documento de Office de 1997 a 2003 que no es un libro'] : [stream[1], stream[2]]
}
