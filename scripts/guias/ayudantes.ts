import { HELPERS } from '../../src/compose/index.js'
import { codigo, literal, tabla } from './marcas.js'

/** Every helper: its call, what it gives and what for. */
export function ayudantes(): string {
  return tabla(
    ['ayudante', 'cómo se escribe', 'qué da', 'para qué'],
    Object.entries(HELPERS).map(([nombre, { call, gives, about }]) => [codigo(nombre), codigo(call), literal(gives), literal(about)]),
  )
}
