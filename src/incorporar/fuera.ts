/** What stands outside of typed prose: the words and figures of the templates, and paragraphs that are wholly new. */

import { comunes, huecos, masParecidas } from '../align/index.js'
import type { FormattedParagraph, TextoConFormato } from '../readers/index.js'
import { diferencias, parecido } from '../verify/index.js'
import { type Apartado, lugarDe, porCifra } from './apartado.js'
import { type CifraDelLibro, type CifraDistinta, conCifras, type marcasPorParrafo } from './cifras.js'
import { finDe, impresionDe, type Rango } from './rangos.js'
import { cortar, llano, recortar, type Tramo, textoDe, type Unidad, unidadLeida } from './unidades.js'

/** A text with the marks of its figures, and the stretches of prose in it. */
export interface Texto {
  readonly leido: TextoConFormato
  readonly marcas: ReturnType<typeof marcasPorParrafo>
  readonly rangos: readonly Rango[]
}

/** Words outside of prose: a paragraph, or what of one is the template's. */
interface Pieza {
  readonly parrafo: number
  /** Whether it is the whole paragraph. */
  readonly entera: boolean
  readonly tramos: readonly Tramo[]
  readonly texto: string
  readonly distintas: readonly CifraDistinta[]
}

export interface Fuera {
  readonly apartados: readonly Apartado[]
  /** Paragraphs in which a figure of the template was changed. */
  readonly conCifraDistinta: ReadonlySet<number>
  /** New paragraphs that go with a stretch, by its print: before it and after it. */
  readonly pegados: ReadonlyMap<string, { readonly antes: readonly number[]; readonly despues: readonly number[] }>
  /** What stands where a stretch was whose mark is lost: paragraphs and letters of the first that are the template's. */
  readonly recuperados: ReadonlyMap<string, { readonly parrafos: readonly number[]; readonly desde: number }>
}

/** Less alike than this, two pieces are other things. */
const PARECIDO = 0.5

/** Compares what stands outside of prose in a document (`suyo`) with what its workbook gives (`debido`). */
export function fueraDeProsa(suyo: Texto, debido: Texto, cifras: ReadonlyMap<string, CifraDelLibro>): Fuera {
  const perdidos = debido.rangos.filter((rango) => !suyo.rangos.some((otro) => impresionDe(otro) === impresionDe(rango)))
  const [suyas, debidas] = [piezasDe(suyo), piezasDe(debido, new Set(perdidos))]
  const pares = new Map<number, number>(
    comunes(
      suyas.map(({ texto }) => texto),
      debidas.map(({ texto }) => texto),
    ),
  )
  const parejas: [number, number][] = []
  for (const { unas, otras } of huecos([...pares], suyas.length, debidas.length)) parejas.push(...emparejar(suyas, debidas, unas, otras))
  const emparejadas = new Set([...pares.keys(), ...parejas.map(([i]) => i)])
  const nuevas = suyas.filter((pieza, i) => !emparejadas.has(i) && pieza.entera)
  const halladas = new Set([...pares.values(), ...parejas.map(([, j]) => j)])
  const recuperados = recuperar(perdidos, suyo, debido, nuevas, { suyas, debidas, pares: [...pares, ...parejas] })
  const tomados = new Set([...recuperados.values()].flatMap(({ parrafos }) => parrafos))
  const pegados = pegar(suyo, new Map(debido.rangos.map((rango) => [impresionDe(rango), rango])), nuevas, tomados)
  for (const { antes, despues } of pegados.values()) for (const i of [...antes, ...despues]) tomados.add(i)

  const apartados: Apartado[] = []
  const conCifraDistinta = new Set<number>()
  const en = (pieza: Pieza) => ({ lugar: lugarDe(suyo.leido.paragraphs, pieza.parrafo), celda: null, texto: pieza.texto })
  for (const [i, j] of parejas) {
    const [pieza, esperada] = [suyas[i], debidas[j]]
    if (pieza === undefined || esperada === undefined) continue
    const distintas = distintasDe(pieza, esperada, cifras)
    if (distintas.length > 0) conCifraDistinta.add(pieza.parrafo)
    for (const distinta of distintas) apartados.push({ motivo: 'cifra', ...en(pieza), explicacion: porCifra(distinta) })
    if (distintas.length === 0)
      apartados.push({
        motivo: 'plantilla',
        ...en(pieza),
        explicacion: `Esas palabras son de una plantilla, que decía «${esperada.texto}»: cámbielas allí.`,
      })
  }
  for (const pieza of suyas.filter((cada, i) => !emparejadas.has(i) && !tomados.has(cada.parrafo))) {
    for (const distinta of pieza.distintas) apartados.push({ motivo: 'cifra', ...en(pieza), explicacion: porCifra(distinta) })
    if (pieza.distintas.length > 0) conCifraDistinta.add(pieza.parrafo)
    else
      apartados.push({
        motivo: 'parrafo-nuevo',
        ...en(pieza),
        explicacion: 'No está junto a ningún texto del libro: es nuevo, o es de una plantilla.',
      })
  }
  const quitadas = debidas.filter((pieza, j) => !halladas.has(j) && /\p{L}{3}/u.test(pieza.texto))
  for (const { texto } of quitadas)
    apartados.push({
      motivo: 'quitado',
      lugar: 'libro',
      celda: null,
      texto,
      explicacion: 'El informe trae ese texto de una plantilla o de una tabla, y en el documento no está: si ya no va, quítelo allí.',
    })
  return { apartados, conCifraDistinta, pegados, recuperados }
}

