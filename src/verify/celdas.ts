/** What the rows and cells of a table say otherwise, each as a finding. */

import { masParecidas } from '../align/index.js'
import type { Place, ReadCell } from '../readers/index.js'
import type { TablaEsperada, TextoEsperado } from './esperado.js'
import { dicenLoMismo, fichas, parecido } from './fichas.js'
import { CODIGO, conFilasEnteras, emparejarFilas } from './filas.js'
import { EN_NINGUNA, type HallazgoEnDocumento, hallazgoEn } from './lugar.js'
import { nombreDe, type ParejaDeTablas, type TablaLeida } from './tablas.js'
import type { TextoLeido } from './textos.js'

/** Columns with fewer words in common are of other things. */
const MITAD = 0.5

/** What the cells and rows of a table say otherwise. */
export function revisarTabla(
  { leida: entera, esperada, rotulo }: ParejaDeTablas,
  sueltos: readonly TextoLeido[],
): readonly HallazgoEnDocumento[] {
  const leida = conFilasEnteras(entera, esperada)
  const nombre = esperada.rotulo === null ? 'La tabla' : `La ${nombreDe(esperada.rotulo)}`
  const pares = emparejarFilas(leida, esperada)
  const vistas = new Set(pares.map(({ j }) => j))
  const repetidas = new Set<number>()
  return [
    ...pares.flatMap(({ i, j }) => {
      const fila = leida.rows[i] ?? []
      if (repetidas.has(j)) return [repetida(fila, nombre)]
      repetidas.add(j)
      return celdas(leida, esperada, i, j, nombre)
    }),
    ...esperada.filas.flatMap((fila, j) =>
      vistas.has(j) ? [] : ausente(fila, sueltos, rotulo?.place ?? leida.place, nombre, rotulo?.text ?? ''),
    ),
    ...leida.rows.flatMap((fila, i) => (pares.some((p) => p.i === i) ? [] : deMas(fila, nombre))),
  ]
}

/** The cells of a row, by the order of their columns; of a table with other columns, by the names of these. */
function celdas(leida: TablaLeida, esperada: TablaEsperada, i: number, j: number, nombre: string): readonly HallazgoEnDocumento[] {
  const [fila, debida] = [leida.rows[i] ?? [], esperada.filas[j] ?? []]
  return columnasDe(leida, esperada).flatMap(([a, b]) => {
    const [celda, suya] = [fila[a], debida[b]]
    if (celda === undefined || suya === undefined) return []
    return b === 0
      ? primeraCelda(celda, suya, nombre)
      : otraCelda(celda, suya, `${nombre}, ${corto(debida[0]?.texto ?? '')}, columna «${esperada.columnas[b] ?? ''}»`)
  })
}

function columnasDe({ header, rows }: TablaLeida, { columnas }: TablaEsperada): readonly (readonly [number, number])[] {
  const cuantas = header.length === 0 ? (rows[0]?.length ?? 0) : header.length
  if (cuantas === columnas.length) return columnas.map((_, n) => [n, n] as const)
  return masParecidas(
    header.map(({ text }) => text),
    columnas,
    parecido,
    MITAD,
  )
}

/** The code of a row, where its name is the right one. */
function primeraCelda({ text, place }: ReadCell, { texto }: TextoEsperado, nombre: string): readonly HallazgoEnDocumento[] {
  const [dicho, debido] = [CODIGO.exec(text)?.[1], CODIGO.exec(texto)?.[1]]
  if (dicho === undefined || debido === undefined || dicho === debido) return []
  const explicacion = `${nombre} tiene ese producto con el código ${debido}.`
  return [
    hallazgoEn(place, { regla: 'codigo-de-tabla', severidad: 'contradiccion', texto: text, dice: dicho, esperado: debido, explicacion }),
  ]
}

