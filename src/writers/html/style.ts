/** What the report adds to the look of every page: the cover's ground, the colours of states, tables, scorecards and notes. */
import type { Theme } from '../../theme/index.js'

export function styleOf({ colores, estados }: Theme): string {
  const states = Object.entries(estados).map(
    ([name, { relleno, trama }]) =>
      `.estado.${name}{background-color:${relleno}}:is(.cuadros,.barras,.ficha) .estado.${name}{background-image:${TRAMAS[trama]}}`,
  )
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

/** What tells the grounds of states apart where colours do not; words never stand on it. */
const TRAMAS: Readonly<Record<Theme['estados']['verde']['trama'], string>> = {
  lisa: 'none',
  rayada: 'repeating-linear-gradient(135deg,transparent 0 3px,#0008 3px 4px)',
  punteada: 'radial-gradient(#fffc 1px,transparent 1.25px);background-size:5px 5px',
}

const RULES = `.informe{padding-block:1.5rem 3rem}
.informe>*{max-width:46rem}
.informe>.pieza,.informe>.ficha{max-width:none}
.informe p{margin-top:.875rem}
.informe h2{margin-top:4rem;font-size:clamp(1.5rem,3.5vw,2.25rem)}
.informe h3{margin-top:2.25rem;font-size:1.25rem;color:var(--casa)}
.informe h4{margin-top:1.75rem;font:700 1.0625rem/1.3 Titulos,"Work Sans",system-ui,sans-serif}
.informe h5{margin-top:1.25rem;font-size:1rem}
.informe .nivel-3{margin-top:2rem;font-size:1.0625rem;color:var(--tinta)}
.informe .nivel-4{margin-top:1.25rem;font-size:1rem;color:var(--tinta)}
[id]{scroll-margin-top:1rem}
.antetitulo{color:var(--gris);font-weight:700;font-size:.875rem;margin-top:4rem!important}
.antetitulo+h2{margin-top:.25rem}
.entrada{font-size:1.125rem}
.nota,.fuente{color:var(--gris);font-size:.875rem}
.codigo{font-weight:700;color:var(--casa);white-space:nowrap}
.rezago{font-weight:700;color:var(--rezago)}
.logro{font-weight:700;color:var(--logro)}
.menor{color:var(--gris)}
.estado{display:inline-block;min-width:.85rem;min-height:.85rem;border:1px solid var(--tinta);color:#000}
td .estado,p .estado{padding:0 .35rem;margin:.1rem;font-weight:700;font-size:.8125rem}
.estado.rojo,.estado.cumplido{color:#fff}
.pieza{margin:1.75rem 0}
.pieza .tabla>img{min-width:34rem}
.pieza img{display:block;max-width:100%;height:auto;background:#fff}
figcaption{font:700 .9375rem/1.3 Titulos,"Work Sans",system-ui,sans-serif;margin-bottom:.5rem}
.numero{color:var(--casa)}
table{font-size:.9375rem}
td,th{text-align:left}
td:first-child{padding-left:0}
@media screen and (max-width:56rem){.media{min-width:7rem}.larga{min-width:11rem}}
.pieza>.tabla{container-type:inline-size}
.rotulo{display:block;position:sticky;left:0;width:100cqw;text-wrap:balance}
.barras{width:100%;max-width:46rem;min-width:0}
.barras th,.barras td{border:0;vertical-align:middle;padding-block:.2rem}
.barras th{width:1%;min-width:6.5rem;padding-right:.75rem}
@media (min-width:36rem){.barras th{white-space:nowrap}}
.barras td{padding-left:0;border-left:1px solid var(--tinta);width:auto}
.barras div{display:flex;align-items:center;gap:.5rem;min-height:1.5rem}
.barras .estado{height:1.35rem;border-left:0;width:calc((100% - 5.5rem)*var(--parte))}
.barras strong{white-space:nowrap}
.barras strong:first-child{padding-left:.5rem}
dt{font-weight:700;margin-top:1rem}
dd{margin:0}
.derecha{text-align:right}
.centro{text-align:center}
tr.total th,tr.total td{font-weight:700;border-top:2px solid var(--tinta)}
details{margin-top:.5rem}
summary{cursor:pointer;color:var(--casa)}
.ficha{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:1rem 2rem;background:var(--velo);padding:1.25rem;margin-top:1.5rem}
.ficha p{margin:0}
.ficha .titular strong{display:block;font:700 2.5rem/1 Titulos,"Work Sans",system-ui,sans-serif;color:var(--casa)}
.ficha ul{list-style:none;margin:0;padding:0}
.ficha li .estado{margin-right:.35rem;vertical-align:-.1em}
.ficha .pie{grid-column:1/-1}
.barra{position:relative;height:1rem;border:1px solid var(--tinta);margin-block:.4rem}
.barra span{position:absolute;inset:0 auto 0 0;background:var(--casa)}
.barra i{position:absolute;top:-.3rem;bottom:-.3rem;border-left:2px solid var(--tinta)}
.indice,.indice ol{list-style:none;margin:0;padding:0}
.indice{columns:2 20rem;column-gap:3rem}
.indice li{margin-top:.375rem;break-inside:avoid}
.indice ol{padding-left:1.25rem}
.indice a{text-decoration:none;display:inline-block}
.indice a:hover,.indice a:focus-visible{text-decoration:underline}
.notas{border-top:1px solid var(--linea);padding-block:1.5rem}
.notas li{margin-top:.5rem}
.borrador{background:#000;color:#fff;text-align:center;padding:.5rem}
.ver-origen{font:700 .875rem/1 Texto,system-ui,sans-serif;color:var(--fondo);background:var(--casa);border:0;border-radius:.25rem;padding:.625rem .875rem;cursor:pointer}
.con-origen .cifra{text-decoration:underline dotted;cursor:pointer}
.con-origen .cifra:focus-visible,.ver-origen:focus-visible{outline:3px solid var(--casa);outline-offset:2px}
.origen{position:fixed;inset:auto 0 0;background:var(--tinta);color:var(--fondo);padding:.75rem 1.25rem;font-size:.9375rem;max-height:40vh;overflow:auto}
html.con-origen{scroll-padding-bottom:7rem}
.origen:empty{display:none}
@media print{
@page{margin:20mm}
@page portada{margin:0}
.ver-origen,.origen,details,.informe :is(h2,h3):has(+nav){display:none!important}
.portada,.estado,.barra span,.ficha,.borrador{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.portada{page:portada;min-height:100vh;padding:15mm 10mm}
.informe h2,.antetitulo{break-before:page;margin-top:0!important}
.antetitulo+h2{break-before:auto}
.informe :is(h2,h3,h4,h5),.antetitulo,figcaption{break-after:avoid}
.pieza:has(.barras),.pieza img,.ficha,tr{break-inside:avoid}
.tabla{container-type:normal!important}
.rotulo{width:auto}
th,td{padding-left:.875rem}
.pieza .tabla>img{min-width:0}
}
`
