/** The figures that a unit asks for: by their marks, by their words in their place, or by their names. */
import { figureNames, splitFigureNames } from '../markdown/index.js'
import { normalizarNombre } from '../model/index.js'
import { cifrasEn, diferencias } from '../verify/index.js'
import { type CifraDelLibro, type CifraDistinta, puesta } from './cifras.js'
import type { Leida } from './leidas.js'
import { esperadoDe } from './piezas.js'
import { cortar, llano, type Nombrada, type Tramo, textoDe, type Unidad } from './unidades.js'

/** The figures of the report, by mark and by name. */
export interface Cifras {
  readonly cifras: ReadonlyMap<string, CifraDelLibro>
  readonly nombrada: (nombre: string) => Nombrada | null
}

/**
 * A unit with the figures that it still names although their marks are gone, and with those that somebody asks for by name; the figures
 * that it says otherwise; and the names that are of none. `puestas`: marks that are in their stretch.
 */
export function conLoQuePide(
  { unidad, distintas }: Leida,
  debida: Unidad | null,
  puestas: ReadonlySet<string>,
  { cifras, nombrada }: Cifras,
): { readonly unidad: Unidad; readonly distintas: readonly CifraDistinta[]; readonly desconocidos: readonly string[] } {
  const halladas = debida === null ? [] : perdidasDe(unidad, debida, puestas, distintas)
  const cambiadas = halladas.length === 0 || debida === null ? [] : cambiadasDe(unidad, debida, new Set(halladas), cifras)
  const esperado = debida === null ? null : esperadoDe(debida.tramos)
  const texto = textoDe(unidad.tramos).replace(/\s/gu, ' ')
  const lugares =
    esperado === null || cambiadas.length > 0
      ? []
      : cifrasEn(texto, esperado).filter(({ marca }) => marca !== null && halladas.includes(marca))
  const conPerdidas = lugares.reduceRight<readonly Tramo[]>((tramos, { desde, hasta, nombre, marca }) => {
    const libre = cortar(tramos, desde, hasta).every(({ cifra, nota }) => cifra === null && nota === null)
    if (!libre || marca === null) return tramos
    return [...cortar(tramos, 0, desde), ...puesta(tramos, { desde, hasta }, { nombre, marca }), ...cortar(tramos, hasta)]
  }, unidad.tramos)
  const tramos = conPerdidas.flatMap((tramo) => pedidas(tramo, nombrada))
  const desconocidos = figureNames(tramos.map(({ cifra, texto: suyo }) => (cifra === null ? suyo : '')).join(''))
  return { unidad: { ...unidad, tramos }, distintas: [...distintas, ...cambiadas], desconocidos }
}

/** Marks of the figures that were expected in a unit and are in none of its stretch. */
function perdidasDe(
  { tramos }: Unidad,
  debida: Unidad,
  puestas: ReadonlySet<string>,
  distintas: readonly CifraDistinta[],
): readonly string[] {
  const aqui = new Set([...tramos.flatMap(({ cifra }) => cifra?.marca ?? []), ...distintas.map(({ cifra }) => cifra.marca), ...puestas])
  return debida.tramos.flatMap(({ cifra }) => (cifra === null || cifra.marca === null || aqui.has(cifra.marca) ? [] : [cifra.marca]))
}

/** Figures that somebody wrote over, mark and all: another number stands in their place. */
function cambiadasDe(
  unidad: Unidad,
  debida: Unidad,
  perdidas: ReadonlySet<string>,
  cifras: ReadonlyMap<string, CifraDelLibro>,
): readonly CifraDistinta[] {
  return diferencias(llano(textoDe(unidad.tramos)), esperadoDe(debida.tramos)).flatMap(({ clase, cifra, dice }) => {
    const suya = clase === 'cifra' && cifra?.marca != null && perdidas.has(cifra.marca) ? cifras.get(cifra.marca) : undefined
    return suya === undefined ? [] : [{ cifra: suya, dice }]
  })
}

/** Names in double brackets that somebody typed in Word, as the figures that they ask for. */
function pedidas(tramo: Tramo, nombrada: Cifras['nombrada']): readonly Tramo[] {
  if (tramo.cifra !== null || tramo.nota !== null) return [tramo]
  return splitFigureNames(tramo.texto).map(({ type, value }) => {
    const cifra = type === 'name' ? nombrada(normalizarNombre(value)) : null
    if (cifra !== null) return { ...tramo, texto: cifra.texto, cifra: { nombre: cifra.nombre, marca: null } }
    return { ...tramo, texto: type === 'name' ? `[[${value}]]` : value }
  })
}