function otraCelda({ text, place }: ReadCell, { texto, cifras }: TextoEsperado, donde: string): readonly HallazgoEnDocumento[] {
  if (dicenLoMismo(text, texto) || (vacia(text) && vacia(texto))) return []
  const conCifra = cifras.length > 0 || /\d/u.test(texto)
  // Words are written in many ways; a cell of words is only told where it has none of those expected.
  if (parecido(text, texto) > 0 && (!conCifra || numeros(text) === numeros(texto))) return []
  const limpio = texto.replace(/^▼\s*/u, '')
  return [
    hallazgoEn(place, {
      regla: 'celda',
      severidad: conCifra && /\d/u.test(text + texto) ? 'contradiccion' : 'posible',
      texto: text,
      dice: text,
      esperado: limpio,
      explicacion: `${donde}: según el libro va «${limpio}».`,
    }),
  ]
}

const numeros = (texto: string) =>
  fichas(texto)
    .flatMap(({ clase, clave }) => (clase === 'numero' ? [clave] : []))
    .join(' ')

/** A dash, nothing and zero are three ways to say that there is none. */
const vacia = (texto: string) => /^(?:[-–—−\s]*|0(?: ?%)?)$/u.test(texto)

const corto = (texto: string) => `fila «${texto.length > 60 ? `${texto.slice(0, 57)}…` : texto}»`

/** Of a row that was read as a paragraph its words are these, in whatever order. */
const COMO_PARRAFO = 0.85

/** Where a row stands as loose text; null where it does not. */
export function filaSuelta(fila: readonly TextoEsperado[], sueltos: readonly TextoLeido[]): TextoLeido | null {
  const texto = fila.map((celda) => celda.texto).join(' ')
  return sueltos.find((suelto) => parecido(suelto.texto, texto) >= COMO_PARRAFO) ?? null
}

function ausente(
  fila: readonly TextoEsperado[],
  sueltos: readonly TextoLeido[],
  en: Place,
  nombre: string,
  rotulo: string,
): readonly HallazgoEnDocumento[] {
  const suelta = filaSuelta(fila, sueltos)
  const esperado = fila
    .map(({ texto }) => texto)
    .filter((t) => t !== '')
    .join(' · ')
  const dichos = numeros(suelta?.texto ?? '').split(' ')
  if (
    suelta !== null &&
    numeros(esperado)
      .split(' ')
      .every((n) => dichos.includes(n))
  )
    return []
  const explicacion =
    suelta === null
      ? `${nombre} debe tener esa fila, y no se encontró.`
      : `${nombre} debe tener esa fila; en el documento se lee suelta, con otras cifras: «${suelta.texto}».`
  const severidad = suelta === null ? 'contradiccion' : 'posible'
  return [hallazgoEn(suelta?.en ?? en, { regla: 'fila-ausente', severidad, texto: rotulo, dice: '', esperado, explicacion })]
}

function repetida(fila: readonly ReadCell[], nombre: string): HallazgoEnDocumento {
  const texto = textoDeFila(fila)
  const explicacion = `${nombre} trae esa fila dos veces.`
  return hallazgoEn(fila[0]?.place ?? EN_NINGUNA, {
    regla: 'fila-repetida',
    severidad: 'contradiccion',
    texto,
    dice: texto,
    esperado: '',
    explicacion,
  })
}

/** A row that the workbook doesn't give: told where it has a product's code, or figures. */
function deMas(fila: readonly ReadCell[], nombre: string): readonly HallazgoEnDocumento[] {
  const texto = textoDeFila(fila)
  if (!/\d/u.test(texto)) return []
  const severidad = CODIGO.test(fila[0]?.text ?? '') ? 'contradiccion' : 'posible'
  const explicacion = `${nombre} no tiene esa fila según el libro.`
  return [hallazgoEn(fila[0]?.place ?? EN_NINGUNA, { regla: 'fila-de-mas', severidad, texto, dice: texto, esperado: '', explicacion })]
}

const textoDeFila = (fila: readonly ReadCell[]) =>
  fila
    .map(({ text }) => text)
    .filter((t) => t !== '')
    .join(' · ')
