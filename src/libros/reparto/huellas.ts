/** What a sector's workbook remembers of the rows that it was made from, so that whoever gets it back can tell what changed, and where. */
import { sha256 } from '../../hash/index.js'
import type { Tabla } from '../../workbook/index.js'
import { claveDe, valorDe } from '../tablas.js'
import { sePide } from './periodo.js'

/**
 * A hash of each thing that can change: `común` (Política, Objetivos, Semáforo), `sector` (its row of Sectores) and, of each product, one a
 * sheet for what only shows (`Metas 1.1.1`) and one for what is asked (`pedido 1.1.1`).
 */
export type Huellas = ReadonlyMap<string, string>

export const DE_TODOS: readonly string[] = ['Política', 'Objetivos', 'Semáforo']
const DE_PRODUCTO = ['Productos', 'Metas', 'Avances', 'Reportes'] as const

/** Under what name the row of a sheet is remembered. */
export function nombreDeHuella(hoja: string, clave: string): string {
  if (DE_TODOS.includes(hoja)) return 'común'
  return hoja === 'Sectores' ? 'sector' : `${hoja} ${clave}`
}

/** The hashes of a sector's tables, by what they hold and not by where: rows and columns may be in any order. */
export function huellasDe(tablas: readonly Tabla[], periodo: string): Huellas {
  const dichos = new Map<string, string[]>()
  for (const tabla of tablas)
    for (const fila of tabla.filas) {
      const clave = claveDe(tabla, fila)
      if (clave === null) continue
      tabla.columnas.forEach((titulo, j) => {
        const pedido = sePide(tabla.hoja, titulo, periodo)
        const nombre = pedido ? `pedido ${clave}` : nombreDeHuella(tabla.hoja, clave)
        const valor = valorDe(fila[j])
        const suyos = dichos.get(nombre) ?? []
        dichos.set(nombre, suyos)
        if (valor !== '') suyos.push(JSON.stringify([tabla.hoja, clave, titulo, valor]))
      })
    }
  return new Map([...dichos].map(([nombre, suyos]) => [nombre, huella(suyos.toSorted().join('\n'))]))
}

/** 24 bits: what is looked for is a slip, and not a forger. */
const huella = (texto: string): string => sha256(texto).slice(0, 6)

/** Products to a line of text: a cell holds no more than so many characters. */
const POR_RENGLON = 400
const PARTES = [...DE_PRODUCTO, 'pedido'] as const
const NINGUNA = '-'

/** The hashes as texts for cells: `común:9f3a21 sector:0b1c2d`, and then `1.1.1:` with one for each sheet and what is asked. */
export function huellasEnTexto(huellas: Huellas): readonly string[] {
  const codigos = [...new Set([...huellas.keys()].flatMap((nombre) => nombre.split(' ')[1] ?? []))]
  const comunes = ['común', 'sector'].map((nombre) => `${nombre}:${huellas.get(nombre) ?? NINGUNA}`)
  const productos = codigos.map((codigo) => `${codigo}:${PARTES.map((parte) => huellas.get(`${parte} ${codigo}`) ?? NINGUNA).join(',')}`)
  const renglones = Array.from({ length: Math.ceil(productos.length / POR_RENGLON) }, (_, i) =>
    productos.slice(i * POR_RENGLON, (i + 1) * POR_RENGLON).join(' '),
  )
  return [comunes.join(' '), ...renglones]
}

/** The hashes that those texts say; null where they are not as they were written. */
export function huellasDeTexto(textos: readonly string[]): Huellas | null {
  const huellas = new Map<string, string>()
  for (const pieza of textos.join(' ').split(/\s+/u).filter(Boolean)) {
    const [, de = '', valores = ''] = /^([^:]+):((?:[0-9a-f]{6}|-)(?:,(?:[0-9a-f]{6}|-))*)$/u.exec(pieza) ?? []
    const suyas = valores.split(',')
    const nombres = de === 'común' || de === 'sector' ? [de] : PARTES.map((parte) => `${parte} ${de}`)
    if (de === '' || suyas.length !== nombres.length) return null
    nombres.forEach((nombre, i) => {
      const suya = suyas[i]
      if (suya !== undefined && suya !== NINGUNA) huellas.set(nombre, suya)
    })
  }
  return huellas.has('común') && huellas.has('sector') ? huellas : null
}
