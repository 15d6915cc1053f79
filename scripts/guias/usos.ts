import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { entero } from '../../src/report/index.js'
import { readTheme, type Uso } from '../../src/theme/index.js'
import { RAIZ } from './edicion.js'
import { codigo, tabla } from './marcas.js'

/** The places for which the theme of whoever asks for none draws charts, with their sizes. */
export function usos(): string {
  const { theme, faults } = readTheme(readFileSync(join(RAIZ, 'templates/temas/institucional.json'), 'utf8'))
  if (theme === null) throw new Error(JSON.stringify(faults))
  const filas = Object.entries(theme.usos).map(([nombre, uso]) => [codigo(nombre), medidas(uso), letra(uso)])
  return tabla(['uso', 'tamaño', 'letra más pequeña'], filas)
}

function medidas(uso: Uso): string {
  const ancho = `${entero(uso.ancho)}${uso.alto === null ? '' : ` × ${entero(uso.alto)}`} ${uso.unidad === 'px' ? 'píxeles' : 'mm'}`
  if (uso.unidad === 'px') return ancho
  return `${ancho}${uso.alto === null ? ' de ancho; el alto que pida la gráfica' : ''}; en PNG, ${entero(uso.ppp)} píxeles por pulgada`
}

function letra({ unidad, minimo }: Uso): string {
  return `${entero(minimo)} ${unidad === 'px' ? 'píxeles' : 'puntos'}`
}
