/** Each file that a request for charts asks for: its name, what it holds, and what decides how it looks. */
import type { Firma, FormatoDeImagen, Lamina, Pedido } from '../charts/index.js'
import { sha256 } from '../hash/index.js'
import type { Libro } from '../model/index.js'
import { entero, type Publicado } from '../report/index.js'
import type { Theme } from '../theme/index.js'
import { enArchivo } from './files.js'
import type { Entrada } from './generate.js'
import { PedidoInvalido } from './seleccion.js'
import { TEMA_POR_OMISION } from './theme.js'

type Puesta = Publicado['graficas'][number]

/** How pictures are wanted. `usos` empty: all those of the theme. The rest, as in `Pedido`. */
export interface Estilo extends Pick<Pedido, 'modo' | 'fondo' | 'ppp' | 'texto'> {
  readonly usos: readonly string[]
  readonly formatos: readonly FormatoDeImagen[]
}

/** A picture to draw. */
export interface Pieza {
  readonly archivo: string
  /** Its size, which its name does not tell. */
  readonly descripcion: string
  readonly pedido: Pedido
  /** Pixels to the inch that a PNG states; null where it is measured in pixels. */
  readonly ppp: number | null
}

export function laminaDe({ numero, titulo, fuente, ...grafica }: Puesta): Lamina {
  return { grafica, rotulo: `Gráfica ${numero}`, titulo, fuente }
}

/** What all the pictures of an edition bear alike. */
export type Edicion = Pick<Firma, 'libro' | 'programa' | 'corte'>

export function edicionDe({ libro: { bytes }, version }: Pick<Entrada, 'libro' | 'version'>, { politica }: Libro): Edicion {
  return { libro: sha256(bytes), programa: `informe ${version}`, corte: politica.fechaCorte }
}

/** What each picture of a chart bears inside. */
export function firmaDe({ grafica, rotulo, titulo, fuente }: Lamina, edicion: Edicion): Firma {
  return { titulo: `${rotulo}. ${titulo}`, textoAlternativo: grafica.textoAlternativo, fuente, ...edicion }
}

/** The uses asked for. @throws PedidoInvalido with those that there are */
export function usosPedidos({ usos }: Theme, { usos: pedidos }: Pick<Estilo, 'usos'>): readonly string[] {
  const hay = Object.keys(usos)
  const ajeno = pedidos.find((uso) => !hay.includes(uso))
  if (ajeno !== undefined) throw new PedidoInvalido(`El tema no tiene un uso «${ajeno}»; están ${hay.join(', ')}.`)
  return pedidos.length === 0 ? hay : hay.filter((uso) => pedidos.includes(uso))
}

/** The pictures of a chart, use by use and format by format. */
export function piezasDe(numero: string, theme: Theme, tema: string, usos: readonly string[], estilo: Estilo): readonly Pieza[] {
  return usos.flatMap((uso) => estilo.formatos.map((formato) => pieza(numero, theme, tema, { ...estilo, uso, formato })))
}

function pieza(numero: string, theme: Theme, tema: string, { uso, formato, modo, fondo, ppp, texto }: Pedido): Pieza {
  const medidas = theme.usos[uso]
  const propia = formato === 'png' && medidas?.unidad === 'mm' ? medidas.ppp : null
  const pedido: Pedido = {
    formato,
    uso,
    modo,
    fondo,
    ppp: propia === null ? null : (ppp ?? propia),
    texto: formato === 'svg' ? texto : 'texto',
  }
  const variantes = variantesDe(pedido, propia, tema)
  return {
    archivo: `${[nombreDeGrafica(numero), uso, ...variantes].join('-')}.${formato}`,
    descripcion: medida(medidas, pedido),
    pedido,
    ppp: pedido.ppp,
  }
}

/** `grafica-05`, `grafica-a1`. */
export function nombreDeGrafica(numero: string): string {
  return `grafica-${enArchivo(numero)}`
}

/** What sets a picture apart from the plain one of its use, which it must not overwrite. */
function variantesDe({ modo, fondo, texto, ppp }: Pedido, propia: number | null, tema: string): readonly string[] {
  return [
    ...(tema === TEMA_POR_OMISION ? [] : [tema]),
    ...(modo === 'oscuro' ? ['oscuro'] : []),
    ...(fondo === 'transparente' ? ['transparente'] : []),
    ...(texto === 'trazado' ? ['trazado'] : []),
    ...(ppp === propia ? [] : [`${ppp}ppp`]),
  ]
}

/** `1.920 × 1.080 px`, `160 mm de ancho`. */
function medida(uso: Theme['usos'][string] | undefined, { ppp }: Pedido): string {
  if (uso === undefined) return ''
  const { ancho, alto, unidad } = uso
  const lados = alto === null ? `${entero(ancho)} ${unidad} de ancho` : `${entero(ancho)} × ${entero(alto)} ${unidad}`
  return ppp === null ? lados : `${lados} a ${entero(ppp)} ppp`
}

/** How the page that lists the charts shows each: as the smallest picture for screens, drawn without the fonts that it would have to carry. */
export function muestraDe({ usos }: Theme, modo: Pedido['modo']): Pedido {
  const todos = Object.entries(usos)
  const dePantalla = todos.flatMap(([nombre, uso]) => (uso.unidad === 'px' ? [{ nombre, area: uso.ancho * uso.alto }] : []))
  const menor = dePantalla.toSorted((a, b) => a.area - b.area)[0]
  return { formato: 'svg', uso: menor?.nombre ?? todos[0]?.[0] ?? '', modo, fondo: 'transparente', ppp: null, texto: 'trazado' }
}
