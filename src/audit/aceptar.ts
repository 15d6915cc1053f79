/** Findings that somebody answers for: they are told apart, and only while the words and the figures stay as they were accepted. */
import { sha256 } from '../hash/index.js'
import { type Aceptacion, normalizarNombre } from '../model/index.js'
import type { Hallazgo } from './hallazgo.js'

/** A finding with the name by which it is accepted. */
export type HallazgoNombrado<H extends Hallazgo = Hallazgo> = H & {
  /** `meta-1f2e3d4c`: the same while what is written and what the data say of it are the same, wherever it stands. */
  readonly hallazgo: string
}

export interface Separados<H extends Hallazgo = Hallazgo> {
  /** Nobody answers for these. */
  readonly pendientes: readonly HallazgoNombrado<H>[]
  readonly aceptados: readonly { readonly hallazgo: HallazgoNombrado<H>; readonly aceptacion: Aceptacion }[]
  /** Rows of `Auditoría` that accept nothing, each with why in a sentence for whoever wrote it. */
  readonly sinEfecto: readonly { readonly aceptacion: Aceptacion; readonly porque: string }[]
}

/** Parts the findings by the rows of `Auditoría` (contract, page of that sheet). Pure; keeps the order. */
export function separar<H extends Hallazgo>(hallazgos: readonly H[], aceptaciones: readonly Aceptacion[]): Separados<H> {
  const nombrados = hallazgos.map((hallazgo) => ({ ...hallazgo, hallazgo: nombreDe(hallazgo) }))
  const hay = new Set(nombrados.map(({ hallazgo }) => hallazgo))
  const firmadas = new Map(aceptaciones.filter((a) => porqueNo(a, hay) === null).map((a) => [normalizarNombre(a.hallazgo), a]))
  const suya = ({ hallazgo }: { readonly hallazgo: string }) => firmadas.get(hallazgo)
  return {
    pendientes: nombrados.filter((h) => suya(h) === undefined),
    aceptados: nombrados.flatMap((hallazgo) => {
      const aceptacion = suya(hallazgo)
      return aceptacion === undefined ? [] : [{ hallazgo, aceptacion }]
    }),
    sinEfecto: aceptaciones.flatMap((aceptacion) => {
      const porque = porqueNo(aceptacion, hay)
      return porque === null ? [] : [{ aceptacion, porque }]
    }),
  }
}

/** Why a row accepts nothing; null where it does. */
function porqueNo({ hallazgo, motivo, responsable }: Aceptacion, hay: ReadonlySet<string>): string | null {
  if (motivo === null || responsable === null) return 'Le falta el motivo o el responsable: escriba los dos.'
  if (hay.has(normalizarNombre(hallazgo))) return null
  return 'Ya no hay un hallazgo con ese nombre: lo escrito o su cifra cambió. Revíselo de nuevo y borre la fila, o escriba el nombre nuevo.'
}

/** Cells move when rows do; what they hold is told apart from where they stand. */
const CELDA = /[\p{L} ]+![A-Z]{1,3}\d+/gu

function nombreDe({ regla, texto, dice, esperado, explicacion }: Hallazgo): string {
  const dicho = JSON.stringify([texto, dice, esperado, explicacion.replace(CELDA, '')])
  return `${regla}-${sha256(dicho).slice(0, 8)}`
}
