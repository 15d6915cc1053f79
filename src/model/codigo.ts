/** A product's code, `objetivo.resultado.producto` in whole numbers without a final point, e.g. `2.2.12`. */
export type Codigo = string & { readonly __brand: 'Codigo' }

const FORMA = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.?$/

/** The code that a text states (surrounding spaces and a final point dropped), or null where it states none. */
export function codigo(texto: string): Codigo | null {
  const partes = FORMA.exec(texto.trim())
  return partes === null ? null : (`${partes[1]}.${partes[2]}.${partes[3]}` as Codigo)
}

/** Number of the objetivo, the code's first part. */
export function objetivoDe(c: Codigo): number {
  return Number(c.split('.')[0])
}

/** Numerical order of codes for `sort`: 2.2.9 before 2.2.12. */
export function compararCodigos(a: Codigo, b: Codigo): number {
  const x = a.split('.').map(Number)
  const y = b.split('.').map(Number)
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0) || (x[2] ?? 0) - (y[2] ?? 0)
}
