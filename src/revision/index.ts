export { conDecision, conDecisiones, conVersion, decisionesDe, sinDecision } from './anotar.js'
export { escribirRevision, faltasDeRevision, leerRevision } from './archivo.js'
export { MAXIMOS } from './escrito.js'
export { ESTADOS, type LibroRevisado, revisionEnPalabras } from './palabras.js'
export {
  claveDeCelda,
  claveDeCifra,
  type Decision,
  deCelda,
  deCifra,
  REVISION_VACIA,
  type Revision,
  type Version,
} from './revision.js'
export { unirRevisiones } from './unir.js'
