/** The tables of a document beside those that the workbook gives: which is which, and cell by cell. */
import type { Place, ReadBlock, ReadCell } from '../readers/index.js'
import { comunes, masParecidas } from './alinear.js'
import type { RotuloEsperado, TablaEsperada, TextoEsperado } from './esperado.js'
import { dicenLoMismo, fichas, parecido } from './fichas.js'
import { EN_NINGUNA, type HallazgoEnDocumento, hallazgoEn } from './lugar.js'
import type { TextoLeido } from './textos.js'

export type TablaLeida = Extract<ReadBlock, { type: 'table' }>
export type RotuloLeido = Extract<ReadBlock, { type: 'caption' }>

/** A table of the document, the caption beside it, and the one that it is. */
export interface ParejaDeTablas {
  readonly leida: TablaLeida
  readonly rotulo: RotuloLeido | null
  readonly esperada: TablaEsperada
}

/** Of two tables whose rows are other things, these are too few in common. */
const MITAD = 0.5
/** And a row that lost its code is known by nearly all of its name. */
const CASI = 0.7

/** The tables that were found, each with its caption. A table is known by its rows; where these tell nothing, by its caption. */
export function emparejarTablas(bloques: readonly ReadBlock[], esperadas: readonly TablaEsperada[]): readonly ParejaDeTablas[] {
  const leidas = bloques.flatMap((b, i) => (b.type === 'table' ? [{ leida: b, rotulo: rotuloJunto(bloques, i) }] : []))
  const cuanto = ({ leida, rotulo }: (typeof leidas)[number], esperada: TablaEsperada) => {
    const filas = filasComunes(leida, esperada)
    const dicho = rotulo === null || esperada.rotulo === null ? 0 : parecido(rotulo.text, esperada.rotulo.texto.texto)
    // The same rows stand in many tables (the sectors, the products): then the caption, the columns and the figures decide.
    return filas < MITAD ? 0 : filas + columnasComunes(leida, esperada) + celdasComunes(leida, esperada) + dicho / 2
  }
  return masParecidas(leidas, esperadas, cuanto, MITAD).flatMap(([i, j]) => {
    const [pareja, esperada] = [leidas[i], esperadas[j]]
    return pareja === undefined || esperada === undefined ? [] : [{ ...pareja, esperada }]
  })
}

function rotuloJunto(bloques: readonly ReadBlock[], i: number): RotuloLeido | null {
  const antes = bloques
    .slice(Math.max(0, i - 3), i)
    .reverse()
    .find((b) => b.type !== 'note')
  return antes?.type === 'caption' ? antes : null
}

const CODIGO = /^(\d{1,2}\.\d{1,2}\.\d{1,3})\.?(?=\s|$)/u

/** What a cell says, however it is written. */
const dicho = (celda: string) =>
  fichas(celda)
    .map(({ clave }) => clave)
    .join(' ')

/** What a row is known by: its code, or the words and numbers of its first cell; of all, where several rows have the same first one. */
function llave(celdas: readonly string[], entera: boolean): string {
  const [primera = ''] = celdas
  return CODIGO.exec(primera)?.[1] ?? (entera ? celdas.map(dicho).join('|') : dicho(primera))
}

/** Whether the first cell of some row is that of another too. */
const porFilas = ({ filas }: TablaEsperada) => new Set(filas.map(([primera]) => primera?.texto)).size < filas.length

const llaves = ({ rows }: TablaLeida, entera: boolean) =>
  rows.map((fila) =>
    llave(
      fila.map(({ text }) => text),
      entera,
    ),
  )
const llavesEsperadas = ({ filas }: TablaEsperada, entera: boolean) =>
  filas.map((fila) =>
    llave(
      fila.map(({ texto }) => texto),
      entera,
    ),
  )

function filasComunes(leida: TablaLeida, esperada: TablaEsperada): number {
  const entera = porFilas(esperada)
  const suyas = new Set(llavesEsperadas(esperada, entera))
  const leidas = new Set(llaves(leida, entera))
  const comunesDe = [...leidas].filter((l) => suyas.has(l)).length
  return (2 * comunesDe) / Math.max(1, suyas.size + leidas.size)
}

function columnasComunes({ header }: TablaLeida, { columnas }: TablaEsperada): number {
  return header.length === columnas.length ? parecido(header.map(({ text }) => text).join(' '), columnas.join(' ')) : 0
}

function celdasComunes({ rows }: TablaLeida, { filas }: TablaEsperada): number {
  const suyas = new Set(filas.map((fila) => fila.map(({ texto }) => dicho(texto)).join('|')))
  const iguales = rows.filter((fila) => suyas.has(fila.map(({ text }) => dicho(text)).join('|'))).length
  return iguales / Math.max(1, rows.length)
}

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

export const nombreDe = ({ clase, numero }: Pick<RotuloEsperado, 'clase' | 'numero'>) => `${clase} ${numero}`

/** Which row is which: by what they are known by, in order; then by code alone, wherever; then by the words of the first cell. */
function emparejarFilas(leida: TablaLeida, esperada: TablaEsperada): readonly { readonly i: number; readonly j: number }[] {
  const { rows } = leida
  const entera = porFilas(esperada)
  const [suyas, debidas] = [llaves(leida, entera), llavesEsperadas(esperada, entera)]
  const pares = new Map<number, number>(comunes(suyas, debidas))
  const tomadas = new Set(pares.values())
  suyas.forEach((l, i) => {
    if (pares.has(i) || l === '') return
    const j = debidas.findIndex((d, n) => d === l && !tomadas.has(n))
    const repetida = debidas.indexOf(l)
    if (j !== -1) pares.set(i, j)
    else if (repetida !== -1 && CODIGO.test(rows[i]?.[0]?.text ?? '')) pares.set(i, repetida)
    if (j !== -1) tomadas.add(j)
  })
  const libres = rows.map((_, i) => i).filter((i) => !pares.has(i))
  const faltan = debidas.map((_, j) => j).filter((j) => !tomadas.has(j))
  const cuanto = (i: number, j: number) => {
    const [fila, debida] = [rows[i] ?? [], esperada.filas[j] ?? []]
    const primera = parecido(fila[0]?.text ?? '', debida[0]?.texto ?? '')
    const otras = fila.slice(1).filter((c, n) => dicenLoMismo(c.text, debida[n + 1]?.texto ?? '')).length / Math.max(1, fila.length - 1)
    return entera ? (primera + 2 * otras) / 3 : Math.max(primera, otras)
  }
  for (const [a, b] of masParecidas(libres, faltan, cuanto, entera ? MITAD : CASI)) pares.set(libres[a] ?? -1, faltan[b] ?? -1)
  return [...pares].map(([i, j]) => ({ i, j })).sort((a, b) => a.i - b.i)
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

/** A row that a format parted in two: what goes on in one cell alone, where no row of the table begins with an empty one. */
function conFilasEnteras(leida: TablaLeida, { filas }: TablaEsperada): TablaLeida {
  if (filas.some(([primera]) => primera?.texto === '')) return leida
  const rows: (readonly ReadCell[])[] = []
  for (const fila of leida.rows) {
    const ultima = rows.at(-1)
    const sigue = ultima !== undefined && fila[0]?.text === '' && fila.filter(({ text }) => text !== '').length === 1
    if (sigue) rows[rows.length - 1] = ultima.map((celda, i) => ({ ...celda, text: `${celda.text} ${fila[i]?.text ?? ''}`.trim() }))
    else rows.push(fila)
  }
  return { ...leida, rows }
}

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
