/** A chart's data and a look → where everything stands, tried with smaller words until it fits. */
import type { Grafica } from '../report/index.js'
import { type Aspecto, conLetraMenor, rellenoDeCasa } from './aspecto.js'
import { trazarSerie } from './columnas.js'
import type { Caja, Composicion, Relleno, Trazado } from './composicion.js'
import { type Fila, trazarFilas } from './filas.js'
import { trazarMapa } from './mapa.js'
import { type Clave, marco } from './marco.js'
import type { Medidor } from './medir.js'

type Hueco = Omit<Caja, 'alto'> & { readonly alto: number | null }

/** Sizes of words that are tried, as shares of those wanted; the look's least size holds for all. */
const ESCALAS = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4]

/** Least share of its size that a title keeps, so that it still is one; where nothing fits so, it gives way as all else does. */
const TITULOS = [0.75, 0]

/** Whether bars stand or lie. Years whose figures are too wide to stand under columns lie one under another. */
type Forma = 'columnas' | 'filas'
const FORMAS = { serie: ['columnas', 'filas'], otra: ['filas'] } as const

/** Words about a chart where no page is around it. */
export interface PalabrasDeLamina {
  readonly rotulo: string
  readonly titulo: string
  readonly fuente: string
}

/** A chart does not fit in a picture of this size, not even with the smallest words that can be read. */
export class NoCabe extends Error {
  constructor(readonly id: string) {
    super(`La gráfica «${id}» no cabe en una imagen de ese tamaño con letras legibles`)
    this.name = 'NoCabe'
  }
}

/** @throws NoCabe */
export function componer(grafica: Grafica, palabras: PalabrasDeLamina, aspecto: Aspecto, medidor: Medidor): Composicion {
  for (const deTitulo of TITULOS) {
    for (const escala of ESCALAS) {
      const menor = conLetraMenor(aspecto, escala, deTitulo)
      for (const etiquetas of [menor.etiquetas, menor.etiquetas === 'encima' ? 'al-lado' : 'encima'] as const) {
        for (const forma of FORMAS[grafica.tipo === 'serie' ? 'serie' : 'otra']) {
          const hecha = ensayar(grafica, palabras, forma, { ...menor, etiquetas }, medidor)
          if (hecha !== null) return hecha
        }
      }
    }
  }
  throw new NoCabe(grafica.id)
}

function ensayar(grafica: Grafica, palabras: PalabrasDeLamina, forma: Forma, aspecto: Aspecto, medidor: Medidor): Composicion | null {
  const { textos, lineas, cuadros, interior, pie } = marco(aspecto, medidor, { ...palabras, leyenda: leyendaDe(grafica, forma, aspecto) })
  if (interior.alto !== null && interior.alto <= 0) return null
  const trazado = trazar(grafica, forma, aspecto, medidor, interior)
  if (trazado === null) return null
  const abajo = fondoDe(trazado)
  if (interior.alto !== null && abajo > interior.y + interior.alto + 1) return null
  const alPie = pie(interior.alto === null ? abajo : interior.y + interior.alto)
  return {
    ancho: aspecto.ancho,
    alto: aspecto.alto ?? Math.round(abajo + alPie.alto + aspecto.margen.abajo),
    trazado,
    textos: [...textos, ...alPie.textos],
    lineas,
    cuadros,
  }
}

/** Where a chart ends: its bars, or the words under them. */
function fondoDe({ area, textos }: Trazado): number {
  return Math.max(area.y + area.alto, ...textos.map(({ y, letra }) => y + 0.3 * letra.tamano))
}

function trazar(grafica: Grafica, forma: Forma, aspecto: Aspecto, medidor: Medidor, caja: Hueco): Trazado | null {
  if (grafica.tipo === 'mapa') return trazarMapa(grafica, aspecto, medidor, caja)
  if (grafica.tipo === 'serie' && forma === 'columnas') return trazarSerie(grafica, aspecto, medidor, caja)
  return trazarFilas(filasDe(grafica, aspecto), aspecto, medidor, caja)
}

type DeFilas = Exclude<Grafica, { readonly tipo: 'mapa' }>

