import type { Libro, Prosa } from './libro.js'

/** Every piece of typed prose of a workbook: `Textos`, `Reportes` and the conclusions of `Objetivos` and `Sectores`. */
export function prosasDe({ textos, productos, objetivos, sectores }: Libro): readonly Prosa[] {
  return [
    ...textos.values(),
    ...productos.flatMap(({ logros, dificultades, observaciones }) => [logros, dificultades, observaciones]),
    ...objetivos.map(({ conclusiones }) => conclusiones),
    ...sectores.map(({ conclusiones }) => conclusiones),
  ].filter((prosa) => prosa !== null)
}
