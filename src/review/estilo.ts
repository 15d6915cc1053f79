/** How the page of a review looks: what every page of ours has, the report's own look, and its own parts. */
import { ESTILO_DE_HALLAZGOS } from '../hallazgos/index.js'
import { hojaDeEstilo } from '../html/index.js'
import type { Theme } from '../theme/index.js'
import { styleOf } from '../writers/html/index.js'

/** Faces of the page's fonts, by the name of their file under `fuentes/`. */
export const CARAS = {
  'titulos-negrita.ttf': { familia: 'Titulos', peso: 700 },
  'texto.ttf': { familia: 'Texto', peso: 400 },
  'texto-negrita.ttf': { familia: 'Texto', peso: 700 },
} as const

/** The style sheet, whose fonts stand beside it. */
export function hojaDeRevision(theme: Theme): string {
  const caras = Object.entries(CARAS).map(
    ([archivo, { familia, peso }]) =>
      `@font-face{font-family:${familia};font-weight:${peso};font-display:swap;src:url(fuentes/${archivo}) format("truetype")}`,
  )
  return [...caras, hojaDeEstilo(theme), styleOf(theme), ESTILO_DE_HALLAZGOS, REGLAS].join('\n')
}

const REGLAS = `
.oculto{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
.cabeza{padding-block:clamp(1.25rem,3vw,2.25rem) 1rem}
main:focus{outline:0}
main>div>section{padding-block:1.75rem;border-top:1px solid var(--linea)}
main h3{font-size:1.0625rem;margin-top:1.25rem;color:var(--tinta)}
.cuantos{display:inline-block;min-width:1.5em;padding:0 .4em;border-radius:1em;background:var(--velo);border:1px solid var(--linea);font:700 .8125rem/1.4 Texto,system-ui,sans-serif;text-align:center;color:var(--tinta)}
nav ul,nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
nav a{display:inline-block;padding:.25rem 0;text-decoration:none;color:var(--tinta)}
nav a:hover{text-decoration:underline}
nav a[aria-current=true]{font-weight:700;color:var(--casa);box-shadow:inset 0 -2px var(--casa)}
.partes{padding-block:.75rem;border-bottom:0}
.sectores{padding-block:.75rem}
.capitulos{padding-block:.75rem;margin-top:1rem}
.mensajes,.alerta{list-style:none;margin:1.25rem 0 0;padding:.875rem 1.25rem;background:var(--velo);border-left:.375rem solid var(--casa)}
.alerta{border-left-style:double}
.primero{font-size:1.125rem;padding-left:1.5rem;margin:.75rem 0 0}
.primero li{margin-top:.375rem}
.clases{padding-left:1.25rem}
del{text-decoration:line-through;text-decoration-thickness:1px;color:var(--gris)}
ins{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em;font-weight:700}
.decisiones table{width:100%}
.decisiones td,.decisiones th{text-align:left}
.decisiones td:first-child{width:2.25rem;padding-right:.5rem}
.decisiones th:nth-child(2){padding-left:0}
.decisiones td:nth-child(3){min-width:7rem}
input[type=checkbox]{width:1.5rem;height:1.5rem;margin:0;accent-color:var(--casa);vertical-align:middle}
.dichas{list-style:none;margin:0;padding:0;font-size:.875rem}
.firma{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:end;border:0;border-top:2px solid var(--tinta);margin:1.25rem 0 0;padding:.75rem 0 0}
fieldset.firma{min-width:0}
.firma legend{font-weight:700;padding:0 .75rem 0 0}
.firma>div{flex:1 1 13rem}
.firma>.botones{flex:0 1 auto}
label{display:block;font-weight:700;font-size:.9375rem}
input:not([type=checkbox]),select{font:inherit;color:var(--tinta);background:var(--fondo);border:1px solid var(--gris);border-radius:.25rem;padding:.375rem .5rem;width:100%;min-height:2.5rem}
button{display:inline-block;font:700 .9375rem/1.2 Texto,system-ui,sans-serif;color:var(--fondo);background:var(--casa);border:2px solid var(--casa);border-radius:.25rem;padding:.5rem .875rem;min-height:2.5rem;cursor:pointer;text-decoration:none}
button.otro{border:2px solid var(--casa);color:var(--casa);background:var(--fondo)}
button[aria-busy=true]{opacity:.6;cursor:progress}
input:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid var(--casa);outline-offset:2px}
.opcion{display:flex;align-items:center;gap:.5rem;margin-top:.5rem}
.botones{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;margin:.5rem 0 1rem;padding:0}
.en-linea{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:end;margin-top:1rem}
.en-linea>div{flex:0 1 22rem}
.soltar{border:2px dashed var(--gris);border-radius:.375rem;padding:1.25rem;margin-top:.75rem;max-width:46rem}
.soltar.encima{border-color:var(--casa);background:var(--velo)}
.soltar>*+*{margin-top:.625rem}
.otra-base{margin-top:1rem;max-width:46rem}
.otra-base form>*+*{margin-top:.5rem}
#problemas dl{margin:.5rem 0 1rem}
#problemas dl>div{padding:.5rem 0;border-bottom:1px solid var(--linea)}
dt{font-weight:700}
dd{margin:0;max-width:52rem}
summary{padding:.25rem 0;font-weight:700}
.parrafos li{margin-top:.625rem;max-width:52rem}
.capitulo{margin:1.25rem 0 0;border:0;padding:0;overflow-wrap:break-word}
.capitulo .informe{padding-block:0}
.capitulo .informe h3{margin-top:1.5rem;font-size:clamp(1.375rem,3vw,2rem);color:var(--casa)}
.capitulo .antetitulo{margin-top:1rem!important}
.capitulo .antetitulo+h3{margin-top:.25rem}
.capitulo .informe h4{margin-top:1.75rem}
.capitulo .notas{padding-inline:0;max-width:46rem}
.capitulo .notas h2{font-size:1.0625rem}
.cambiado{border-left:.3125rem solid var(--acento);padding-left:1rem;margin-left:-1.3125rem}
.cambiado>.marca{display:inline-block;font:700 .8125rem/1.4 Texto,system-ui,sans-serif;background:var(--acento);color:#000;padding:0 .4rem;border-radius:.15rem;margin-top:1rem}
@media (max-width:40rem){.cambiado{margin-left:0;padding-left:.75rem}}
@media print{.soltar,.otra-base,form,.opcion{display:flex;align-items:center;gap:.5rem;margin-top:.5rem}
.botones{display:none!important}}
`
