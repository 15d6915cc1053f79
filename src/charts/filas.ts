/** Charts whose bars lie: each row a name, its bars, and a figure at their end. */
import type { Aspecto } from './aspecto.js'
import type { Barra, Caja, Cuadro, Linea, Marca, Texto, Trazado } from './composicion.js'
import { altoDe, renglonesCentrados } from './marco.js'
import type { Medidor } from './medir.js'
import { fondoDePalabras, sobre } from './rellenos.js'
import { lines, widest } from './renglones.js'

/** Most share of the width that names beside their bars may take. */
const COLUMNA_DE_NOMBRES = 0.4
/** Share of a row's pitch that its bar takes, where the picture's height decides it. */
const PARTE_DE_BARRA = 0.56
/** How far a mark stands out of its bar, in contours; where a name is over the bar, one. */
const SOBRESALE = 3
/** Least pitch of rows whose names stand beside their bars, as a share of the names' height. */
const AIRE_ENTRE_NOMBRES = 1.05
/** Most height of a bar, and least, as shares of the figures' size. */
const BARRA_MAYOR = 2.6
const BARRA_MENOR = 0.7

export interface Fila {
  readonly nombre: string
  /** Bars from one value to another, and what stands in the middle of each where it fits. */
  readonly barras: readonly (Pick<Barra, 'desde' | 'hasta' | 'relleno'> & { readonly dentro?: string })[]
  /** Value of the line across the row. */
  readonly marca?: number
  readonly cifra: { readonly texto: string; readonly color: string }
}

interface Filas {
  readonly filas: readonly Fila[]
  readonly maximo: number
  /** Whether the figures stand in a column at the right, rather than each at the end of its bar. */
  readonly enColumna: boolean
  readonly cerradas: boolean
}

/** Null where the rows do not fit in the height that there is. */
export function trazarFilas(
  { filas, maximo, enColumna, cerradas }: Filas,
  aspecto: Aspecto,
  medidor: Medidor,
  caja: Omit<Caja, 'alto'> & { readonly alto: number | null },
): Trazado | null {
  const { letra, modo, aire, contorno, etiquetas } = aspecto
  const encima = etiquetas === 'encima'
  const nombres = filas.map(({ nombre }) =>
    lines(nombre, encima ? caja.ancho : COLUMNA_DE_NOMBRES * caja.ancho, (t) => medidor.ancho(t, letra.etiqueta)),
  )
  const columna = encima ? 0 : Math.ceil(widest(nombres.flat(), (t) => medidor.ancho(t, letra.etiqueta)) + aire + contorno)
  const anchoDeCifras = Math.ceil(
    widest(
      filas.map(({ cifra }) => cifra.texto),
      (t) => medidor.ancho(t, letra.cifra),
    ),
  )
  const area = { x: caja.x + columna, ancho: caja.ancho - columna - anchoDeCifras - aire - 1 }
  if (area.ancho < caja.ancho * 0.2) return null
  const reparto = repartir(nombres, aspecto, caja.alto)
  if (reparto === null) return null

  const textos: Texto[] = []
  const barras: Barra[] = []
  const marcas: Marca[] = []
  const cuadros: Cuadro[] = []
  const enX = (valor: number) => area.x + (area.ancho * valor) / maximo
  let y = caja.y + reparto.antes
  for (const [i, fila] of filas.entries()) {
    const renglones = nombres[i] ?? []
    const altoDelNombre = encima ? altoDe(renglones.length, letra.etiqueta) : 0
    const en = y + altoDelNombre + reparto.grosor / 2
    textos.push(
      ...renglonesCentrados(
        renglones,
        { x: caja.x, medio: encima ? y + altoDelNombre / 2 : en, ancla: 'start', letra: letra.etiqueta, color: modo.tinta },
        medidor,
      ),
    )
    barras.push(...fila.barras.map(({ desde, hasta, relleno }) => ({ desde, hasta, relleno, en })))
    if (fila.marca !== undefined) marcas.push({ valor: fila.marca, en })
    const dentro = dentroDe(fila, en, enX, aspecto, medidor)
    textos.push(...dentro.textos)
    cuadros.push(...dentro.cuadros)
    const fin = Math.max(0, ...fila.barras.map(({ hasta }) => hasta), fila.marca ?? 0)
    // Over its bar, a name begins where bars do: the figure of a bar of nothing stands in line with it.
    const x = enColumna ? caja.x + caja.ancho - anchoDeCifras : enX(fin) + (encima && fin === 0 ? 0 : aire)
    textos.push(
      ...renglonesCentrados([fila.cifra.texto], { x, medio: en, ancla: 'start', letra: letra.cifra, color: fila.cifra.color }, medidor),
    )
    y += altoDelNombre + reparto.grosor + reparto.entre
  }
  const alto = reparto.antes * 2 + y - caja.y - reparto.antes - reparto.entre
  const eje: Linea = {
    desde: [area.x, caja.y],
    hasta: [area.x, caja.y + (caja.alto ?? alto)],
    grosor: contorno,
    color: modo.tinta,
  }
  return {
    area: { ...area, y: caja.y, alto: caja.alto ?? alto },
    sentido: 'filas',
    maximo,
    grosor: reparto.grosor,
    barras,
    cerradas: cerradas || encima,
    marcas,
    sobresale: (encima ? 1 : SOBRESALE) * contorno,
    textos,
    lineas: cerradas || encima ? [] : [eje],
    cuadros,
  }
}

