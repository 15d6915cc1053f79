/** Damage to the XML of a part, and XML that is well formed and says what no program would. */
import type { Azar } from './azar.js'
import type { Mutacion } from './mutacion.js'

/** The text parts of a package, by name, and the bytes of those that are in another encoding by now. */
export interface Partes {
  readonly textos: ReadonlyMap<string, string>
  readonly crudas: ReadonlyMap<string, Uint8Array>
}

const con = (partes: Partes, parte: string, texto: string): Partes => ({ ...partes, textos: new Map(partes.textos).set(parte, texto) })

/** Most changes go to what the reader reads of a workbook: its sheets, and what leads to them. */
function unaParte({ textos }: Partes, azar: Azar): string {
  const hojas = [...textos.keys()].filter((nombre) => nombre.includes('worksheets/'))
  const otras = [...textos.keys()].filter((nombre) => /workbook\.xml|sharedStrings|styles|Types|\.rels/u.test(nombre))
  return azar.uno(azar.suerte(0.6) && hojas.length > 0 ? hojas : azar.suerte(0.9) && otras.length > 0 ? otras : [...textos.keys()])
}

/** Changes the text of a part that chance chooses. */
function enTexto(nombre: string, cambio: (texto: string, azar: Azar) => string, neutra = false): Mutacion<Partes> {
  return {
    nombre,
    neutra,
    cambiar(partes, azar) {
      const parte = unaParte(partes, azar)
      return con(partes, parte, cambio(partes.textos.get(parte) ?? '', azar))
    },
  }
}

/** Changes one match, by chance, in a part that has any; the sheets come first. */
function enUna(nombre: string, patron: RegExp, cambio: (hallado: RegExpExecArray, azar: Azar) => string, neutra = false): Mutacion<Partes> {
  return {
    nombre,
    neutra,
    cambiar(partes, azar) {
      const primera = unaParte(partes, azar)
      const candidatas = [primera, ...azar.barajar([...partes.textos.keys()])]
      for (const parte of candidatas) {
        const texto = partes.textos.get(parte) ?? ''
        const hallados = [...texto.matchAll(patron)]
        if (hallados.length === 0) continue
        const hallado = azar.uno(hallados)
        return con(partes, parte, texto.slice(0, hallado.index) + cambio(hallado, azar) + texto.slice(hallado.index + hallado[0].length))
      }
      return partes
    },
  }
}

const ABSURDOS = [
  '',
  '-1',
  '0',
  '1',
  '2',
  '99999999999',
  '1e308',
  'NaN',
  'true',
  '__proto__',
  'constructor',
  'ñ',
  '&#0;',
  '&#10;',
  'A1',
  '1.5',
  ' ',
]
const LUGARES = [
  '',
  'A0',
  '0',
  'A1048577',
  'XFE1',
  'ZZZZ99999999',
  'AA',
  '7',
  'A-1',
  '$A$1',
  'a2',
  'R1C1',
  'A1:B2',
  'XFD1048576',
  'Ñ1',
  'A1e3',
]
const NUMEROS = [
  '',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e400',
  '-5',
  '1e-320',
  '123456789012345678901234567890',
  '0x10',
  '1,5',
  '1 000',
  '١٢',
  '--',
  '1e',
  'true',
]
const EN_TEXTO = /(?<=>)[^<>]+(?=<)/gu
const ETIQUETA = /<[^<>]*>/gu
const ATRIBUTO = /\s([\w:]+)="([^"]*)"/gu
const ELEMENTO = /<(\w[\w:]*)(?:\s[^<>]*)?(?:\/>|>[^<>]*<\/\1>)/gu
const CELDA = /<(?:x:)?c\b[^<>]*?(?:\/>|>.*?<\/(?:x:)?c>)/gsu
const FILA = /<(?:x:)?row\b[^<>]*?(?:\/>|>.*?<\/(?:x:)?row>)/gsu

const anidado = (azar: Azar) => {
  const hondura = azar.uno([50, 2000, 60_000])
  return `${'<a>'.repeat(hondura)}${'</a>'.repeat(hondura)}`
}

