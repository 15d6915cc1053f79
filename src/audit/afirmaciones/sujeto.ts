/** Whom a figure is said of: a product, by its code or its passage; a sector, an objetivo or the policy, by name. */
import type { IndicadoresProducto } from '../../indicators/index.js'
import { normalizarNombre } from '../../model/index.js'
import type { Hechos, HechosGrupo } from '../hechos.js'
import type { OracionLeida } from '../leido.js'
import type { Marca } from '../lengua/lectura.js'
import { escapado, plano } from '../lengua/palabras.js'
import { conUnidad, unidadDe } from './unidad.js'

/** Someone named in a sentence, and where. */
interface Nombrado<T> {
  readonly desde: number
  readonly quien: T
}

/** The product that a place of a sentence speaks of: the last one named before it, the passage's, or the only one named. */
export function productoEn(oracion: OracionLeida, lugar: number, hechos: Hechos): IndicadoresProducto | null {
  const nombrados = productosNombrados(oracion, hechos)
  const anterior = nombrados.filter(({ desde }) => desde < lugar).at(-1)
  if (anterior !== undefined) return anterior.quien
  if (oracion.pasaje.producto !== null) return hechos.productos.get(oracion.pasaje.producto) ?? null
  return nombrados.length === 1 ? (nombrados[0]?.quien ?? null) : null
}

/** Products that a sentence names, by code or by one of their computed figures. */
function productosNombrados({ marcas, pasaje, inicio, texto }: OracionLeida, hechos: Hechos): readonly Nombrado<IndicadoresProducto>[] {
  const codigos = marcas.flatMap((m) => (m.clase === 'codigo' ? [{ desde: m.desde, codigo: codigoDe(m) }] : []))
  const figuras = (pasaje.calculados ?? []).flatMap(({ desde, nombre }) =>
    desde >= inicio && desde < inicio + texto.length ? [{ desde: desde - inicio, codigo: nombre.split(' ')[0] ?? '' }] : [],
  )
  return [...codigos, ...figuras]
    .sort((a, b) => a.desde - b.desde)
    .flatMap(({ desde, codigo }) => {
      const quien = hechos.productos.get(codigo)
      return quien === undefined ? [] : [{ desde, quien }]
    })
}

/** A code as the workbook writes it. */
export function codigoDe({ texto }: Marca): string {
  return texto.replace(/\.$/u, '')
}

/** The only product, of the passage's sector or else of the policy, whose unit a quantity counts; null where there is none, or several. */
export function productoPorUnidad(oracion: OracionLeida, marca: Marca, hechos: Hechos): IndicadoresProducto | null {
  const sector = oracion.pasaje.sector === null ? undefined : hechos.sectores.get(normalizarNombre(oracion.pasaje.sector))
  if (sector === undefined) return null
  const posibles = sector.productos.filter(({ producto }) => conUnidad(oracion, marca, unidadDe(producto)) !== null)
  return posibles.length === 1 ? (posibles[0] ?? null) : null
}

/** The group that a place of a sentence speaks of, and whether the sentence names it; null where it speaks of none. */
export function grupoEn(
  oracion: OracionLeida,
  lugar: number,
  hechos: Hechos,
): { readonly grupo: HechosGrupo; readonly dicho: boolean } | null {
  const nombrados = gruposNombrados(oracion, hechos)
  const nombrado = nombrados.filter(({ desde }) => desde < lugar).at(-1) ?? nombrados[0]
  if (nombrado !== undefined) return { grupo: nombrado.quien, dicho: true }
  const { pasaje } = oracion
  if (pasaje.producto !== null) return null
  const suyo = delPasaje(oracion, hechos)
  return suyo === null ? null : { grupo: suyo, dicho: false }
}

/** The same; where nothing is named and the passage is of no sector, objetivo or product, the policy. */
export function grupoOPolitica(
  oracion: OracionLeida,
  lugar: number,
  hechos: Hechos,
): { readonly grupo: HechosGrupo; readonly dicho: boolean } | null {
  const { producto, sector, objetivo } = oracion.pasaje
  const general = producto === null && sector === null && (objetivo === undefined || objetivo === null)
  return grupoEn(oracion, lugar, hechos) ?? (general ? { grupo: hechos.politica, dicho: false } : null)
}

/** The sector or the objetivo that the passage itself is of. */
export function delPasaje({ pasaje }: OracionLeida, hechos: Hechos): HechosGrupo | null {
  if (pasaje.sector !== null) return hechos.sectores.get(normalizarNombre(pasaje.sector)) ?? null
  return pasaje.objetivo === undefined || pasaje.objetivo === null ? null : (hechos.objetivos.get(pasaje.objetivo) ?? null)
}

function gruposNombrados(oracion: OracionLeida, hechos: Hechos): readonly Nombrado<HechosGrupo>[] {
  const { plana, marcas, texto } = oracion
  const sectores = [...hechos.sectores].flatMap(([nombre, quien]) =>
    lugaresDe(plana, `sector (?:de )?${escapado(nombre)}`).map((desde) => ({ desde, quien })),
  )
  const objetivos = marcas.flatMap((m) => {
    const [, numero] = /^objetivo (\d+)$/iu.exec(texto.slice(m.desde, m.hasta)) ?? []
    const quien = numero === undefined ? undefined : hechos.objetivos.get(Number(numero))
    return quien === undefined ? [] : [{ desde: m.desde, quien }]
  })
  const { sigla } = hechos.report.libro.politica
  const politica = lugaresDe(plana, `(?:la|esta) politica(?! de| distrital de)|(?:el|del) plan de accion|la ${escapado(plano(sigla))}`).map(
    (desde) => ({
      desde,
      quien: hechos.politica,
    }),
  )
  const propio = delPasaje(oracion, hechos)
  const elSuyo =
    propio === null
      ? []
      : lugaresDe(plana, '(?:el|del|al|este) (?:sector|objetivo)(?! [A-Z@^~])').map((desde) => ({ desde, quien: propio }))
  const explicitos = [...sectores, ...objetivos, ...politica]
  return [...explicitos, ...elSuyo.filter(({ desde }) => !explicitos.some((e) => e.desde - desde >= 0 && e.desde - desde < 5))].sort(
    (a, b) => a.desde - b.desde,
  )
}

function lugaresDe(plana: string, forma: string): readonly number[] {
  return [...plana.matchAll(new RegExp(`(?<!\\w)(?:${forma})(?!\\w)`, 'gu'))].map(({ index }) => index)
}
