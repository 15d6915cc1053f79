import { type Caja, type Enlace, enRenglones, type PaginaImpresa, type Trozo } from './leer-paginas.js'

/** Letters of each kind of line, as the theme of the program has them. */
const LETRAS = {
  titulo1: ['WorkSans-Bold', 24],
  titulo2: ['WorkSans-Bold', 14],
  rotulo: ['WorkSans-Bold', 9.5],
  encabezado: ['WorkSans-Bold', 8.5],
  texto: ['SourceSans3-Regular', 10.5],
  celda: ['SourceSans3-Regular', 9.5],
  nota: ['SourceSans3-Regular', 8.5],
  llamada: ['SourceSans3-Regular', 6],
} as const

/** A run of text by hand: the kind of its letters, its words, its baseline from the top and its left edge, points. */
export type Escrito = readonly [letras: keyof typeof LETRAS, texto: string, base: number, izquierda?: number]

/** About as wide as the letters of the report are. */
const ANCHO_DE_LETRA = 0.5

function trozo([letras, texto, base, izquierda = 72]: Escrito): Trozo {
  const [fuente, cuerpo] = LETRAS[letras]
  const derecha = izquierda + texto.length * cuerpo * ANCHO_DE_LETRA
  return { texto, base, cuerpo, fuente, izquierda, derecha, arriba: base - cuerpo * 0.72, abajo: base + cuerpo * 0.22 }
}

/** A page written by hand, letter size. */
export function unaPagina(
  escritos: readonly Escrito[],
  mas: { readonly imagenes?: readonly Caja[]; readonly enlaces?: readonly Enlace[]; readonly etiqueta?: string } = {},
): PaginaImpresa {
  const { imagenes = [], enlaces = [], etiqueta = '' } = mas
  return { etiqueta, ancho: 612, alto: 792, renglones: enRenglones(escritos.map(trozo)), imagenes, enlaces }
}

export const unaImagen = (arriba: number, abajo: number): Caja => ({ izquierda: 72, derecha: 540, arriba, abajo })
