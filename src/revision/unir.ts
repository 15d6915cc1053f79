/** Two files of one workbook as one: nothing that anybody said is lost, whoever's comes first. */
import { type Decision, ESTADOS_DE_VERSION, REVISION_VACIA, type Revision, type Version } from './revision.js'

/**
 * What both say. Of one change by one person the later decision counts, and of one number of one workbook the later version; so the order
 * of the two does not matter, nor how often one is added. What was withdrawn from one only is still there.
 */
export function unirRevisiones(a: Revision, b: Revision): Revision {
  return {
    versiones: ultimas([...a.versiones, ...b.versiones], ({ numero, libro }) => [numero, libro], masTarde).toSorted(porNumero),
    decisiones: ultimas(
      [...a.decisiones, ...b.decisiones],
      ({ de, clave, antes, despues, quien }) => [de, clave, antes, despues, quien],
      porFecha,
    ).toSorted(porClave),
  }
}

/** In its order, each thing once. */
export function enOrden(revision: Revision): Revision {
  return unirRevisiones(revision, REVISION_VACIA)
}

type Orden<T> = (a: T, b: T) => number

/** The last of each key, by an order that leaves no two different things equal. */
function ultimas<T>(todas: readonly T[], clave: (una: T) => readonly unknown[], orden: Orden<T>): readonly T[] {
  return [...new Map(todas.toSorted(orden).map((una) => [JSON.stringify(clave(una)), una])).values()]
}

const comparar = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)

/** By the fields that `escribirRevision` writes, whatever the order they were given in. */
const porTodo: Orden<Decision | Version> = (a, b) => comparar(enFila(a), enFila(b))
const enFila = (una: object) => JSON.stringify(Object.entries(una).toSorted(([a], [b]) => comparar(a, b)))

const masTarde: Orden<Version> = (a, b) =>
  comparar(a.fecha, b.fecha) || ESTADOS_DE_VERSION.indexOf(a.estado) - ESTADOS_DE_VERSION.indexOf(b.estado) || porTodo(a, b)
const porFecha: Orden<Decision> = (a, b) => comparar(a.fecha, b.fecha) || porTodo(a, b)
const porNumero: Orden<Version> = (a, b) => a.numero - b.numero || masTarde(a, b)
const porClave: Orden<Decision> = (a, b) => comparar(a.de, b.de) || comparar(a.clave, b.clave) || porFecha(a, b)
