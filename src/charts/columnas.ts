/** A chart whose bars stand: one column a year, a bar of what was achieved, a line at what was promised, and both figures under it. */
import type { GraficaDeSerie } from '../report/index.js'
import { type Aspecto, rellenoDeCasa } from './aspecto.js'
import type { Barra, Caja, Linea, Marca, Texto, Trazado } from './composicion.js'
import { altoDe, renglonesCentrados } from './marco.js'
import type { Medidor } from './medir.js'
import { widest } from './renglones.js'

/** Share of a column that its bar takes, and most width of it, as a share of the figures' size. */
const PARTE_DE_BARRA = 0.5
const BARRA_MAYOR = 4
/** Height of the bars where nothing else decides it, and least of it, as shares of the figures' size. */
const ALTO = 14
const ALTO_MENOR = 5
/** Blank over the tallest bar, so that no line of a goal touches what is above. */
const AIRE_ARRIBA = 0.06
/** How far a mark stands out of its bar, in contours. */
const SOBRESALE = 3
/** Lines under the axis: the year, the goal, the achievement. */
const RENGLONES = 3
/** Side of the sample beside the name of a series, as a share of the words' size. */
const MUESTRA = 0.75

/** Null where the figures of a year do not fit in its column, or the bars in the height that there is. */
export function trazarSerie(
  grafica: GraficaDeSerie,
  aspecto: Aspecto,
  medidor: Medidor,
  caja: Omit<Caja, 'alto'> & { readonly alto: number | null },
): Trazado | null {
  const { letra, modo, aire, contorno } = aspecto
  const [meta, logro] = grafica.series
  if (meta === undefined || logro === undefined) return null
  const muestra = MUESTRA * letra.etiqueta.tamano
  const anchoDeNombres = muestra + aire + widest([meta.nombre, logro.nombre], (t) => medidor.ancho(t, letra.etiqueta)) + 2 * aire
  const area = { x: caja.x + anchoDeNombres, ancho: caja.ancho - anchoDeNombres }
  const columna = area.ancho / grafica.etiquetas.length
  const anchoDeCifras = widest([...meta.rotulos, ...logro.rotulos, ...grafica.etiquetas], (t) => medidor.ancho(t, letra.cifra))
  if (anchoDeCifras + aire / 2 > columna) return null
  const delCuadro = altoDe(RENGLONES, letra.etiqueta) + aire
  const alto = caja.alto === null ? ALTO * letra.cifra.tamano : caja.alto - delCuadro
  if (alto < ALTO_MENOR * letra.cifra.tamano) return null

  const tope = Math.max(...[...meta.valores, ...logro.valores].map((v) => v ?? 0))
  // Groups are read one beside another: the whole plan is as tall in each.
  const entera = grafica.producto === null ? Math.max(1, tope) : tope
  const maximo = entera === 0 ? 1 : entera * (1 + AIRE_ARRIBA)
  const abajo = caja.y + alto
  const grosor = Math.min(PARTE_DE_BARRA * columna, BARRA_MAYOR * letra.cifra.tamano)
  const enX = (i: number) => area.x + (i + 0.5) * columna
  const renglon = (n: number) => abajo + aire + altoDe(n + 0.5, letra.etiqueta)
  const barras: Barra[] = logro.valores.flatMap((valor, i) =>
    valor === null || valor === 0 ? [] : [{ desde: 0, hasta: valor, en: enX(i), relleno: rellenoDeCasa(aspecto) }],
  )
  const marcas: Marca[] = meta.valores.flatMap((valor, i) => (valor === null ? [] : [{ valor, en: enX(i) }]))
  const cifra = (texto: string, i: number, n: number, color: string): readonly Texto[] =>
    renglonesCentrados([texto], { x: enX(i), medio: renglon(n), ancla: 'middle', letra: letra.cifra, color }, medidor)
  const nombre = (texto: string, n: number): readonly Texto[] =>
    renglonesCentrados(
      [texto],
      { x: caja.x + muestra + aire, medio: renglon(n), ancla: 'start', letra: letra.etiqueta, color: modo.tinta },
      medidor,
    )
  const textos = [
    ...grafica.etiquetas.flatMap((anio, i) => cifra(anio, i, 0, modo.gris)),
    ...nombre(meta.nombre, 1),
    ...meta.rotulos.flatMap((rotulo, i) => cifra(rotulo, i, 1, modo.tinta)),
    ...nombre(logro.nombre, 2),
    ...logro.rotulos.flatMap((rotulo, i) => cifra(rotulo, i, 2, modo.tinta)),
  ]
  const lineas: Linea[] = [
    { desde: [area.x, abajo], hasta: [area.x + area.ancho, abajo], grosor: contorno, color: modo.tinta },
    { desde: [caja.x, renglon(1)], hasta: [caja.x + muestra, renglon(1)], grosor: 3 * contorno, color: modo.tinta },
  ]
  return {
    area: { ...area, y: caja.y, alto },
    sentido: 'columnas',
    maximo,
    grosor,
    barras,
    cerradas: false,
    marcas,
    sobresale: SOBRESALE * contorno,
    textos,
    lineas,
    cuadros: [{ x: caja.x, y: renglon(2) - muestra / 2, ancho: muestra, alto: muestra, relleno: rellenoDeCasa(aspecto), contorno: true }],
  }
}
