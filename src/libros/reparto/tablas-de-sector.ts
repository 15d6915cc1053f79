/** What a sector gets of a workbook: its own rows, the few that all share, and nothing else. */
import { normalizarNombre } from '../../model/index.js'
import type { CeldaLeida, Tabla } from '../../workbook/index.js'
import { esquema } from '../esquema.js'
import { CAMPOS_DE_POLITICA } from '../forma/politica.js'
import { politicaDeTablas } from '../politica-de-tablas.js'
import { celdaBajo, celdaNueva, claveDe, dichoEn, type FilaLeida, filasDeTabla, tablaDe } from '../tablas.js'
import { TEXTOS } from './periodo.js'

/** What is asked, and of whom. */
export interface Encargo {
  /** As `Sectores` writes it. */
  readonly sector: string
  /** `2031`, `2031-T2`. */
  readonly periodo: string
}

const SERIE = /^\d{4}(?:-[SCTBM]\d{1,2})?$/u

/** The sectors that have products, in their order, as `Sectores` writes them. */
export function sectoresConProductos(tablas: readonly Tabla[]): readonly string[] {
  const [sectores, productos] = [tablaDe(tablas, 'Sectores'), tablaDe(tablas, 'Productos')]
  if (sectores === undefined || productos === undefined) return []
  const suyos = new Set(productos.filas.map((fila) => normalizarNombre(dichoEn(celdaBajo(productos, fila, 'Sector')))))
  return sectores.filas
    .toSorted((a, b) => Number(dichoEn(celdaBajo(sectores, a, 'Orden'))) - Number(dichoEn(celdaBajo(sectores, b, 'Orden'))))
    .map((fila) => dichoEn(celdaBajo(sectores, fila, 'Sector')))
    .filter((sector) => suyos.has(normalizarNombre(sector)))
}

/**
 * The sheets of a sector's workbook, in the order in which they are filled in. Columns that the contract does not know stay behind, as do
 * the conclusions of the objectives, which speak of every sector. `Avances` and `Reportes` have a row a product and, beside its code, what
 * whoever fills it in must see.
 */
export function tablasDeSector(tablas: readonly Tabla[], { sector, periodo }: Encargo): readonly Tabla[] {
  const hoja = (nombre: string) => soloConocidas(tablaDe(tablas, nombre) ?? { hoja: nombre, columnas: ['Código'], filas: [] }, [])
  const enSusFilas = (tabla: Tabla, es: (clave: string, fila: FilaLeida) => boolean): Tabla => ({
    ...tabla,
    filas: tabla.filas.filter((fila) => es(claveDe(tabla, fila) ?? '', fila)),
  })
  const todos = hoja('Productos')
  const productos = enSusFilas(todos, (_, fila) => normalizarNombre(dichoEn(celdaBajo(todos, fila, 'Sector'))) === normalizarNombre(sector))
  const fichas = filasDeTabla(productos)
  const metas = enSusFilas(hoja('Metas'), (codigo) => fichas.has(codigo))
  const campos = new Set(CAMPOS_DE_POLITICA.map(({ campo }) => normalizarNombre(campo)))
  const deProducto = (titulo: string) => (codigo: string) => {
    const ficha = fichas.get(codigo)
    return (ficha === undefined ? undefined : celdaBajo(productos, ficha, titulo)) ?? celdaNueva(null)
  }
  const vigencia = String(politicaDeTablas(tablas).plan?.vigencia ?? '')
  const filasDeMetas = filasDeTabla(metas)
  const suMeta = (codigo: string) => {
    const fila = filasDeMetas.get(codigo)
    return (fila === undefined ? undefined : celdaBajo(metas, fila, vigencia)) ?? celdaNueva(null)
  }
  return [
    conMostradas(unaPorProducto(conColumnas(hoja('Avances'), [periodo]), fichas.keys()), [
      ['Producto', deProducto('Producto')],
      ['Tipo de anualización', deProducto('Tipo de anualización')],
      ['Unidad de medida', deProducto('Unidad de medida (plural)')],
      ['Meta de la vigencia', suMeta],
    ]),
    conMostradas(unaPorProducto(conColumnas(hoja('Reportes'), TEXTOS), fichas.keys()), [['Producto', deProducto('Producto')]]),
    conMostradas(metas, [['Producto', deProducto('Producto')]]),
    productos,
    enSusFilas(hoja('Sectores'), (clave) => clave === normalizarNombre(sector)),
    sinColumna(hoja('Objetivos'), 'Conclusiones'),
    hoja('Semáforo'),
    enSusFilas(hoja('Política'), (campo) => campos.has(campo)),
  ]
}

