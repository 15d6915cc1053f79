/** The page of a workbook under review, as the text of an HTML file: a pure function of what it shows. */
import { loPrimero } from '../compare/index.js'
import { contado } from '../hallazgos/index.js'
import { type Html, html, raw } from '../html/index.js'
import type { Examen, Examinado } from '../pipeline/index.js'
import { parteDeArchivos } from './archivos.js'
import { parteDeCambios, parteDeParrafos } from './cambios.js'
import { parteDeHallazgos } from './hallazgos.js'
import { parteDeInforme } from './informe.js'
import { parteDeLibros } from './libros.js'
import { MAXIMO } from './limites.js'
import { parteDeProblemas } from './problemas.js'
import { parteDeVersiones } from './versiones.js'
import { cambiosDe, enlace, type Vista } from './vista.js'

/** Everything of a workbook. */
export function paginaDeRevision(vista: Vista): string {
  const { puesto, seleccion } = vista
  const { examen } = puesto
  const titulo = tituloDe(examen)
  const cuerpo = html`<a class="salto" href="#principal">Ir a lo principal</a>
<header class="hoja cabeza"><h1>${titulo}</h1>
<p id="estado"><strong>${puesto.libro.nombre}</strong>, frente a ${puesto.base.nombre}: ${estadoDe(vista)}</p></header>
<div id="navegacion" class="hoja">${examen?.examinado ? navegacion(vista, examen.examinado) : ''}</div>
<main class="hoja" id="principal" tabindex="-1">
<div id="mensajes" role="status">${vista.mensajes.length === 0 ? '' : html`<ul class="mensajes">${vista.mensajes.map((linea) => html`<li>${linea}</li>`)}</ul>`}</div>
<div id="contenido"><span id="visto" hidden data-puesto="${puesto.id}"></span>
${puesto.fallo === null ? '' : html`<p class="alerta"><strong>${puesto.fallo}</strong></p>`}
${examen === null ? '' : partes(vista, examen)}
${parte('otro-libro', 'Otro libro', parteDeLibros(vista))}
</div>
</main>
<footer class="hoja"><p>Hecho con ${vista.programa}. Esta página es de este equipo: nada sale a la red.</p></footer>
<div class="origen" id="origen" role="status" aria-live="polite"></div>`
  const elegido = seleccion.sector === null ? '' : `${seleccion.sector} · `
  return armazon(vista.raiz, `${elegido}${titulo}`, cuerpo)
}

/** The page of a session begun without a workbook, and of whatever has no other: a title, some words, and how to bring a workbook. */
export function paginaSencilla(
  { raiz, programa, libros }: Pick<Vista, 'raiz' | 'programa' | 'libros'>,
  titulo: string,
  palabras: readonly string[],
): string {
  const cuerpo = html`<a class="salto" href="#principal">Ir a lo principal</a>
<header class="hoja cabeza"><h1>${titulo}</h1><p id="estado"></p></header>
<div id="navegacion" class="hoja"></div>
<main class="hoja" id="principal" tabindex="-1"><div id="mensajes" role="status"></div><div id="contenido">${palabras.map((linea) => html`<p>${linea}</p>`)}
${parteDeLibros({ raiz, libros })}</div></main>
<footer class="hoja"><p>Hecho con ${programa}.</p></footer>`
  return armazon(raiz, titulo, cuerpo)
}

function armazon(raiz: string, titulo: string, cuerpo: Html): string {
  return html`<!DOCTYPE html>
<html lang="es-CO">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titulo}</title>
<link rel="icon" href="${raiz}icono.svg">
<link rel="stylesheet" href="${raiz}estilo.css">
<script type="module" src="${raiz}guion.js"></script>
</head>
<body data-raiz="${raiz}" data-maximo="${MAXIMO}">
${cuerpo}
</body>
</html>
`.html
}

function tituloDe(examen: Examen | null): string {
  const politica = examen?.examinado?.auditoria.politica
  return politica === undefined ? 'Revisión del libro' : `Revisión de la ${politica.sigla}, ${politica.vigencia}`
}

function estadoDe({ puesto: { examen } }: Vista): string {
  if (examen === null) return 'no se pudo leer.'
  const { errores, avisos } = examen.problemas
  if (examen.examinado === null) return `${contado(errores.length, 'error', 'errores')}; el informe no se puede hacer hasta corregirlos.`
  const { celdas, cifras } = cambiosDe(examen.examinado, null)
  const sinErrores = `sin errores, ${contado(avisos.length, 'aviso', 'avisos')}.`
  if (celdas.length + cifras.length === 0) return `nada cambió; ${sinErrores}`
  return `${contado(celdas.length, 'celda cambió', 'celdas cambiaron')}, y con ${celdas.length === 1 ? 'ella' : 'ellas'} ${contado(cifras.length, 'cifra', 'cifras')}; ${sinErrores}`
}

function partes(vista: Vista, { problemas, examinado }: Examen): Html {
  const { errores, avisos } = problemas
  const deProblemas = parte('problemas', `Problemas del libro ${cuenta(errores.length + avisos.length)}`, parteDeProblemas(problemas))
  if (examinado === null) return deProblemas
  const { celdas, cifras } = cambiosDe(examinado, vista.seleccion.sector)
  const primero = examinado.comparacion === null ? [] : loPrimero(examinado.comparacion)
  return html`${primero.length === 0 || vista.seleccion.sector !== null ? '' : parte('lo-primero', 'Lo primero', html`<ol class="primero">${primero.map((frase) => html`<li>${frase}</li>`)}</ol>`)}
${parte('cambios', `Cambios ${cuenta(celdas.length + cifras.length)}`, html`${parteDeCambios(vista, examinado)}${vista.seleccion.sector === null ? parteDeParrafos(examinado) : ''}`)}
${deProblemas}
${parte('hallazgos', `Auditoría ${cuenta(examinado.auditoria.pendientes.length)}`, parteDeHallazgos(examinado))}
${parte('informe', 'El informe', parteDeInforme(vista, examinado))}
${parte('archivos', 'Archivos', parteDeArchivos(vista))}
${parte('versiones', 'Versiones', parteDeVersiones(vista))}`
}

const cuenta = (n: number): string => `(${n})`

function parte(id: string, titulo: string, contenido: Html): Html {
  return html`<section id="${id}" aria-labelledby="titulo-${id}"><h2 id="titulo-${id}">${titulo}</h2>
${contenido}</section>
`
}

const PARTES = {
  cambios: 'Cambios',
  problemas: 'Problemas',
  hallazgos: 'Auditoría',
  informe: 'Informe',
  archivos: 'Archivos',
  versiones: 'Versiones',
  'otro-libro': 'Traer otro libro',
}

function navegacion(vista: Vista, examinado: Examinado): Html {
  const { seleccion } = vista
  const sectores = [null, ...examinado.deSector.keys()]
  const enlaces = sectores.map((sector) => {
    const { celdas, cifras } = cambiosDe(examinado, sector)
    const actual = sector === seleccion.sector ? raw(' aria-current="true"') : ''
    const n = celdas.length + cifras.length
    return html`<li><a href="${enlace(vista, { sector })}"${actual}>${sector ?? 'Toda la política'}${n === 0 ? '' : html` <span class="cuantos">${n}<span class="oculto"> cambios</span></span>`}</a></li>`
  })
  return html`<nav class="partes" aria-label="Partes de la página"><ul>${Object.entries(PARTES).map(([id, nombre]) => html`<li><a href="#${id}">${nombre}</a></li>`)}</ul></nav>
<nav class="sectores" aria-label="Sectores"><ul>${enlaces}</ul></nav>`
}
