/** Who reported what, and when: the sheet `Registro` of the consolidated workbook. */
import { normalizarNombre } from '../../model/index.js'
import type { CeldaLeida, FaltaRedactada, Tabla } from '../../workbook/index.js'
import { politicaDeTablas } from '../politica-de-tablas.js'
import { deQuienYCuando } from '../reparto/entrega.js'
import { sePide } from '../reparto/periodo.js'
import { celdaBajo, celdaNueva, dichoEn, filasDeTabla, tablaDe, valorDe } from '../tablas.js'
import type { Base } from './base.js'
import { falta, lugarEn } from './palabras.js'
import type { LibroDeSector } from './recibido.js'

/** What a sector reported. */
export interface Anotacion {
  readonly archivo: string
  readonly fecha: CeldaLeida
  readonly quien: CeldaLeida
  readonly que: string
  /** Where nobody signed it. */
  readonly aviso: FaltaRedactada | null
}

/**
 * What a workbook brings: who signed it and when, or, where nobody did, who saved it last, as the program that saved it says; and how many
 * cells it answers, of which so many say other than the base.
 */
export function anotacionDe(libro: LibroDeSector, base: Base | null): Anotacion {
  const { archivo, entrega, guardado } = libro
  // As it was handed out, it bears the entity's name and the date of the corte: nobody has saved it.
  const suyo = guardado.por !== null && normalizarNombre(guardado.por) !== normalizarNombre(politicaDeTablas(libro.tablas).entidad)
  const firmado = dichoEn(entrega.quien) !== ''
  const fechado = dichoEn(entrega.fecha) !== ''
  const { avances, textos, distintas } = cuentas(libro, base)
  const cambian = base === null ? '' : `; ${contados(distintas, 'celda distinta', 'celdas distintas')} de la base`
  return {
    archivo,
    quien: firmado ? entrega.quien : celdaNueva(suyo ? guardado.por : null),
    fecha: fechado
      ? entrega.fecha
      : suyo && guardado.fecha !== null
        ? { celda: '', tipo: 'fecha', valor: guardado.fecha }
        : celdaNueva(null),
    que: `${deQuienYCuando(entrega)}: ${contados(avances, 'avance', 'avances')} y ${contados(textos, 'texto', 'textos')} de ${contados(libro.filas('Productos').size, 'producto', 'productos')}${cambian}`,
    aviso: firmado
      ? null
      : falta('sin-quien', lugarEn(archivo, entrega.quien.celda), 'una celda vacía', {
          queda: suyo ? `quien guardó el archivo, «${guardado.por}»` : 'vacío: el archivo no dice quién lo guardó',
        }),
  }
}

const contados = (n: number, uno: string, varios: string) => `${n} ${n === 1 ? uno : varios}`

function cuentas(libro: LibroDeSector, base: Base | null) {
  const cuenta = { Avances: 0, Reportes: 0, distintas: 0 }
  for (const hoja of ['Avances', 'Reportes'] as const) {
    const tabla = tablaDe(libro.tablas, hoja)
    const deBase = base === null ? undefined : tablaDe(base.tablas, hoja)
    const filasDeBase = filasDeTabla(deBase)
    if (tabla === undefined) continue
    const pedidas = tabla.columnas.filter((titulo) => sePide(hoja, titulo, libro.entrega.periodo))
    for (const [codigo, fila] of libro.filas(hoja))
      for (const titulo of pedidas) {
        const [dice, antes] = [valorDe(celdaBajo(tabla, fila, titulo)), filasDeBase.get(codigo)]
        if (dice !== '') cuenta[hoja]++
        if (dice !== valorDe(deBase === undefined || antes === undefined ? undefined : celdaBajo(deBase, antes, titulo))) cuenta.distintas++
      }
  }
  return { avances: cuenta.Avances, textos: cuenta.Reportes, distintas: cuenta.distintas }
}

const COLUMNAS = ['Fecha', 'Quién', 'Archivo', 'Qué']

/** The tables with these lines at the end of `Registro`; one that is already there is not written twice. */
export function conRegistro<T extends Tabla>(tablas: readonly T[], anotaciones: readonly Anotacion[]): readonly (T | Tabla)[] {
  const antes = tablaDe(tablas, 'Registro') ?? { hoja: 'Registro', columnas: COLUMNAS, filas: [] }
  const deLinea = ({ fecha, quien, archivo, que }: Anotacion, titulo: string): CeldaLeida =>
    ({ Fecha: fecha, Quién: quien, Archivo: celdaNueva(archivo), Qué: celdaNueva(que) })[titulo] ?? celdaNueva(null)
  const nuevas = anotaciones.map((una) => antes.columnas.map((titulo) => deLinea(una, titulo)))
  const enTexto = (fila: readonly CeldaLeida[]) => JSON.stringify(fila.map(valorDe))
  const hay = new Set(antes.filas.map(enTexto))
  const registro = { ...antes, filas: [...antes.filas, ...nuevas.filter((fila) => !hay.has(enTexto(fila)))] }
  return [...tablas.filter(({ hoja }) => hoja !== 'Registro'), registro]
}
