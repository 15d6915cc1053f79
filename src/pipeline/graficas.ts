/** Charts on their own, for whoever puts them in other things: which, how they are to be, and the files that come of it. */
import type { FormerSet } from '../disk/index.js'
import type { Assets } from '../document/index.js'
import type { Theme } from '../theme/index.js'
import { archivosDeGraficas, type Dibujantes, type Ficha, type FormatoDeDatos } from './archivos-de-graficas.js'
import { leerYCalcular } from './calculo.js'
import { nombreDeEdicion, textos } from './files.js'
import type { Entrada, Observador } from './generate.js'
import { type Edicion, type Estilo, edicionDe, firmaDe, laminaDe, piezasDe, usosPedidos } from './piezas.js'
import { todasLasGraficas } from './prepare.js'
import { type Seleccion, seleccionar } from './seleccion.js'
import { leerTema } from './theme.js'

export interface EntradaDeGraficas extends Pick<Entrada, 'libro' | 'limites' | 'corte' | 'plantillas' | 'tema' | 'fuentes' | 'version'> {
  readonly seleccion: Seleccion
  readonly estilo: Estilo
  readonly datos: readonly FormatoDeDatos[]
  readonly dibujantes: (theme: Theme, fonts: Assets['fonts']) => Dibujantes
}

export interface Graficas {
  /** `ppasp-2023`: the name of the edition. */
  readonly nombre: string
  /** How many notices the workbook has. */
  readonly avisos: number
  /** How many files of charts are to be made, the page and the manifest aside. */
  readonly cuantos: number
  /**
   * The files, made as they are asked for, the manifest last. Those of a former run that would come out the same today belong to the
   * set too, and the page lists them: who asks for one more use does not lose the others. `alHacer` hears how many are made.
   */
  readonly archivos: (anterior: FormerSet | null, alHacer: (hechos: number) => void) => AsyncIterable<readonly [string, Uint8Array]>
}

/** Every chart of an edition, with all that its pictures say. */
export function fichasDe(graficas: ReturnType<typeof todasLasGraficas>, edicion: Edicion): readonly Ficha[] {
  return graficas.map((puesta) => {
    const lamina = laminaDe(puesta)
    return { numero: puesta.numero, lamina, firma: firmaDe(lamina, edicion) }
  })
}

/**
 * Everything about the charts that are asked for, up to drawing them.
 * @throws InvalidInput where the workbook, a template or the theme is not valid
 * @throws PedidoInvalido where a chart, a sector, a use or a period does not exist
 */
export async function graficar(entrada: EntradaDeGraficas, observar: Observador): Promise<Graficas> {
  const theme = leerTema(textos(entrada.plantillas), entrada.tema, entrada.fuentes.familias)
  const usos = usosPedidos(theme, entrada.estilo)
  const { libro, problemas, report } = await leerYCalcular(entrada, observar)
  const graficas = await observar(
    'titulos',
    () => todasLasGraficas(report, entrada.plantillas),
    ({ length }) => length,
  )
  const fichas = fichasDe(graficas, edicionDe(entrada, libro))
  const pedidas = new Set(seleccionar(graficas, report, entrada.seleccion).map(({ numero }) => numero))
  const tareas = fichas
    .filter(({ numero }) => pedidas.has(numero))
    .map((ficha) => ({ ficha, piezas: piezasDe(ficha.numero, theme, entrada.tema, usos, entrada.estilo) }))
  const fonts = await entrada.fuentes.leer(theme)
  const trabajo = {
    ...{ entrada, theme, fonts, fichas, tareas },
    ...{ politica: libro.politica, corte: report.contexto.corte?.nombre },
    dibujantes: entrada.dibujantes(theme, fonts),
  }
  return {
    nombre: nombreDeEdicion(libro, null),
    avisos: problemas.avisos.length,
    cuantos: tareas.reduce((suma, { piezas }) => suma + piezas.length + entrada.datos.length, 0),
    archivos: (anterior, alHacer) => archivosDeGraficas(trabajo, anterior, alHacer),
  }
}
