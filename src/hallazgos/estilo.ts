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
code{font:inherit;background:var(--velo);padding:.1em .35em;border-radius:.2em;user-select:all;-webkit-user-select:all}
`
