/** Workbooks that came back from the sectors → one, or everything that keeps them from being one. */
import { normalizarNombre } from '../../model/index.js'
import type { FaltaRedactada, Tabla } from '../../workbook/index.js'
import type { Plan } from '../forma/columnas.js'
import { politicaDeTablas } from '../politica-de-tablas.js'
import { type Base, cambiosDeLaBase, deHoy, esDeSuVigencia } from './base.js'
import { cifrasDe } from './cifras.js'
import { ausentes, deOtroReparto, repetidos } from './conjunto.js'
import { cambiosEn, testigoEntre } from './en-el-archivo.js'
import { falta, lugarEn } from './palabras.js'
import { type ArchivoRecibido, type LibroDeSector, recibir } from './recibido.js'
import { type Anotacion, anotacionDe, conRegistro } from './registro.js'
import { type TablaUnida, unirEnBase, unirSinBase } from './unir.js'

export interface Consolidado {
  readonly errores: readonly FaltaRedactada[]
  readonly avisos: readonly FaltaRedactada[]
  /** Null where there are errors. */
  readonly libro: { readonly tablas: readonly (TablaUnida | Tabla)[]; readonly plan: Plan } | null
  readonly anotaciones: readonly Anotacion[]
}

/**
 * Brings together the sectors' workbooks, in the order in which they are given. Nothing is guessed: what does not agree with what was handed
 * out, or with the base, is an error in its file, sheet and cell. `parcial`: goes on without the sectors that are missing.
 */
export function consolidar(recibidos: readonly ArchivoRecibido[], base: Base | null, parcial: boolean): Consolidado {
  const leidos = recibidos.map(recibir)
  const libros = leidos.filter((uno): uno is LibroDeSector => uno !== null && 'entrega' in uno)
  const sinEntrega = leidos.flatMap((uno) => (uno === null || 'entrega' in uno ? [] : [uno]))
  const faltan = ausentes(libros, base, recibidos.length - libros.length)
  const cifras = new Set((base?.cifras ?? cifrasDe(libros)).map(normalizarNombre))
  const cambios = new Map(libros.map((libro) => [libro.archivo, delLibro(libro, libros, base)]))
  const errores = [
    ...recibidos.flatMap((recibido) => {
      const suyos = cambios.get(recibido.archivo)?.errores ?? []
      return [...deLectura(recibido, suyos.length > 0, cifras), ...suyos]
    }),
    ...sinEntrega,
    ...repetidos(libros),
    ...deOtroReparto(libros, base),
    ...(parcial ? [] : faltan),
  ]
  const anotaciones = libros.map((libro) => anotacionDe(libro, base))
  const avisos = [
    ...recibidos.flatMap(({ archivo, avisos: suyos }) => suyos.filter(({ regla }) => DE_LO_QUE_SE_PIERDE.test(regla)).map(en(archivo))),
    ...[...cambios.values()].flatMap((suyos) => suyos.avisos),
    ...anotaciones.flatMap(({ aviso }) => aviso ?? []),
    ...(parcial ? faltan : []),
    ...(base === null ? [falta('sin-base', 'Libro consolidado', 'solo lo que traen los libros de los sectores')] : []),
  ]
  const plan = base?.plan ?? (libros[0] === undefined ? null : politicaDeTablas(libros[0].tablas).plan)
  if (errores.length > 0 || plan === null) return { errores: unicas(errores), avisos: unicas(avisos), libro: null, anotaciones }
  const tablas = conRegistro<TablaUnida | Tabla>(base === null ? unirSinBase(libros) : unirEnBase(base.tablas, libros), anotaciones)
  return { errores: [], avisos: unicas(avisos), libro: { tablas, plan }, anotaciones }
}

/** Notices of what a file brings and the consolidated workbook does not take, or of what nobody sees in it. */
const DE_LO_QUE_SE_PIERDE =
  /-desconocida$|-ocult[ao]$|^celdas-combinadas$|^caracteres-invisibles$|^libro-con-|^vinculos-|^objetos-|^controles-|^conexiones-|^llamadas-/u

const en =
  (archivo: string) =>
  (una: FaltaRedactada): FaltaRedactada => ({ ...una, lugar: una.lugar === 'Libro' ? archivo : lugarEn(archivo, una.lugar) })

function delLibro(libro: LibroDeSector, libros: readonly LibroDeSector[], base: Base | null) {
  const hoy = base === null ? null : deHoy(base, libro)
  const candidatos = hoy === null ? libros.filter((otro) => otro !== libro) : [hoy]
  const suyos = cambiosEn(libro, testigoEntre(libro, candidatos))
  if (base === null) return { errores: suyos, avisos: [] }
  if (hoy === null) {
    const ajeno = falta('sector-ajeno', lugarEn(libro.archivo, libro.entrega.celda), `«${libro.entrega.sector}»`, { base: base.archivo })
    return { errores: [ajeno, ...suyos], avisos: [] }
  }
  if (!esDeSuVigencia(base, libro)) return { errores: suyos, avisos: [] }
  const deBase = cambiosDeLaBase(base, libro, hoy)
  return { errores: [...suyos, ...deBase.errores], avisos: deBase.avisos }
}

/**
 * What the reader says of a file. What follows from what the sector changed is not told; nor are figures that are not in its workbook
 * and will be in the consolidated one.
 */
function deLectura({ archivo, errores }: ArchivoRecibido, cambio: boolean, cifras: ReadonlySet<string>): readonly FaltaRedactada[] {
  return errores
    .filter(({ regla, lugar, encontrado }) => {
      if (regla === 'nombre-de-cifra') return !cifras.has(normalizarNombre(encontrado.replace(/^\[\[|\]\]$/gu, '')))
      return !cambio || !lugar.includes('!') || /^(?:Avances|Reportes)!/u.test(lugar) || /^(?:codigo-|falta-)/u.test(regla)
    })
    .map(en(archivo))
}

/** The same fault of several files, told once. */
function unicas(faltas: readonly FaltaRedactada[]): readonly FaltaRedactada[] {
  const vistas = new Set<string>()
  return faltas.filter((una) => {
    const clave = JSON.stringify(una)
    const nueva = !vistas.has(clave)
    vistas.add(clave)
    return nueva
  })
}
