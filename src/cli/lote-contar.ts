/** The closing words of a batch. */
import { enCuentas, type Resumen } from '../lote/index.js'
import { advertir, decir } from './terminal.js'

/** Workbooks told one by one; the page tells them all. */
const DICHOS = 10

/** Says what came of a batch: what was not made and why, what somebody had edited, what is of no workbook, and where it all is. */
export function contarLote(
  { libros, totales, ajenas }: Resumen,
  { carpeta, pagina, silencioso }: { readonly carpeta: string; readonly pagina: string; readonly silencioso: boolean },
): void {
  const sinInforme = libros.filter(({ estado }) => estado === 'rechazado' || estado === 'fallido')
  for (const { libro, estado, errores, mensajes } of sinInforme.slice(0, DICHOS))
    console.error(`${libro}: ${estado}${errores > 1 ? `, con ${errores} errores; el primero` : ''}: ${mensajes[0] ?? ''}`)
  if (sinInforme.length > DICHOS) console.error(`Y ${sinInforme.length - DICHOS} más, que están en ${pagina}.`)
  for (const { libro, conservados } of libros) for (const aviso of conservados) advertir(silencioso, `${libro}: ${aviso}`)
  if (ajenas.length > 0)
    decir(silencioso, `Hay carpetas con informes que no son de ningún libro de la lista, y siguen como estaban: ${ajenas.join(', ')}.`)
  const deAntes = totales.hechos - totales.ahora
  decir(silencioso, `Lote en ${carpeta}: ${enCuentas(totales)}${deAntes > 0 ? ` (${deAntes} de antes)` : ''}. El resumen: ${pagina}`)
  if (totales.pendientes > 0) decir(silencioso, 'Para hacer lo que falta, repita la orden con --continuar.')
}
