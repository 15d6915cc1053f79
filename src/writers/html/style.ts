/** What the report adds to the look of every page: the cover's ground, the colours of states, tables, scorecards and notes. */
import type { Theme } from '../../theme/index.js'

export function styleOf({ colores, estados }: Theme): string {
  const states = Object.entries(estados).map(([name, { relleno }]) => `.estado.${name}{background:${relleno}}`)
  return `${states.join('\n')}
.portada{background:${colores.portada};color:${colores.portadaTinta}}
.portada h1{color:inherit;margin-block:3rem 1.5rem}
.portada .hoja{padding-block:3rem}
.portada .subtitulo{font-size:1.25rem;max-width:38rem}
.portada .emisor{font-weight:700}
.portada .tenue{color:${colores.portadaTenue};margin-top:.25rem}
.cuadros{display:flex;flex-wrap:wrap;gap:.2rem;margin-block:2.5rem .75rem;max-width:34rem}
.cuadros .estado{width:.9rem;height:.9rem;border:1px solid ${colores.portadaTinta}}
${RULES}`
}

const RULES = `.informe{padding-block:1.5rem 3rem}
.informe>*{max-width:46rem}
.informe>.pieza,.informe>.ficha{max-width:none}
.informe p{margin-top:.875rem}
.informe h2{margin-top:4rem;font-size:clamp(1.5rem,3.5vw,2.25rem)}
.informe h3{margin-top:2.25rem;font-size:1.25rem;color:var(--casa)}
.informe h4{margin-top:1.75rem;font:700 1.0625rem/1.3 Titulos,"Work Sans",system-ui,sans-serif}
.informe h5{margin-top:1.25rem;font-size:1rem}
[id]{scroll-margin-top:1rem}
.antetitulo{color:var(--gris);font-weight:700;font-size:.875rem;margin-top:4rem!important}
.antetitulo+h2{margin-top:.25rem}
.entrada{font-size:1.125rem}
.nota,.fuente{color:var(--gris);font-size:.875rem}
.codigo{font-weight:700;color:var(--casa);white-space:nowrap}
.rezago{font-weight:700}
.logro{font-weight:700}
.menor{color:var(--gris)}
.estado{display:inline-block;min-width:.85rem;min-height:.85rem;border:1px solid currentColor;color:#000;background-clip:padding-box}
td .estado,p .estado{padding:0 .35rem;margin:.1rem;font-weight:700;font-size:.8125rem}
.estado.rojo,.estado.cumplido{color:#fff}
.pieza{margin:1.75rem 0}
.pieza img{display:block;max-width:100%;height:auto;background:#fff}
figcaption{font:700 .9375rem/1.3 Titulos,"Work Sans",system-ui,sans-serif;margin-bottom:.5rem}
.numero{color:var(--casa)}
table{font-size:.9375rem}
td,th{text-align:left}
td:first-child{padding-left:0}
tbody th{min-width:11rem}
.derecha{text-align:right}
.centro{text-align:center}
tr.total th,tr.total td{font-weight:700;border-top:2px solid var(--tinta)}
details{margin-top:.5rem}
summary{cursor:pointer;color:var(--casa)}
.ficha{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:1rem 2rem;background:var(--velo);padding:1.25rem;margin-top:1.5rem}
.ficha p{margin:0}
.ficha .titular strong{display:block;font:700 2.5rem/1 Titulos,"Work Sans",system-ui,sans-serif;color:var(--casa)}
.ficha ul{list-style:none;margin:0;padding:0}
.ficha .pie{grid-column:1/-1}
.barra{position:relative;height:1rem;border:1px solid var(--tinta);margin-block:.4rem}
.barra span{position:absolute;inset:0 auto 0 0;background:var(--casa)}
.barra i{position:absolute;top:-.3rem;bottom:-.3rem;border-left:2px solid var(--tinta)}
.indice{columns:auto}
.indice li.segundo{padding-left:1.5rem}
nav a{display:inline}
.notas{border-top:1px solid var(--linea);padding-block:1.5rem}
.notas li{margin-top:.5rem}
.borrador{background:#000;color:#fff;text-align:center;padding:.5rem}
.ver-origen{font:700 .875rem/1 Texto,system-ui,sans-serif;color:var(--fondo);background:var(--casa);border:0;border-radius:.25rem;padding:.625rem .875rem;cursor:pointer}
.con-origen .cifra{text-decoration:underline dotted;cursor:pointer}
.con-origen .cifra:focus-visible,.ver-origen:focus-visible{outline:3px solid var(--casa);outline-offset:2px}
.origen{position:fixed;inset:auto 0 0;background:var(--tinta);color:var(--fondo);padding:.75rem 1.25rem;font-size:.9375rem}
.origen:empty{display:none}
@media print{.ver-origen,.origen,.informe nav{display:none!important}.informe h2{break-before:page}.pieza,.ficha{break-inside:avoid}details{display:none}}
`
