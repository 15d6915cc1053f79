/** Other values in the cells of a workbook: some that people might type there, and many that nobody should. */
import type { CeldaPlana, HojaPlana, LibroPlano } from '../un-xlsx.js'
import type { Azar } from './azar.js'
import { conOtro, type Mutacion } from './mutacion.js'

const normal = (texto: string) => texto.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

export const hojaLlamada = (libro: LibroPlano, nombre: string) => libro.hojas.findIndex((hoja) => normal(hoja.nombre) === normal(nombre))

/** A workbook with one of its sheets replaced by none, one or many. */
export function conHoja(libro: LibroPlano, lugar: number, ...otras: readonly HojaPlana[]): LibroPlano {
  return { ...libro, hojas: conOtro(libro.hojas, lugar, ...otras) }
}

/** A sheet with another cell in a place. */
export function conCelda(hoja: HojaPlana, r: number, c: number, celda: CeldaPlana | null): HojaPlana {
  const fila = [...(hoja.filas[r] ?? [])]
  while (fila.length <= c) fila.push(null)
  fila[c] = celda
  return { ...hoja, filas: conOtro(hoja.filas, r, fila) }
}

export const texto = (valor: string): CeldaPlana => ({ clase: 'texto', valor })
export const numero = (valor: number, formato = 'General', crudo?: string): CeldaPlana => ({
  clase: 'numero',
  valor,
  formato,
  ...(crudo === undefined ? {} : { crudo }),
})

interface Lugar {
  readonly hoja: number
  readonly r: number
  readonly c: number
  readonly celda: CeldaPlana
}

/** Cells below the header that hold something, of the sheets of these names, or of all. */
export function celdasDe(libro: LibroPlano, nombres: readonly string[] | null, sirve: (celda: CeldaPlana) => boolean = () => true) {
  return libro.hojas.flatMap((hoja, h) => {
    if (nombres !== null && !nombres.some((nombre) => normal(nombre) === normal(hoja.nombre))) return []
    return hoja.filas.flatMap((fila, r) =>
      fila.flatMap((celda, c): Lugar[] => (r === 0 || celda === null || !sirve(celda) ? [] : [{ hoja: h, r, c, celda }])),
    )
  })
}

/** Puts another content in one cell, by chance, of those that serve. */
function enUna(
  nombre: string,
  hojas: readonly string[] | null,
  sirve: (celda: CeldaPlana, lugar: Lugar) => boolean,
  otra: (celda: CeldaPlana, azar: Azar) => CeldaPlana | null,
): Mutacion<LibroPlano> {
  return {
    nombre,
    cambiar(libro, azar) {
      const lugares = celdasDe(libro, hojas).filter((lugar) => sirve(lugar.celda, lugar))
      if (lugares.length === 0) return libro
      const { hoja, r, c, celda } = azar.uno(lugares)
      return conHoja(libro, hoja, conCelda(libro.hojas[hoja] as HojaPlana, r, c, otra(celda, azar)))
    },
  }
}

const esNumero = (celda: CeldaPlana) => celda.clase === 'numero'
const esTexto = (celda: CeldaPlana) => celda.clase === 'texto'
const cualquiera = () => true

const PROSAS = [
  'Se hizo — con «comillas», 3 de 4.',
  '- uno\n- dos\n  - dos y medio\n\n1. tres',
  '**negrilla** y *cursiva* y [un enlace](https://example.org "título")',
  'Una nota[^1].\n\n[^1]: la nota, con **peso**.',
  'Salud 健康 здоровье υγεία بصحة 👩‍👩‍👧‍👦 a\u0301e\u0308',
  'Va en [[política avance]] y [[política verde]].',
  '# Título\n\n![imagen](x.png)\n\n<b>html</b> <script>alert(1)</script>',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '[x](javascript:alert(1)) [y](file:///etc/passwd)',
  '{{politica.nombre}} {{{x}}} {{#each}} {{> portada}} {{/}}',
  '[[nada de nada]]',
  '[[[[[[]]]]]] [[]] [[ ]]',
  '> '.repeat(300),
  '*'.repeat(2000),
  '[a]('.repeat(400),
  '`'.repeat(999),
  '- '.repeat(400),
  '=HYPERLINK("http://127.0.0.1","x")',
  '+1',
  '@x',
  '\ttab\r\notra\u2028línea\u2029y\u0085otra',
  'rtl \u202e odanimret \u202c \u2066x\u2069',
  'cero\u200bancho\ufeff',
  '__proto__',
  'constructor',
  ' ',
  '-',
  'a'.repeat(32_767),
  'palabra '.repeat(6500),
  'ﷺ'.repeat(500),
  'z\u0335\u0321\u0336'.repeat(300),
]
const TEXTOS_ROTOS = ['\ud800', 'a\udc00b', '\u0000\u0001\u0008', '_x0000_', '_xD800_', '_x005F_x000D_', '\ufffe', '\uffff', ']]>', '&#0;']
const NUMEROS = [
  0,
  -0,
  -1,
  1,
  0.1 + 0.2,
  4.5,
  100,
  1e-9,
  1e-320,
  1e15,
  1e21,
  1e308,
  5e-324,
  2 ** 53,
  2 ** 53 + 2,
  -1e9,
  0.285,
  1 / 3,
  60,
  2_958_466,
]
const CRUDOS = ['NaN', 'Infinity', '-Infinity', '1e999', '', '0x10', '1_000', '1,5', '１２', '٣', 'ñ', '1e', '.', '-']
const FORMATOS = ['0%', '0.00', 'dd/mm/yyyy', 'General', '@', '0"%"', '[h]:mm', '#,##0 "x"', '[$-F800]dddd', '_(* #,##0_)', '', 'yyyy%']
const NUMEROS_EN_TEXTO = [
  '35%',
  '35 %',
  '1.300.231',
  '5,7',
  '4.5',
  '1e5',
  '-3',
  '−3',
  '1,300,231',
  '012.345',
  '12 personas',
  'N/A',
  'No aplica',
  '—',
  '0',
  '٣',
  '9'.repeat(400),
]
const FECHAS = ['2023-01-24', '24/01/2023', '31/02/2023', '24 de enero de 2023', '2023-13-01', 'enero', '0000-00-00', '9999-12-31', '1/1/1']

