/** What `npm run bench` gives, as it stands in its JSON: whole milliseconds and megabytes, ratios of three decimals. */
import type { Equipo } from './equipo.js'
import { cubierto, mediana, type Resumen, resumen, resumenSiHay } from './estadistica.js'
import type { Extension } from './extension.js'
import type { Etapa, Gasto } from './proceso.js'

/** What something takes, over several runs; null for what could not be measured. */
export interface Medida {
  readonly ms: Resumen
  readonly cpu: Resumen | null
  readonly megas: Resumen | null
}

/** The main job. `arranque` is up to its first stage; `resto`, what is in no stage: the audit between them, and the end. */
export interface Trabajo extends Medida {
  readonly veces: number
  readonly extension: Extension | null
  readonly arranque: number
  readonly etapas: readonly Etapa[]
  readonly resto: number
}

/** One kind of output of the workbook so many times as large. */
export interface Punto extends Medida {
  readonly veces: number
  readonly sectores: number
  readonly productos: number
  readonly salida: Salida
  readonly paginas: number | null
}

export type Salida = 'todo' | 'docx' | 'pdf'

/** Two ways to do a thing, run in turns: ours, or the warm one, over the other. */
export interface Pareja {
  readonly nombre: string
  readonly pares: number
  readonly razon: Resumen
  readonly razonCpu: Resumen | null
  readonly una: Medida & { readonly extension: Extension | null }
  readonly otra: Medida & { readonly extension: Extension | null }
}

export interface Resultado {
  readonly fecha: string
  readonly equipo: Equipo
  readonly trabajo: Trabajo
  readonly graficas: readonly (Medida & { readonly cuales: string })[]
  readonly escala: readonly Punto[]
  readonly correccion: readonly Pareja[]
  readonly contra: readonly Pareja[]
  readonly faltas: readonly Falta[]
}

/** What could not be measured, and why, in words that complete a sentence. */
export interface Falta {
  readonly nombre: string
  readonly porque: string
}

export function medida(gastos: readonly Gasto[]): Medida {
  return {
    ms: entero(resumen(gastos.map(({ ms }) => ms))),
    cpu: siHay(gastos.map(({ cpu }) => cpu)),
    megas: siHay(gastos.map(({ megas }) => megas)),
  }
}

const siHay = (numeros: readonly (number | null)[]) => {
  const suyo = resumenSiHay(numeros)
  return suyo && entero(suyo)
}

const entero = ({ mediana: m, minimo, maximo }: Resumen): Resumen => ({
  mediana: Math.round(m),
  minimo: Math.round(minimo),
  maximo: Math.round(maximo),
})

/** The stages over several runs, each by its median, with what is before and between them. */
export function porEtapas(corridas: readonly Gasto[]): Pick<Trabajo, 'arranque' | 'etapas' | 'resto'> {
  const de = (medir: (corrida: Gasto) => number) => Math.round(mediana(corridas.map(medir)))
  const arranque = ({ etapas, ms }: Gasto) => Math.min(ms, ...etapas.map(({ desde }) => desde))
  const nombres = [...new Set(corridas.flatMap(({ etapas }) => etapas.map(({ nombre }) => nombre)))]
  const etapas = nombres.map((nombre): Etapa => {
    const suyas = corridas.flatMap((corrida) => corrida.etapas.filter((etapa) => etapa.nombre === nombre))
    return { nombre, desde: Math.round(mediana(suyas.map(({ desde }) => desde))), ms: Math.round(mediana(suyas.map(({ ms }) => ms))) }
  })
  return {
    arranque: de(arranque),
    etapas: etapas.toSorted((a, b) => a.desde - b.desde || b.ms - a.ms),
    resto: de((corrida) => corrida.ms - arranque(corrida) - cubierto(corrida.etapas)),
  }
}