/** The figures of a piece that say something else: by their marks, or, where somebody wrote over one, by what stands in its place. */
function distintasDe(pieza: Pieza, esperada: Pieza, cifras: ReadonlyMap<string, CifraDelLibro>): readonly CifraDistinta[] {
  const vistas = new Set(pieza.distintas.map(({ cifra }) => cifra.marca))
  const otras = diferencias(pieza.texto, esperadoDe(esperada.tramos)).flatMap(({ clase, cifra, dice }): readonly CifraDistinta[] => {
    const suya = cifra === null || clase !== 'cifra' ? undefined : cifras.get(cifra.marca ?? '')
    return suya === undefined || vistas.has(suya.marca) ? [] : [{ cifra: suya, dice }]
  })
  return [...pieza.distintas, ...otras]
}

/** Words with their figures, as `verify` compares them. */
export function esperadoDe(tramos: readonly Tramo[]) {
  let texto = ''
  const cifras = tramos.flatMap((tramo) => {
    const desde = texto.length
    texto += tramo.texto.replace(/\s/gu, ' ')
    return tramo.cifra === null ? [] : [{ desde, hasta: texto.length, nombre: tramo.cifra.nombre, marca: tramo.cifra.marca }]
  })
  return { texto, cifras, escrito: true, titulo: null }
}

function piezasDe({ leido, marcas, rangos }: Texto, sinPrincipio: ReadonlySet<Rango> = new Set()): readonly Pieza[] {
  const [empiezan, acaban] = [porParrafo(rangos, 'primero'), porParrafo(rangos, 'ultimo')]
  const dentro = new Set(rangos.flatMap(({ primero, ultimo }) => Array.from({ length: ultimo - primero + 1 }, (_, i) => primero + i)))
  return leido.paragraphs.flatMap((parrafo, i): readonly Pieza[] => {
    if (parrafo.kind === 'index') return []
    const unidad = unidadLeida(parrafo)
    const { tramos, distintas } = conNombradas(unidad, marcas.get(i) ?? [])
    const largo = textoDe(tramos).length
    const pieza = (suyos: readonly Tramo[], entera: boolean, cuales: readonly CifraDistinta[]): readonly Pieza[] => {
      const texto = llano(textoDe(suyos).replaceAll('\ufffc', ''))
      return texto === '' ? [] : [{ parrafo: i, entera, tramos: suyos, texto, distintas: cuales }]
    }
    if (!dentro.has(i)) return [...pieza(tramos, true, distintas), ...notasDe(unidad).flatMap((nota) => pieza(nota.tramos, false, []))]
    const [empieza, acaba] = [empiezan.get(i), acaban.get(i)]
    const [antes, despues] = [
      cortar(tramos, 0, empieza?.desde ?? 0),
      acaba === undefined ? [] : cortar(tramos, Math.min(acaba.hasta, largo)),
    ]
    const suyas = (trozo: readonly Tramo[]) => distintas.filter(({ dice }) => llano(textoDe(trozo)).includes(dice))
    return [
      ...(empieza !== undefined && sinPrincipio.has(empieza) ? [] : pieza(antes, false, suyas(antes))),
      ...pieza(despues, false, suyas(despues)),
    ]
  })
}

/** Figures of the template as such, those without a name for prose too. */
function conNombradas(
  unidad: Unidad,
  lugares: readonly { readonly cifra: CifraDelLibro; readonly desde: number; readonly hasta: number }[],
) {
  const nombradas = lugares.map((lugar) => ({ ...lugar, cifra: { ...lugar.cifra, nombre: lugar.cifra.nombre || lugar.cifra.regla } }))
  return conCifras(unidad.tramos, nombradas)
}

const porParrafo = (rangos: readonly Rango[], cual: 'primero' | 'ultimo') => new Map(rangos.map((rango) => [rango[cual], rango]))

const notasDe = ({ tramos }: Unidad): readonly Unidad[] => tramos.flatMap(({ nota }) => nota ?? [])

