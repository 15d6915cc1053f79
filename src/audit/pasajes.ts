/** The typed prose of a workbook as passages: one a paragraph, with the computed figures that it names in their place. */
import type { Nodes, Parent } from 'mdast'
import { proseOf, splitFigureNames } from '../markdown/index.js'
import { type Libro, normalizarNombre, type Prosa } from '../model/index.js'
import type { Report } from '../report/index.js'
import type { Calculado, Pasaje } from './hallazgo.js'

type Tema = Pick<Pasaje, 'producto' | 'sector' | 'objetivo'>

/** Every passage of `Reportes`, `Conclusiones` and `Textos`, in the order of the report. */
export function pasajesDe({ libro, cifras }: Report): readonly Pasaje[] {
  return prosas(libro).flatMap(({ prosa, tema }) =>
    parrafos(proseOf(prosa)).map((texto) => ({ lugar: prosa.celda, ...tema, ...conCifras(texto, cifras) })),
  )
}

function prosas(libro: Libro): readonly { readonly prosa: Prosa; readonly tema: Tema }[] {
  const con = (tema: Tema, ...dichas: readonly (Prosa | null)[]) => dichas.flatMap((prosa) => (prosa === null ? [] : [{ prosa, tema }]))
  return [
    ...[...libro.textos.values()].flatMap((texto) => con({ producto: null, sector: null }, texto)),
    ...libro.productos.flatMap((p) => con({ producto: p.codigo, sector: p.sector }, p.logros, p.dificultades, p.observaciones)),
    ...libro.objetivos.flatMap((o) => con({ producto: null, sector: null, objetivo: o.numero }, o.conclusiones)),
    ...libro.sectores.flatMap((s) => con({ producto: null, sector: s.nombre }, s.conclusiones)),
  ]
}

const PARRAFOS: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableRow'])

/** The paragraphs of a tree, as plain text: a list item is one too. */
function parrafos(nodo: Nodes): readonly string[] {
  if (PARRAFOS.has(nodo.type)) return [textoDe(nodo)]
  return 'children' in nodo ? (nodo as Parent).children.flatMap((hijo) => parrafos(hijo as Nodes)) : []
}

function textoDe(nodo: Nodes): string {
  if ('value' in nodo) return nodo.value
  if (nodo.type === 'break') return ' '
  return 'children' in nodo ? (nodo as Parent).children.map((hijo) => textoDe(hijo as Nodes)).join('') : ''
}

/** The text with each named figure as it is printed, and where these stand. */
function conCifras(texto: string, cifras: Report['cifras']): { readonly texto: string; readonly calculados: readonly Calculado[] } {
  let dicho = ''
  const calculados: Calculado[] = []
  for (const { type, value } of splitFigureNames(texto.replace(/\s*\n\s*/gu, ' '))) {
    const impreso = type === 'words' ? value : (cifras.get(normalizarNombre(value))?.texto ?? value)
    if (type === 'name') calculados.push({ desde: dicho.length, hasta: dicho.length + impreso.length, nombre: value })
    dicho += impreso
  }
  return { texto: dicho, calculados }
}
