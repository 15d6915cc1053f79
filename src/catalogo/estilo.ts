/** How the page looks, with the theme's colours: light, dark where the reader's system asks for it, narrow, and printed. */
import type { Modo, Theme } from '../theme/index.js'

export function hojaDeEstilo({ modos, colores }: Theme): string {
  return `:root{color-scheme:light dark;--acento:${colores.acento};${variables(modos.claro)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(modos.oscuro)}}}
${REGLAS}`
}

function variables({ fondo, tinta, gris, linea, casa }: Modo): string {
  return `--fondo:${fondo};--tinta:${tinta};--gris:${gris};--linea:${linea};--casa:${casa};--velo:color-mix(in srgb,${fondo} 94%,${casa})`
}

const REGLAS = `
*{box-sizing:border-box}
html{background:var(--fondo);color:var(--tinta);font:1rem/1.5 Texto,"Source Sans 3",system-ui,sans-serif;-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0}
.hoja{max-width:72rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
h1,h2,h3,.numero{font-family:Titulos,"Work Sans",system-ui,sans-serif;font-weight:700;line-height:1.2;text-wrap:balance}
h1,h2,.numero{color:var(--casa)}
h1{font-size:clamp(1.75rem,4vw,2.75rem);letter-spacing:-.01em;margin:0}
h2{font-size:clamp(1.25rem,2.4vw,1.625rem);margin:0}
h3{font-size:.9375rem;margin:0}
p{margin:0}
a{color:var(--casa);text-underline-offset:.2em}
a:focus-visible,button:focus-visible,.tabla:focus-visible{outline:3px solid var(--casa);outline-offset:2px}
.salto{position:absolute;left:-999rem}
.salto:focus{left:1rem;top:1rem;background:var(--fondo);padding:.5rem 1rem;z-index:2}
.cabeza{padding-block:clamp(2rem,6vw,4rem) 1.5rem}
.cabeza::before{content:"";display:block;width:5.5rem;height:.5rem;background:var(--acento);margin-bottom:1.25rem}
.cabeza p{color:var(--gris);margin-top:.75rem;max-width:44rem}
nav{border-block:1px solid var(--linea);padding-block:1.25rem}
nav ol{list-style:none;margin:0;padding:0;columns:22rem auto;column-gap:2.5rem}
nav li{break-inside:avoid}
nav a{display:grid;grid-template-columns:2.75rem 1fr;align-items:baseline;padding-block:.2rem;text-decoration:none;color:inherit}
nav a:hover .nombre{text-decoration:underline}
nav .numero{font-size:.9375rem}
article{padding-block:clamp(2rem,5vw,3.5rem);border-bottom:1px solid var(--linea);scroll-margin-top:1rem}
article .numero{font-size:.9375rem;margin-bottom:.25rem}
.vista{margin:1.25rem 0 0}
.vista img{display:block;width:100%;height:auto;max-width:60rem}
.partes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:2rem 2.5rem;margin-top:1.75rem;align-items:start}
.partes>*{min-width:0}
.texto{background:var(--velo);padding:1rem 1.25rem;border-radius:.25rem}
.texto+.texto{margin-top:1rem}
.cabecera{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline;margin-bottom:.5rem}
.largo{color:var(--gris);font-size:.875rem;flex:1;white-space:nowrap}
.copiable{white-space:pre-line;user-select:all;-webkit-user-select:all;overflow-wrap:anywhere}
button{font:700 .875rem/1 Texto,system-ui,sans-serif;color:var(--fondo);background:var(--casa);border:0;border-radius:.25rem;padding:.5rem .875rem;min-height:2rem;cursor:pointer}
button[data-hecho=true]::after{content:" ✓"}
.archivos{list-style:none;margin:.5rem 0 0;padding:0}
.archivos li{display:grid;grid-template-columns:minmax(0,1fr) auto 4.5rem;gap:0 1rem;align-items:baseline;padding-block:.3125rem;border-top:1px solid var(--linea)}
.archivos a{overflow-wrap:anywhere}
.archivos span{color:var(--gris);font-size:.875rem;text-align:right;font-variant-numeric:tabular-nums}
@media (max-width:32rem){.archivos li{grid-template-columns:minmax(0,1fr) auto}.archivos span:not(.peso){grid-row:2;text-align:left}}
.tabla{overflow-x:auto;margin-top:1rem}
table{border-collapse:collapse;min-width:min(100%,30rem);font-variant-numeric:tabular-nums lining-nums}
caption{font:700 .9375rem/1.2 Titulos,"Work Sans",system-ui,sans-serif;text-align:left;padding-bottom:.5rem}
th,td{padding:.3125rem 0 .3125rem 1.5rem;text-align:right;vertical-align:top;border-bottom:1px solid var(--linea)}
thead th{border-bottom:2px solid var(--tinta);vertical-align:bottom}
th:first-child{text-align:left;padding-left:0}
.palabras{text-align:left}
tbody th{font-weight:400}
.fuente,footer{color:var(--gris);font-size:.875rem}
.fuente{margin-top:.75rem}
footer{padding-block:2rem 3rem;overflow-wrap:anywhere}
.aviso{position:fixed;inset:auto 0 1.5rem;text-align:center;pointer-events:none}
.aviso span{display:inline-block;background:var(--tinta);color:var(--fondo);padding:.625rem 1.25rem;border-radius:.25rem}
.aviso span:empty{display:none}
@media print{nav,.salto,button,.aviso{display:none!important}article{break-inside:avoid-page;padding-block:1rem}.vista img{max-width:14cm}.tabla{overflow:visible}html{font-size:9pt}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`
