/** A copy of the templates beside those of the program: what its owner changed, and what the program did since. */
import { comunes, huecos } from '../align/index.js'
import { type Carpeta, type Copiado, esDeTexto, huellaDe, LEEME, lineasDe } from './copia.js'

/**
 * What became of a file. `cambiada` by its owner, `actualizada` by the program, `ambas` by both, `distinta` by nobody knows whom;
 * `agregada` and `quitada` by its owner, `nueva` and `retirada` by the program.
 */
export type Diferencia = 'cambiada' | 'actualizada' | 'ambas' | 'distinta' | 'agregada' | 'quitada' | 'nueva' | 'retirada'

/** Lines that stand in the copy where others stand in the program. */
export interface Tramo {
  /** In the copy, from 1; where lines are only missing, that of the one after. */
  readonly linea: number
  readonly delPrograma: readonly string[]
  readonly suyas: readonly string[]
}

export interface Comparada {
  readonly ruta: string
  readonly diferencia: Diferencia
  /** Of a text that both have; none of other files. */
  readonly tramos: readonly Tramo[]
}

/** The files that differ, in order of path. `copiado`: what was copied; null where nobody knows. */
export function compararPlantillas(suyas: Carpeta, delPrograma: Carpeta, copiado: Copiado | null): readonly Comparada[] {
  const rutas = [...new Set([...suyas.keys(), ...delPrograma.keys()])].filter((ruta) => ruta !== LEEME).toSorted()
  return rutas.flatMap((ruta) => {
    const [suya, delProg] = [suyas.get(ruta), delPrograma.get(ruta)]
    const diferencia = diferenciaDe(
      huella(ruta, suya),
      huella(ruta, delProg),
      copiado === null ? undefined : (copiado.archivos.get(ruta) ?? null),
    )
    if (diferencia === null) return []
    const tramos = suya !== undefined && delProg !== undefined && esDeTexto(ruta) ? tramosDe(lineasDe(suya), lineasDe(delProg)) : []
    return [{ ruta, diferencia, tramos }]
  })
}

function huella(ruta: string, bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : huellaDe(ruta, bytes)
}

/** `copiada`: hash of what was copied; null where the file was not there then; undefined where nobody knows what was copied. */
function diferenciaDe(suya: string | null, delPrograma: string | null, copiada: string | null | undefined): Diferencia | null {
  if (suya === delPrograma) return null
  if (delPrograma === null) return copiada === null ? 'agregada' : copiada === undefined ? 'distinta' : 'retirada'
  if (suya === null) return copiada === null ? 'nueva' : copiada === undefined ? 'distinta' : 'quitada'
  if (copiada === suya) return 'actualizada'
  if (copiada === delPrograma) return 'cambiada'
  return copiada === null || copiada === undefined ? 'distinta' : 'ambas'
}

function tramosDe(suyas: readonly string[], delPrograma: readonly string[]): readonly Tramo[] {
  // A blank line is a line like any other.
  const clave = (linea: string) => `=${linea}`
  return huecos(comunes(suyas.map(clave), delPrograma.map(clave)), suyas.length, delPrograma.length).map(({ unas, otras }) => ({
    linea: unas[0] + 1,
    suyas: suyas.slice(...unas),
    delPrograma: delPrograma.slice(...otras),
  }))
}
