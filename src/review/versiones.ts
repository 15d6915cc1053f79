/** The versions that were registered, and how to register this one. */
import { type Html, html } from '../html/index.js'
import { fechaLarga } from '../report/index.js'
import { ESTADOS, MAXIMOS, type Version } from '../revision/index.js'
import type { Vista } from './vista.js'

export function parteDeVersiones({ revision: { versiones }, raiz, puesto }: Vista): Html {
  const filas = versiones.map(
    ({ numero, fecha, estado, libro, quien, nota }) =>
      html`<tr><th scope="row">${numero}</th><td>${fechaLarga(fecha)}</td><td>${ESTADOS[estado]}</td><td><code>${libro.slice(0, 12)}</code></td><td>${quien}</td><td>${nota}</td></tr>`,
  )
  return html`${
    versiones.length === 0
      ? html`<p>Nadie ha registrado una versión.</p>`
      : html`<div class="tabla" role="region" aria-labelledby="titulo-versiones" tabindex="0"><table><thead><tr>${['Versión', 'Fecha', 'Estado', 'Libro', 'Responsable', 'Nota'].map((columna) => html`<th scope="col">${columna}</th>`)}</tr></thead><tbody>${filas}</tbody></table></div>`
  }
<p>Lo registrado y lo decidido salen en la página <em>Control de versiones</em> del informe, que se pide con <code>--con control-de-versiones</code>.</p>
<form method="post" action="${raiz}version" class="firma"><input type="hidden" name="examen" value="${puesto.id}">
<div><label for="version-quien">Responsable</label><input id="version-quien" name="quien" required maxlength="${MAXIMOS.quien}" autocomplete="name"></div>
<div><label for="version-estado">Estado</label><select id="version-estado" name="estado">${Object.entries(ESTADOS).map(([valor, nombre]) => html`<option value="${valor}">${nombre}</option>`)}</select></div>
<div><label for="version-nota">Nota</label><input id="version-nota" name="nota" maxlength="${MAXIMOS.nota}" autocomplete="off"></div>
<div class="botones"><button class="otro">Registrar esta versión</button></div></form>`
}

/** The states that a version can be in. */
export const esEstado = (texto: string): texto is Version['estado'] => texto in ESTADOS
