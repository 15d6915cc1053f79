/** What is wrong with the sectors' workbooks as a set: two of one sector, one of another handing out, one that is missing. */
import { normalizarNombre } from '../../model/index.js'
import type { FaltaRedactada } from '../../workbook/index.js'
import { enPalabras } from '../reparto/periodo.js'
import { sectoresConProductos } from '../reparto/tablas-de-sector.js'
import { celdaBajo, mostrado, tablaDe } from '../tablas.js'
import { type Base, esDeSuVigencia } from './base.js'
import { falta, lugarEn } from './palabras.js'
import type { LibroDeSector } from './recibido.js'

/** Sectors that two workbooks answer for, and products that are in two. */
export function repetidos(libros: readonly LibroDeSector[]): readonly FaltaRedactada[] {
  const primeros = new Map<string, LibroDeSector>()
  const productos = new Map<string, { readonly libro: LibroDeSector; readonly lugar: string }>()
  return libros.flatMap((libro) => {
    const sector = normalizarNombre(libro.entrega.sector)
    const otro = primeros.get(sector)
    if (otro !== undefined)
      return [
        falta('sector-en-dos-libros', lugarEn(libro.archivo, libro.entrega.celda), `«${libro.entrega.sector}»`, { otro: otro.archivo }),
      ]
    primeros.set(sector, libro)
    const tabla = tablaDe(libro.tablas, 'Productos')
    return [...libro.filas('Productos')].flatMap(([codigo, fila]) => {
      const celda = tabla === undefined ? undefined : celdaBajo(tabla, fila, 'Código')
      const lugar = lugarEn(libro.archivo, celda?.celda ?? 'Productos')
      const antes = productos.get(codigo)
      if (antes === undefined) productos.set(codigo, { libro, lugar })
      return antes === undefined ? [] : [falta('producto-en-dos-libros', lugar, mostrado(celda), { otro: antes.lugar })]
    })
  })
}

/** Workbooks that answer for another period, or come of another handing out. */
export function deOtroReparto(libros: readonly LibroDeSector[], base: Base | null): readonly FaltaRedactada[] {
  const [primero] = libros
  if (primero === undefined) return []
  const deLaVigencia = base === null ? primero : libros.find((libro) => esDeSuVigencia(base, libro))
  const esperado = deLaVigencia?.entrega.periodo ?? String(base?.plan.vigencia)
  return libros.flatMap((libro) => {
    const { archivo, entrega } = libro
    const lugar = lugarEn(archivo, entrega.celda)
    if (entrega.periodo !== esperado)
      return [falta('periodo-distinto', lugar, enPalabras(entrega.periodo), { periodo: enPalabras(esperado) })]
    // With a base, each row says whether it is the one that was handed out.
    if (base !== null) return []
    const mismo = entrega.de === primero.entrega.de && entrega.huellas.get('común') === primero.entrega.huellas.get('común')
    return mismo ? [] : [falta('reparto-distinto', lugar, 'un libro de otro reparto', { otro: primero.archivo })]
  })
}

/** Workbooks that nobody gave. Those that could not be told whose they are may be some of them: then nothing is said of as many. */
export function ausentes(libros: readonly LibroDeSector[], base: Base | null, sinSaber: number): readonly FaltaRedactada[] {
  if (base !== null) {
    const hay = new Set(libros.map(({ entrega }) => normalizarNombre(entrega.sector)))
    const faltan = sectoresConProductos(base.tablas).filter((sector) => !hay.has(normalizarNombre(sector)))
    return faltan.length <= sinSaber ? [] : faltan.map((sector) => falta('falta-sector', sector, 'ningún libro de ese sector'))
  }
  const de = Math.max(0, ...libros.map(({ entrega }) => entrega.de))
  const hay = new Set(libros.map(({ entrega }) => entrega.numero))
  const faltan = Array.from({ length: de }, (_, i) => i + 1).filter((numero) => !hay.has(numero))
  if (faltan.length <= sinSaber) return []
  return [
    falta(
      'faltan-libros',
      'Libros',
      `${hay.size} de ${de}; no están ${faltan.length === 1 ? 'el número' : 'los números'} ${faltan.join(', ')}`,
    ),
  ]
}
