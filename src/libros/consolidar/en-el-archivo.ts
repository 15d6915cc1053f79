/** What a sector's workbook changed, took out or put in beyond what it was asked. */
import type { FaltaRedactada, Tabla } from '../../workbook/index.js'
import { DE_TODOS, type Huellas, nombreDeHuella } from '../reparto/huellas.js'
import { TEXTOS } from '../reparto/periodo.js'
import { celdaBajo, claveDe, mostrado, tablaDe } from '../tablas.js'
import { diferenciasCon } from './diferencias.js'
import { falta, lugarEn } from './palabras.js'
import { type LibroDeSector, repartidos } from './recibido.js'

/** Tables that are as they were handed out, by the hash that says so; undefined where nobody has them. */
export type Testigo = (huella: string) => readonly Tabla[] | undefined

/** The tables among `candidatos` whose hash is the one that the workbook remembers. */
export function testigoEntre(
  libro: LibroDeSector,
  candidatos: readonly { readonly tablas: readonly Tabla[]; readonly huellas: Huellas }[],
): Testigo {
  return (huella) => candidatos.find(({ huellas }) => huellas.get(huella) === libro.entrega.huellas.get(huella))?.tablas
}

/** Sheets of products, what is asked of them last. */
const DE_PRODUCTOS = ['Productos', 'Metas', 'Avances', 'Reportes']

/**
 * All that is not as it was handed out, each by its cell where `testigo` has what it was, and by its row where not. What a sheet without
 * its header, or codes that cannot be read, explain is not told again: the reader tells them.
 */
export function cambiosEn(libro: LibroDeSector, testigo: Testigo): readonly FaltaRedactada[] {
  const { archivo, entrega, errores } = libro
  const codigos = repartidos(libro)
  const quitados = new Set(codigos.filter((codigo) => !libro.filas('Productos').has(codigo) && legible(libro, 'Productos')))
  const cambio = (huella: string) => libro.huellas.get(huella) !== entrega.huellas.get(huella)
  const deProductos = DE_PRODUCTOS.flatMap((hoja) => {
    const tabla = tablaDe(libro.tablas, hoja)
    if (tabla === undefined)
      return hoja === 'Reportes' ? [falta('hoja-quitada', lugarEn(archivo, hoja), 'un libro sin ella', { hoja })] : []
    if (!legible(libro, hoja) || errores.some(({ regla, lugar }) => regla === 'falta-columna' && lugar.startsWith(`${hoja}!`))) return []
    const pedidas = hoja === 'Avances' ? [entrega.periodo] : hoja === 'Reportes' ? TEXTOS : []
    const sinPedida = pedidas
      .filter((titulo) => !tabla.columnas.includes(titulo))
      .map((columna) => falta('columna-quitada', lugarEn(archivo, hoja), 'la hoja sin ella', { columna }))
    const filas = codigos.flatMap((codigo) => {
      if (hoja !== 'Productos' && quitados.has(codigo)) return []
      const fila = libro.filas(hoja).get(codigo)
      const huella = nombreDeHuella(hoja, codigo)
      if (fila === undefined)
        return entrega.huellas.has(huella) ? [falta('fila-quitada', lugarEn(archivo, hoja), 'la hoja sin ella', { clave: codigo })] : []
      if (!cambio(huella)) return []
      const repartidas = testigo(huella)
      if (repartidas !== undefined) return diferenciasCon(repartidas, libro, hoja, new Set([codigo]))
      return [falta('fila-cambiada', lugarEn(archivo, celdaBajo(tabla, fila, 'Código')?.celda ?? hoja), `la fila de ${codigo}, cambiada`)]
    })
    return [...sinPedida, ...filas]
  })
  return [...deProductos, ...comunesEn(libro, testigo, cambio), ...fueraDeLoPedido(libro)]
}

/** Whether the codes of a sheet can be read: what its rows are of is else unknown. */
function legible({ tablas }: LibroDeSector, hoja: string): boolean {
  const tabla = tablaDe(tablas, hoja)
  return tabla?.columnas.includes('Código') === true && tabla.filas.every((fila) => claveDe(tabla, fila) !== null)
}

function comunesEn(libro: LibroDeSector, testigo: Testigo, cambio: (huella: string) => boolean): readonly FaltaRedactada[] {
  const hojas = (nombre: string) => (nombre === 'común' ? DE_TODOS : ['Sectores'])
  return ['común', 'sector'].filter(cambio).flatMap((nombre) => {
    const repartidas = testigo(nombre)
    const suyas = hojas(nombre).filter((hoja) => tablaDe(libro.tablas, hoja) !== undefined)
    if (repartidas !== undefined) return suyas.flatMap((hoja) => diferenciasCon(repartidas, libro, hoja, null))
    return [falta('fila-cambiada', lugarEn(libro.archivo, suyas.join(', ')), 'algo que cambió en ellas')]
  })
}

/** Values in columns of the period's year that nobody asked for are among the differences of their rows; here, codes that nobody gave. */
function fueraDeLoPedido(libro: LibroDeSector): readonly FaltaRedactada[] {
  const productos = tablaDe(libro.tablas, 'Productos')
  const suyos = new Set(repartidos(libro))
  if (productos === undefined) return []
  return [...libro.filas('Productos')]
    .filter(([codigo]) => !suyos.has(codigo))
    .map(([, fila]) => {
      const celda = celdaBajo(productos, fila, 'Código')
      return falta('producto-no-repartido', lugarEn(libro.archivo, celda?.celda ?? 'Productos'), mostrado(celda), {
        sector: libro.entrega.sector,
      })
    })
}
