/** Every product as a cell with its code, grouped by sector: a line of cells beside each name, or blocks that follow one another. */
import type { GraficaDeMapa } from '../report/index.js'
import type { Aspecto } from './aspecto.js'
import type { Barra, Caja, Cuadro, Texto, Trazado } from './composicion.js'
import { altoDe, renglonesCentrados } from './marco.js'
import type { Medidor } from './medir.js'
import { fondoDePalabras, sobre } from './rellenos.js'
import { lines, widest } from './renglones.js'

/** Most share of the width that names beside their cells may take. */
const COLUMNA_DE_NOMBRES = 0.36
/** Shares of the codes' size: blank at both sides of one, height of its cell, blank between cells and between sectors. */
const AIRE = 0.7
const ALTO_DE_CASILLA = 1.45
const ENTRE_CASILLAS = 0.28
const ENTRE_SECTORES = 0.5
const ENTRE_BLOQUES = 1.6
/** How much taller than asked for cells and blanks may be, where there is room. */
const HOLGURAS = [1.6, 1.45, 1.3, 1.15, 1]

type Celdas = GraficaDeMapa['celdas'][number]

/** A sector in its place. Lengths from the chart's corner. */
interface Bloque {
  readonly celdas: Celdas
  readonly nombre: readonly string[]
  /** Left of the name and middle of its first line's height; left and top of the cells. */
  readonly nombreEn: { readonly x: number; readonly medio: number }
  readonly casillasEn: { readonly x: number; readonly y: number }
  readonly porRenglon: number
}

/** The measures that all cells share. */
interface Medidas {
  readonly ancho: number
  readonly alto: number
  readonly entre: number
  readonly entreSectores: number
}

/** Null where the cells do not fit in the height that there is. */
export function trazarMapa(
  grafica: GraficaDeMapa,
  aspecto: Aspecto,
  medidor: Medidor,
  caja: Omit<Caja, 'alto'> & { readonly alto: number | null },
): Trazado | null {
  const repartir = aspecto.etiquetas === 'encima' ? enBloques : enRenglones
  const { tamano } = aspecto.letra.cifra
  const ancho = widest(
    grafica.celdas.flat().map(({ codigo }) => codigo),
    (t) => medidor.ancho(t, aspecto.letra.cifra),
  )
  for (const holgura of caja.alto === null ? [1] : HOLGURAS) {
    const medidas = {
      ancho: ancho + AIRE * tamano,
      alto: ALTO_DE_CASILLA * tamano * holgura,
      entre: ENTRE_CASILLAS * tamano,
      entreSectores: ENTRE_SECTORES * tamano * holgura,
    }
    const reparto = repartir(grafica, caja.ancho, aspecto, medidor, medidas)
    if (reparto !== null && (caja.alto === null || reparto.alto <= caja.alto))
      return trazado(reparto.bloques, medidas, aspecto, medidor, { ...caja, alto: caja.alto ?? reparto.alto })
  }
  return null
}

interface Reparto {
  readonly bloques: readonly Bloque[]
  readonly alto: number
}

/** A sector a line: its name, and its cells beside it, in several lines where one is too short. */
function enRenglones(grafica: GraficaDeMapa, ancho: number, { letra, aire }: Aspecto, medidor: Medidor, m: Medidas): Reparto | null {
  const medir = (t: string) => medidor.ancho(t, letra.etiqueta)
  const nombres = grafica.etiquetas.map((nombre) => lines(nombre, COLUMNA_DE_NOMBRES * ancho, medir))
  const columna = widest(nombres.flat(), medir) + 2 * aire
  const porRenglon = Math.floor((ancho - columna + m.entre) / (m.ancho + m.entre))
  if (porRenglon < 1) return null
  let y = 0
  const bloques = grafica.celdas.map((celdas, i): Bloque => {
    const nombre = nombres[i] ?? []
    const delNombre = altoDe(nombre.length, letra.etiqueta)
    const primera = y + Math.max(0, delNombre - m.alto) / 2
    const medio = Math.max(primera + m.alto / 2, y + delNombre / 2)
    y = Math.max(y + delNombre, primera + altoDeCasillas(celdas, porRenglon, m)) + m.entreSectores
    return { celdas, nombre, nombreEn: { x: 0, medio }, casillasEn: { x: columna, y: primera }, porRenglon }
  })
  return { bloques, alto: y - m.entreSectores }
}

