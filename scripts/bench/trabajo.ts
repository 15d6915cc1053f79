import { informe } from './informe.js'
import { type Medida, medida, porEtapas, type Trabajo } from './resultado.js'

/** Hears how many runs are done, of how many. */
export type Avisar = (que: string, hechos: number, de: number) => void

/** The whole job, cold, so many times. */
export function trabajo(libro: string, veces: number, avisar: Avisar): Trabajo {
  const corridas = Array.from({ length: veces }, (_, i) => {
    avisar('trabajo completo', i, veces)
    return informe(['generar', libro])
  })
  return { veces, extension: corridas[0]?.extension ?? null, ...medida(corridas), ...porEtapas(corridas) }
}

/** The charts on their own: one and fifteen, every use in two formats: 10 files and 150, so that what grows with their number shows. */
export function graficas(libro: string, veces: number, avisar: Avisar): readonly (Medida & { readonly cuales: string })[] {
  return ['1', '1-15'].map((cuales) => {
    const orden = ['graficas', libro, '--grafica', cuales, '--formatos', 'png,svg']
    const corridas = Array.from({ length: veces }, (_, i) => {
      avisar(`gráficas ${cuales}`, i, veces)
      return informe(orden)
    })
    return { cuales, ...medida(corridas) }
  })
}
