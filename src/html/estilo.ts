/** How every page looks, with the theme's colours: light, dark where the reader's system asks for it, narrow, and printed. */
import type { Modo, Theme } from '../theme/index.js'

export function hojaDeEstilo({ modos, colores }: Theme): string {
  return `:root{color-scheme:light dark;--acento:${colores.acento};${variables(modos.claro)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(modos.oscuro)}}}
${REGLAS}`
}

function variables({ fondo, tinta, gris, linea, casa, rezago, logro }: Modo): string {
  return `--fondo:${fondo};--tinta:${tinta};--gris:${gris};--linea:${linea};--casa:${casa};--rezago:${rezago};--logro:${logro};--velo:color-mix(in srgb,${fondo} 94%,${casa})`
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
@media print{nav,.salto{display:none!important}.tabla{overflow:visible}html{font-size:9pt}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`