/** Each sector a block with its name over its cells, as many blocks to a line as fit. */
function enBloques(grafica: GraficaDeMapa, ancho: number, { letra }: Aspecto, medidor: Medidor, m: Medidas): Reparto | null {
  const medir = (t: string) => medidor.ancho(t, letra.etiqueta)
  const caben = Math.floor((ancho + m.entre) / (m.ancho + m.entre))
  if (caben < 1) return null
  let [x, y, alto] = [0, 0, 0]
  const bloques = grafica.celdas.map((celdas, i): Bloque => {
    const nombre = lines(grafica.etiquetas[i] ?? '', ancho, medir)
    const porRenglon = Math.min(celdas.length, caben)
    const suyo = Math.max(porRenglon * (m.ancho + m.entre) - m.entre, widest(nombre, medir))
    if (x > 0 && x + suyo > ancho) [x, y, alto] = [0, y + alto + m.entreSectores, 0]
    const delNombre = altoDe(nombre.length, letra.etiqueta)
    const bloque = { celdas, nombre, nombreEn: { x, medio: y + delNombre / 2 }, casillasEn: { x, y: y + delNombre }, porRenglon }
    x += suyo + ENTRE_BLOQUES * letra.etiqueta.tamano
    alto = Math.max(alto, delNombre + altoDeCasillas(celdas, porRenglon, m))
    return bloque
  })
  return { bloques, alto: y + alto }
}

function altoDeCasillas(celdas: Celdas, porRenglon: number, { alto, entre }: Medidas): number {
  return Math.ceil(celdas.length / porRenglon) * (alto + entre) - entre
}

function trazado(bloques: readonly Bloque[], m: Medidas, aspecto: Aspecto, medidor: Medidor, caja: Caja): Trazado {
  const { letra, modo, estados } = aspecto
  const casillas = bloques.flatMap(({ celdas, casillasEn, porRenglon }) =>
    celdas.map(({ codigo, estado }, j) => ({
      codigo,
      relleno: estados[estado],
      desde: casillasEn.x + (j % porRenglon) * (m.ancho + m.entre),
      medio: caja.y + casillasEn.y + m.alto / 2 + Math.floor(j / porRenglon) * (m.alto + m.entre),
    })),
  )
  const codigos = casillas.map(({ codigo, relleno, desde, medio }) => ({
    codigo,
    relleno,
    puesto: { x: caja.x + desde + m.ancho / 2, medio, ancla: 'middle' as const, letra: letra.cifra, color: sobre(relleno, aspecto) },
  }))
  const nombres = bloques.flatMap(({ nombre, nombreEn }): readonly Texto[] => {
    const puesto = {
      x: caja.x + nombreEn.x,
      medio: caja.y + nombreEn.medio,
      ancla: 'start',
      letra: letra.etiqueta,
      color: modo.tinta,
    } as const
    return renglonesCentrados(nombre, puesto, medidor)
  })
  return {
    // Cells stand by their own measures: a value is a length from the left of the chart.
    area: caja,
    sentido: 'filas',
    maximo: caja.ancho,
    grosor: m.alto,
    barras: casillas.map(({ relleno, desde, medio }): Barra => ({ desde, hasta: desde + m.ancho, en: medio, relleno })),
    cerradas: true,
    marcas: [],
    sobresale: 0,
    textos: [...nombres, ...codigos.flatMap(({ codigo, puesto }) => renglonesCentrados([codigo], puesto, medidor))],
    lineas: [],
    cuadros: codigos.flatMap(({ codigo, puesto, relleno }): readonly Cuadro[] =>
      fondoDePalabras(codigo, puesto, relleno, aspecto, medidor),
    ),
  }
}
