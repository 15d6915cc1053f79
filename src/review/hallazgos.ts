/** What the audit finds. */
import { hallazgosDe, recuento } from '../hallazgos/index.js'
import { type Html, html } from '../html/index.js'
import type { Examinado } from '../pipeline/index.js'

export function parteDeHallazgos({ auditoria }: Examinado): Html {
  const { pendientes, aceptados } = auditoria
  const respondidos =
    aceptados.length === 0 ? '' : ` La hoja Auditoría responde por ${aceptados.length === 1 ? 'uno más' : `${aceptados.length} más`}.`
  if (pendientes.length === 0) return html`<p>Lo escrito a mano no contradice las cifras del libro.${respondidos}</p>`
  return html`<p>En lo escrito a mano: ${recuento(pendientes)}.${respondidos}</p>
${hallazgosDe(pendientes)}`
}
