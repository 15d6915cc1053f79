/** What the pages of findings add to the look of every page. */
export const ESTILO_DE_HALLAZGOS = `
main{padding-block:1rem 2rem}
section{padding-block:1.5rem}
.que,.nombre{color:var(--gris);font-size:.9375rem}
.limpio{font-size:1.25rem;padding-block:2rem}
article{border-left:.375rem solid var(--linea);padding:.25rem 0 .25rem 1.25rem;margin-block:1.5rem;break-inside:avoid}
article.contradiccion{border-left-color:var(--casa)}
article.posible{border-left-style:dashed;border-left-color:var(--casa)}
article>*+*{margin-top:.5rem}
blockquote{margin:.5rem 0;max-width:48rem}
mark{background:var(--acento);color:#000;padding:0 .15em;border-radius:.15em}
.dicho{font-weight:700}
nav .hallazgos{columns:auto;list-style:decimal;padding-left:2rem}
nav .hallazgos a{display:inline;color:inherit}
.clase{font:700 .8125rem/1.2 Texto,system-ui,sans-serif;border:1px solid currentColor;border-radius:.2rem;padding:.05rem .35rem;white-space:nowrap}
.clase.contradiccion{background:var(--casa);color:var(--fondo);border-color:var(--casa)}
.documento>*{max-width:52rem}
.documento>.tabla{max-width:none}
.documento h2{margin-top:2.5rem}
.documento h3,.documento h4,.documento h5,.documento h6{margin:1.5rem 0 .25rem;font-size:1.0625rem}
.documento>p{margin-top:.75rem}
.documento td,.documento th{text-align:left}
.documento table{font-size:.875rem}
.rotulo{font-weight:700}
.indice{list-style:none;padding:0;color:var(--gris)}
.nota{border-left:.375rem solid var(--casa);background:var(--velo);padding:.75rem 1rem;margin:.75rem 0 1rem;scroll-margin-top:1rem}
.nota.posible{border-left-style:dashed}
.nota.estilo{border-left-color:var(--linea)}
.nota>*+*{margin-top:.25rem}
code{font:inherit;background:var(--velo);padding:.1em .35em;border-radius:.2em;user-select:all;-webkit-user-select:all}
`
