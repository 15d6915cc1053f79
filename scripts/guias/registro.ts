import { linea } from '../../src/registro/index.js'
import { codigo, tabla } from './marcas.js'

/** Fields that every line has, told once above the table. */
const DE_TODAS = ['en', 'ms', 'que']

/** Each kind of line of a log, when it is written, and its fields. */
export function registro(): string {
  return tabla(
    ['`que`', 'cuándo', 'campos'],
    linea.options.map(({ shape, description = '' }) => [
      [...shape.que.values].map(codigo).join(', '),
      description,
      Object.entries(shape)
        .filter(([campo]) => !DE_TODAS.includes(campo))
        .map(([campo, { description: cual = '' }]) => `${codigo(campo)}: ${cual}`)
        .join('; '),
    ]),
  )
}
