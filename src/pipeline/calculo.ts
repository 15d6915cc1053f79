import type { Report } from '../report/index.js'
import type { Entrada, Observador } from './generate.js'
import { calcular, type Leido, leerValido } from './prepare.js'

/**
 * The first two stages of every job: the workbook read, and all its figures.
 * @throws InvalidInput where it has errors
 * @throws PedidoInvalido where it has not the period up to which it is to count
 */
export async function leerYCalcular(
  { libro: { bytes }, limites, corte }: Pick<Entrada, 'libro' | 'limites' | 'corte'>,
  observar: Observador,
): Promise<Leido & { readonly report: Report }> {
  const leido = await observar(
    'lectura',
    () => leerValido(bytes, limites, corte),
    ({ libro }) => libro.productos.length,
  )
  const report = await observar(
    'cifras',
    () => calcular(leido.libro),
    ({ cifras }) => cifras.size,
  )
  return { ...leido, report }
}
