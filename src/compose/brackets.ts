/** Names of figures in double brackets: typed prose may hold them, and a template may not. */
import { normalizarNombre } from '../model/index.js'
import type { Report } from '../report/index.js'
import { inFile, type Piece, type TemplateFault } from './faults.js'

const BRACKETS = /\[\[([^[\]\n]+)\]\](?![(:])/gu

/** What ends like the name of a figure was meant for one, and would be printed as it stands. */
export function bracketFaults(piece: Piece, { cifras }: Report): readonly TemplateFault[] {
  if (!piece.text.includes('[[')) return []
  const subjects = new Set([...cifras.values()].map(({ origen: { nombre, regla } }) => normalizarNombre(nombre.slice(0, -regla.length))))
  return [...piece.text.matchAll(BRACKETS)].flatMap(({ 0: found, 1: name = '', index }) => {
    const asked = normalizarNombre(name)
    if (!cifras.has(asked) && ![...subjects].some((subject) => asked.startsWith(`${subject} `))) return []
    const fault = {
      template: piece.path,
      line: piece.text.slice(0, index).split('\n').length,
      found: `${found}, que en una plantilla se imprime tal como está`,
      expected: 'los valores de una plantilla entre llaves, como {{politica.avance}}; los corchetes son de los textos del libro',
      remedy: 'Use el valor que le corresponde en la guía de plantillas, o lleve ese texto a la hoja Textos.',
    }
    return [inFile(fault, piece)]
  })
}
