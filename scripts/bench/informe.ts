/** Our program, measured: each run in a new process, cold, its output thrown away. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Extension, extensionDe } from './extension.js'
import { type Gasto, medir } from './proceso.js'

/** The compiled program. */
export const PROGRAMA = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'informe.js')

export interface Corrida extends Gasto {
  /** Of the PDF; null where there is none. */
  readonly extension: Extension | null
}

/** `informe <orden…>` once; `--salida` is added, and no report is made of what was kept, unless a cache is named. */
export async function informe(orden: readonly string[]): Promise<Corrida> {
  const carpeta = mkdtempSync(join(tmpdir(), 'informe-bench-'))
  try {
    const salida = join(carpeta, 'salida')
    const deNuevo = orden[0] === 'generar' && !orden.includes('--cache') ? ['--sin-cache'] : []
    const gasto = await medir({ programa: process.execPath, args: [PROGRAMA, ...orden, ...deNuevo, '--salida', salida, '--silencioso'] })
    const pdf = readdirSync(salida).find((nombre) => nombre.endsWith('.pdf'))
    return { ...gasto, extension: pdf === undefined ? null : extensionDe(join(salida, pdf)) }
  } finally {
    rmSync(carpeta, { recursive: true })
  }
}
