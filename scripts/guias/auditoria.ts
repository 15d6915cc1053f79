import { REGLAS_DE_PROSA, REGLAS_DEL_LIBRO } from '../../src/audit/index.js'
import { codigo, tabla } from './marcas.js'

const CLASES = { contradiccion: 'contradicción', posible: 'posible error', estilo: 'asunto de estilo' } as const

/** The rules of the audit, each with a sentence, or rows, that it catches. */
export function reglasDeAuditoria(): string {
  const dePalabras = REGLAS_DE_PROSA.map(({ id, severidad, que, debe: { texto, junto = [] } }) => ({
    id,
    severidad,
    que,
    ejemplo: [texto, ...junto].join(' / '),
  }))
  const deFilas = REGLAS_DEL_LIBRO.map(({ id, severidad, que, debe: { hoja, filas } }) => ({
    id,
    severidad,
    que,
    ejemplo: `${hoja}: ${filas.map((fila) => fila.join(', ')).join(' / ')}`,
  }))
  return tabla(
    ['regla', 'clase', 'qué encuentra', 'por ejemplo'],
    [...dePalabras, ...deFilas].map(({ id, severidad, que, ejemplo }) => [codigo(id), CLASES[severidad], que, ejemplo]),
  )
}
