import type { FilaConClave } from '../workbook/index.js'
import type { CambioDeCelda } from './cambio.js'

/** The cells that hold something else, by sheet and key, in the order of the later workbook; those of rows that are gone, last. */
export function compararCeldas(antes: readonly FilaConClave[], despues: readonly FilaConClave[]): readonly CambioDeCelda[] {
  const llave = ({ hoja, clave }: FilaConClave) => `${hoja}\n${clave}`
  const [viejas, nuevas] = [antes, despues].map((filas) => new Map(filas.map((fila) => [llave(fila), fila])))
  return [
    ...despues.flatMap((fila) => deFila(viejas?.get(llave(fila)), fila)),
    ...antes.filter((fila) => nuevas?.has(llave(fila)) !== true).flatMap((fila) => deFila(fila, undefined)),
  ]
}

function deFila(vieja: FilaConClave | undefined, nueva: FilaConClave | undefined): readonly CambioDeCelda[] {
  const fila = nueva ?? vieja
  if (fila === undefined) return []
  const columnas = new Set([...(nueva?.celdas.keys() ?? []), ...(vieja?.celdas.keys() ?? [])])
  return [...columnas].flatMap((columna) => {
    const [antes, despues] = [vieja?.celdas.get(columna), nueva?.celdas.get(columna)]
    if (antes?.texto === despues?.texto) return []
    const celda = despues?.celda ?? antes?.celda ?? ''
    return [{ hoja: fila.hoja, clave: fila.clave, columna, antes: antes?.texto ?? null, despues: despues?.texto ?? null, celda }]
  })
}