function filasDe(grafica: DeFilas, aspecto: Aspecto): Parameters<typeof trazarFilas>[0] {
  const { modo } = aspecto
  const [primera, segunda] = grafica.series
  const valores = primera?.valores.map((v) => v ?? 0) ?? []
  const rotulo = (i: number) => primera?.rotulos[i] ?? ''
  const una = (i: number, relleno: Relleno) => (valores[i] === 0 ? [] : [{ desde: 0, hasta: valores[i] ?? 0, relleno }])
  const filas = (fila: (nombre: string, i: number) => Fila) => grafica.etiquetas.map(fila)
  switch (grafica.tipo) {
    case 'estados':
      return {
        filas: filas((nombre, i) => ({
          nombre,
          barras: una(i, aspecto.estados[grafica.estados[i] ?? 'verde']),
          cifra: { texto: rotulo(i), color: modo.tinta },
        })),
        // A bar as long as the whole plot is the sum of them, so that its length is read as a share of the whole.
        maximo: Math.max(
          1,
          valores.reduce((suma, v) => suma + v, 0),
        ),
        enColumna: false,
        cerradas: false,
      }
    case 'avance':
      return {
        filas: filas((nombre, i) => ({
          nombre,
          barras: una(i, rellenoDeCasa(aspecto)),
          marca: segunda?.valores[i] ?? 0,
          cifra: {
            texto: `${rotulo(i)} de ${segunda?.rotulos[i] ?? ''}`,
            color: grafica.balances[i] === 'rezago' ? modo.rezago : modo.tinta,
          },
        })),
        maximo: 1,
        enColumna: true,
        cerradas: false,
      }
    case 'rezagos':
      return {
        filas: filas((nombre, i) => ({
          nombre,
          barras: una(i, { relleno: modo.rezago, trama: 'lisa' }),
          cifra: { texto: rotulo(i), color: modo.rezago },
        })),
        maximo: Math.max(1, ...valores),
        enColumna: false,
        cerradas: false,
      }
    case 'metas':
      return {
        filas: filas((nombre, i) => ({
          nombre,
          barras: una(i, rellenoDeCasa(aspecto)),
          marca: 1,
          cifra: { texto: rotulo(i), color: modo.tinta },
        })),
        maximo: Math.max(1, ...valores),
        enColumna: true,
        cerradas: false,
      }
    case 'serie':
      return deSerie(grafica, aspecto)
    case 'apilada':
      return {
        filas: filas((nombre, i) => apilada(nombre, i, grafica, aspecto)),
        maximo: 1,
        enColumna: true,
        cerradas: true,
      }
  }
}

/** A row a year: what was achieved as a bar, the goal as a mark, and both in words. */
function deSerie(
  { producto, etiquetas, series: [meta, logro] }: Extract<Grafica, { tipo: 'serie' }>,
  aspecto: Aspecto,
): Parameters<typeof trazarFilas>[0] {
  const filas = etiquetas.map((nombre, i): Fila => {
    const [prometido, hecho] = [meta?.valores[i] ?? null, logro?.valores[i] ?? 0]
    return {
      nombre,
      barras: hecho === 0 ? [] : [{ desde: 0, hasta: hecho, relleno: rellenoDeCasa(aspecto) }],
      ...(prometido === null ? {} : { marca: prometido }),
      cifra: { texto: `${logro?.rotulos[i] ?? ''} de ${meta?.rotulos[i] ?? ''}`, color: aspecto.modo.tinta },
    }
  })
  const valores = [...(meta?.valores ?? []), ...(logro?.valores ?? [])].map((v) => v ?? 0)
  return { filas, maximo: (producto === null ? Math.max(1, ...valores) : Math.max(...valores)) || 1, enColumna: true, cerradas: false }
}

/** A bar shared out among the states, each with its count where it fits; at its end, how many there are in all. */
function apilada(nombre: string, i: number, { estados, series }: Extract<Grafica, { tipo: 'apilada' }>, aspecto: Aspecto): Fila {
  const cuentas = series.map(({ valores }) => valores[i] ?? 0)
  const total = cuentas.reduce((suma, n) => suma + n, 0)
  const hasta = (k: number) => cuentas.slice(0, k).reduce((suma, n) => suma + n, 0) / Math.max(1, total)
  return {
    nombre,
    barras: cuentas.flatMap((cuenta, k) =>
      cuenta === 0
        ? []
        : [{ desde: hasta(k), hasta: hasta(k + 1), relleno: aspecto.estados[estados[k] ?? 'verde'], dentro: series[k]?.rotulos[i] ?? '' }],
    ),
    cifra: { texto: String(total), color: aspecto.modo.tinta },
  }
}

/** What tells the colours and marks of a chart apart, where no row does. */
function leyendaDe(grafica: Grafica, forma: Forma, aspecto: Aspecto): readonly Clave[] {
  switch (grafica.tipo) {
    case 'mapa':
    case 'apilada':
      return grafica.series.map(({ nombre }, k) => ({ nombre, relleno: aspecto.estados[grafica.estados[k] ?? 'verde'] }))
    case 'avance':
      return grafica.series.map(({ nombre }, k) => ({ nombre, relleno: k === 0 ? rellenoDeCasa(aspecto) : null }))
    case 'serie':
      // Columns have the names of both at the left of their figures.
      if (forma === 'columnas') return []
      return grafica.series.toReversed().map(({ nombre }, k) => ({ nombre, relleno: k === 0 ? rellenoDeCasa(aspecto) : null }))
    default:
      return []
  }
}
