/** What the page of a batch adds to the look of every page. */
export const ESTILO_DEL_LOTE = `
[hidden]{display:none!important}
main{padding-block:1rem 2rem}
main:focus{outline:0}
fieldset{border:0;margin:0 0 1rem;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
legend{float:left;font-weight:700;padding:0;margin-right:1.5rem}
label{display:inline-flex;align-items:center;gap:.5rem;min-height:1.75rem}
input:focus-visible{outline:3px solid var(--casa);outline-offset:2px}
input{accent-color:var(--casa);width:1.125rem;height:1.125rem;margin:0}
table{width:100%}
td,th,tbody th{text-align:left}
th.numero,td.numero{text-align:right;font:inherit;color:inherit}
thead th.numero{font-weight:700}
tbody th{overflow-wrap:anywhere}
td a{margin-right:.75rem}
.estado{white-space:nowrap}
.estado::before{display:inline-block;width:1.25em;content:"✓"}
.estado.rechazado,.estado.fallido{color:var(--rezago);font-weight:700}
.estado.rechazado::before,.estado.fallido::before{content:"✕"}
.estado.pendiente::before{content:"…"}
.detalle td{border-bottom:1px solid var(--linea);padding:0 0 .75rem 1.5rem}
.detalle ul,section ul{margin:0;padding-left:1.25rem;max-width:60rem}
.detalle li{overflow-wrap:anywhere}
tr:has(+.detalle)>*{border-bottom:0}
section{padding-block:1.5rem}
@media print{form{display:none}}
`
