/** Which charts someone asks for, by number or by sector. */
import { normalizarNombre } from '../model/index.js'
import { lista, type Publicado, type Report } from '../report/index.js'

type Puesta = Publicado['graficas'][number]

/** Thrown where what is asked for does not exist. The message says so, and what there is. */
export class PedidoInvalido extends Error {
  override readonly name = 'PedidoInvalido'
}

/** `numeros`: `1`, `A2`, `1-15`; `sectores`: names of the workbook, in whatever case and accents. Both empty ask for all. */
export interface Seleccion {
  readonly numeros: readonly string[]
  readonly sectores: readonly string[]
}

/** The charts asked for, in their order. @throws PedidoInvalido */
export function seleccionar(graficas: readonly Puesta[], report: Report, { numeros, sectores }: Seleccion): readonly Puesta[] {
  if (numeros.length + sectores.length === 0) return graficas
  const pedidas = new Set([...numeros.flatMap((n) => entre(graficas, n)), ...sectores.flatMap((s) => delSector(graficas, report, s))])
  return graficas.filter((g) => pedidas.has(g))
}

/** The one of a number, or those from one to another of the same count. */
function entre(graficas: readonly Puesta[], pedido: string): readonly Puesta[] {
  const [desde = '', hasta = desde] = pedido.toUpperCase().split('-')
  const [primera, ultima] = [conNumero(graficas, desde), conNumero(graficas, hasta)]
  const cuenta = graficas.filter(({ extra }) => extra === primera.extra)
  const tramo = cuenta.slice(cuenta.indexOf(primera), cuenta.indexOf(ultima) + 1)
  if (tramo.length === 0) throw new PedidoInvalido(`«${pedido}» no va de una gráfica a otra posterior; están ${cuales(graficas)}.`)
  return tramo
}

function conNumero(graficas: readonly Puesta[], numero: string): Puesta {
  const suya = graficas.find((g) => g.numero === numero.trim())
  if (suya === undefined) throw new PedidoInvalido(`No hay una gráfica ${numero.trim()}; están ${cuales(graficas)}.`)
  return suya
}

/** `1 a 15 y A1 a A5`. */
function cuales(graficas: readonly Puesta[]): string {
  const tramos = [false, true].map((extra) => graficas.filter((g) => g.extra === extra).map((g) => g.numero))
  return lista(tramos.flatMap((t) => (t.length === 0 ? [] : t.length === 1 ? (t[0] ?? '') : `${t[0]} a ${t.at(-1)}`)))
}

/** The chart of a sector, and those of its products. */
function delSector(graficas: readonly Puesta[], { contexto, libro }: Report, pedido: string): readonly Puesta[] {
  const sector = sectorPedido(contexto, pedido)
  const productos = libro.productos.filter((p) => p.sector === sector.nombre).map((p): string => p.codigo)
  return graficas.filter((g) => g.id === sector.grafica || (g.tipo === 'serie' && g.producto !== null && productos.includes(g.producto)))
}

/** The sector of a name, in whatever case and accents. @throws PedidoInvalido with those that there are */
export function sectorPedido({ sectores }: Report['contexto'], pedido: string): Report['contexto']['sectores'][number] {
  const sector = sectores.find(({ nombre }) => normalizarNombre(nombre) === normalizarNombre(pedido))
  if (sector === undefined) throw new PedidoInvalido(`No hay un sector «${pedido}»; están ${lista(sectores.map(({ nombre }) => nombre))}.`)
  return sector
}
