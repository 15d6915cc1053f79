import { readdirSync, readFileSync } from 'node:fs'
import { readTheme, type Theme } from '../src/theme/index.js'

const TEMAS = new URL('../templates/temas/', import.meta.url)

/** Every theme that comes with the program, by the name of its file. Throws where one has faults. */
export const temas: readonly (readonly [archivo: string, theme: Theme])[] = readdirSync(TEMAS)
  .filter((archivo) => archivo.endsWith('.json'))
  .map((archivo) => {
    const { theme, faults } = readTheme(readFileSync(new URL(archivo, TEMAS), 'utf8'))
    if (theme === null) throw new Error(`${archivo}: ${JSON.stringify(faults)}`)
    return [archivo, theme]
  })
