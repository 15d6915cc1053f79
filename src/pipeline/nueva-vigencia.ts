/** The workbook of this year → that of the next. */
import { calcularIndicadores, recorrido } from '../indicators/index.js'
import { escribirLibro, hojasDeNuevaVigencia } from '../libros/index.js'
import { normalizarNombre } from '../model/index.js'
import { type Limites, tablasDelLibro } from '../workbook/index.js'
import { leerValido } from './prepare.js'
import type { Problema } from './problems.js'
import { PedidoInvalido } from './seleccion.js'

interface EntradaDeVigencia {
  readonly libro: { readonly nombre: string; readonly bytes: Uint8Array }
  readonly limites: Limites
  /** The new year; null for the one after that of the workbook. */
  readonly vigencia: number | null
  /** Who opens it; null for the office that makes the report. */
  readonly quien: string | null
  /** When, and the day that it is there, `2031-03-04`. */
  readonly ahora: Date
  readonly dia: string
}

export interface VigenciaNueva {
  readonly vigencia: number
  readonly bytes: Uint8Array
  /** What people must decide or confirm, with its cell in the new workbook. */
  readonly decisiones: readonly Problema[]
}

/**
 * Opens the next year of a workbook.
 * @throws InvalidInput where the workbook has errors
 * @throws PedidoInvalido where the year is not one after its vigencia, within its plan
 */
export async function nuevaVigencia({
  libro: dado,
  limites,
  vigencia: pedida,
  quien,
  ahora,
  dia,
}: EntradaDeVigencia): Promise<VigenciaNueva> {
  const { libro, hojas: leidas } = leerValido(dado.bytes, limites)
  const { politica } = libro
  const vigencia = pedida ?? politica.vigencia + 1
  if (vigencia <= politica.vigencia || vigencia > politica.fin)
    throw new PedidoInvalido(
      politica.vigencia === politica.fin
        ? `El plan termina en ${politica.fin}, que es la vigencia del libro: no hay otra después (${politica.celdas['Año final del plan'] ?? 'Política'}).`
        : `La vigencia ${vigencia} no puede seguir a la del libro, ${politica.vigencia}, en un plan que va hasta ${politica.fin}; puede ser ${vigenciasPosibles(politica)}.`,
    )
  const tablas = tablasDelLibro(leidas)
  const nombres = new Set(tablas.map(({ hoja }) => normalizarNombre(hoja)))
  const cumplidos = calcularIndicadores(libro).productos.filter(
    ({ producto, logroAcumulado, metaFinal }) =>
      recorrido(producto, logroAcumulado).gte(recorrido(producto, metaFinal)) && logroAcumulado !== null,
  )
  const { hojas, decisiones } = hojasDeNuevaVigencia({
    ...{ libro, tablas, vigencia },
    cumplidos: new Set(cumplidos.map(({ producto }) => producto.codigo)),
    ajenas: leidas.sheets.map(({ name }) => name).filter((nombre) => !nombres.has(normalizarNombre(nombre))),
    registro: { fecha: dia, quien: quien ?? politica.dependencia, archivo: dado.nombre },
  })
  const bytes = await escribirLibro(hojas, {
    titulo: `Libro consolidado de la ${politica.sigla}, vigencia ${vigencia}`,
    autor: politica.entidad,
    fecha: ahora,
  })
  return { vigencia, bytes, decisiones }
}

function vigenciasPosibles({ vigencia, fin }: { readonly vigencia: number; readonly fin: number }): string {
  return vigencia + 1 === fin ? String(fin) : `de ${vigencia + 1} a ${fin}`
}
