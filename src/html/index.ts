export { hojaDeEstilo } from './estilo.js'
export { type Html, html, raw } from './html.js'
export { type Pagina, pagina } from './pagina.js'
