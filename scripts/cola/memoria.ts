/** Whole reports by workers of a queue, one after another: whether what they hold grows. */
import { loadavg } from 'node:os'
import { muestrear } from './muestras.js'
import type { Hallado, Taller } from './taller.js'

export async function memoria({ libros, obreros, redis, obrero, lote, resumenDe }: Taller): Promise<Hallado> {
  const cuadrilla = Array.from({ length: obreros }, obrero)
  await Promise.all(cuadrilla.map(({ diga }) => diga('Se atiende')))
  const inicio = performance.now()
  const pedido = lote('informes')
  const muestras = muestrear({ redis, procesos: { obrero: cuadrilla[0]?.proceso.pid, lote: pedido.proceso.pid } })
  const codigo = await pedido.fin
  const segundos = (performance.now() - inicio) / 1000
  return {
    ...{ 'código de salida': String(codigo), segundos: Math.round(segundos), 'carga al terminar': loadavg()[0]?.toFixed(1) ?? '' },
    'el resumen dice': JSON.stringify(resumenDe('informes').totales),
    ...{ obreros, 'por minuto': ((libros * 60) / segundos).toFixed(1) },
    ...(await muestras.parar()),
  }
}
