/** Figures that changed, under whom they are of. */
import type { CambioDeCifra, Comparacion, ProductoNombrado } from './cambio.js'

/** The policy, an objetivo or a sector, with its own figures and, of a sector, its products. */
export interface Grupo {
  /** `Política`, `Objetivo 2`, `Sector Salud`. */
  readonly nombre: string
  readonly cifras: readonly CambioDeCifra[]
  readonly productos: readonly { readonly producto: ProductoNombrado; readonly cifras: readonly CambioDeCifra[] }[]
}

/** The policy first, then the sectors with their products, then the objetivos; those without changes are left out. */
export function porGrupos({ cifras, productos }: Pick<Comparacion, 'cifras' | 'productos'>): readonly Grupo[] {
  const sectores = new Set([...cifras.flatMap(({ sector }) => sector ?? []), ...productos.map(({ sector }) => sector)])
  const objetivos = new Set(cifras.flatMap(({ objetivo }) => objetivo ?? []))
  const de = (es: (cifra: CambioDeCifra) => boolean) => cifras.filter(es)
  return [
    { nombre: 'Política', cifras: de((c) => c.codigo === undefined && c.sector === undefined && c.objetivo === undefined), productos: [] },
    ...[...sectores].map((sector) => ({
      nombre: `Sector ${sector}`,
      cifras: de((c) => c.sector === sector),
      productos: productos
        .filter((producto) => producto.sector === sector)
        .map((producto) => ({ producto, cifras: de((c) => c.codigo === producto.codigo) })),
    })),
    ...[...objetivos].map((objetivo) => ({ nombre: `Objetivo ${objetivo}`, cifras: de((c) => c.objetivo === objetivo), productos: [] })),
  ].filter((grupo) => grupo.cifras.length + grupo.productos.length > 0)
}
