import type { Libro } from '../model/index.js'
import type { Report } from '../report/index.js'
import type { Entrada, Observador } from './generate.js'
import { calcular, leerValido } from './prepare.js'
import type { Problemas } from './problems.js'

/** The first two stages of every job: the workbook read, and all its figures. @throws InvalidInput where it has errors */
export async function leerYCalcular(
  { libro: { bytes }, limites }: Pick<Entrada, 'libro' | 'limites'>,
  observar: Observador,
): Promise<{ readonly libro: Libro; readonly problemas: Problemas; readonly report: Report }> {
  const { libro, problemas } = await observar(
    'lectura',
    () => leerValido(bytes, limites),
    ({ libro: leido }) => leido.productos.length,
  )
  const report = await observar(
    'cifras',
    () => calcular(libro),
    ({ cifras }) => cifras.size,
  )
  return { libro, problemas, report }
}