/** Values of which most are wrong where they go. */
export const DE_VALORES: readonly Mutacion<LibroPlano>[] = [
  enUna('otro número', null, esNumero, (_, azar) => numero(azar.uno(NUMEROS))),
  enUna('un número que no es', null, esNumero, (_, azar) => numero(0, 'General', azar.uno(CRUDOS))),
  enUna('un número con otro formato', null, esNumero, (celda, azar) =>
    numero(celda.clase === 'numero' ? celda.valor : 0, azar.uno(FORMATOS)),
  ),
  enUna('un número escrito', null, esNumero, (_, azar) => texto(azar.uno(NUMEROS_EN_TEXTO))),
  enUna('un texto donde sea', null, cualquiera, (_, azar) => texto(azar.uno(PROSAS))),
  enUna('un texto que no se puede escribir', null, cualquiera, (_, azar) => texto(azar.uno(TEXTOS_ROTOS))),
  enUna('una fecha escrita', ['Política', 'Jornadas', 'Reuniones'], cualquiera, (_, azar) => texto(azar.uno(FECHAS))),
  enUna('una fecha', null, cualquiera, (_, azar) =>
    numero(azar.uno([0, 1, 59, 60, 61, -1, 44_950, 44_950.75, 2_958_465, 2_958_466, 1e9]), 'dd/mm/yyyy'),
  ),
  enUna('un valor lógico', null, cualquiera, (_, azar) => ({ clase: 'logico', valor: azar.suerte(0.5) })),
  enUna('un valor de error', null, cualquiera, (_, azar) => ({
    clase: 'error',
    valor: azar.uno(['#REF!', '#DIV/0!', '#N/A', '#NAME?', '#VALUE!', '#NUM!', '#NULL!', '#SPILL!', '#¡REF!', 'x']),
  })),
  enUna('una fórmula sin calcular', null, cualquiera, (_, azar) => ({
    clase: 'formula',
    formula: azar.uno(['1/0', '[1]Otra!A1', "'x'!A1", '']),
  })),
  enUna('vacía', null, cualquiera, () => null),
]

/** Values that may stand where they go, so that a report comes of them. */
export const DE_VALORES_POSIBLES: readonly Mutacion<LibroPlano>[] = [
  enUna(
    'otra prosa',
    ['Reportes', 'Textos'],
    (celda, { c }) => c > 0 && esTexto(celda),
    (_, azar) => texto(azar.uno(PROSAS)),
  ),
  enUna(
    'otro nombre',
    ['Productos'],
    (celda, { c }) => c === 1 && esTexto(celda),
    (_, azar) => texto(azar.uno(PROSAS)),
  ),
  enUna(
    'otro nombre de la política',
    ['Política'],
    (celda, { c, r }) => c === 1 && esTexto(celda) && r !== 4,
    (_, azar) =>
      texto(azar.uno(['../../fuera', 'CON', 'a/b\\c', 'ñandú', '.', '..', 'x'.repeat(300), '日本', '__proto__', '%2e%2e', 'Política «X»'])),
  ),
  enUna(
    'otro avance',
    ['Avances'],
    (celda, { c }) => c > 0 && esNumero(celda),
    (celda, azar) => {
      const valor = celda.clase === 'numero' ? celda.valor : 0
      return numero(
        azar.uno([0, valor * 2, valor / 2, valor / 3, valor + 0.1, valor * 1000, valor / 1000]),
        celda.clase === 'numero' ? celda.formato : 'General',
      )
    },
  ),
  enUna(
    'un avance escrito',
    ['Avances'],
    (celda, { c }) => c > 0 && esNumero(celda),
    (_, azar) => texto(azar.uno(['7', '0,5', '1.234', '-', 'N/A', '3,25'])),
  ),
  enUna(
    'un avance menos',
    ['Avances'],
    (celda, { c }) => c > 0 && esNumero(celda),
    () => null,
  ),
  enUna(
    'un avance calculado',
    ['Avances', 'Metas'],
    (celda, { c }) => c > 0 && esNumero(celda),
    (celda) => ({ ...celda, formula: 'SUM(A1:A9)' }),
  ),
  enUna(
    'un texto calculado',
    ['Reportes', 'Productos'],
    (celda, { c }) => c > 0 && esTexto(celda),
    (celda) => ({ ...celda, formula: 'A1&"x"' }),
  ),
]
