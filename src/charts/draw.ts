/** Chart data + theme → pictures. No file, no system font, no clock: the same input gives the same bytes on any machine. */
import type { Grafica } from '../report/index.js'
import type { Theme, Uso } from '../theme/index.js'
import { aspectoDeDocumento, aspectoDeUso } from './aspecto.js'
import { componer } from './componer.js'
import type { Composicion, Texto } from './composicion.js'
import type { Firma, Lamina, Pedido } from './lamina.js'
import { corto, estiloConFuentes, textosDeSvg } from './letras-svg.js'
import { type FuentesDeGraficas, medidorDe, registrar } from './medir.js'
import { configuracion } from './pintar.js'
import { enLineas, enPagina, enPixeles } from './superficies.js'

/** Opaque RGB PNG and its size in pixels. */
export interface Imagen {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** A chart whose place for everything is found, and that is not drawn yet: its size in pixels, and what draws it. */
export interface Trazada extends Omit<Imagen, 'png'> {
  readonly png: () => Uint8Array
}

const SIN_PALABRAS = { rotulo: '', titulo: '', fuente: '' }

/**
 * Prepares the fonts once, and gives the function that finds the place of everything in a chart for a document, whose page bears its title
 * and source: `trazador(theme, fuentes)(grafica)`. Whoever lays out pages needs no more. Throws when the bytes of a font cannot be read as one.
 */
export function trazador(theme: Theme, fuentes: FuentesDeGraficas): (grafica: Grafica) => Trazada {
  const familias = registrar(fuentes)
  const aspecto = aspectoDeDocumento(theme)
  const medidor = medidorDe(familias)
  return (grafica) => {
    const composicion = componer(grafica, SIN_PALABRAS, aspecto, medidor)
    const medidas = medidasDe(composicion, 1)
    const config = () => configuracion(composicion, aspecto, familias, { escala: 1, conPalabras: true })
    return { ...medidas, png: () => enPixeles(config(), medidas, false) }
  }
}

/** The same, drawn at once: `dibujante(theme, fuentes)(grafica)`. */
export function dibujante(theme: Theme, fuentes: FuentesDeGraficas): (grafica: Grafica) => Imagen {
  const trazar = trazador(theme, fuentes)
  return (grafica) => imagenDe(trazar(grafica))
}

/**
 * The same for charts on their own: `laminas(theme, fuentes)(lamina, pedido, firma)`. A PNG or an SVG comes without signature; a PDF
 * bears it, because only its maker can write it.
 * @throws NoCabe where a chart does not fit in its use with words that can be read
 */
export function laminas(theme: Theme, fuentes: FuentesDeGraficas): (lamina: Lamina, pedido: Pedido, firma: Firma) => Promise<Uint8Array> {
  const familias = registrar(fuentes)
  const medidor = medidorDe(familias)
  return async ({ grafica, ...palabras }, pedido, firma) => {
    const uso = usoDe(theme, pedido)
    const modo = theme.modos[pedido.modo]
    const aspecto = aspectoDeUso(theme, uso, modo, pedido.fondo === 'transparente')
    const composicion = componer(grafica, palabras, aspecto, medidor)
    const pintar = (escala: number, conPalabras: boolean) => configuracion(composicion, aspecto, familias, { escala, conPalabras })
    switch (pedido.formato) {
      case 'png': {
        const escala = uso.unidad === 'mm' ? (pedido.ppp ?? uso.ppp) / PUNTOS_POR_PULGADA : 1
        return enPixeles(pintar(escala, true), medidasDe(composicion, escala), pedido.fondo === 'transparente')
      }
      case 'svg':
        return new TextEncoder().encode(await svg(composicion, uso, pedido, pintar(1, pedido.texto === 'trazado'), fuentes))
      case 'pdf': {
        const escala = uso.unidad === 'mm' ? 1 : PUNTOS_POR_PIXEL
        return enPagina(pintar(escala, true), exactas(composicion, escala), entradasDe(firma))
      }
    }
  }
}

const PUNTOS_POR_PULGADA = 72
/** A pixel of a screen, as CSS has it: 96 to the inch. */
const PUNTOS_POR_PIXEL = 0.75

function usoDe({ usos }: Theme, { uso }: Pedido): Uso {
  const suyo = usos[uso]
  if (suyo === undefined) throw new Error(`no such use: ${uso}`)
  return suyo
}

/**
 * The pictures of charts that are placed, in order, one a turn of the loop: the pixels that the canvas lends, some megabytes of each, it takes back between two
 * turns and not before.
 */
export async function dibujarTrazadas(trazadas: readonly Trazada[]): Promise<readonly Imagen[]> {
  const imagenes: Imagen[] = []
  for (const trazada of trazadas) {
    imagenes.push(imagenDe(trazada))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return imagenes
}

const imagenDe = ({ png, width, height }: Trazada): Imagen => ({ png: png(), width, height })

function medidasDe(composicion: Composicion, escala: number) {
  const { width, height } = exactas(composicion, escala)
  return { width: Math.round(width), height: Math.round(height) }
}

function exactas({ ancho, alto }: Composicion, escala: number) {
  return { width: ancho * escala, height: alto * escala }
}

async function svg(
  composicion: Composicion,
  { unidad }: Uso,
  { texto }: Pedido,
  config: ReturnType<typeof configuracion>,
  fuentes: FuentesDeGraficas,
): Promise<string> {
  const { ancho, alto, trazado } = composicion
  const lineas = enLineas(config, { width: Math.ceil(ancho), height: Math.ceil(alto) }, texto === 'trazado')
  const textos: readonly Texto[] = texto === 'trazado' ? [] : [...trazado.textos, ...composicion.textos]
  const estilo = textos.length === 0 ? '' : await estiloConFuentes(textos, fuentes)
  const medida = unidad === 'mm' ? 'pt' : 'px'
  const cabeza = `<svg xmlns="http://www.w3.org/2000/svg" width="${corto(ancho)}${medida}" height="${corto(alto)}${medida}" viewBox="0 0 ${corto(ancho)} ${corto(alto)}">`
  return `${cabeza}${estilo}${lineas}${textosDeSvg(textos, fuentes)}</svg>\n`
}

/** What the information dictionary of a PDF says. Its keywords hold what has no entry of its own, as `firmaDePalabrasClave` reads it. */
function entradasDe({ titulo, textoAlternativo, fuente, libro, programa, corte }: Firma) {
  return { title: titulo, subject: textoAlternativo, keywords: `${fuente} · Libro ${libro} · Corte ${corte}`, creator: programa }
}
