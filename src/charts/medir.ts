/** Fonts of the charts, and how wide their words are. */
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'

/** TrueType bytes of a family, under its own name. */
export interface FuenteGrafica {
  readonly name: string
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

/** The two families of a theme. */
export interface FuentesDeGraficas {
  readonly title: FuenteGrafica
  readonly text: FuenteGrafica
}

export interface Letra {
  readonly familia: keyof FuentesDeGraficas
  readonly peso: 'normal' | 'bold'
  /** In the unit of what is drawn. */
  readonly tamano: number
}

/** Measures in the unit of the type's size. */
export interface Medidor {
  readonly ancho: (texto: string, letra: Letra) => number
  /** From the middle of a line down to its baseline, as the canvas counts the middle. */
  readonly alPie: (letra: Letra) => number
}

/** Names of the families for the canvas. */
export type Familias = Readonly<Record<keyof FuentesDeGraficas, string>>

/** Hands the fonts to the canvas. Throws when the bytes of one cannot be read, since a chart in another face would pass unseen. */
export function registrar({ title, text }: FuentesDeGraficas): Familias {
  return { title: register(title), text: register(text) }
}

/** Gives the family's name for the canvas: one of our own, because a font of the machine wins over a registered one of the same name. */
function register({ name, regular, bold }: FuenteGrafica): string {
  const family = `Informe ${name}`
  for (const face of [regular, bold]) {
    if (GlobalFonts.register(Buffer.from(face), family) === null) throw new Error(`not a font: ${name}`)
  }
  return family
}

/** A type as a canvas takes it. The family is quoted: «Source Sans 3» is no name in CSS without it. */
export function fontOf({ familia, peso, tamano }: Letra, familias: Familias): string {
  return `${peso} ${tamano}px "${familias[familia]}"`
}

/** Words are measured once, at this size, and the rest follows: a picture tries many sizes, and the faces are not hinted. */
const TAMANO_DE_MEDIDA = 100

export function medidorDe(familias: Familias): Medidor {
  const pen = createCanvas(1, 1).getContext('2d')
  const medidos = new Map<string, number>()
  const medido = ({ familia, peso }: Letra, de: string, medir: (pen: SKRSContext2D) => number): number => {
    const clave = `${familia} ${peso} ${de}`
    const sabido = medidos.get(clave)
    if (sabido !== undefined) return sabido
    pen.font = fontOf({ familia, peso, tamano: TAMANO_DE_MEDIDA }, familias)
    const nuevo = medir(pen) / TAMANO_DE_MEDIDA
    medidos.set(clave, nuevo)
    return nuevo
  }
  return {
    ancho: (texto, letra) => letra.tamano * medido(letra, `ancho ${texto}`, (p) => p.measureText(texto).width),
    alPie: (letra) => letra.tamano * medido(letra, 'pie', (p) => ascenso(p, 'alphabetic') - ascenso(p, 'middle')),
  }
}

function ascenso(pen: SKRSContext2D, linea: 'alphabetic' | 'middle'): number {
  pen.textBaseline = linea
  return pen.measureText('H').actualBoundingBoxAscent
}
