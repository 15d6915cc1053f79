/** What the catalogue adds to the look of every page. */
export const ESTILO_DEL_CATALOGO = `
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
.aviso{position:fixed;inset:auto 0 1.5rem;text-align:center;pointer-events:none}
.aviso span{display:inline-block;background:var(--tinta);color:var(--fondo);padding:.625rem 1.25rem;border-radius:.25rem}
.aviso span:empty{display:none}
@media print{button,.aviso{display:none!important}article{break-inside:avoid-page;padding-block:1rem}.vista img{max-width:14cm}}
`
