/** One stretch of prose: what a document says beside what its workbook gives, as what the cell should say. */

import { comunes, huecos, masParecidas } from '../align/index.js'
import type { Prosa } from '../model/index.js'
import { parecido } from '../verify/index.js'
import { type Apartado, lugarDe, porCifra } from './apartado.js'
import type { CifraDistinta } from './cifras.js'
import { escribirCelda } from './escribir-celda.js'
import type { Fuera } from './fuera.js'
import { type Leida, leidasDe } from './leidas.js'
import { type Cifras, conLoQuePide } from './pedidas.js'
import type { Texto } from './piezas.js'
import { impresionDe, type Rango } from './rangos.js'
import { anidadas, huella, huellas, llano, textoDe, type Unidad } from './unidades.js'

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

interface Entrada extends Cifras {
  readonly suyo: Texto
  readonly debido: Texto
  readonly rango: Rango
  readonly esperado: Rango
  readonly prosa: Prosa
  readonly fuera: Fuera
}

/** What a cell should say, from one print of its prose. A paragraph that is refused stays as the workbook has it. */
export function cotejar(entrada: Entrada): Cotejado {
  const { suyo, debido, rango, esperado, prosa, fuera, nombrada } = entrada
  const lugar = lugarDe(suyo.leido.paragraphs, rango.primero)
  const { leidas, ajenas } = leidasDe(suyo, rango, debido, esperado, fuera.pegados.get(impresionDe(rango)))
  const debidas = leidasDe(debido, esperado, debido, esperado).leidas.map(({ unidad }) => unidad)
  const nada = { prosa, lugar, texto: null, cambios: [] }
  if (leidas.length === 0) return { ...nada, apartados: [...ajenas, sinTexto(prosa, lugar)] }

  const { pares, iguales } = parejasDe(leidas, debidas)
  const puestas = new Set(leidas.flatMap(({ unidad }) => unidad.tramos.flatMap(({ cifra }) => cifra?.marca ?? [])))
  const resueltas = leidas.map((leida, i) => {
    const debida = debidas[pares.get(i) ?? -1] ?? null
    if (debida !== null && iguales.has(i)) return { unidad: debida, debida, rechazos: [], en: lugar }
    const pedida = conLoQuePide(leida, debida, puestas, entrada)
    const en = lugarDe(suyo.leido.paragraphs, leida.parrafo)
    const rechazos = rechazosDe(pedida, fuera.conCifraDistinta.has(leida.parrafo), { lugar: en, celda: prosa.celda })
    return { unidad: rechazos.length > 0 ? debida : pedida.unidad, debida, rechazos, en }
  })
  const finales = anidadas(resueltas.flatMap(({ unidad }) => unidad ?? []))
  const apartados = [...ajenas, ...resueltas.flatMap(({ rechazos }) => rechazos)]
  if (huellas(finales) === huellas(debidas)) return { ...nada, apartados }

  const quedan = new Set(pares.values())
  const cambios = [
    ...resueltas.flatMap(({ unidad, debida, en }) => cambioDe(debida, unidad, en)),
    ...debidas.flatMap((debida, j) => (quedan.has(j) ? [] : cambioDe(debida, null, lugar))),
  ]
  const escrita = escribirCelda(finales, debidas, prosa, nombrada)
  if ('texto' in escrita) return { prosa, lugar, texto: escrita.texto, cambios, apartados }
  const texto = cambios.map(({ despues }) => despues).join(' ')
  return { ...nada, apartados: [...apartados, { motivo: 'celda', lugar, celda: prosa.celda, texto, explicacion: escrita.porque }] }
}

/** Which unit is which, and those that are just the same. */
function parejasDe(leidas: readonly Leida[], debidas: readonly Unidad[]) {
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
  return { pares, iguales }
}

/** Less alike than this, two paragraphs are other ones. */
const PARECIDO = 0.3

function cuantoSeParecen(leida: Leida, debida: Unidad): number {
  const [una, otra] = [llano(textoDe(leida.unidad.tramos)), llano(textoDe(debida.tramos))]
  return una === otra ? 1 : parecido(una, otra)
}

/** Why a paragraph stays out: a figure of its own or of the template beside it says something else, or it names one that is not. */
function rechazosDe(
  {
    unidad,
    distintas,
    desconocidos,
  }: { readonly unidad: Unidad; readonly distintas: readonly CifraDistinta[]; readonly desconocidos: readonly string[] },
  fueraDistinta: boolean,
  lugar: Pick<Apartado, 'lugar' | 'celda'>,
): readonly Apartado[] {
  const en = { ...lugar, texto: llano(textoDe(unidad.tramos)) }
  const deFuera = fueraDistinta && distintas.length === 0 ? [OTRA_CIFRA] : []
  return [
    ...[...distintas.map(porCifra), ...deFuera].map((explicacion) => ({ motivo: 'cifra' as const, ...en, explicacion })),
    ...desconocidos.map((nombre) => ({ motivo: 'nombre-desconocido' as const, ...en, explicacion: sinNombre(nombre) })),
  ]
}

const OTRA_CIFRA = 'En ese párrafo se cambió una cifra que calcula el programa: su texto no se incorporó.'

const sinNombre = (nombre: string) => `Ninguna cifra se llama «${nombre}», y lo que va entre dobles corchetes es el nombre de una.`

function cambioDe(antes: Unidad | null, despues: Unidad | null, lugar: string): readonly Cambio[] {
  if (antes === despues || (antes !== null && despues !== null && huella(antes) === huella(despues))) return []
  const texto = (unidad: Unidad | null) => (unidad === null ? '' : llano(textoDe(unidad.tramos)))
  return [{ lugar, antes: texto(antes), despues: texto(despues) }]
}

function sinTexto({ celda }: Prosa, lugar: string): Apartado {
  const explicacion = `Se borró todo el texto de ${celda}. Si ya no va, bórrelo en la celda.`
  return { motivo: 'sin-texto', lugar, celda, texto: '', explicacion }
}
