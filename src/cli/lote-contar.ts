/** The closing words of a batch. */
import { enCuentas, type Fila, porQue, type Resumen } from '../lote/index.js'
import { advertir, decir } from './terminal.js'
import { visibleInLine } from './visible.js'

/** Workbooks told one by one; the page tells them all. */
const DICHOS = 10

interface Cierre {
  readonly carpeta: string
  readonly pagina: string
  /** The workbooks that were done now. */
  readonly ahora: readonly Fila[]
  readonly silencioso: boolean
}

/** Says what came of a batch: what was not made and why, what somebody had edited, what is of no workbook, and where it all is. */
export function contarLote({ libros, totales, ajenas }: Resumen, { carpeta, pagina, ahora, silencioso }: Cierre): void {
  const sinInforme = libros.filter(({ estado }) => estado === 'rechazado' || estado === 'fallido')
  for (const fila of sinInforme.slice(0, DICHOS)) console.error(visibleInLine(`${fila.libro}: ${porQue(fila)}`))
  if (sinInforme.length > DICHOS) console.error(`Y ${sinInforme.length - DICHOS} más, que están en ${pagina}.`)
  for (const { libro, conservados } of ahora) for (const aviso of conservados) advertir(silencioso, `${libro}: ${aviso}`)
  if (ajenas.length > 0)
    decir(silencioso, `Hay carpetas con informes que no son de ningún libro de la lista, y siguen como estaban: ${ajenas.join(', ')}.`)
  const deAntes = totales.hechos - totales.ahora
  decir(silencioso, `Lote en ${carpeta}: ${enCuentas(totales)}${deAntes > 0 ? ` (${deAntes} de antes)` : ''}. El resumen: ${pagina}`)
  if (totales.pendientes > 0) decir(silencioso, 'Para hacer lo que falta, repita la orden con --continuar.')
}
