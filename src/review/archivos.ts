/** Files to take away, and the whole report put in its folder. */
import { type Html, html } from '../html/index.js'
import type { Descarga } from './servicios.js'
import type { Vista } from './vista.js'

const DE_INFORME: readonly (readonly [Descarga, string])[] = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['html', 'Página (HTML)'],
]
const DE_REVISION: readonly (readonly [Descarga, string])[] = [
  ['control-de-cambios', 'Word con control de cambios'],
  ['comparacion', 'Lo que cambió, en una página'],
  ['auditoria', 'La auditoría, en una página'],
]

export function parteDeArchivos({ seleccion: { sector }, theme, raiz, puesto }: Vista): Html {
  const destino = `${raiz}descargar/${puesto.id}/`
  const deSector = sector === null ? '' : html`<input type="hidden" name="sector" value="${sector}">`
  const boton = ([que, nombre]: readonly [Descarga, string]) => html`<button formaction="${destino}${que}" class="otro">${nombre}</button>`
  return html`<form method="get" class="descargas"><p>${sector === null ? 'El informe completo' : html`El capítulo del sector ${sector}`}, con las cifras de ${puesto.libro.nombre}:</p>
${deSector}${sector === null ? html`<div class="opcion"><input type="checkbox" id="con-versiones" name="versiones" value="sí"><label for="con-versiones">Con la página <em>Control de versiones</em></label></div>` : ''}
<div class="botones">${DE_INFORME.map(boton)}</div></form>
<form method="get" class="descargas"><p>Para quien revisa:</p><div class="botones">${DE_REVISION.map(boton)}</div></form>
<form method="get" action="${destino}graficas" class="descargas en-linea">
<div><label for="uso">Gráficas para</label><select id="uso" name="uso">${Object.keys(theme.usos).map((uso) => html`<option value="${uso}">${uso}</option>`)}<option value="">todos los usos</option></select></div>
${deSector}<button class="otro">Bajar las gráficas</button></form>
<form method="post" action="${raiz}generar" class="en-linea"><input type="hidden" name="examen" value="${puesto.id}">
<div><p>En su carpeta, con gráficas, tablas y datos, como lo hace <code>informe generar</code>. Lo anterior se conserva.</p></div><button class="otro">Hacer el informe completo</button></form>`
}
