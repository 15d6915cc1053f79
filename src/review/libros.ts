/** How another workbook comes in: opened where it is, or dropped or chosen, to be reviewed or to hold the reviewed one against. */
import { type Html, html } from '../html/index.js'
import type { Vista } from './vista.js'

export function parteDeLibros({ raiz, libros }: Pick<Vista, 'raiz' | 'libros'>): Html {
  return html`${
    libros.length === 0
      ? ''
      : html`<form method="post" action="${raiz}abrir" class="en-linea"><div><label for="abrir">Libros de esta carpeta</label>
<select id="abrir" name="nombre">${libros.map((nombre) => html`<option value="${nombre}">${nombre}</option>`)}</select></div><button>Abrir</button></form>
<p class="menor">El libro que se abre se sigue mientras se corrige, y lo que se decide queda junto a él.</p>`
  }
<form method="post" action="${raiz}traer" enctype="multipart/form-data" class="soltar" id="soltar">
<label for="libro">Libro corregido (.xlsx)</label>
<p>Suéltelo aquí o elíjalo. No se guarda ni cambia el suyo.</p>
<input type="file" id="libro" name="libro" accept=".xlsx" required>
<button>Revisar este libro</button></form>
<details class="otra-base"><summary>Comparar con otro libro</summary>
<form method="post" action="${raiz}base" enctype="multipart/form-data"><label for="base">Libro con que se compara (.xlsx)</label>
<input type="file" id="base" name="libro" accept=".xlsx" required> <button class="otro">Comparar con este</button></form></details>`
}