/** What stands inside bars that have room for it, and the ground that parts it from their patterns. */
function dentroDe(
  fila: Fila,
  en: number,
  enX: (valor: number) => number,
  aspecto: Aspecto,
  medidor: Medidor,
): { readonly textos: readonly Texto[]; readonly cuadros: readonly Cuadro[] } {
  const { cifra } = aspecto.letra
  const puestos = fila.barras.flatMap(({ desde, hasta, relleno, dentro }) => {
    if (dentro === undefined || medidor.ancho(dentro, cifra) > enX(hasta) - enX(desde) - 4 * aspecto.contorno) return []
    const x = (enX(desde) + enX(hasta)) / 2
    return [{ texto: dentro, relleno, x, medio: en, ancla: 'middle' as const, letra: cifra, color: sobre(relleno, aspecto) }]
  })
  return {
    textos: puestos.flatMap((puesto) => renglonesCentrados([puesto.texto], puesto, medidor)),
    cuadros: puestos.flatMap((puesto) => fondoDePalabras(puesto.texto, puesto, puesto.relleno, aspecto, medidor)),
  }
}

/** Heights of the bars and of the gaps under them; null where they do not fit. `antes`: blank over the first and under the last. */
function repartir(
  nombres: readonly (readonly string[])[],
  { letra, etiquetas, barra, entreBarras }: Aspecto,
  alto: number | null,
): { readonly grosor: number; readonly entre: number; readonly antes: number } | null {
  const encima = etiquetas === 'encima'
  const masRenglones = Math.max(1, ...nombres.map((n) => n.length))
  const delNombre = altoDe(masRenglones, letra.etiqueta)
  if (alto === null) {
    const paso = Math.max(barra + entreBarras, encima ? delNombre + barra + entreBarras : delNombre)
    const entre = paso - barra - (encima ? delNombre : 0)
    return { grosor: barra, entre, antes: entre / 2 }
  }
  const deNombres = encima ? nombres.reduce((suma, n) => suma + altoDe(n.length, letra.etiqueta), 0) : 0
  const paso = (alto - deNombres) / nombres.length
  const grosor = Math.min(BARRA_MAYOR * letra.cifra.tamano, PARTE_DE_BARRA * paso)
  const minimo = encima ? BARRA_MENOR * letra.cifra.tamano : delNombre * PARTE_DE_BARRA
  if (grosor < minimo || (!encima && paso < Math.max(AIRE_ENTRE_NOMBRES * delNombre, altoDe(1, letra.cifra)))) return null
  return { grosor, entre: paso - grosor, antes: (paso - grosor) / 2 }
}
