/** Sizes of what is drawn and not only written, group by group. Points, unless it says a share. */
import { z } from 'zod'

export const color = z.string().regex(/^#[0-9A-Fa-f]{6}$/u, 'un color en la forma #RRGGBB')
/** Lengths that a page, a screen or a poster may have. Beyond them a slip of a key asks for dots without end or a picture that no memory holds. */
export const positivo = z.number().min(0.05).max(5000)
export const noNegativo = z.number().min(0).max(5000)
/** Letters and the pitch of their lines: none is larger than a page. */
export const letra = z.number().min(0.5).max(400)
const parte = z.number().min(0).max(1)

/** Shares of the page's height, from its top: where the title begins and where the squares and the words at the foot end, while the title leaves room. */
const alturas = z.strictObject({ titulo: parte, cuadros: parte, pie: parte })

/** The cover. Shares of the text's width: `subtitulo`, `leyenda`, and `ancho` of the logo at most. */
const portada = z.strictObject({
  alturas,
  subtitulo: parte,
  leyenda: parte,
  marca: z.strictObject({ ancho: positivo, alto: positivo, antes: noNegativo, despues: noNegativo }),
  /** One square a product. `paso`: from one to the next; `contorno`: the line round each, in the colour of the cover's words. */
  cuadro: z.strictObject({ lado: positivo, paso: positivo, contorno: positivo }),
  logo: z.strictObject({ alto: positivo, ancho: parte }),
})

/** The scorecard on its veil. Shares of the inner width: the columns of the large figure and of the counts. */
const ficha = z.strictObject({
  aireHorizontal: noNegativo,
  aireVertical: noNegativo,
  entreColumnas: noNegativo,
  columnaCifra: parte,
  columnaEstados: parte,
  /** Letters of the unit after the large figure. */
  unidad: positivo,
  /** The bar; the line across it at what was planned, and how far it stands out over and under the bar. */
  barra: z.strictObject({ alto: positivo, marca: positivo, sobresale: noNegativo }),
  /** The square of a state, and the pitch of the lines of counts. */
  cuadro: z.strictObject({ lado: positivo, paso: positivo }),
})

/** The words of a state, or a code, on its ground. Shares: the letters, of those around them; the rest, of the letters. */
const etiqueta = z.strictObject({ letra: positivo, alto: positivo, aire: noNegativo, aireConPuntos: noNegativo, entre: noNegativo })

/** Stripes and dots of the states' grounds. */
const trama = z.strictObject({
  raya: z.strictObject({ grosor: positivo, paso: positivo }),
  punto: z.strictObject({ radio: positivo, paso: positivo }),
})

export const medidas = {
  tabla: z.strictObject({
    celdaVertical: noNegativo,
    celdaHorizontal: noNegativo,
    filete: positivo,
    fileteTitulo: positivo,
    /** Least blank after the whole. */
    despues: noNegativo,
  }),
  portada,
  ficha,
  etiqueta,
  trama,
  /** `sangria` of the second level; the dots and their pitch. */
  indice: z.strictObject({ sangria: noNegativo, punto: positivo, paso: positivo }),
  /** `entre`: most blank between two items. */
  lista: z.strictObject({ sangria: positivo, entre: noNegativo, vineta: positivo }),
  /** Set in from both sides; the bar at its left. */
  cita: z.strictObject({ sangria: noNegativo, barra: positivo }),
  /** Blank between a picture and its words, and round both. */
  figura: z.strictObject({ aire: noNegativo, alrededor: noNegativo }),
  /** The rule over the footnotes: its width and the blanks about it; `entre`, between two notes. */
  notas: z.strictObject({ filete: positivo, antes: noNegativo, despues: noNegativo, entre: noNegativo }),
  /** The mark of a draft: share of the page's diagonal, most size of its letters, how much of its colour it has (0 to 1). */
  borrador: z.strictObject({ ancho: parte, letra: positivo, fuerza: parte }),
}
