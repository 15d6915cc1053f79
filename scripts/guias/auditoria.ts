import { REGLAS } from '../../src/audit/index.js'
import { codigo, tabla } from './marcas.js'

const CLASES = { contradiccion: 'contradicción', posible: 'posible error', estilo: 'asunto de estilo' } as const

/** The rules of the audit, each with a sentence that it catches. */
export function reglasDeAuditoria(): string {
  const filas = REGLAS.map(({ id, severidad, que, debe }) => [codigo(id), CLASES[severidad], que, debe.texto])
  return tabla(['regla', 'clase', 'qué encuentra', 'por ejemplo'], filas)
}
