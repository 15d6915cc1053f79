/** The theme of a report, or everything that is wrong with it. */
import { readTheme, type Theme, type ThemeFault } from '../theme/index.js'
import { textos } from './files.js'
import { InvalidInput, type Problema, problemaDeTema } from './problems.js'

/** The theme of whoever asks for none. */
export const TEMA_POR_OMISION = 'institucional'

const CARPETA = 'temas/'
const EXTENSION = '.json'

/**
 * The theme of this name, of the folder `temas/` of the templates.
 * @throws InvalidInput with all that is wrong with it: no such file, values out of place, fonts that are not among `familias`
 */
export function leerTema(plantillas: ReadonlyMap<string, string>, nombre: string, familias: readonly string[]): Theme {
  const archivo = rutaDeTema(nombre)
  const texto = plantillas.get(archivo)
  if (texto === undefined) throw new InvalidInput({ errores: [ausente(archivo, temasDe(plantillas))], avisos: [] })
  const { theme, faults } = readTheme(texto)
  const faltas = theme === null ? faults : fuentesAjenas(theme, familias)
  if (theme === null || faltas.length > 0) throw new InvalidInput({ errores: faltas.map((f) => problemaDeTema(archivo, f)), avisos: [] })
  return theme
}

/** The same of a folder's files as they were read. @throws InvalidInput */
export function temaDe(plantillas: ReadonlyMap<string, Uint8Array>, nombre: string, familias: readonly string[]): Theme {
  return leerTema(textos(plantillas), nombre, familias)
}

/** Path of a theme's file within the templates' folder. */
export function rutaDeTema(nombre: string): string {
  return `${CARPETA}${nombre}${EXTENSION}`
}

function fuentesAjenas({ fuentes }: Theme, familias: readonly string[]): readonly ThemeFault[] {
  return Object.entries(fuentes)
    .filter(([, familia]) => !familias.includes(familia))
    .map(([uso, familia]) => ({
      path: `fuentes.${uso}`,
      line: null,
      found: `«${familia}»`,
      expected: `una fuente de las que vienen con el programa (${familias.join(', ')})`,
    }))
}

function temasDe(plantillas: ReadonlyMap<string, string>): readonly string[] {
  const rutas = [...plantillas.keys()].filter((ruta) => ruta.startsWith(CARPETA) && ruta.endsWith(EXTENSION))
  return rutas.map((ruta) => ruta.slice(CARPETA.length, -EXTENSION.length)).sort()
}

function ausente(archivo: string, temas: readonly string[]): Problema {
  return {
    regla: 'tema',
    lugar: `plantillas/${archivo}`,
    encontrado: 'una carpeta sin ese archivo',
    esperado: 'el archivo del tema',
    remedio: temas.length === 0 ? 'Agregue el archivo del tema.' : `Agréguelo, o pida un tema de los que hay: ${temas.join(', ')}.`,
  }
}
