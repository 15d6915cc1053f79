/** The files of the charts that are asked for, one at a time: pictures, numbers, the page that lists them, and the manifest. */
import { type FichaDeCatalogo, paginaDeCatalogo } from '../catalogo/index.js'
import type { Firma, Lamina, Pedido } from '../charts/index.js'
import type { FormerSet } from '../disk/index.js'
import type { Assets } from '../document/index.js'
import { firmarPng, firmarSvg } from '../firma/index.js'
import { sha256 } from '../hash/index.js'
import type { Libro } from '../model/index.js'
import {
  type ArchivoDeGrafica,
  csvDeGrafica,
  cuadroDeGrafica,
  graficasDelManifiesto,
  manifiestoDeGraficas,
  xlsxDeGrafica,
} from '../outputs/index.js'
import { fechaLarga } from '../report/index.js'
import type { Theme } from '../theme/index.js'
import { enOrden } from './en-orden.js'
import { textos, utf8 } from './files.js'
import { type Entrada, MANIFIESTO } from './generate.js'
import { muestraDe, nombreDeGrafica, type Pieza } from './piezas.js'
import { rutaDeTema } from './theme.js'

export type FormatoDeDatos = 'csv' | 'xlsx'

/** Name of the page that shows all the charts of the folder. */
export const CATALOGO = 'catalogo.html'

/** Draws pictures, `aLaVez` of them at once. */
export interface Dibujantes {
  readonly dibujar: (lamina: Lamina, pedido: Pedido, firma: Firma) => Promise<Uint8Array>
  readonly aLaVez: number
}

/** A chart of the edition, with all that its pictures say. */
export interface Ficha {
  readonly numero: string
  readonly lamina: Lamina
  readonly firma: Firma
}

interface Trabajo {
  readonly entrada: Pick<Entrada, 'libro' | 'plantillas' | 'tema' | 'version'> & { readonly datos: readonly FormatoDeDatos[] }
  readonly theme: Theme
  readonly fonts: Assets['fonts']
  readonly politica: Libro['politica']
  /** Period that the edition counts up to, `2025-T2`; undefined for the whole year. */
  readonly corte: string | undefined
  /** Every chart of the edition. */
  readonly fichas: readonly Ficha[]
  /** What is asked for. */
  readonly tareas: readonly { readonly ficha: Ficha; readonly piezas: readonly Pieza[] }[]
  readonly dibujantes: Dibujantes
}

/** A file to make. */
interface Encargo {
  readonly ficha: Ficha
  readonly archivo: string
  readonly descripcion: string
  readonly hacer: () => Promise<Uint8Array>
}

/** See `Graficas.archivos`. */
export async function* archivosDeGraficas(
  trabajo: Trabajo,
  anterior: FormerSet | null,
  alHacer: (hechos: number) => void,
): AsyncGenerator<readonly [string, Uint8Array]> {
  const hechos = new Map<string, ArchivoDeGrafica>()
  const hacer = async (encargo: Encargo) => ({ encargo, bytes: await encargo.hacer() })
  for await (const { encargo, bytes } of enOrden(encargosDe(trabajo), 2 * trabajo.dibujantes.aLaVez, hacer)) {
    hechos.set(encargo.archivo, registro(encargo, bytes, trabajo))
    alHacer(hechos.size)
    yield [encargo.archivo, bytes]
  }
  const registros = porGrafica(trabajo, [...quedan(trabajo, anterior).filter(({ archivo }) => !hechos.has(archivo)), ...hechos.values()])
  const pagina = utf8(await catalogo(trabajo, registros))
  yield [CATALOGO, pagina]
  yield [
    MANIFIESTO,
    utf8(manifiestoDeGraficas({ ...trabajo.entrada, corte: trabajo.corte }, registros, new Map([[CATALOGO, sha256(pagina)]]))),
  ]
}

function* encargosDe(trabajo: Trabajo): Generator<Encargo> {
  for (const { ficha, piezas } of trabajo.tareas) {
    for (const { archivo, descripcion, pedido, ppp } of piezas) {
      yield { ficha, archivo, descripcion, hacer: async () => firmada(await dibujar(trabajo, ficha, pedido), ficha.firma, pedido, ppp) }
    }
    for (const formato of trabajo.entrada.datos) {
      const archivo = `${nombreDeGrafica(ficha.numero)}.${formato}`
      yield { ficha, archivo, descripcion: 'cifras', hacer: async () => datosDe(ficha, formato) }
    }
  }
}

function dibujar({ dibujantes }: Trabajo, { lamina, firma }: Ficha, pedido: Pedido): Promise<Uint8Array> {
  return dibujantes.dibujar(lamina, pedido, firma)
}