/** Columns of each sheet of the contract, but for those of years. */
const PROPIAS = new Map(
  esquema({ inicio: 1, fin: 0, vigencia: 0 }).map(({ nombre, columnas }) => [nombre, columnas.map(({ titulo }) => titulo)]),
)

/** Columns that only show what another sheet says. */
export const MOSTRADAS: Readonly<Record<string, readonly string[]>> = {
  Avances: ['Producto', 'Tipo de anualización', 'Unidad de medida', 'Meta de la vigencia'],
  Reportes: ['Producto'],
  Metas: ['Producto'],
}

/** The table with the columns of the contract alone, and with `otras` of those that it has. */
export function soloConocidas(tabla: Tabla, otras: readonly string[] = MOSTRADAS[tabla.hoja] ?? []): Tabla {
  const conocidas = [...(PROPIAS.get(tabla.hoja) ?? []), 'Procedencia', ...otras]
  const deAnios = tabla.hoja === 'Metas' || tabla.hoja === 'Avances'
  return tabla.columnas.filter((titulo) => !conocidas.includes(titulo) && !(deAnios && SERIE.test(titulo))).reduce(sinColumna, tabla)
}

export function sinColumna(tabla: Tabla, titulo: string): Tabla {
  const lugar = tabla.columnas.indexOf(titulo)
  if (lugar < 0) return tabla
  return { ...tabla, columnas: tabla.columnas.toSpliced(lugar, 1), filas: tabla.filas.map((fila) => fila.toSpliced(lugar, 1)) }
}

/** The table with these columns, those that it lacks before its Procedencia. */
export function conColumnas(tabla: Tabla, titulos: readonly string[]): Tabla {
  return titulos
    .filter((titulo) => !tabla.columnas.includes(titulo))
    .reduce((una, titulo) => {
      const procedencia = una.columnas.indexOf('Procedencia')
      return conColumna(una, procedencia < 0 ? una.columnas.length : procedencia, titulo, () => celdaNueva(null))
    }, tabla)
}

function conColumna(tabla: Tabla, lugar: number, titulo: string, celda: (fila: FilaLeida) => CeldaLeida): Tabla {
  return {
    ...tabla,
    columnas: tabla.columnas.toSpliced(lugar, 0, titulo),
    filas: tabla.filas.map((fila) => fila.toSpliced(lugar, 0, celda(fila))),
  }
}

/** A row a product, in the order of `Productos`: its own, or one with its code and nothing else. */
function unaPorProducto(tabla: Tabla, codigos: Iterable<string>): Tabla {
  const filas = filasDeTabla(tabla)
  const nueva = (codigo: string): FilaLeida => tabla.columnas.map((titulo) => celdaNueva(titulo === 'Código' ? codigo : null))
  return { ...tabla, filas: [...codigos].map((codigo) => filas.get(codigo) ?? nueva(codigo)) }
}

/** Columns that only show, after the code. */
function conMostradas(tabla: Tabla, mostradas: readonly (readonly [titulo: string, celda: (codigo: string) => CeldaLeida])[]): Tabla {
  const desde = tabla.columnas.indexOf('Código') + 1
  return mostradas.reduce((una, [titulo, celda], i) => conColumna(una, desde + i, titulo, (fila) => celda(claveDe(una, fila) ?? '')), tabla)
}
