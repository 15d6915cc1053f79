/** One picture of the report at a time, for whoever shows part of it. */
import type { Publicado } from '../report/index.js'
import { textos } from './files.js'
import type { Entrada } from './generate.js'
import { fotoDe, rutasDeImagenes } from './pictures.js'
import { leerTema } from './theme.js'

/**
 * Prepares the theme and its fonts once, and gives what draws a picture as the documents have it: a chart of `graficas` by its id, or a
 * picture of the templates' folder by its path. Null where it is neither.
 * @throws InvalidInput where the theme is not valid
 */
export async function dibujanteDeImagenes({
  plantillas,
  tema,
  fuentes,
}: Pick<Entrada, 'plantillas' | 'tema' | 'fuentes'>): Promise<
  (graficas: Publicado['graficas'], clave: string) => Promise<Uint8Array | null>
> {
  const theme = leerTema(textos(plantillas), tema, fuentes.familias)
  // Loaded when something is to be drawn: it brings a canvas.
  const { dibujante } = await import('../charts/index.js')
  const dibujar = dibujante(theme, await fuentes.leer(theme))
  const rutas = rutasDeImagenes(plantillas)
  return async (graficas, clave) => {
    const grafica = graficas.find(({ id }) => id === clave)
    if (grafica !== undefined) return dibujar(grafica).png
    return rutas.has(clave) ? ((await fotoDe(clave, plantillas, theme))?.png ?? null) : null
  }
}
