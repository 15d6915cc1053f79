/** On which printed page each table and chart of a report stands. */
import type { Comparacion } from '../compare/index.js'
import type { Documento } from '../document/index.js'
import { opaquePng } from '../png/index.js'
import { leerDocumento } from '../readers/index.js'
import type { Publicado } from '../report/index.js'
import type { EntradaDePagina } from './audit.js'
import { textos } from './files.js'
import type { Escritor } from './generate.js'
import { imagenesDe, logoDe } from './pictures.js'
import { leerTema } from './theme.js'

type Clase = Comparacion['puestas'][number]['clase']

/** The printed page of a table or chart, by its number; null where it is not known. */
export type Paginas = (clase: Clase, numero: number) => string | null

export interface Maquetacion extends Pick<EntradaDePagina, 'plantillas' | 'tema' | 'fuentes'> {
  /** The writer of a format that lays out its own pages. */
  readonly escribir: Escritor
}

/**
 * Those of a report that is laid out now. Pages depend on how large charts are and not on what they show, so that none is drawn.
 * @throws InvalidInput where the theme or a picture is not valid
 */
export async function paginasDeReporte(
  { documento, publicado }: { readonly documento: Documento; readonly publicado: Publicado },
  { plantillas, tema, fuentes, escribir }: Maquetacion,
): Promise<Paginas> {
  const theme = leerTema(textos(plantillas), tema, fuentes.familias)
  const fonts = await fuentes.leer(theme)
  const { trazador } = await import('../charts/index.js')
  const trazar = trazador(theme, fonts)
  const png = opaquePng(new Uint8Array(4), 1, 1)
  const graficas = publicado.graficas.map((g) => [g.id, { ...trazar(g), png }] as const)
  const { pages } = await escribir(documento, theme, {
    images: new Map([...graficas, ...(await imagenesDe(documento, plantillas, theme))]),
    fonts,
    logo: await logoDe(theme, plantillas),
    wordStyles: null,
    attachments: [],
    editableCharts: false,
    date: new Date(0),
  })
  const { tablas } = publicado
  return (clase, numero) => {
    const puesta = (clase === 'tabla' ? tablas : publicado.graficas).find((p) => p.numero === String(numero))
    return puesta === undefined ? null : (pages.get(puesta.id) ?? null)
  }
}

/**
 * Those of a report that was made before: as its indices print them; where it has none, as the pages of its captions are numbered.
 * @throws DocumentoIlegible
 */
export async function paginasDeDocumento({ nombre, bytes }: { readonly nombre: string; readonly bytes: Uint8Array }): Promise<Paginas> {
  const { blocks } = await leerDocumento(bytes, nombre)
  const paginas = new Map<string, string>()
  for (const b of blocks) if (b.type === 'caption' && b.place.label !== null) paginas.set(llave(b.label, b.number), b.place.label)
  for (const e of blocks.flatMap((b) => (b.type === 'index' ? b.entries : [])))
    if (e.label !== null && e.number !== null) paginas.set(llave(e.label, e.number), e.page)
  return (clase, numero) => paginas.get(llave(clase, String(numero))) ?? null
}

const llave = (clase: string, numero: string) => `${clase.slice(0, 1).toLowerCase()} ${numero}`
