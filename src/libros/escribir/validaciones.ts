/** What may be typed in each cell: drop-down lists, and a rule for each class of value. */
import type ExcelJS from 'exceljs'
import type { Clase, Columna, Hoja } from '../hoja.js'
import { type Columnas, filasDe, letras } from './nombres.js'

type Validacion = ExcelJS.DataValidation

/** A day, a year: bounds that only a slip passes. */
const DIAS = [new Date(Date.UTC(1950, 0, 1)), new Date(Date.UTC(2200, 11, 31))]
const ANIOS = [1900, 2200]

/** Sets the rules of a sheet: one for each run of columns that have the same, and apart the cells that have a class of their own. */
export function escribirValidaciones(ws: ExcelJS.Worksheet, hoja: Hoja, columnas: Columnas): void {
  const { primera, ultima } = filasDe(hoja)
  // The typings leave out that the rules of a whole range can be set at once.
  const { dataValidations: reglas } = ws as unknown as { dataValidations: { add(rango: string, regla: Validacion): void } }
  const conCodigo = hoja.columnas.findIndex(({ clase }) => clase === 'codigo')
  const codigoDe = (fila: number) => (conCodigo < 0 ? null : `$${letras(conCodigo)}${fila}`)
  const escribir = (columna: Columna, clase: Clase, desde: Esquina, hasta: Esquina) => {
    const lugar = { celda: `${letras(desde.columna)}${desde.fila}`, codigo: codigoDe(desde.fila), columnas }
    const regla = validacionDe({ ...columna, clase }, lugar)
    if (regla !== null) reglas.add(`${lugar.celda}:${letras(hasta.columna)}${hasta.fila}`, regla)
  }
  const clasesDe = (j: number) => hoja.filas.map((fila) => fila[j]?.clase)
  const conClases = hoja.columnas.map((columna, j) => ({ columna, propias: clasesDe(j).some((clase) => clase !== undefined) }))
  for (const [desde, hasta] of tramos(conClases, seSiguen)) {
    const { columna, propias } = conClases[desde] ?? {}
    if (columna === undefined) continue
    if (propias !== true) escribir(columna, columna.clase, { fila: primera, columna: desde }, { fila: ultima, columna: hasta })
    else {
      const clases = clasesDe(desde)
      for (const [de, a] of tramos(clases, (una, otra) => una === otra))
        escribir(columna, clases[de] ?? columna.clase, { fila: primera + de, columna: desde }, { fila: primera + a, columna: desde })
    }
  }
}

interface Esquina {
  readonly fila: number
  readonly columna: number
}

/** Columns side by side that are to hold the same, as the years of a series do. */
const seSiguen = (una: ConClases, otra: ConClases) =>
  [una, otra].every(({ columna, propias }) => columna.lista === undefined && !propias) && una.columna.clase === otra.columna.clase

interface ConClases {
  readonly columna: Columna
  /** Whether its cells have classes of their own. */
  readonly propias: boolean
}

/** First and last place of each run whose neighbours are alike. The library would join cells by itself, and takes B10 for one before B8. */
function tramos<T>(todas: readonly T[], alike: (una: T, otra: T) => boolean): readonly (readonly [number, number])[] {
  const desde = todas.flatMap((una, i) => (i > 0 && alike(todas[i - 1] as T, una) ? [] : [i]))
  return desde.map((inicio, i) => [inicio, (desde[i + 1] ?? todas.length) - 1] as const)
}

function validacionDe({ lista, clase, titulo }: Columna, lugar: Lugar): Validacion | null {
  if (lista !== undefined) {
    const formula = listaDe(lista, lugar.columnas)
    return formula === null ? null : regla('list', [formula], `Elija ${titulo.toLowerCase()} de la lista.`)
  }
  return POR_CLASE[clase](lugar)
}

function listaDe(lista: NonNullable<Columna['lista']>, columnas: Columnas): string | null {
  if (typeof lista !== 'string') return `"${lista.join(',')}"`
  const nombre = lista === 'sectores' ? columnas('Sectores', 'Sector') : columnas('Productos', 'Código')
  return nombre === null ? null : `Lista_${nombre}`
}

interface Lugar {
  /** First cell of the range: the formula says it, and moves with each of the others. */
  readonly celda: string
  /** The cell of its row that has the code of a product; null in a sheet without codes. */
  readonly codigo: string | null
  readonly columnas: Columnas
}

const POR_CLASE: Readonly<Record<Clase, (lugar: Lugar) => Validacion | null>> = {
  texto: () => null,
  prosa: () => null,
  codigo: ({ celda, columnas }) => {
    const codigos = columnas('Productos', 'Código')
    const unico = codigos === null ? '' : `,SUMPRODUCT(--(${codigos}=${celda}))=1`
    return regla(
      'custom',
      [`AND(ISTEXT(${celda}),LEN(${celda})-LEN(SUBSTITUTE(${celda},".",""))=2${unico})`],
      'Escriba tres números unidos por puntos, como texto (1.2.10), que no estén ya en otra fila.',
    )
  },
  entero: () => regla('whole', [0], 'Escriba un número entero, sin decimales ni texto.', 'greaterThanOrEqual'),
  anio: () => regla('whole', ANIOS, 'Escriba un año de cuatro cifras.', 'between'),
  fecha: () => regla('date', DIAS, 'Escriba una fecha: día/mes/año.', 'between'),
  peso: ({ celda }) => regla('custom', [`AND(ISNUMBER(${celda}),${celda}>0)`], 'Escriba un número mayor que cero, o deje la celda vacía.'),
  cantidad: cantidadEn,
}

/** An amount of a product: never negative, and a fraction where its unit is Porcentaje. 10 is 1,000 %. Source: contract, «Numbers». */
function cantidadEn({ celda, codigo, columnas }: Lugar): Validacion {
  const [codigos, unidades] = [columnas('Productos', 'Código'), columnas('Productos', 'Unidad')]
  const esNumero = `ISNUMBER(${celda}),${celda}>=0`
  if (codigo === null || codigos === null || unidades === null)
    return regla('custom', [`AND(${esNumero})`], 'Escriba un número, o deje la celda vacía.')
  return regla(
    'custom',
    [`AND(${esNumero},OR(${celda}<=10,IFERROR(INDEX(${unidades},MATCH(${codigo},${codigos},0)),"")<>"Porcentaje"))`],
    'Escriba un número, o deje la celda vacía. En un producto cuya unidad es Porcentaje, con su signo: 35 %.',
  )
}

function regla(
  type: 'list' | 'whole' | 'date' | 'custom',
  formulae: Validacion['formulae'],
  error: string,
  operator?: 'between' | 'greaterThanOrEqual',
): Validacion {
  const comun = { allowBlank: true, showErrorMessage: true, errorTitle: 'Valor no admitido', error, formulae }
  return (operator === undefined ? { ...comun, type } : { ...comun, type, operator }) as Validacion
}
