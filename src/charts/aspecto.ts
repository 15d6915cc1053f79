/** How a picture looks, from the theme: sizes and colours, ready to draw with. */
import type { Modo, Theme, Uso } from '../theme/index.js'
import type { Relleno } from './composicion.js'
import type { Letra } from './medir.js'

/** Lengths in one unit: pixels, or points where `Uso` is for paper. */
export interface Aspecto {
  readonly ancho: number
  /** Null: as high as the chart asks. */
  readonly alto: number | null
  readonly margen: Uso['margen']
  readonly letra: Readonly<Record<keyof Uso['letra'], Letra>>
  readonly minimo: number
  readonly contorno: number
  readonly etiquetas: Uso['etiquetas']
  readonly muestra: Uso['muestra']
  readonly modo: Modo
  readonly acento: string
  /** Null where the ground is left transparent. */
  readonly fondo: string | null
  readonly estados: Theme['estados']
  /** Under stripes, and of dots. */
  readonly papel: string
  /** Which of these reads better stands on an area. */
  readonly sobreAreas: readonly [oscura: string, clara: string]
  readonly trama: Theme['trama']
  /** Height of a bar and of the gap under it, where nothing else decides them. */
  readonly barra: number
  readonly entreBarras: number
  /** Between a label and the axis, and between a bar's end and its figure. */
  readonly aire: number
}

/** Gap between words and bars, as a share of the figures' size. */
const AIRE = 0.6
/** Height of a bar and of the gap under it, as shares of the figures' size. */
const BARRA = 1.7
const ENTRE_BARRAS = 1.15

const PUNTOS_POR_MM = 72 / 25.4

/** The look of a picture outside the report. */
export function aspectoDeUso(theme: Theme, uso: Uso, modo: Modo, transparente: boolean): Aspecto {
  const medida = uso.unidad === 'mm' ? PUNTOS_POR_MM : 1
  const { cifra } = uso.letra
  return {
    ...comunes(theme),
    ancho: uso.ancho * medida,
    alto: uso.alto === null ? null : uso.alto * medida,
    margen: { arriba: uso.margen.arriba * medida, abajo: uso.margen.abajo * medida, lados: uso.margen.lados * medida },
    letra: letras(uso.letra),
    minimo: uso.minimo,
    contorno: uso.contorno,
    etiquetas: uso.etiquetas,
    muestra: uso.muestra,
    modo,
    fondo: transparente ? null : modo.fondo,
    trama: ampliada(theme.trama, cifra / theme.grafica.cuerpo),
    barra: BARRA * cifra,
    entreBarras: ENTRE_BARRAS * cifra,
    aire: AIRE * cifra,
  }
}

/** Between words and bars of a document, in points. */
const AIRE_EN_DOCUMENTO = 6

/** The look of a picture in a document, where the page bears title and source. In pixels of the PNG. */
export function aspectoDeDocumento(theme: Theme): Aspecto {
  const { ancho, barra, entreBarras, contorno, cuerpo, densidad } = theme.grafica
  const { tinta, gris, linea, casa, papel, rezago, logro } = theme.colores
  const tamano = cuerpo * densidad
  return {
    ...comunes(theme),
    ancho: Math.round(ancho * densidad),
    alto: null,
    // So that no stroke of a letter is cut at the edge.
    margen: { arriba: 0, abajo: 0, lados: densidad },
    letra: letras({ titulo: tamano, rotulo: tamano, etiqueta: tamano, cifra: tamano, fuente: tamano }),
    minimo: tamano,
    contorno: contorno * densidad,
    etiquetas: 'al-lado',
    muestra: { marca: false, numero: false, titulo: false, leyenda: true, fuente: false },
    modo: { fondo: papel, tinta, gris, linea, contorno: tinta, casa, rezago, logro },
    fondo: papel,
    trama: ampliada(theme.trama, densidad),
    barra: Math.round(barra * densidad),
    entreBarras: entreBarras * densidad,
    aire: AIRE_EN_DOCUMENTO * densidad,
  }
}

/** The same look with smaller words, none under the least. The title keeps at least `deTitulo` of its size. */
export function conLetraMenor(aspecto: Aspecto, escala: number, deTitulo: number): Aspecto {
  const menor = (letra: Letra): Letra => ({ ...letra, tamano: Math.max(aspecto.minimo, letra.tamano * escala) })
  const { titulo, rotulo, etiqueta, cifra, fuente } = aspecto.letra
  return {
    ...aspecto,
    letra: {
      titulo: { ...menor(titulo), tamano: Math.max(menor(titulo).tamano, deTitulo * titulo.tamano) },
      rotulo: menor(rotulo),
      etiqueta: menor(etiqueta),
      cifra: menor(cifra),
      fuente: menor(fuente),
    },
  }
}

/** A bar or sample that stands for no state: in the house's colour. */
export function rellenoDeCasa({ modo }: Aspecto): Relleno {
  return { relleno: modo.casa, trama: 'lisa' }
}

function comunes({ colores: { acento, tinta, papel }, estados }: Theme) {
  return { acento, estados, papel, sobreAreas: [tinta, papel] } as const
}

function letras({ titulo, rotulo, etiqueta, cifra, fuente }: Uso['letra']): Aspecto['letra'] {
  return {
    titulo: { familia: 'title', peso: 'bold', tamano: titulo },
    rotulo: { familia: 'title', peso: 'bold', tamano: rotulo },
    etiqueta: { familia: 'text', peso: 'normal', tamano: etiqueta },
    cifra: { familia: 'text', peso: 'bold', tamano: cifra },
    fuente: { familia: 'text', peso: 'normal', tamano: fuente },
  }
}

function ampliada({ raya, punto }: Theme['trama'], veces: number): Theme['trama'] {
  return {
    raya: { grosor: raya.grosor * veces, paso: raya.paso * veces },
    punto: { radio: punto.radio * veces, paso: punto.paso * veces },
  }
}
