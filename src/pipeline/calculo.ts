import { setImmediate } from 'node:timers/promises'
import type { Report } from '../report/index.js'
import type { LoExaminado } from './examinar.js'
import type { Entrada, Observador } from './generate.js'
import { calcular, type Leido, leerValido } from './prepare.js'

/**
 * The first two stages of every job: the workbook read, and all its figures; taken from an examination of the same, where there was one.
 * @throws InvalidInput where it has errors
 * @throws PedidoInvalido where it has not the period up to which it is to count
 */
export async function leerYCalcular(
  { libro: { bytes }, limites, corte }: Pick<Entrada, 'libro' | 'limites' | 'corte'>,
  observar: Observador,
  examinado: LoExaminado | null = null,
): Promise<Leido & { readonly report: Report }> {
  const leido = await observar(
    'lectura',
    () => examinado?.leido ?? leerValido(bytes, limites, corte),
    ({ libro }) => libro.productos.length,
  )
  // Whoever is under way besides is heard between one stage and the next: a thread that has loaded has the next one load.
  await setImmediate()
  const report = await observar(
    'cifras',
    () => examinado?.armado.report ?? calcular(leido.libro),
    ({ cifras }) => cifras.size,
  )
  await setImmediate()
  return { ...leido, report }
}
