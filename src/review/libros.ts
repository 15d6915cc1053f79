/** How another workbook comes in: dropped or chosen, to be reviewed or to hold the reviewed one against. */
import { type Html, html } from '../html/index.js'
import type { Vista } from './vista.js'

export function parteDeLibros({ raiz }: Pick<Vista, 'raiz'>): Html {
  return html`<form method="post" action="${raiz}traer" enctype="multipart/form-data" class="soltar" id="soltar">
<label for="libro">Libro corregido (.xlsx)</label>
<p>Suéltelo aquí o elíjalo. No se guarda ni cambia el suyo.</p>
<input type="file" id="libro" name="libro" accept=".xlsx" required>
<button>Revisar este libro</button></form>
<details class="otra-base"><summary>Comparar con otro libro</summary>
<form method="post" action="${raiz}base" enctype="multipart/form-data"><label for="base">Libro con que se compara (.xlsx)</label>
<input type="file" id="base" name="libro" accept=".xlsx" required> <button class="otro">Comparar con este</button></form></details>`
}