export const DE_XML: readonly Mutacion<Partes>[] = [
  enUna('un elemento menos', ELEMENTO, () => ''),
  enUna('un elemento dos veces', ELEMENTO, ([todo]) => todo + todo),
  enUna('una etiqueta menos', ETIQUETA, () => ''),
  enUna('una etiqueta dos veces', ETIQUETA, ([todo]) => todo + todo),
  enUna('una etiqueta de otro nombre', ETIQUETA, ([todo], azar) =>
    todo.replace(/\w+/u, azar.uno(['otra', 'c', 'row', 'sheetData', 'si', 'script', 'C'])),
  ),
  enUna('una celda menos', CELDA, () => ''),
  enUna('una celda dos veces', CELDA, ([todo]) => todo + todo),
  enUna('una fila menos', FILA, () => ''),
  enUna('una fila dos veces', FILA, ([todo]) => todo + todo),
  enUna('un atributo de valor absurdo', ATRIBUTO, ([, nombre], azar) => ` ${nombre}="${azar.uno(ABSURDOS)}"`),
  enUna('un atributo larguísimo', ATRIBUTO, ([, nombre], azar) => ` ${nombre}="${'9'.repeat(azar.entre(100, 20_000))}"`),
  enUna('un atributo menos', ATRIBUTO, () => ''),
  enUna('un atributo dos veces', ATRIBUTO, ([todo]) => todo + todo),
  enUna('comillas sencillas', ATRIBUTO, ([, nombre, valor]) => ` ${nombre}='${valor}'`, true),
  enUna('comillas sin cerrar', ATRIBUTO, ([, nombre, valor]) => ` ${nombre}="${valor}`),
  enUna('una celda en un lugar absurdo', /(?<=<(?:x:)?c\b[^<>]*?\s)r="[^"]*"/gu, (_, azar) => `r="${azar.uno(LUGARES)}"`),
  enUna(
    'una fila en un lugar absurdo',
    /(?<=<(?:x:)?row\b[^<>]*?\s)r="[^"]*"/gu,
    (_, azar) => `r="${azar.uno(['', '0', '-1', '1', '3', '1048576', '1048577', '99999999999', 'A', '1e9'])}"`,
  ),
  enUna(
    'una celda de otro tipo',
    /(?<=<(?:x:)?c\b[^<>]*?)(?:\st="[^"]*")?(?=\/?>)/gu,
    (_, azar) => ` t="${azar.uno(['s', 'n', 'b', 'e', 'd', 'str', 'inlineStr', 'zz', ''])}"`,
  ),
  enUna(
    'un texto compartido que no hay',
    /<(x:)?v>[^<]*<\/(?:x:)?v>/gu,
    ([, x = ''], azar) => `<${x}v>${azar.uno(['99999', '-1', '1.5', '1e3', ''])}</${x}v>`,
  ),
  enUna('un número que no es', /<(x:)?v>[^<]*<\/(?:x:)?v>/gu, ([, x = ''], azar) => `<${x}v>${azar.uno(NUMEROS)}</${x}v>`),
  enUna(
    'un estilo que no hay',
    /(?<=<(?:x:)?c\b[^<>]*?)(?:\ss="[^"]*")?(?=\s|\/?>)/gu,
    (_, azar) => ` s="${azar.uno(['99999', '-1', 'x', '0', ''])}"`,
  ),
  enUna(
    'una fórmula',
    /<(x:)?v>/gu,
    ([todo, x = ''], azar) =>
      `<${x}f${azar.uno(['', ' t="shared" si="0" ref="A1:XFD1048576"', ' t="array" ref="A1:B9"', ' t="dataTable"'])}>${azar.uno(['1+1', '[1]Hoja!A1', 'DDE("cmd";"/c calc")', 'WEBSERVICE("http://127.0.0.1/")', '('.repeat(5000)])}</${x}f>${todo}`,
  ),
  enUna('una fórmula compartida sin dueño', /<(x:)?v>/gu, ([todo, x = '']) => `<${x}f t="shared" si="7"/>${todo}`),
  enUna(
    'una entidad que no hay',
    EN_TEXTO,
    ([todo], azar) => azar.uno(['&nada;', '&#x110000;', '&#xD800;', '&#0;', '&', '&lt', '&#99999999999;']) + todo,
  ),
  enUna(
    'un texto raro',
    EN_TEXTO,
    ([todo], azar) =>
      azar.uno(['\u0000', '\u202e', '\ufffe', '\ud800', '_x0000_', '_xD800_', '_x000D_', '<![CDATA[x]]>', '<!-- c -->', '<?pi?>', ']]>']) +
      todo,
  ),
  enUna('letras de otra escritura', EN_TEXTO, ([todo], azar) => todo + azar.uno(['日本語', 'مرحبا', '👩‍👩‍👧', 'é', '\u200b'])),
  enUna(
    'una dimensión que no es',
    /<(?:x:)?dimension[^<>]*>/gu,
    (_, azar) => `<dimension ref="${azar.uno(['A1', 'A1:XFD1048576', 'B2:A1', '', 'A0:Z0', 'Z99:ZZZ999999999', 'A1:A2'])}"/>`,
  ),
  enUna(
    'celdas combinadas sin medida',
    /<\/(x:)?sheetData>/gu,
    ([todo, x = ''], azar) =>
      `${todo}<${x}mergeCells><${x}mergeCell ref="${azar.uno(['A1:XFD1048576', 'B2:A1', 'A1', '', 'A2:C9'])}"/></${x}mergeCells>`,
  ),
  enUna(
    'columnas sin medida',
    /<(x:)?sheetData>/gu,
    ([todo, x = ''], azar) =>
      `<${x}cols><${x}col min="${azar.uno(['1', '0', '-5', '9'])}" max="${azar.uno(['16384', '3', '99999999', ''])}" hidden="1" width="${azar.uno(['9', 'NaN', '-1', '1e99'])}"/></${x}cols>${todo}`,
  ),
  enUna(
    'un enlace que sale',
    /<\/(x:)?sheetData>/gu,
    ([todo, x = ''], azar) =>
      `${todo}<${x}hyperlinks><${x}hyperlink ref="${azar.uno(['A1', 'A1:XFD1048576', 'ZZZZ1'])}" location="x" r:id="rId999"/></${x}hyperlinks>`,
  ),
  enUna(
    'una ruta que no es',
    /Target="[^"]*"/gu,
    (_, azar) =>
      `Target="${azar.uno(['', '../../../../etc/passwd', 'http://127.0.0.1/x', '/', 'worksheets\\sheet1.xml', 'worksheets/sheet99.xml', '//x', '%2e%2e/x', '__proto__', 'file:///etc/passwd'])}"`,
  ),
  enUna('una ruta de afuera', /<Relationship /gu, ([todo]) => `${todo}TargetMode="External" `),
  enUna('otro tipo de parte', /(?:ContentType|Type)="[^"]*"/gu, ([todo], azar) =>
    todo.replace(
      /"[^"]*"/u,
      `"${azar.uno(['', 'text/plain', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'])}"`,
    ),
  ),
  enUna('otro espacio de nombres', /xmlns(?::\w+)?="[^"]*"/gu, ([todo], azar) =>
    azar.uno(['', todo.replace(/"[^"]*"/u, '"urn:otro"'), todo.replace(/"[^"]*"/u, '"http://purl.oclc.org/ooxml/spreadsheetml/main"')]),
  ),
  enTexto('un DOCTYPE con entidades', (texto) =>
    texto
      .replace(
        /\?>/u,
        '?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>',
      )
      .replace(/(?<=>)[^<>\s][^<>]*(?=<)/u, '&b;&c;'),
  ),
  enTexto('cortado', (texto, azar) => texto.slice(0, azar.entre(0, texto.length))),
  enTexto('vacío', () => ''),
  enTexto('una letra menos', (texto, azar) => {
    const lugar = azar.entre(0, texto.length)
    return texto.slice(0, lugar) + texto.slice(lugar + 1)
  }),
  enTexto('una letra de más', (texto, azar) => {
    const lugar = azar.entre(0, texto.length)
    return texto.slice(0, lugar) + azar.uno(['<', '>', '"', '&', '/', '\u0000', ' ', 'x', '\ud800', ']]>']) + texto.slice(lugar)
  }),
  enTexto('anidado sin fin', (texto, azar) => {
    const lugares = [...texto.matchAll(ETIQUETA)]
    if (lugares.length === 0) return texto
    const { index } = azar.uno(lugares)
    return texto.slice(0, index) + anidado(azar) + texto.slice(index)
  }),
  enTexto('con prefijo', (texto) =>
    texto.includes('xmlns:x=') ? texto : texto.replace(/<(\/?)(?=[a-zA-Z])(?!\w+:)/gu, '<$1x:').replace('xmlns="', 'xmlns:x="'),
  ),
  enTexto('con comentarios', (texto, azar) =>
    texto.replace(ETIQUETA, (todo, lugar: number) => (lugar > 60 && azar.suerte(0.02) ? `<!-- <c r="A1"><v>9</v></c> -->${todo}` : todo)),
  ),
  enTexto('con espacios', (texto) => texto.replace(/><(?!\/(?:x:)?t>)/gu, '>\n  <'), true),
  enTexto('sin declaración', (texto) => texto.replace(/^<\?xml[^>]*\?>\s*/u, ''), true),
  {
    nombre: 'otra codificación',
    cambiar(partes, azar) {
      const parte = unaParte(partes, azar)
      const texto = partes.textos.get(parte) ?? ''
      const declarado = (como: string) => texto.replace(/encoding="[^"]*"/u, `encoding="${como}"`)
      const bytes = azar.uno<() => Buffer>([
        () => Buffer.from(`\ufeff${declarado('UTF-16')}`, 'utf16le'),
        () => Buffer.from(`\ufeff${declarado('UTF-16')}`, 'utf16le').swap16(),
        () => Buffer.from(declarado('UTF-16'), 'utf16le'),
        () => Buffer.from(`\ufeff${texto}`),
        () => Buffer.from(declarado('ISO-8859-1'), 'latin1'),
        () => Buffer.from(texto, 'latin1'),
        () => Buffer.from(declarado('UTF-7')),
      ])()
      return { ...partes, crudas: new Map(partes.crudas).set(parte, new Uint8Array(bytes)) }
    },
  },
]
