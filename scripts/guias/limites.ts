import { LIMITES_DEL_LIBRO } from '../../src/workbook/index.js'
import { codigo, tabla } from './marcas.js'

/** The limits of the reading of a workbook, and what each protects from. */
export function limites(): string {
  return tabla(
    ['límite', 'si no se dice otra cosa', 'protege de'],
    Object.entries(LIMITES_DEL_LIBRO).map(([nombre, { porOmision, unidad, protege }]) => [
      codigo(nombre),
      `${porOmision.toLocaleString('es-CO')} ${unidad}`,
      protege,
    ]),
  )
}
