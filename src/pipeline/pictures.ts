/** Pictures that the templates' folder holds: those of the document, and the entity's logo. */
import type { Block, Documento, Picture } from '../document/index.js'
import { prepareLogo, preparePicture } from '../pictures/index.js'
import type { Theme } from '../theme/index.js'
import { InvalidInput, type Problema } from './problems.js'

type Archivos = ReadonlyMap<string, Uint8Array>

const IMAGEN = /\.(png|jpe?g|webp|gif|avif|svg)$/iu
/** Pixels a point of printed width: 220 to the inch, beyond which print gains nothing. */
const DENSIDAD = 220 / 72
/** Points: 18 mm, and three times the pixels, so that it stays sharp. */
const ALTO_LOGO = 51 * 3

/** Paths of the pictures among the files of the templates' folder. */
export function rutasDeImagenes(plantillas: Archivos): ReadonlySet<string> {
  return new Set([...plantillas.keys()].filter((ruta) => IMAGEN.test(ruta)))
}

/** The pictures that the document shows, by path. @throws InvalidInput with those that cannot be read */
export async function imagenesDe(documento: Documento, plantillas: Archivos, theme: Theme): Promise<ReadonlyMap<string, Picture>> {
  const rutas = new Set(documento.sections.flatMap((s) => s.blocks.flatMap(rutasEn)))
  const leidas = await Promise.all([...rutas].map(async (ruta) => [ruta, await fotoDe(ruta, plantillas, theme)] as const))
  const danadas = leidas.flatMap(([ruta, imagen]) => (imagen === null ? [imagenDanada(ruta)] : []))
  if (danadas.length > 0) throw new InvalidInput({ errores: danadas, avisos: [] })
  return new Map(leidas.flatMap(([ruta, imagen]) => (imagen === null ? [] : [[ruta, imagen] as const])))
}

/** A picture of the templates' folder as the documents have it; null where it cannot be read. */
export async function fotoDe(ruta: string, plantillas: Archivos, { grafica, colores }: Theme): Promise<Picture | null> {
  return await preparePicture(plantillas.get(ruta) ?? new Uint8Array(), Math.round(grafica.ancho * DENSIDAD), colores.papel)
}

/** The logo that the theme names; null where it names none. @throws InvalidInput where it is not there or cannot be read */
export async function logoDe({ logo }: Theme, plantillas: Archivos): Promise<Picture | null> {
  if (logo === null) return null
  const imagen = await prepareLogo(plantillas.get(logo) ?? new Uint8Array(), ALTO_LOGO)
  if (imagen === null) throw new InvalidInput({ errores: [imagenDanada(logo)], avisos: [] })
  return imagen
}

function rutasEn(block: Block): readonly string[] {
  if (block.type === 'picture') return [block.image]
  if (block.type === 'list') return block.items.flat().flatMap(rutasEn)
  return block.type === 'quote' ? block.children.flatMap(rutasEn) : []
}

function imagenDanada(ruta: string): Problema {
  return {
    regla: 'imagen',
    lugar: `plantillas/${ruta}`,
    encontrado: 'un archivo que falta o no se puede leer como imagen',
    esperado: 'una imagen PNG, JPEG, WebP, GIF, AVIF o SVG',
    remedio: 'Copie la imagen otra vez en la carpeta de las plantillas, o quítela de donde se nombra.',
  }
}