/** With the signature inside. That of a PDF is written by whoever draws it. */
function firmada(bytes: Uint8Array, firma: Firma, { formato }: Pedido, ppp: number | null): Uint8Array {
  if (formato === 'png') return firmarPng(bytes, firma, ppp)
  return formato === 'svg' ? utf8(firmarSvg(new TextDecoder().decode(bytes), firma)) : bytes
}

function datosDe({ lamina, firma }: Ficha, formato: FormatoDeDatos): Uint8Array {
  const cuadro = cuadroDeGrafica(lamina.grafica)
  if (formato === 'csv') return csvDeGrafica(cuadro)
  return xlsxDeGrafica(cuadro, [
    ['Gráfica', firma.titulo],
    ['Fuente', firma.fuente],
    ['Fecha de corte', fechaLarga(firma.corte)],
    ['Libro (SHA-256)', firma.libro],
    ['Programa', firma.programa],
  ])
}

function registro({ ficha, archivo, descripcion }: Encargo, bytes: Uint8Array, { entrada }: Trabajo): ArchivoDeGrafica {
  const { tema } = entrada
  return {
    archivo,
    grafica: ficha.numero,
    descripcion,
    tema,
    bytes: bytes.length,
    receta: receta(ficha, tema, entrada.plantillas),
    sha256: sha256(bytes),
  }
}

/** The hash of all that decides how a file looks, besides what its name tells. */
function receta({ lamina, firma }: Ficha, tema: string, plantillas: Entrada['plantillas']): string {
  return sha256(utf8(JSON.stringify([lamina, firma, textos(plantillas).get(rutaDeTema(tema)) ?? null])))
}

/** The files of a former run that are still there and would come out the same today. */
function quedan({ entrada, fichas }: Trabajo, anterior: FormerSet | null): readonly ArchivoDeGrafica[] {
  if (anterior === null) return []
  return alDia(graficasDelManifiesto(anterior.manifest), fichas, entrada.plantillas).filter(({ archivo }) => anterior.present.has(archivo))
}

/** The files of charts that would come out the same with these charts and templates. */
export function alDia(
  registros: readonly ArchivoDeGrafica[],
  fichas: readonly Ficha[],
  plantillas: Entrada['plantillas'],
): readonly ArchivoDeGrafica[] {
  return registros.filter(({ grafica, tema, receta: suya }) => {
    const ficha = fichas.find(({ numero }) => numero === grafica)
    return ficha !== undefined && suya === receta(ficha, tema, plantillas)
  })
}

/** In the order of the charts, and by name within each. */
function porGrafica({ fichas }: Trabajo, registros: readonly ArchivoDeGrafica[]): readonly ArchivoDeGrafica[] {
  const lugar = new Map(fichas.map(({ numero }, i) => [numero, i]))
  return registros.toSorted((a, b) => (lugar.get(a.grafica) ?? 0) - (lugar.get(b.grafica) ?? 0) || (a.archivo < b.archivo ? -1 : 1))
}

async function catalogo(trabajo: Trabajo, registros: readonly ArchivoDeGrafica[]): Promise<string> {
  const { theme, fonts, politica, entrada } = trabajo
  return await paginaDeCatalogo({
    theme,
    fonts,
    politica,
    corte: fechaLarga(politica.fechaCorte),
    libro: { nombre: entrada.libro.nombre, sha256: sha256(entrada.libro.bytes) },
    programa: `informe ${entrada.version}`,
    graficas: await fichasDeCatalogo(trabajo, registros),
  })
}

/** What the page tells of each chart of which there is some file. */
async function fichasDeCatalogo(trabajo: Trabajo, registros: readonly ArchivoDeGrafica[]): Promise<readonly FichaDeCatalogo[]> {
  const { theme, fichas, dibujantes } = trabajo
  const presentes = fichas.filter(({ numero }) => registros.some(({ grafica }) => grafica === numero))
  const contar = async (ficha: Ficha): Promise<FichaDeCatalogo> => {
    const vistas = (['claro', 'oscuro'] as const).map((modo) => dibujar(trabajo, ficha, muestraDe(theme, modo)))
    const [claro, oscuro] = await Promise.all(vistas)
    return {
      ...ficha.lamina,
      ancla: nombreDeGrafica(ficha.numero),
      cuadro: cuadroDeGrafica(ficha.lamina.grafica),
      vista: { claro: claro ?? new Uint8Array(), oscuro: oscuro ?? new Uint8Array() },
      archivos: registros.filter(({ grafica }) => grafica === ficha.numero),
    }
  }
  const hechas: FichaDeCatalogo[] = []
  for await (const hecha of enOrden(presentes, dibujantes.aLaVez, contar)) hechas.push(hecha)
  return hechas
}
