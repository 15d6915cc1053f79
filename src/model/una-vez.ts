/**
 * The same function of a whole and of a part of it, done once for each: what it gives is given again, and is not to be changed. Of each
 * part, only what was done with the last whole is remembered.
 */
export function unaVezPorCada<T extends object, P extends object, R>(hacer: (todo: T, parte: P) => R): (todo: T, parte: P) => R {
  const hechos = new WeakMap<P, { readonly todo: T; readonly hecho: R }>()
  return (todo, parte) => {
    const antes = hechos.get(parte)
    if (antes?.todo === todo) return antes.hecho
    const hecho = hacer(todo, parte)
    hechos.set(parte, { todo, hecho })
    return hecho
  }
}
