export type { FichaDeCatalogo } from './articulo.js'
export { paginaDeCatalogo } from './pagina.js'
