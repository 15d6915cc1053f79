/** Workers of a queue, as processes that can be ended in every way. */
import { type ChildProcess, spawn } from 'node:child_process'
import { PROGRAMA } from '../fallos/ensayo.js'

export interface Vivo {
  readonly proceso: ChildProcess
  /** What it has said up to now. */
  readonly dicho: () => string
  /** Waits until it says something. */
  readonly diga: (que: string | RegExp) => Promise<void>
  /** How it ended: its code, or the signal. */
  readonly fin: Promise<number | NodeJS.Signals | null>
}

/** Starts the program with these arguments, and listens to it. */
export function vivo(argumentos: readonly string[], entorno: Readonly<Record<string, string>> = {}): Vivo {
  const proceso = spawn(process.execPath, [PROGRAMA, ...argumentos], {
    env: { ...process.env, ...entorno },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let dicho = ''
  const oidos = new Set<() => void>()
  for (const salida of [proceso.stdout, proceso.stderr])
    salida.on('data', (trozo) => {
      dicho += String(trozo)
      for (const oir of oidos) oir()
    })
  const fin = new Promise<number | NodeJS.Signals | null>((resolve) => proceso.on('close', (codigo, senal) => resolve(codigo ?? senal)))
  const diga = (que: string | RegExp) =>
    new Promise<void>((resolve, reject) => {
      const mirar = () => {
        if (!(typeof que === 'string' ? dicho.includes(que) : que.test(dicho))) return
        oidos.delete(mirar)
        resolve()
      }
      oidos.add(mirar)
      mirar()
      void fin.then((como) => reject(new Error(`Terminó (${como}) sin decir «${que}»:\n${dicho}`)))
    })
  return { proceso, dicho: () => dicho, diga, fin }
}
