/** The tables of a workbook with what a new year of follow-up changes in them. */
import { codigoDePeriodo, normalizarNombre } from '../../model/index.js'
import { type CeldaLeida, columnaDeAvances, periodoDe, type Tabla } from '../../workbook/index.js'
import { celdaNueva, dichoEn } from '../tablas.js'

const VACIA = celdaNueva(null)
export const numero = (valor: number): CeldaLeida => ({ celda: '', tipo: 'numero', valor })
export const fecha = (valor: string): CeldaLeida => ({ celda: '', tipo: 'fecha', valor })

/** What a cell says, in the form in which names are compared. */
export function dice(celda: CeldaLeida | undefined): string {
  return normalizarNombre(dichoEn(celda)).replace(/(?<=\d)\.$/u, '')
}

/** Without its rows. */
export function sinFilas(tabla: Tabla): Tabla {
  return { ...tabla, filas: [] }
}

/** With nothing in one of its columns, if it has it. */
export function conColumnaVacia(tabla: Tabla, titulo: string): Tabla {
  const lugar = tabla.columnas.indexOf(titulo)
  return { ...tabla, filas: tabla.filas.map((fila) => fila.map((celda, j) => (j === lugar ? VACIA : celda))) }
}

/** `Política` with other values in some of its fields. */
export function conCampos(tabla: Tabla, valores: Readonly<Record<string, CeldaLeida>>): Tabla {
  const [campo, valor] = [tabla.columnas.indexOf('Campo'), tabla.columnas.indexOf('Valor')]
  const otros = new Map(Object.entries(valores).map(([nombre, suyo]) => [normalizarNombre(nombre), suyo]))
  return {
    ...tabla,
    filas: tabla.filas.map((fila) => fila.map((celda, j) => (j === valor ? (otros.get(dice(fila[campo])) ?? celda) : celda))),
  }
}

/** With a row at its end, by the titles of its columns. */
export function conFila(tabla: Tabla, valores: Readonly<Record<string, CeldaLeida>>): Tabla {
  return { ...tabla, filas: [...tabla.filas, tabla.columnas.map((titulo) => valores[titulo] ?? VACIA)] }
}

/**
 * `Avances` with a column for each year up to the new vigencia, empty, and after it the periods by which the former one was given; and a row
 * for each of these codes that had none.
 */
export function avancesHasta(tabla: Tabla, de: number, hasta: number, codigos: readonly string[]): Tabla {
  const periodos = tabla.columnas.flatMap((titulo) => {
    const suyo = periodoDe(titulo)
    return suyo?.anio === de ? [codigoDePeriodo(suyo.periodo)] : []
  })
  const nuevas = Array.from({ length: hasta - de }, (_, i) => de + 1 + i)
    .flatMap((anio) => [String(anio), ...periodos.map((periodo) => `${anio}-${periodo}`)])
    .filter((titulo) => !tabla.columnas.includes(titulo))
  const despues = tabla.columnas.findLastIndex((titulo) => columnaDeAvances(titulo) !== null) + 1
  const conNuevas = <T>(cosas: readonly T[], hechas: readonly T[]) => [...cosas.slice(0, despues), ...hechas, ...cosas.slice(despues)]
  const ancha: Tabla = {
    ...tabla,
    columnas: conNuevas(tabla.columnas, nuevas),
    filas: tabla.filas.map((fila) =>
      conNuevas(
        fila,
        nuevas.map(() => VACIA),
      ),
    ),
  }
  const lugar = tabla.columnas.indexOf('Código')
  const estan = new Set(tabla.filas.map((fila) => dice(fila[lugar])))
  return codigos.filter((codigo) => !estan.has(codigo)).reduce((suya, codigo) => conFila(suya, { Código: celdaNueva(codigo) }), ancha)
}
