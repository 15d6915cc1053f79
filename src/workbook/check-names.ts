import { figureNames } from '../markdown/index.js'
import { CAMPOS_GRUPO, type Codigo, nombresDeCifras, normalizarNombre } from '../model/index.js'
import type { Log } from './faults.js'
import { type Keys, nearestParams } from './keys.js'
import type { ProseCell } from './prose.js'
import type { FilaObjetivo } from './sheets/objetivos.js'
import { type ProductoLeido, sectorKey } from './sheets/productos.js'
import type { FilaSector } from './sheets/sectores.js'

/** What decides which figures there are, as far as it could be read. */
export interface Nombrado {
  readonly objetivos: Keys<FilaObjetivo>
  readonly sectores: Keys<FilaSector>
  readonly productos: Keys<ProductoLeido>
  /** Of each sheet of events, whether it has rows. */
  readonly eventos: { readonly capacitaciones: boolean; readonly jornadas: boolean; readonly reuniones: boolean }
}

/** Notes the names in double brackets that no figure of this workbook has, unless a faulty row may be the one that defines it. */
export function checkNames(prose: readonly ProseCell[], nombrado: Nombrado, log: Log): void {
  const names = namesOf(nombrado)
  const known = new Set(names.map(normalizarNombre))
  const inDoubt = doubtsOf(nombrado)
  for (const { cell, text } of prose) {
    for (const name of figureNames(text)) {
      const plain = normalizarNombre(name)
      if (!known.has(plain) && !inDoubt(plain)) log.note('nombre-de-cifra', cell, `[[${name}]]`, nearestParams(name, names))
    }
  }
}

function namesOf({ objetivos, sectores, productos, eventos }: Nombrado): readonly string[] {
  const rows = (present: boolean) => (present ? [] : null)
  const nombres = new Map([...sectores.items].flatMap(([key, { values }]) => (values.Sector === undefined ? [] : [[key, values.Sector]])))
  return nombresDeCifras({
    objetivos: [...objetivos.items.keys()].map((key) => ({ numero: Number(key) })),
    sectores: [...nombres.values()].map((nombre) => ({ nombre })),
    productos: [...productos.items].map(([key, leido]) => ({ codigo: key as Codigo, sector: nombres.get(sectorKey(leido) ?? '') ?? '' })),
    capacitaciones: rows(eventos.capacitaciones),
    jornadas: rows(eventos.jornadas),
    reuniones: rows(eventos.reuniones),
  })
}

/** Which unknown names may be right after all: those of a subject that some faulty row may define. */
function doubtsOf({ objetivos, sectores, productos }: Nombrado): (name: string) => boolean {
  const partly = (keys: Keys<unknown>) => !keys.readable || keys.unreadable.length > 0
  const aProductMayBeAnywhere = partly(productos) || [...productos.items.values()].some((p) => !sectores.items.has(sectorKey(p) ?? ''))
  const fields = CAMPOS_GRUPO.map(normalizarNombre)
  const ofAnySector = new Set([...sectores.items.keys()].flatMap((sector) => fields.map((field) => `${sector} ${field}`)))
  return (name) => {
    if (/^\d+\.\d+\.\d+ /.test(name)) return partly(productos)
    if (name.startsWith('objetivo ')) return partly(objetivos)
    return (partly(sectores) && fields.some((field) => name.endsWith(` ${field}`))) || (aProductMayBeAnywhere && ofAnySector.has(name))
  }
}