/** Pieces in a gap: one by one where there are as many of each, as in the cells of a table; else by how alike they are. */
function emparejar(
  suyas: readonly Pieza[],
  debidas: readonly Pieza[],
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
): readonly [number, number][] {
  if (b - a === d - c && (b - a <= 1 || todasCortas(suyas.slice(a, b)))) {
    const solas = Array.from({ length: b - a }, (_, n): [number, number] => [a + n, c + n])
    if (
      solas.every(([i, j]) => !/\p{L}/u.test(suyas[i]?.texto ?? '') || parecido(suyas[i]?.texto ?? '', debidas[j]?.texto ?? '') >= PARECIDO)
    )
      return solas
  }
  return masParecidas(suyas.slice(a, b), debidas.slice(c, d), (una, otra) => parecido(una.texto, otra.texto), PARECIDO).map(([i, j]) => [
    a + i,
    c + j,
  ])
}

const CORTA = 24
const todasCortas = (piezas: readonly Pieza[]) => piezas.every(({ texto }) => texto.length <= CORTA)

interface Cotejo {
  readonly suyas: readonly Pieza[]
  readonly debidas: readonly Pieza[]
  readonly pares: readonly (readonly [number, number])[]
}

/** New paragraphs in the place of a stretch whose mark is gone: between what stood before it and what stood after it. */
function recuperar(perdidos: readonly Rango[], suyo: Texto, debido: Texto, nuevas: readonly Pieza[], { suyas, debidas, pares }: Cotejo) {
  const enSuyo = new Map(pares.map(([i, j]) => [debidas[j]?.parrafo, suyas[i]?.parrafo]))
  const suyosPorImpresion = new Map(suyo.rangos.map((rango) => [impresionDe(rango), rango]))
  for (const rango of debido.rangos) {
    const otro = suyosPorImpresion.get(impresionDe(rango))
    if (otro === undefined) continue
    enSuyo.set(rango.primero, otro.primero)
    enSuyo.set(rango.ultimo, otro.ultimo)
  }
  const buscar = (desde: number, paso: 1 | -1) => {
    for (let i = desde; i >= 0 && i < debido.leido.paragraphs.length; i += paso) {
      const hallado = enSuyo.get(i)
      if (hallado !== undefined) return hallado
    }
    return paso === 1 ? suyo.leido.paragraphs.length : -1
  }
  return new Map(
    perdidos.flatMap((rango) => {
      const [antes, despues] = [buscar(rango.primero - 1, -1), buscar(rango.ultimo + 1, 1)]
      const parrafos = nuevas.map(({ parrafo }) => parrafo).filter((i) => i > antes && i < despues && esDeProsa(suyo.leido.paragraphs[i]))
      const texto = nuevas.find(({ parrafo }) => parrafo === parrafos[0])?.tramos ?? []
      const desde = finDe(textoDe(texto), rango.antes)
      return parrafos.length === 0 || desde === null ? [] : [[impresionDe(rango), { parrafos, desde }] as const]
    }),
  )
}

const esDeProsa = (parrafo: FormattedParagraph | undefined) =>
  parrafo !== undefined && parrafo.kind !== 'title' && parrafo.kind !== 'index' && !parrafo.inTable

/** New paragraphs right after a stretch that ends its paragraph, or right before one that begins its own, go with it. */
function pegar(suyo: Texto, debidos: ReadonlyMap<string, Rango>, nuevas: readonly Pieza[], tomados: ReadonlySet<number>) {
  const pegados = new Map<string, { antes: number[]; despues: number[] }>()
  const libres = new Set(nuevas.map(({ parrafo }) => parrafo).filter((i) => !tomados.has(i) && esDeProsa(suyo.leido.paragraphs[i])))
  const vacio = (i: number) =>
    recortar(suyo.leido.paragraphs[i] === undefined ? [] : unidadLeida(suyo.leido.paragraphs[i]).tramos).length === 0
  const seguidos = (desde: number, paso: 1 | -1) => {
    const hallados: number[] = []
    for (let i = desde; suyo.leido.paragraphs[i] !== undefined && (libres.has(i) || vacio(i)); i += paso)
      if (libres.delete(i)) hallados.push(i)
    return hallados
  }
  const en = (rango: Rango) => pegados.get(impresionDe(rango)) ?? { antes: [], despues: [] }
  for (const rango of suyo.rangos) {
    if (llano(debidos.get(impresionDe(rango))?.despues ?? 'x') !== '') continue
    const despues = seguidos(rango.ultimo + 1, 1)
    if (despues.length > 0) pegados.set(impresionDe(rango), { ...en(rango), despues })
  }
  for (const rango of suyo.rangos) {
    if (llano(debidos.get(impresionDe(rango))?.antes ?? 'x') !== '') continue
    const antes = seguidos(rango.primero - 1, -1).reverse()
    if (antes.length > 0) pegados.set(impresionDe(rango), { ...en(rango), antes })
  }
  return pegados
}
