/** How a batch is seen as it runs: one line with a bar on a terminal, a plain line for each workbook when piped, or nothing. */
import { Listr } from 'listr2'
import { porQue } from '../lote/index.js'
import type { Desenlace } from './lote-encargo.js'
import type { Visto } from './terminal.js'
import { visibleInLine } from './visible.js'

export interface Marcha {
  /** One more is done. */
  readonly anotar: (desenlace: Desenlace) => void
  /** Says something above the line. */
  readonly decir: (linea: string) => void
  /** Leaves the last line as it is. */
  readonly terminar: () => Promise<void>
}

const CADA_MS = 1000
const ANCHO = 24

/** Shows how a batch of `total` workbooks goes. */
export function marcha(visto: Visto, total: number): Marcha {
  return { 'en-vivo': enVivo, lineas: enLineas, callado }[visto](total)
}

function callado(): Marcha {
  return { anotar: () => undefined, decir: () => undefined, terminar: async () => undefined }
}

function enLineas(total: number): Marcha {
  let van = 0
  return {
    anotar: (desenlace) => console.log(`[${++van}/${total}] ${visibleInLine(enUnaLinea(desenlace))}`),
    decir: (linea) => console.log(linea),
    terminar: async () => undefined,
  }
}

function enVivo(total: number): Marcha {
  const inicio = performance.now()
  const cuenta = { total, van: 0, hechosAhora: 0, sinInforme: 0 }
  let acabar: () => void = () => undefined
  const fin = new Promise<void>((resolve) => {
    acabar = resolve
  })
  let dicho = ''
  const lista = new Listr(
    [
      {
        title: enCurso(cuenta, 0),
        task: async (_, task) => {
          const poner = () => {
            task.title = enCurso(cuenta, performance.now() - inicio)
            if (dicho !== '') task.output = dicho
          }
          const reloj = setInterval(poner, CADA_MS)
          await fin
          clearInterval(reloj)
          poner()
        },
      },
    ],
    // Its own listeners end the program at Ctrl+C, with what is under way.
    { registerSignalListeners: false },
  ).run()
  return {
    anotar: ({ fila, ahora }) => {
      cuenta.van++
      if (ahora) cuenta.hechosAhora++
      if (fila.estado !== 'hecho') cuenta.sinInforme++
    },
    decir: (linea) => {
      dicho = linea
    },
    terminar: async () => {
      acabar()
      await lista
    },
  }
}

interface Cuenta {
  readonly total: number
  readonly van: number
  /** Those that took time, and did not only have to be looked at. */
  readonly hechosAhora: number
  readonly sinInforme: number
}

/** `██████░░░░ 37 de 200 · 2 sin informe · 41,8 por minuto · faltan 4 min` */
function enCurso({ total, van, hechosAhora, sinInforme }: Cuenta, ms: number): string {
  const lleno = Math.floor((ANCHO * van) / total)
  const porMinuto = hechosAhora / (ms / 60_000)
  return [
    `${'█'.repeat(lleno)}${'░'.repeat(ANCHO - lleno)} ${van} de ${total}`,
    ...(sinInforme > 0 ? [`${sinInforme} sin informe`] : []),
    ...(hechosAhora > 0 ? [`${porMinuto.toFixed(1).replace('.', ',')} por minuto`, ...faltan((total - van) / porMinuto)] : []),
  ].join(' · ')
}

function faltan(minutos: number): readonly string[] {
  if (minutos === 0) return []
  return [minutos < 1 ? 'falta menos de 1 min' : minutos < 90 ? `faltan ${Math.ceil(minutos)} min` : `faltan ${Math.ceil(minutos / 60)} h`]
}

/** `ibague.xlsx: hecho en 5,2 s`: what came of a workbook. */
export function enUnaLinea({ fila, ahora }: Desenlace): string {
  const { libro, estado, ms } = fila
  if (estado === 'hecho' && !ahora) return `${libro}: estaba hecho`
  if (estado === 'hecho') return `${libro}: hecho en ${((ms ?? 0) / 1000).toFixed(1).replace('.', ',')} s`
  return `${libro}: ${porQue(fila)}`
}
