/** One stretch of prose: what a document says beside what its workbook gives, as what the cell should say. */

import { comunes, huecos, masParecidas } from '../align/index.js'
import { figureNames, splitFigureNames } from '../markdown/index.js'
import { normalizarNombre, type Prosa } from '../model/index.js'
import { cifrasEn, diferencias, parecido } from '../verify/index.js'
import { type Apartado, lugarDe, porCifra } from './apartado.js'
import { type CifraDelLibro, type CifraDistinta, conCifras, puesta } from './cifras.js'
import { escribirCelda } from './escribir-celda.js'
import type { Fuera } from './fuera.js'
import { esperadoDe, type Texto } from './piezas.js'
import { impresionDe, type Rango } from './rangos.js'
import {
  anidadas,
  cortar,
  huella,
  huellas,
  llano,
  type Nombrada,
  recortar,
  type Tramo,
  textoDe,
  type Unidad,
  unidadLeida,
} from './unidades.js'
import type { Pegados } from './vecinos.js'

/** A paragraph that changed. Empty `antes`: it is new; empty `despues`: it is gone. */
export interface Cambio {
  readonly lugar: string
  readonly antes: string
  readonly despues: string
}

export interface Cotejado {
  readonly prosa: Prosa
  readonly lugar: string
  /** What the cell should say; null where it stays as it is. */
  readonly texto: string | null
  readonly cambios: readonly Cambio[]
  readonly apartados: readonly Apartado[]
}

interface Entrada {
  readonly suyo: Texto
  readonly debido: Texto
  readonly rango: Rango
  readonly esperado: Rango
  readonly prosa: Prosa
  readonly fuera: Fuera
  readonly cifras: ReadonlyMap<string, CifraDelLibro>
  readonly nombrada: (nombre: string) => Nombrada | null
}

/** A unit with its paragraph, and the figures of that paragraph that say something else. */
interface Leida {
  readonly unidad: Unidad
  readonly parrafo: number
  readonly distintas: readonly CifraDistinta[]
}

export function cotejar(entrada: Entrada): Cotejado {
  const { suyo, debido, rango, esperado, prosa, fuera, nombrada } = entrada
  const lugar = lugarDe(suyo.leido.paragraphs, rango.primero)
  const pegados = fuera.pegados.get(impresionDe(rango))
  const { leidas, ajenas } = leidasDe(suyo, rango, debido, esperado, pegados)
  const debidas = leidasDe(debido, esperado, debido, esperado).leidas.map(({ unidad }) => unidad)
  const apartados: Apartado[] = [...ajenas]
  const cambios: Cambio[] = []
  const pares = new Map<number, number>(
    comunes(
      leidas.map(({ unidad }) => huella(unidad)),
      debidas.map((unidad) => huella(unidad)),
    ),
  )
  const iguales = new Set(pares.keys())
  for (const { unas, otras } of huecos([...pares], leidas.length, debidas.length)) {
    // One paragraph in the place of one is that one, however much of it was written anew.
    const sola = unas[1] - unas[0] === 1 && otras[1] - otras[0] === 1
    const parecidas = masParecidas(leidas.slice(...unas), debidas.slice(...otras), cuantoSeParecen, sola ? 0 : PARECIDO)
    for (const [i, j] of parecidas) pares.set(unas[0] + i, otras[0] + j)
  }
  const puestas = new Set(leidas.flatMap(({ unidad }) => unidad.tramos.flatMap(({ cifra }) => cifra?.marca ?? [])))
  const puestos = leidas.flatMap((leida, i): readonly Unidad[] => {
    const debida = debidas[pares.get(i) ?? -1] ?? null
    if (iguales.has(i)) return debida === null ? [] : [debida]
    const { unidad, distintas, desconocidos } = conLoQuePide(leida, debida, puestas, entrada)
    const en = { lugar: lugarDe(suyo.leido.paragraphs, leida.parrafo), celda: prosa.celda, texto: llano(textoDe(unidad.tramos)) }
    const deSuyas = distintas.map((distinta) => ({ motivo: 'cifra' as const, ...en, explicacion: porCifra(distinta) }))
    const deFuera =
      fuera.conCifraDistinta.has(leida.parrafo) && distintas.length === 0
        ? [{ motivo: 'cifra' as const, ...en, explicacion: OTRA_CIFRA }]
        : []
    const deNombres = desconocidos.map((nombre) => ({ motivo: 'nombre-desconocido' as const, ...en, explicacion: sinNombre(nombre) }))
    const rechazos = [...deSuyas, ...deFuera, ...deNombres]
    apartados.push(...rechazos)
    if (rechazos.length > 0) return debida === null ? [] : [debida]
    if (debida === null || huella(debida) !== huella(unidad))
      cambios.push({ lugar: en.lugar, antes: debida === null ? '' : llano(textoDe(debida.tramos)), despues: en.texto })
    return [unidad]
  })
  const finales = anidadas(puestos)
  const quedan = new Set(pares.values())
  for (const [j, unidad] of debidas.entries())
    if (!quedan.has(j)) cambios.push({ lugar, antes: llano(textoDe(unidad.tramos)), despues: '' })
  const nada = { prosa, lugar, texto: null, cambios: [], apartados }
  if (finales.length === 0 && debidas.length > 0 && leidas.length === 0) {
    const explicacion = `Se borró todo el texto de ${prosa.celda}. Si ya no va, bórrelo en la celda.`
    return { ...nada, apartados: [...apartados, { motivo: 'sin-texto', lugar, celda: prosa.celda, texto: '', explicacion }] }
  }
  if (huellas(finales) === huellas(debidas)) return nada
  const escrita = escribirCelda(finales, debidas, prosa, nombrada)
  if ('texto' in escrita) return { prosa, lugar, texto: escrita.texto, cambios, apartados }
  const texto = cambios.map(({ despues }) => despues).join(' ')
  return { ...nada, apartados: [...apartados, { motivo: 'celda', lugar, celda: prosa.celda, texto, explicacion: escrita.porque }] }
}

