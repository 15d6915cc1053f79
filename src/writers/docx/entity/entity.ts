/** What the DOCX takes from the entity's own Word document in place of the theme's: styles, page and letterhead. */
import type { PageMeasures } from '../measures.js'
import { measured } from './faces.js'
import { type Letterhead, readLetterhead } from './letterhead.js'
import { type TakenStyles, takenStyles } from './looks.js'
import { damaged, NotTaken, openPackage } from './package.js'
import { pageOf, sectionsOf } from './page-setup.js'
import type { Properties } from './properties.js'
import { readStyles } from './styles.js'

export interface Entity {
  readonly styles: TakenStyles
  readonly defaults: Properties
  /** Null where the document says none on which the report would fit. */
  readonly page: PageMeasures | null
  readonly letterhead: Letterhead
}

// Names that a sentence can hold; one more is said as well.
const SHOWN = 16

/** What was taken of a document and what was not, for whoever gave it, in whole sentences. */
export interface EntityReport {
  readonly taken: string
  readonly warnings: readonly string[]
}

/** Reads the entity's document. @throws NotTaken with what it is instead, and what can be done */
export function readEntity(file: Uint8Array): Entity {
  const pack = openPackage(file)
  const styles = readStyles(pack)
  const sections = sectionsOf(pack)
  return {
    styles: takenStyles(styles),
    defaults: styles.defaults,
    page: pageOf(sections),
    letterhead: readLetterhead(pack, styles, sections),
  }
}

/**
 * Says what the DOCX will take of a document, or what keeps it from being taken. `embedded`: faces that the report carries inside,
 * whose letters it can measure.
 */
export function inspectEntity(file: Uint8Array, embedded: readonly string[]): EntityReport | NotTaken {
  try {
    return reportOf(readEntity(file), embedded)
  } catch (error) {
    if (error instanceof NotTaken) return error
    if (error instanceof SyntaxError) return damaged()
    throw error
  }
}

function reportOf({ styles, page, letterhead }: Entity, embedded: readonly string[]): EntityReport {
  const { header, footer } = letterhead
  const parts = [
    styles.names.length === 0 ? null : `los estilos ${listed(styles.names)}`,
    page === null ? null : 'el tamaño y los márgenes de la página',
    header === null ? null : 'el encabezado',
    footer === null ? null : 'el pie de página',
  ].filter((part) => part !== null)
  const unknown = styles.faces.filter((face) => !measured(face) && !embedded.includes(face))
  const warnings = [
    page === null ? 'No se tomó la página: el documento no dice una en la que quepa el informe; queda la del tema.' : null,
    header === null ? 'No hay membrete en su encabezado: queda el del tema.' : null,
    footer === null ? 'No hay membrete en su pie de página: queda el del tema.' : null,
    footer !== null && !footer.numbered ? 'Su pie de página no lleva el número de la página: el del tema queda junto a él.' : null,
    unknown.length === 0
      ? null
      : `No se conoce el ancho de la letra ${unknown.join(', ')}: las páginas que dicen los índices son aproximadas hasta que se actualicen en Word (Ctrl+E y F9).`,
  ].filter((warning) => warning !== null)
  return { taken: parts.length === 0 ? 'nada' : enumerated(parts), warnings }
}

/** The first names of a list, and how many more there are. */
function listed(names: readonly string[]): string {
  const more = names.length - SHOWN
  return more < 2 ? names.join(', ') : `${names.slice(0, SHOWN).join(', ')} y otros ${more}`
}

function enumerated(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('; ')}, y ${parts.at(-1)}`
}
