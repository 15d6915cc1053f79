/** The chapter chosen, as the report prints it, with what changed marked. */
import { type Html, html, raw } from '../html/index.js'
import type { Examinado } from '../pipeline/index.js'
import { fragment } from '../writers/html/index.js'
import { type Capitulo, capitulosDe, elegido, enlace, marcadosDe, type Vista } from './vista.js'

export function parteDeInforme(vista: Vista, examinado: Examinado): Html {
  const { seleccion, theme, raiz, puesto } = vista
  const capitulos = capitulosDe(examinado, seleccion.sector)
  const uno = elegido(capitulos, seleccion.capitulo)
  if (uno === null) return html`<p>El informe no tiene capítulos que mostrar.</p>`
  const deGrafica = `${raiz}graficas/${puesto.id}/`
  const cuerpo = fragment({
    sections: [uno.section],
    theme,
    picture: (clave) => ({ address: `${deGrafica}${encodeURIComponent(clave)}`, size: null }),
    marked: marcadosDe(examinado, uno.section),
    level: 2,
  })
  return html`${capitulos.length < 2 ? '' : listaDeCapitulos(vista, capitulos, uno)}
<article class="capitulo" id="capitulo" aria-label="${uno.titulo}">${cuerpo}</article>`
}

function listaDeCapitulos(vista: Vista, capitulos: readonly Capitulo[], actual: Capitulo): Html {
  const { sector } = vista.seleccion
  const entradas = capitulos.map((capitulo) => {
    const { section, titulo, cambios } = capitulo
    const marca = capitulo === actual ? raw(' aria-current="true"') : ''
    return html`<li><a href="${enlace(vista, { sector, capitulo: section.id }, 'informe')}"${marca}>${titulo}${cambios === 0 ? '' : html` <span class="cuantos">${cambios}<span class="oculto"> cambios</span></span>`}</a></li>`
  })
  return html`<nav class="capitulos" aria-label="Capítulos del informe"><ol>${entradas}</ol></nav>`
}
