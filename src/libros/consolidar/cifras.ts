/** The figures that prose may name, as the sectors' workbooks tell of them together. */
import { type Codigo, nombresDeCifras, normalizarNombre } from '../../model/index.js'
import { celdaBajo, dichoEn, tablaDe } from '../tablas.js'
import type { LibroDeSector } from './recibido.js'

/** The names of the figures of the policy, of its objectives, and of the sectors and products that are in these workbooks. */
export function cifrasDe(libros: readonly LibroDeSector[]): readonly string[] {
  const bajo = (libro: LibroDeSector, hoja: string, titulo: string) => {
    const tabla = tablaDe(libro.tablas, hoja)
    return (tabla?.filas ?? []).map((fila) => (tabla === undefined ? '' : dichoEn(celdaBajo(tabla, fila, titulo))))
  }
  const sectores = libros.flatMap((libro) => bajo(libro, 'Sectores', 'Sector'))
  const suyo = new Map(sectores.map((sector) => [normalizarNombre(sector), sector]))
  return nombresDeCifras({
    objetivos: [...new Set(libros.flatMap((libro) => bajo(libro, 'Objetivos', 'Objetivo')))].map((numero) => ({ numero: Number(numero) })),
    sectores: [...suyo.values()].map((nombre) => ({ nombre })),
    productos: libros.flatMap((libro) =>
      [...libro.filas('Productos').keys()].map((codigo) => ({
        codigo: codigo as Codigo,
        sector: suyo.get(normalizarNombre(libro.entrega.sector)) ?? '',
      })),
    ),
    capacitaciones: null,
    jornadas: null,
    reuniones: null,
  })
}
