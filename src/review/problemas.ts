/** What is wrong with the workbook or the templates, errors first, each with its cell and how to mend it. */
import { contado } from '../hallazgos/index.js'
import { type Html, html } from '../html/index.js'
import type { Problema, Problemas } from '../pipeline/index.js'

export function parteDeProblemas({ errores, avisos }: Problemas): Html {
  if (errores.length + avisos.length === 0) return html`<p>El libro no tiene errores ni avisos.</p>`
  return html`${grupo('errores', contado(errores.length, 'error', 'errores'), errores, true)}${grupo('avisos', contado(avisos.length, 'aviso', 'avisos'), avisos, errores.length === 0 && avisos.length <= POCOS)}`
}

/** Notices beyond these are told when somebody asks for them. */
const POCOS = 3

function grupo(clase: string, titulo: string, problemas: readonly Problema[], abierto: boolean): Html {
  if (problemas.length === 0) return html``
  return html`<details class="${clase}"${abierto ? html` open` : ''}><summary>${titulo}</summary>
<dl>${problemas.map(({ lugar, encontrado, esperado, remedio }) => html`<div><dt>${lugar}</dt><dd>Se encontró ${encontrado}; se esperaba ${esperado}. ${remedio}</dd></div>`)}</dl></details>
`
}
