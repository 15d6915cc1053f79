/** How the program grows: the same policy several times over, all of it and one output at a time. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filasPorClave, leerHojas } from '../../src/workbook/index.js'
import { type Ampliacion, ampliar } from './ampliar.js'
import { medida, type Punto, type Salida } from './resultado.js'
import { type Avisar, repetir } from './trabajo.js'

const ORDENES: Readonly<Record<Salida, (libro: string) => readonly string[]>> = {
  todo: (libro) => ['generar', libro],
  docx: (libro) => ['generar', libro, '--formatos', 'docx'],
  pdf: (libro) => ['generar', libro, '--formatos', 'pdf'],
}

export async function escala(libro: string, tamanos: readonly Ampliacion[], veces: number, avisar: Avisar): Promise<readonly Punto[]> {
  const carpeta = mkdtempSync(join(tmpdir(), 'informe-bench-'))
  try {
    const original = new Uint8Array(readFileSync(libro))
    const ampliado = join(carpeta, 'libro.xlsx')
    const puntos: Punto[] = []
    for (const tamano of tamanos) {
      const bytes = ampliar(original, tamano)
      writeFileSync(ampliado, bytes)
      const filas = filasPorClave(leerHojas(bytes))
      const cuantas = (hoja: string) => filas.filter((fila) => fila.hoja === hoja).length
      const [productos, sectores] = [cuantas('Productos'), cuantas('Sectores')]
      for (const salida of Object.keys(ORDENES) as Salida[]) {
        const corridas = await repetir(ORDENES[salida](ampliado), veces, `${tamano.veces}× en ${sectores} sectores, ${salida}`, avisar)
        const paginas = corridas[0]?.extension?.paginas ?? null
        puntos.push({ veces: tamano.veces, sectores, productos, salida, paginas, ...medida(corridas) })
      }
    }
    return puntos
  } finally {
    rmSync(carpeta, { recursive: true })
  }
}

/** `1,3,10,30,30/300`: times the products, and, after a bar, in how many sectors; nothing, none. @throws Error for anything else */
export function tamanosDe(lista: string | undefined): readonly Ampliacion[] {
  if (lista === undefined) return []
  return lista.split(',').map((texto) => {
    const [, veces, sectores] = /^(\d+)(?:\/(\d+))?$/u.exec(texto.trim()) ?? []
    if (veces === undefined)
      throw new Error(`--escala: se encontró «${texto}»; se esperaban veces, o veces/sectores, separadas por coma (1,3,10,30,30/300).`)
    return { veces: Number(veces), ...(sectores !== undefined && { sectores: Number(sectores) }) }
  })
}
