import type { Edicion } from './edicion.js'
import { codigo, literal, tabla } from './marcas.js'

/** The names of tables and charts that a template may place, as the edition that comes with the program numbers them. */
export function puestas({ report, completa: { publicado } }: Edicion): string {
  const [sector] = report.contexto.sectores
  const deSectores = new Set(report.contexto.sectores.flatMap((s) => [s.tabla, s.grafica]))
  const filas = (clase: string, todas: readonly { readonly id: string; readonly numero: string; readonly titulo: string }[]) =>
    todas
      .filter(({ id }) => !deSectores.has(id) || id === sector?.tabla || id === sector?.grafica)
      .map(({ id, numero, titulo }) => [
        codigo(id),
        deSectores.has(id) ? `${clase} ${numero} y siguientes, una por sector` : `${clase} ${numero}`,
        literal(titulo),
      ])
  return tabla(['nombre', 'sale como', 'título'], [...filas('Tabla', publicado.tablas), ...filas('Gráfica', publicado.graficas)])
}