const OTRA_CIFRA = 'En ese párrafo se cambió una cifra que calcula el programa: su texto no se incorporó.'

const sinNombre = (nombre: string) => `Ninguna cifra se llama «${nombre}», y lo que va entre dobles corchetes es el nombre de una.`

/** Less alike than this, two paragraphs are other ones. */
const PARECIDO = 0.3

function cuantoSeParecen(leida: Leida, debida: Unidad): number {
  const [una, otra] = [llano(textoDe(leida.unidad.tramos)), llano(textoDe(debida.tramos))]
  return una === otra ? 1 : parecido(una, otra)
}

/** The units of a stretch, and what of it no cell can hold. */
function leidasDe(
  texto: Texto,
  rango: Rango,
  debido: Texto,
  esperado: Rango,
  pegados: Pegados = { antes: [], despues: [] },
): { readonly leidas: readonly Leida[]; readonly ajenas: readonly Apartado[] } {
  const { paragraphs } = texto.leido
  const enTabla = debido.leido.paragraphs[esperado.primero]?.inTable === true
  const leidas: Leida[] = []
  const ajenas: Apartado[] = []
  const tomar = (parrafo: number, desde: number, hasta?: number) => {
    const leido = paragraphs[parrafo]
    if (leido === undefined) return
    const { clase, nivel, inicio, tramos } = unidadLeida(leido)
    const puestos = conCifras(tramos, texto.marcas.get(parrafo) ?? [])
    const suyos = recortar(cortar(puestos.tramos, desde, hasta))
    const escrito = llano(textoDe(suyos))
    if (leido.kind === 'title' || leido.drawn || leido.inTable !== enTabla) {
      if (escrito === '' && !leido.drawn) return
      const explicacion = 'Un texto del libro lleva párrafos y listas: los títulos, las tablas y las imágenes van en las plantillas.'
      ajenas.push({ motivo: 'no-es-prosa', lugar: lugarDe(paragraphs, parrafo), celda: null, texto: escrito, explicacion })
      return
    }
    if (escrito === '') return
    leidas.push({
      unidad: { clase, nivel, inicio, tramos: suyos },
      parrafo,
      distintas: puestos.distintas.filter((distinta) => distinta.desde >= desde && distinta.desde < (hasta ?? Number.POSITIVE_INFINITY)),
    })
  }
  for (const parrafo of pegados.antes) tomar(parrafo, 0)
  for (let i = rango.primero; i <= rango.ultimo; i++)
    tomar(i, i === rango.primero ? rango.desde : 0, i === rango.ultimo ? rango.hasta : undefined)
  for (const parrafo of pegados.despues) tomar(parrafo, 0)
  return { leidas, ajenas }
}

/** A unit with the figures that it still names although their marks are gone, and with those that somebody asks for by name. */
function conLoQuePide({ unidad, distintas }: Leida, debida: Unidad | null, puestas: ReadonlySet<string>, { cifras, nombrada }: Entrada) {
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
function pedidas(tramo: Tramo, nombrada: Entrada['nombrada']): readonly Tramo[] {
  if (tramo.cifra !== null || tramo.nota !== null) return [tramo]
  return splitFigureNames(tramo.texto).map(({ type, value }) => {
    const cifra = type === 'name' ? nombrada(normalizarNombre(value)) : null
    if (cifra !== null) return { ...tramo, texto: cifra.texto, cifra: { nombre: cifra.nombre, marca: null } }
    return { ...tramo, texto: type === 'name' ? `[[${value}]]` : value }
  })
}
