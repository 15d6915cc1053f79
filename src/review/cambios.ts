/** The changes, each of which can be accepted or noted. */
import { cifraEnPalabras, type DecisionTomada, deQuienEs, enPalabras, tramosDistintos } from '../compare/index.js'
import { contado } from '../hallazgos/index.js'
import { type Html, html } from '../html/index.js'
import type { Examinado } from '../pipeline/index.js'
import { conDecisiones, MAXIMOS } from '../revision/index.js'
import { type Cambios, cambiosDe, type Vista } from './vista.js'

type Celda = Cambios['celdas'][number]
type Cifra = Cambios['cifras'][number]

/** The part of the page with the changes of what was chosen. */
export function parteDeCambios(vista: Vista, examinado: Examinado): Html {
  const { seleccion, revision, puesto } = vista
  if (examinado.comparacion === null)
    return html`<p>El libro con que se compara (${puesto.base.nombre}) tiene errores: no hay con qué comparar.</p>`
  const comparacion = conDecisiones(examinado.comparacion, revision)
  const { celdas, cifras, clases } = cambiosDe({ ...examinado, comparacion }, seleccion.sector)
  if (celdas.length + cifras.length === 0) return html`<p>Nada cambió frente a ${puesto.base.nombre}.</p>`
  return html`${
    clases.length === 0
      ? ''
      : html`<h3 id="clases">Cambian de estado</h3>
<ul class="clases">${clases.map(({ codigo, nombre, antes, despues }) => html`<li><span class="codigo">${codigo}</span> ${nombre}: <del>${enPalabras(antes)}</del> <span aria-hidden="true">→</span> <ins>${enPalabras(despues)}</ins></li>`)}</ul>`
  }
<form method="post" action="${vista.raiz}decidir" class="decisiones">
<input type="hidden" name="examen" value="${puesto.id}"><input type="hidden" name="sector" value="${seleccion.sector ?? ''}">
${tabla(
  'celdas',
  'Celdas del libro',
  celdas.length,
  'Celda',
  celdas.map((c) => filaDeCelda(c)),
)}
${tabla(
  'cifras',
  'Cifras',
  cifras.length,
  'Cifra',
  cifras.map((c) => filaDeCifra(c)),
)}
<fieldset class="firma"><legend>Con los cambios marcados</legend>
<div><label for="quien">Su nombre</label><input id="quien" name="quien" required maxlength="${MAXIMOS.quien}" autocomplete="name"></div>
<div><label for="nota">Una palabra <span class="menor">(obligatoria para anotar)</span></label><input id="nota" name="nota" maxlength="${MAXIMOS.nota}" autocomplete="off"></div>
<div class="botones"><button name="decision" value="aceptado">Aceptar</button><button name="decision" value="anotado" class="otro">Anotar</button><button name="decision" value="retirado" class="otro">Retirar lo dicho</button></div>
</fieldset></form>`
}

function tabla(ancla: string, titulo: string, cuantos: number, que: string, filas: readonly Html[]): Html {
  if (cuantos === 0) return html``
  return html`<h3 id="${ancla}">${titulo} <span class="cuantos">${cuantos}</span></h3>
<div class="tabla" role="region" aria-labelledby="${ancla}" tabindex="0"><table>
<thead><tr><th scope="col"><span class="oculto">Marcar</span></th><th scope="col">${que}</th><th scope="col">Antes y ahora</th><th scope="col">Lo dicho</th></tr></thead>
<tbody>${filas}</tbody></table></div>
`
}

function filaDeCelda(cambio: Celda): Html {
  const { hoja, clave, columna, celda, n } = cambio
  const [antes, despues] = tramosDistintos(cambio.antes ?? 'vacía', cambio.despues ?? 'vacía')
  const de = html`${hoja} · <strong>${clave}</strong> · ${columna} <span class="codigo">${celda}</span>`
  return fila({ valor: `celda-${n}`, nombre: `${hoja}, ${clave}, ${columna}`, de, antes, despues }, cambio.decisiones)
}

function filaDeCifra(cambio: Cifra): Html {
  const { campo, antes, despues } = cifraEnPalabras(cambio)
  const quien = deQuienEs(cambio)
  const de = html`<strong>${quien}</strong> · ${campo}`
  return fila({ valor: `cifra-${cambio.n}`, nombre: `${quien}, ${campo}`, de, antes, despues }, cambio.decisiones)
}

interface Fila {
  /** How the form names the change, and how its mark is named for whoever hears the page. */
  readonly valor: string
  readonly nombre: string
  readonly de: Html
  readonly antes: string
  readonly despues: string
}

function fila({ valor, nombre, de, antes, despues }: Fila, dichas: readonly DecisionTomada[] = []): Html {
  return html`<tr><td><input type="checkbox" name="cambio" value="${valor}" aria-label="${nombre}"></td><th scope="row">${de}</th>
<td><del>${antes}</del> <span aria-hidden="true">→</span> <ins>${despues}</ins></td><td>${dichas.length === 0 ? '' : html`<ul class="dichas">${dichas.map(dicha)}</ul>`}</td></tr>
`
}

function dicha({ decision, quien, nota }: DecisionTomada): Html {
  return html`<li>${decision === 'aceptado' ? 'Aceptado' : 'Anotado'} por ${quien}${nota === '' ? '' : `: ${nota}`}</li>`
}

/** The paragraphs that read otherwise, of the whole report. */
export function parteDeParrafos({ comparacion }: Examinado): Html {
  const frases = comparacion?.frases ?? []
  if (frases.length === 0) return html``
  return html`<details class="parrafos"><summary>${contado(frases.length, 'párrafo dice', 'párrafos dicen')} otra cosa en el informe</summary>
<ul>${frases.map(({ antes, despues }) => {
    const [viejo, nuevo] = antes === null || despues === null ? [antes, despues] : tramosDistintos(antes, despues)
    return html`<li>${viejo === null ? '' : html`<del>${viejo}</del> `}${nuevo === null ? '' : html`<ins>${nuevo}</ins>`}</li>`
  })}</ul></details>`
}
