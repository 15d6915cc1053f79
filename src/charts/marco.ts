/** What stands about a chart where no page is around it: the house's mark, number, title, legend, source. */
import type { Aspecto } from './aspecto.js'
import type { Caja, Cuadro, Linea, Relleno, Texto } from './composicion.js'
import type { Letra, Medidor } from './medir.js'
import { lines } from './renglones.js'

/** From one line of words to the next, as a share of their size. */
const INTERLINEA = 1.28
/** Blank between the parts of a frame, as shares of the size of the words after them. */
const TRAS_MARCA = 0.9
const ANTES_DEL_TITULO = 0.25
const TRAS_EL_TITULO = 1.1
const ENTRE_LEYENDA_Y_GRAFICA = 0.9
const ANTES_DE_LA_FUENTE = 1.4
/** The mark, as shares of the title's size. */
const MARCA = { ancho: 1.6, alto: 0.16 } as const
/** The sample of a legend, and the blanks after it and after its words, as shares of the words' size. */
const MUESTRA = { ancho: 1.4, alto: 0.75, aire: 0.45, entre: 1.2 } as const

/** Words of a frame; those that the look does not show are not drawn. */
export interface Palabras {
  readonly rotulo: string
  readonly titulo: string
  readonly fuente: string
  readonly leyenda: readonly Clave[]
}

/** A line of the legend: how something is drawn, and what it is. */
export interface Clave {
  readonly nombre: string
  /** A ground, or null for the line that marks a value. */
  readonly relleno: Relleno | null
}

export interface Marco {
  readonly textos: readonly Texto[]
  readonly lineas: readonly Linea[]
  readonly cuadros: readonly Cuadro[]
  /** Where the chart goes. `alto` null: as high as it asks. */
  readonly interior: Omit<Caja, 'alto'> & { readonly alto: number | null }
  /** What comes under the chart, once its height is known. */
  readonly pie: (abajo: number) => { readonly textos: readonly Texto[]; readonly alto: number }
}

export function marco(aspecto: Aspecto, medidor: Medidor, palabras: Palabras): Marco {
  const { margen, ancho, alto, muestra, letra, modo } = aspecto
  const x = margen.lados
  const util = ancho - 2 * margen.lados
  const columna = new Columna(x, util, margen.arriba, medidor)
  const cuadros: Cuadro[] = []
  if (muestra.marca) cuadros.push(columna.marca(letra.titulo.tamano, aspecto.acento))
  if (muestra.numero) columna.parrafo(palabras.rotulo, letra.rotulo, modo.casa)
  if (muestra.titulo) {
    columna.dejar(muestra.numero ? ANTES_DEL_TITULO * letra.titulo.tamano : 0)
    columna.parrafo(palabras.titulo, letra.titulo, modo.tinta)
  }
  if (muestra.numero || muestra.titulo) columna.dejar(TRAS_EL_TITULO * letra.etiqueta.tamano)
  const lineas: Linea[] = []
  if (muestra.leyenda && palabras.leyenda.length > 0) {
    const hecha = leyenda(columna, palabras.leyenda, aspecto, medidor)
    cuadros.push(...hecha.cuadros)
    lineas.push(...hecha.lineas)
    columna.dejar(ENTRE_LEYENDA_Y_GRAFICA * letra.etiqueta.tamano)
  }
  const fuente = muestra.fuente && palabras.fuente !== '' ? lines(palabras.fuente, util, (t) => medidor.ancho(t, letra.fuente)) : []
  const altoDelPie = fuente.length === 0 ? 0 : (ANTES_DE_LA_FUENTE + fuente.length * INTERLINEA) * letra.fuente.tamano
  return {
    textos: columna.textos,
    lineas,
    cuadros,
    interior: { x, y: columna.y, ancho: util, alto: alto === null ? null : alto - margen.abajo - altoDelPie - columna.y },
    pie: (abajo) => {
      const suya = new Columna(x, util, abajo + (fuente.length === 0 ? 0 : ANTES_DE_LA_FUENTE * letra.fuente.tamano), medidor)
      suya.renglones(fuente, letra.fuente, modo.gris)
      return { textos: suya.textos, alto: altoDelPie }
    },
  }
}

