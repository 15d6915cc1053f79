/** The workbook that the sectors' were made from, as it is now. */
import { normalizarNombre } from '../../model/index.js'
import { type FaltaRedactada, listed, nearest, type Tabla } from '../../workbook/index.js'
import type { Plan } from '../forma/columnas.js'
import { type Huellas, huellasDe } from '../reparto/huellas.js'
import { anioDe } from '../reparto/periodo.js'
import { MOSTRADAS, sectoresConProductos, tablasDeSector } from '../reparto/tablas-de-sector.js'
import { celdaBajo, dichoEn, filasDeTabla, mostrado, tablaDe, valorDe } from '../tablas.js'
import { falta, lugarEn } from './palabras.js'
import { type LibroDeSector, repartidos } from './recibido.js'

export interface Base {
  /** Its name, as people are told it. */
  readonly archivo: string
  /** Of a workbook without errors. */
  readonly tablas: readonly Tabla[]
  readonly plan: Plan
  /** Names of its figures. */
  readonly cifras: readonly string[]
}

/** What the base would hand out today to the sector of a workbook. */
export interface DeHoy {
  readonly tablas: readonly Tabla[]
  readonly huellas: Huellas
}

/** What the base would hand out today; null where the sector is none of its own. */
export function deHoy({ tablas }: Base, { entrega: { sector, periodo } }: LibroDeSector): DeHoy | null {
  const suyo = sectoresConProductos(tablas).find((uno) => normalizarNombre(uno) === normalizarNombre(sector))
  if (suyo === undefined) return null
  const suyas = tablasDeSector(tablas, { sector: suyo, periodo })
  return { tablas: suyas, huellas: huellasDe(suyas, periodo) }
}

/** Whether the period that the workbook answers for is of the base's vigencia. */
export const esDeSuVigencia = ({ plan }: Base, { entrega }: LibroDeSector): boolean => anioDe(entrega.periodo) === plan.vigencia

interface Cambios {
  readonly errores: readonly FaltaRedactada[]
  readonly avisos: readonly FaltaRedactada[]
}

/** What of the base is not as it was handed out to a sector. What all share is the base's to say; a product's row is not. */
export function cambiosDeLaBase(base: Base, libro: LibroDeSector, hoy: DeHoy): Cambios {
  const { entrega, archivo } = libro
  const antes = repartidos(libro)
  const deHoyEnDia = new Set(filasDeTabla(tablaDe(hoy.tablas, 'Productos')).keys())
  const de = { sector: entrega.sector, archivo }
  const fila = (hoja: string, codigo: string) => celdaDe(hoy.tablas, hoja, codigo)
  const errores = antes.flatMap((codigo) => {
    if (!deHoyEnDia.has(codigo)) return [ausente(base, libro, codigo)]
    return [...HUELLAS].flatMap(([parte, hoja]) => {
      const [una, otra] = [entrega.huellas.get(`${parte} ${codigo}`), hoy.huellas.get(`${parte} ${codigo}`)]
      if (una === otra) return []
      const intacta = parte !== 'pedido' && libro.huellas.get(`${parte} ${codigo}`) === una
      const celdas = intacta ? distintas(hoy.tablas, libro, hoja, codigo) : []
      if (celdas.length > 0)
        return celdas.map(({ celda, dice, decia }) =>
          falta('base-cambiada', lugarEn(base.archivo, celda), `${dice}, donde decía ${decia}`, de),
        )
      const que = parte === 'pedido' ? `otro avance o reporte de ${codigo}` : `otra fila de ${codigo} en ${hoja}`
      return [falta('base-cambiada', lugarEn(base.archivo, fila(hoja, codigo)), que, de)]
    })
  })
  const nuevos = [...deHoyEnDia]
    .filter((codigo) => !antes.includes(codigo))
    .map((codigo) =>
      falta('base-cambiada', lugarEn(base.archivo, fila('Productos', codigo)), `${codigo}, un producto que no se le había pedido`, de),
    )
  const comunes = [
    ['común', 'Política, Objetivos o Semáforo'],
    ['sector', 'Sectores'],
  ] as const
  const avisos = comunes
    .filter(([nombre]) => entrega.huellas.get(nombre) !== hoy.huellas.get(nombre))
    .map(([nombre, hojas]) =>
      falta(
        'comun-cambiado',
        lugarEn(base.archivo, hojas),
        nombre === 'común' ? 'algo que cambió después de repartir' : `otra fila de ${entrega.sector}`,
      ),
    )
  return { errores: [...errores, ...nuevos], avisos }
}

/** The sheet that each hash of a product tells of. */
const HUELLAS = new Map([
  ['Productos', 'Productos'],
  ['Metas', 'Metas'],
  ['Avances', 'Avances'],
  ['pedido', 'Avances'],
])

/** Address of a product's row in the base; where it has none, that of the product itself. */
function celdaDe(tablas: readonly Tabla[], hoja: string, codigo: string): string {
  const lugar = (nombre: string) => {
    const tabla = tablaDe(tablas, nombre)
    const fila = filasDeTabla(tabla).get(codigo)
    return tabla === undefined || fila === undefined ? '' : (celdaBajo(tabla, fila, 'Código')?.celda ?? '')
  }
  return lugar(hoja) || lugar('Productos') || hoja
}

/** The cells of the base whose value is not the one that the sector was given. */
function distintas(tablas: readonly Tabla[], libro: LibroDeSector, hoja: string, codigo: string) {
  const [hoy, suya] = [tablaDe(tablas, hoja), tablaDe(libro.tablas, hoja)]
  const [fila, repartida] = [filasDeTabla(hoy).get(codigo), libro.filas(hoja).get(codigo)]
  if (hoy === undefined || suya === undefined || fila === undefined || repartida === undefined) return []
  const mostradas = MOSTRADAS[hoja] ?? []
  // What a column only shows is told where it is said.
  return hoy.columnas
    .filter((titulo) => !mostradas.includes(titulo))
    .flatMap((titulo) => {
      const [ahora, antes] = [celdaBajo(hoy, fila, titulo), celdaBajo(suya, repartida, titulo)]
      if (ahora === undefined || ahora.celda === '' || valorDe(ahora) === valorDe(antes)) return []
      return [{ celda: ahora.celda, dice: mostrado(ahora), decia: mostrado(antes) }]
    })
}

/** A product that the base no longer gives to the sector: another's, or nobody's. */
function ausente(base: Base, libro: LibroDeSector, codigo: string): FaltaRedactada {
  const { archivo, entrega } = libro
  const productos = tablaDe(base.tablas, 'Productos')
  const filas = filasDeTabla(productos)
  const fila = filas.get(codigo)
  const tabla = tablaDe(libro.tablas, 'Productos')
  const propia = libro.filas('Productos').get(codigo)
  const lugar = lugarEn(archivo, (tabla && propia && celdaBajo(tabla, propia, 'Código')?.celda) ?? 'Productos')
  if (productos === undefined || fila === undefined) {
    const cercanos = nearest(codigo, filas.keys())
    const parecidos = cercanos.length === 0 ? '' : ` Los más parecidos de ${base.archivo}: ${listed(cercanos)}.`
    return falta('producto-no-repartido', lugar, `«${codigo}», que no está en ${base.archivo}`, {
      sector: entrega.sector,
      cercanos: parecidos,
    })
  }
  const suyo = dichoEn(celdaBajo(productos, fila, 'Sector'))
  return falta('producto-de-otro-sector', lugar, `«${codigo}»`, { sector: entrega.sector, base: base.archivo, suyo })
}
