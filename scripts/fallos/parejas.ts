/** Two runs at once on one folder. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Estado, estadoDe, informe, type Resultado, sonIguales } from './ensayo.js'

/** A workbook and what its report alone leaves in a folder. */
export interface Pareja {
  readonly libro: string
  readonly sola: Estado
}

/**
 * Makes the reports of two workbooks at once in one folder: each run must say that it is done, the folder must hold one set whole, and the
 * other one must be whole among the former ones.
 */
export async function enPareja(carpeta: string, pareja: readonly [Pareja, Pareja]): Promise<Extract<Resultado, 'nuevo' | 'roto'>> {
  const salida = join(carpeta, 'informe')
  const fines = await Promise.all(pareja.map(({ libro }) => informe(['generar', libro, '--salida', salida, '--silencioso'])))
  const ediciones = readdirSync(join(salida, 'anteriores'))
  const hallados = [sinAnteriores(estadoDe(salida)), ...ediciones.map((edicion) => estadoDe(join(salida, 'anteriores', edicion)))]
  const enteros = hallados.length === 2 && pareja.every(({ sola }) => hallados.some((hallado) => sonIguales(hallado, sola)))
  const restos = readdirSync(carpeta).filter((nombre) => nombre !== 'informe')
  if (!enteros || restos.length > 0 || fines.some(({ codigo }) => codigo !== 0)) return 'roto'
  rmSync(carpeta, { recursive: true, force: true })
  return 'nuevo'
}

function sinAnteriores(estado: Estado): Estado {
  return new Map([...estado].filter(([ruta]) => !ruta.startsWith('anteriores')))
}
