/** What the page tells of one chart. */
import { type Html, html, raw } from '../html/index.js'
import { entero, type Grafica } from '../report/index.js'
import { publicacionDe } from './publicacion.js'

export interface FichaDeCatalogo {
  /** Its place in the page, also the stem of its files: `grafica-01`. */
  readonly ancla: string
  /** `Gráfica 1`. */
  readonly rotulo: string
  readonly titulo: string
  readonly fuente: string
  readonly grafica: Grafica
  /** Its table: titles of the columns, and each line as the chart prints it. */
  readonly cuadro: { readonly columnas: readonly string[]; readonly filas: readonly Fila[] }
  /** SVG, for a light and for a dark page. */
  readonly vista: { readonly claro: Uint8Array; readonly oscuro: Uint8Array }
  /** Beside the page. */
  readonly archivos: readonly { readonly archivo: string; readonly descripcion: string; readonly bytes: number }[]
}

interface Fila {
  readonly textos: readonly string[]
  /** What the texts stand for: words where it is text, else figures. */
  readonly valores: readonly (string | number | null)[]
}

export function articulo(ficha: FichaDeCatalogo): Html {
  const { ancla, rotulo, titulo, fuente, grafica, vista } = ficha
  const publicacion = publicacionDe(titulo, grafica)
  return html`
<article id="${ancla}" aria-labelledby="${ancla}-titulo">
<p class="numero">${rotulo}</p>
<h2 id="${ancla}-titulo">${titulo}</h2>
<figure class="vista"><picture>
<source media="screen and (prefers-color-scheme: dark)" srcset="${enLinea(vista.oscuro)}">
<img src="${enLinea(vista.claro)}" alt="${grafica.textoAlternativo}">
</picture></figure>
<div class="partes">
<div>${texto(ficha, 'alternativo', 'Texto alternativo', grafica.textoAlternativo)}${texto(ficha, 'publicacion', 'Texto para publicar', publicacion)}</div>
<div><h3>Archivos</h3>
<ul class="archivos">${ficha.archivos.map(descarga)}</ul></div>
</div>
${tabla(ficha)}
<p class="fuente">${fuente}</p>
</article>`
}

function enLinea(svg: Uint8Array): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

function texto({ ancla, rotulo }: FichaDeCatalogo, cual: string, nombre: string, palabras: string): Html {
  const id = `${ancla}-${cual}`
  const largo = [...palabras].length
  return html`
<div class="texto"><div class="cabecera"><h3>${nombre}</h3><span class="largo">${entero(largo)} caracteres</span>
<button type="button" hidden data-copia="${id}" data-que="${nombre.toLowerCase()} de la ${rotulo}" aria-label="Copiar ${nombre.toLowerCase()} de la ${rotulo}">Copiar</button></div>
<p class="copiable" id="${id}">${palabras}</p></div>`
}

function descarga({ archivo, descripcion, bytes }: FichaDeCatalogo['archivos'][number]): Html {
  return html`<li><a href="${encodeURI(archivo)}" download>${archivo}</a><span>${descripcion}</span><span class="peso">${peso(bytes)}</span></li>`
}

function peso(bytes: number): string {
  return `${entero(Math.max(1, Math.round(bytes / 1024)))}\u00a0KB`
}

function tabla({ ancla, rotulo, cuadro }: FichaDeCatalogo): Html {
  const [primera = '', ...demas] = cuadro.columnas
  const alineadas = demas.map((_, i) => raw(typeof cuadro.filas[0]?.valores[i + 1] === 'string' ? ' class="palabras"' : ''))
  return html`
<div class="tabla" role="region" aria-labelledby="${ancla}-datos" tabindex="0"><table><caption id="${ancla}-datos">Datos de la ${rotulo}</caption>
<thead><tr><th scope="col">${primera}</th>${demas.map((titulo, i) => html`<th scope="col"${alineadas[i] ?? ''}>${titulo}</th>`)}</tr></thead>
<tbody>${cuadro.filas.map((fila) => renglon(fila, alineadas))}</tbody></table></div>`
}

function renglon({ textos: [nombre = '', ...celdas] }: Fila, alineadas: readonly Html[]): Html {
  return html`<tr><th scope="row">${nombre}</th>${celdas.map((celda, i) => html`<td${alineadas[i] ?? ''}>${celda}</td>`)}</tr>`
}
