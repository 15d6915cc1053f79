/** A workbook → one for each sector, with what it must fill in. */
import { anioDe, escribirLibro, huellasDe, libroDeSector, periodoPedido, sectoresConProductos, tablasDeSector } from '../libros/index.js'
import { normalizarNombre } from '../model/index.js'
import { identificador } from '../report/index.js'
import { type Limites, listed, nearest, tablasDelLibro } from '../workbook/index.js'
import { leerValido } from './prepare.js'
import { PedidoInvalido } from './seleccion.js'

export interface EntradaDeReparto {
  readonly libro: Uint8Array
  readonly limites: Limites
  /** As typed: a year, or a part of it; null for the vigencia. */
  readonly periodo: string | null
  /** As typed; all where there are none. */
  readonly sectores: readonly string[]
}

export interface LibroRepartido {
  /** Within the folder. */
  readonly archivo: string
  readonly sector: string
  readonly productos: number
}

export interface Repartido {
  /** `ppasp-2023`, `ppasp-2023-t2`: with what the names of the files begin. */
  readonly nombre: string
  readonly periodo: string
  readonly libros: readonly LibroRepartido[]
  /** Sectors of the workbook that have nothing to report. */
  readonly sinProductos: readonly string[]
  readonly avisos: number
  /** The bytes of each, made as they are asked for. */
  archivos(): AsyncIterable<readonly [archivo: string, bytes: Uint8Array]>
}

/**
 * The workbooks of the sectors that have products. They are the same bytes on every run: they bear the date of the workbook's corte.
 * @throws InvalidInput where the workbook has errors
 * @throws PedidoInvalido where the period is none of its vigencia, or a sector is none of its own
 */
export function repartirLibro({ libro: bytes, limites, periodo: pedido, sectores: pedidos }: EntradaDeReparto): Repartido {
  const { libro, hojas, problemas } = leerValido(bytes, limites)
  const { politica } = libro
  const periodo = pedido === null ? String(politica.vigencia) : periodoPedido(pedido)
  if (periodo === null || anioDe(periodo) !== politica.vigencia)
    throw new PedidoInvalido(
      `No se puede pedir «${pedido}»: el período es la vigencia (${politica.vigencia}) o una parte de ella, como ${politica.vigencia}-T2 o ${politica.vigencia}-S1.`,
    )
  const tablas = tablasDelLibro(hojas)
  const todos = sectoresConProductos(tablas)
  const nombre = `${identificador(politica.sigla)}-${periodo.toLowerCase()}`
  const archivoDe = nombresDe(todos, nombre)
  const elegidos = elegir(todos, pedidos).map((sector) => {
    const suyas = tablasDeSector(tablas, { sector, periodo })
    return { sector, suyas, numero: todos.indexOf(sector) + 1 }
  })
  return {
    nombre,
    periodo,
    libros: elegidos.map(({ sector, suyas }) => ({
      archivo: archivoDe(sector),
      sector,
      productos: suyas.find(({ hoja }) => hoja === 'Productos')?.filas.length ?? 0,
    })),
    sinProductos: libro.sectores.map((sector) => sector.nombre).filter((sector) => !todos.some((uno) => iguales(uno, sector))),
    avisos: problemas.avisos.length,
    async *archivos() {
      for (const { sector, suyas, numero } of elegidos) {
        const reparto = { sector, periodo, numero, de: todos.length, huellas: huellasDe(suyas, periodo) }
        const destino = { politica: politica.nombre, dependencia: politica.dependencia, sigla: politica.siglaEntidad }
        const meta = { titulo: `${sector} · ${periodo}`, autor: politica.entidad, fecha: new Date(`${politica.fechaCorte}T00:00:00Z`) }
        yield [archivoDe(sector), await escribirLibro(libroDeSector(suyas, reparto, destino, politica), meta)] as const
      }
    },
  }
}

const iguales = (uno: string, otro: string) => normalizarNombre(uno) === normalizarNombre(otro)

/** The name of each sector's file. Two sectors whose names differ only in what a file name cannot say bear their number. */
function nombresDe(sectores: readonly string[], nombre: string): (sector: string) => string {
  const llanos = sectores.map(identificador)
  return (sector) => {
    const i = sectores.indexOf(sector)
    const llano = llanos[i] ?? ''
    const repetido = llano === '' || llanos.indexOf(llano) !== llanos.lastIndexOf(llano)
    return `${nombre}-${repetido ? `${llano}-${i + 1}`.replace(/^-/u, '') : llano}.xlsx`
  }
}

function elegir(todos: readonly string[], pedidos: readonly string[]): readonly string[] {
  if (pedidos.length === 0) return todos
  const ajeno = pedidos.find((pedido) => !todos.some((uno) => iguales(uno, pedido)))
  if (ajeno === undefined) return todos.filter((uno) => pedidos.some((pedido) => iguales(uno, pedido)))
  const cercanos = nearest(ajeno, todos)
  throw new PedidoInvalido(
    `No hay un sector «${ajeno}» con productos. ${cercanos.length > 0 ? `Los más parecidos: ${listed(cercanos)}.` : `Están ${listed(todos)}.`}`,
  )
}
