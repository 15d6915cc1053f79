/** What stands outside of typed prose: the words and figures of the templates, and paragraphs that are wholly new. */
import { comunes, huecos, masParecidas } from '../align/index.js'
import { diferencias, parecido } from '../verify/index.js'
import { type Apartado, lugarDe, porCifra } from './apartado.js'
import type { CifraDelLibro, CifraDistinta } from './cifras.js'
import { esperadoDe, type Pieza, piezasDe, type Texto } from './piezas.js'
import { impresionDe } from './rangos.js'
import { type Pegados, pegar, type Recuperado, recuperar } from './vecinos.js'

export interface Fuera {
  readonly apartados: readonly Apartado[]
  /** Paragraphs in which a figure of the template was changed. */
  readonly conCifraDistinta: ReadonlySet<number>
  /** By the print of a stretch. */
  readonly pegados: ReadonlyMap<string, Pegados>
  readonly recuperados: ReadonlyMap<string, Recuperado>
}

/** Less alike than this, two pieces are other things. */
const PARECIDO = 0.5

/** Compares what stands outside of prose in a document (`suyo`) with what its workbook gives (`debido`). */
export function fueraDeProsa(suyo: Texto, debido: Texto, cifras: ReadonlyMap<string, CifraDelLibro>): Fuera {
  const perdidos = debido.rangos.filter((rango) => !suyo.rangos.some((otro) => impresionDe(otro) === impresionDe(rango)))
  const [suyas, debidas] = [piezasDe(suyo), piezasDe(debido, new Set(perdidos))]
  const iguales = comunes(
    suyas.map(({ texto }) => texto),
    debidas.map(({ texto }) => texto),
  )
  const cambiadas = huecos(iguales, suyas.length, debidas.length).flatMap(({ unas, otras }) => emparejar(suyas, debidas, unas, otras))
  const pares = [...iguales, ...cambiadas]
  const [emparejadas, halladas] = [new Set(pares.map(([i]) => i)), new Set(pares.map(([, j]) => j))]
  const nuevas = suyas.filter((_, i) => !emparejadas.has(i))
  const enteras = nuevas.filter(({ entera }) => entera).map(({ parrafo }) => parrafo)
  const recuperados = recuperar(perdidos, suyo, debido, enteras, { suyas, debidas, pares })
  const tomados = new Set([...recuperados.values()].flatMap(({ parrafos }) => parrafos))
  const libres = enteras.filter((parrafo) => !tomados.has(parrafo))
  const pegados = pegar(suyo, debido, libres)
  for (const { antes, despues } of pegados.values()) for (const parrafo of [...antes, ...despues]) tomados.add(parrafo)

  const sueltas = [
    ...cambiadas.flatMap(([i, j]) => [suyas[i]].flatMap((pieza) => (pieza === undefined ? [] : [{ pieza, esperada: debidas[j] }]))),
    ...nuevas.filter(({ parrafo }) => !tomados.has(parrafo)).map((pieza) => ({ pieza, esperada: undefined })),
  ].map((suelta) => ({ ...suelta, distintas: distintasDe(suelta.pieza, suelta.esperada, cifras) }))
  const quitadas = debidas.filter(({ texto }, j) => !halladas.has(j) && /\p{L}{3}/u.test(texto))
  return {
    apartados: [
      ...sueltas.flatMap(({ pieza, esperada, distintas }) => apartadosDe(pieza, esperada, distintas, suyo)),
      ...quitadas.map(({ texto }) => ({ motivo: 'quitado' as const, lugar: 'libro', celda: null, texto, explicacion: QUITADO })),
    ],
    conCifraDistinta: new Set(sueltas.flatMap(({ pieza, distintas }) => (distintas.length === 0 ? [] : [pieza.parrafo]))),
    pegados,
    recuperados,
  }
}

const QUITADO = 'El informe trae ese texto de una plantilla o de una tabla, y en el documento no está: si ya no va, quítelo allí.'
const NUEVO = 'No está junto a ningún texto del libro: es nuevo, o es de una plantilla.'

/** Why a piece that changed, or is new, does not go to the workbook. */
function apartadosDe(
  pieza: Pieza,
  esperada: Pieza | undefined,
  distintas: readonly CifraDistinta[],
  { leido }: Texto,
): readonly Apartado[] {
  const en = { lugar: lugarDe(leido.paragraphs, pieza.parrafo), celda: null, texto: pieza.texto }
  if (distintas.length > 0) return distintas.map((distinta) => ({ motivo: 'cifra', ...en, explicacion: porCifra(distinta) }))
  if (esperada === undefined) return [{ motivo: 'parrafo-nuevo', ...en, explicacion: NUEVO }]
  const explicacion = `Esas palabras salen de una plantilla o de otra hoja del libro, donde decían «${esperada.texto}»: cámbielas allí.`
  return [{ motivo: 'plantilla', ...en, explicacion }]
}

/** The figures of a piece that say something else: by their marks, or, where somebody wrote over one, by what stands in its place. */
function distintasDe(pieza: Pieza, esperada: Pieza | undefined, cifras: ReadonlyMap<string, CifraDelLibro>): readonly CifraDistinta[] {
  if (esperada === undefined) return pieza.distintas
  const vistas = new Set(pieza.distintas.map(({ cifra }) => cifra.marca))
  const otras = diferencias(pieza.texto, esperadoDe(esperada.tramos)).flatMap(({ clase, cifra, dice }): readonly CifraDistinta[] => {
    const suya = cifra === null || clase !== 'cifra' ? undefined : cifras.get(cifra.marca ?? '')
    return suya === undefined || vistas.has(suya.marca) ? [] : [{ cifra: suya, dice }]
  })
  return [...pieza.distintas, ...otras]
}

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