/** Height of some lines of words. */
export function altoDe(cuantos: number, { tamano }: Letra): number {
  return cuantos * INTERLINEA * tamano
}

/** Words of several lines about a middle, from a side. */
export function renglonesCentrados(
  renglones: readonly string[],
  { x, medio, ancla, letra, color }: Pick<Texto, 'x' | 'ancla' | 'letra' | 'color'> & { readonly medio: number },
  medidor: Medidor,
): readonly Texto[] {
  const paso = INTERLINEA * letra.tamano
  const primera = medio - ((renglones.length - 1) * paso) / 2 + medidor.alPie(letra)
  return renglones.map((texto, i) => ({ texto, x, y: primera + i * paso, ancla, letra, color }))
}

/** Things one under another, each taking its room. */
class Columna {
  readonly textos: Texto[] = []

  constructor(
    readonly x: number,
    readonly ancho: number,
    public y: number,
    private readonly medidor: Medidor,
  ) {}

  dejar(alto: number): void {
    this.y += alto
  }

  parrafo(texto: string, letra: Letra, color: string): void {
    this.renglones(
      lines(texto, this.ancho, (t) => this.medidor.ancho(t, letra)),
      letra,
      color,
    )
  }

  renglones(textos: readonly string[], letra: Letra, color: string): void {
    const alto = altoDe(textos.length, letra)
    const medio = this.y + alto / 2
    this.textos.push(...renglonesCentrados(textos, { x: this.x, medio, ancla: 'start', letra, color }, this.medidor))
    this.y += alto
  }

  marca(tamano: number, color: string): Cuadro {
    const cuadro: Cuadro = {
      x: this.x,
      y: this.y,
      ancho: MARCA.ancho * tamano,
      alto: MARCA.alto * tamano,
      relleno: { relleno: color, trama: 'lisa' },
      contorno: false,
    }
    this.y += cuadro.alto + TRAS_MARCA * tamano * 0.5
    return cuadro
  }
}

/** Samples and their names, as many to a line as fit. */
function leyenda(columna: Columna, claves: readonly Clave[], { letra, modo, contorno }: Aspecto, medidor: Medidor) {
  const { etiqueta } = letra
  const muestra = { ancho: MUESTRA.ancho * etiqueta.tamano, alto: MUESTRA.alto * etiqueta.tamano }
  const cuadros: Cuadro[] = []
  const lineas: Linea[] = []
  let x = columna.x
  for (const { nombre, relleno } of claves) {
    const ancho = muestra.ancho + MUESTRA.aire * etiqueta.tamano + medidor.ancho(nombre, etiqueta)
    if (x > columna.x && x + ancho > columna.x + columna.ancho) {
      x = columna.x
      columna.dejar(altoDe(1, etiqueta))
    }
    const medio = columna.y + altoDe(1, etiqueta) / 2
    if (relleno === null) {
      const en = x + muestra.ancho / 2
      lineas.push({ desde: [en, medio - muestra.alto / 2], hasta: [en, medio + muestra.alto / 2], grosor: 3 * contorno, color: modo.tinta })
    } else cuadros.push({ x, y: medio - muestra.alto / 2, ...muestra, relleno, contorno: true })
    const puesto = {
      x: x + muestra.ancho + MUESTRA.aire * etiqueta.tamano,
      medio,
      ancla: 'start',
      letra: etiqueta,
      color: modo.tinta,
    } as const
    columna.textos.push(...renglonesCentrados([nombre], puesto, medidor))
    x += ancho + MUESTRA.entre * etiqueta.tamano
  }
  columna.dejar(altoDe(1, etiqueta))
  return { cuadros, lineas }
}
