import { type Corrida, informe } from './informe.js'
import { type Medida, medida, porEtapas, type Trabajo } from './resultado.js'

/** Hears how many runs are done, of how many. */
export type Avisar = (que: string, hechos: number, de: number) => void

/** The same order so many times, one after the other. */
export async function repetir(orden: readonly string[], veces: number, que: string, avisar: Avisar): Promise<readonly Corrida[]> {
  const corridas: Corrida[] = []
  for (let i = 0; i < veces; i++) {
    avisar(que, i, veces)
    corridas.push(await informe(orden))
  }
  return corridas
}

/** The whole job, cold, so many times. */
export async function trabajo(libro: string, veces: number, avisar: Avisar): Promise<Trabajo> {
  const corridas = await repetir(['generar', libro], veces, 'trabajo completo', avisar)
  return { veces, extension: corridas[0]?.extension ?? null, ...medida(corridas), ...porEtapas(corridas) }
}

/** The charts on their own: one and fifteen, every use in two formats: 10 files and 150, so that what grows with their number shows. */
export async function graficas(libro: string, veces: number, avisar: Avisar): Promise<readonly (Medida & { readonly cuales: string })[]> {
  const medidas: (Medida & { readonly cuales: string })[] = []
  for (const cuales of ['1', '1-15']) {
    const orden = ['graficas', libro, '--grafica', cuales, '--formatos', 'png,svg']
    medidas.push({ cuales, ...medida(await repetir(orden, veces, `gráficas ${cuales}`, avisar)) })
  }
  return medidas
}
