import { readFileSync } from 'node:fs'

/** A row of the table of docs/accesibilidad.md. */
export interface FilaDelProtocolo {
  readonly id: string
  readonly dice: string
  readonly quien: string
  /** Why it does not apply, or what a person looks at. */
  readonly nota: string
}

/** How many conditions each checkpoint of the Matterhorn Protocol 1.1 numbers, by its index of conditions. */
const CONDICIONES = [7, 4, 3, 1, 3, 4, 2, 2, 8, 1, 7, 1, 8, 7, 5, 3, 3, 2, 4, 3, 1, 1, 1, 1, 1, 2, 1, 18, 1, 2, 30]

/** Every number of the protocol, in its order. */
export const PROTOCOLO: readonly string[] = CONDICIONES.flatMap((cuantas, i) =>
  Array.from({ length: cuantas }, (_, n) => `${String(i + 1).padStart(2, '0')}-${String(n + 1).padStart(3, '0')}`),
)

/** The text of the guide. */
export const leerGuia = (): string => readFileSync(new URL('../../docs/accesibilidad.md', import.meta.url), 'utf8')

/** The rows of the guide about conditions of the protocol. */
export function filasDelProtocolo(): readonly FilaDelProtocolo[] {
  return [...leerGuia().matchAll(/^\| (\d\d-\d{3}) \| (.*?) \| (.*?) \| (.*?) ?\|$/gm)].map(
    ([, id = '', dice = '', quien = '', nota = '']) => ({
      id,
      dice,
      quien,
      nota,
    }),
  )
}
