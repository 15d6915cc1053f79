/** The same function of part of the tree, done once for each part that is asked for: it is not to change, nor is what is given of it. */
export function remembered<P extends object, R>(make: (part: P) => R): (part: P) => R {
  const known = new WeakMap<P, { readonly made: R }>()
  return (part) => {
    const before = known.get(part)
    if (before !== undefined) return before.made
    const made = make(part)
    known.set(part, { made })
    return made
  }
}
