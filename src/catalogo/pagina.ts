/** One page with every chart of a folder: what it says, its data, its files. It needs nothing but itself, nor a network. */
import type { Assets } from '../document/index.js'
import { type Html, html, pagina } from '../html/index.js'
import { entero } from '../report/index.js'
import type { Theme } from '../theme/index.js'
import { articulo, type FichaDeCatalogo } from './articulo.js'
import { ESTILO_DEL_CATALOGO } from './estilo.js'
import { GUION } from './guion.js'

export interface Catalogo {
  readonly theme: Theme
  readonly fonts: Assets['fonts']
  readonly politica: { readonly nombre: string; readonly sigla: string; readonly vigencia: number; readonly entidad: string }
  /** In words: `31 de diciembre de 2023`. */
  readonly corte: string
  readonly libro: { readonly nombre: string; readonly sha256: string }
  /** Name and version. */
  readonly programa: string
  readonly graficas: readonly FichaDeCatalogo[]
}

/** The page as the text of an HTML file. The same catalogue gives the same text. */
export function paginaDeCatalogo(catalogo: Catalogo): Promise<string> {
  const { sigla, vigencia } = catalogo.politica
  return pagina({
    titulo: `Gráficas de la ${sigla}, ${vigencia}`,
    theme: catalogo.theme,
    fonts: catalogo.fonts,
    cuerpo: cuerpoDe(catalogo),
    estilo: ESTILO_DEL_CATALOGO,
    guion: GUION,
  })
}

function cuerpoDe({ politica, corte, libro, programa, graficas }: Catalogo): Html {
  const cuantas = graficas.length === 1 ? 'Una gráfica' : `${entero(graficas.length)} gráficas`
  return html`<a class="salto" href="#graficas">Ir a las gráficas</a>
<header class="hoja cabeza">
<h1>Gráficas de la ${politica.sigla}, ${politica.vigencia}</h1>
<p>${politica.nombre}. ${cuantas}, con su texto alternativo, sus datos, sus archivos y un texto para publicarla. Datos a ${corte}.</p>
</header>
<div class="hoja"><nav aria-label="Gráficas"><ol>${graficas.map(entrada)}</ol></nav></div>
<main class="hoja" id="graficas">${graficas.map(articulo)}</main>
<footer class="hoja"><p>${politica.entidad}. Hecho con ${programa} a partir del libro ${libro.nombre} (SHA-256 ${libro.sha256}).</p></footer>
<div class="aviso" role="status" aria-live="polite"><span id="aviso"></span></div>`
}

function entrada({ ancla, rotulo, titulo }: FichaDeCatalogo): Html {
  return html`<li><a href="#${ancla}"><span class="numero">${rotulo.replace(/^\S+ /u, '')}</span><span class="nombre">${titulo}</span></a></li>`
}
