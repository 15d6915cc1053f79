/** What the DOCX takes of the entity's own Word document, told before anything is drawn. */
import { InvalidInput } from './problems.js'

/** What was taken, as the end of a sentence, and sentences about what was not. */
export interface EstilosTomados {
  readonly tomado: string
  readonly avisos: readonly string[]
}

/**
 * Reads the entity's document. `fuentes`: faces that the report carries inside.
 * @throws InvalidInput where it is not a Word document that can be read
 */
export async function revisarEstilos(
  { nombre, bytes }: { readonly nombre: string; readonly bytes: Uint8Array },
  fuentes: readonly string[],
): Promise<EstilosTomados> {
  const { inspectEntity, NotTaken } = await import('../writers/docx/index.js')
  const hallado = inspectEntity(bytes, fuentes)
  if (!(hallado instanceof NotTaken)) return { tomado: hallado.taken, avisos: hallado.warnings }
  const error = {
    regla: 'estilos',
    lugar: nombre,
    encontrado: hallado.found,
    esperado: 'un documento de Word (.docx)',
    remedio: hallado.remedy,
  }
  throw new InvalidInput({ errores: [error], avisos: [] })
}
