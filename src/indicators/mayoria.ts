/**
 * The fewest groups that together hold more than half of all products, largest first; those tied with the last one come with it. None
 * where that takes more than half of the groups: then nothing is concentrated in them.
 */
export function mayoria<G extends { readonly grupo: { readonly productos: number } }>(grupos: readonly G[]): readonly G[] {
  const todos = grupos.reduce((suma, { grupo }) => suma + grupo.productos, 0)
  const porTamano = grupos.toSorted((a, b) => b.grupo.productos - a.grupo.productos)
  let reunidos = 0
  let ultimo = 0
  const mayores = porTamano.filter(({ grupo: { productos } }) => {
    if (reunidos * 2 > todos && productos < ultimo) return false
    reunidos += productos
    ultimo = productos
    return true
  })
  return mayores.length * 2 > grupos.length ? [] : mayores
}
