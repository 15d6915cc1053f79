import type { CeldaTabla, FilaTabla } from '../report/index.js'

type Valor = CeldaTabla['valor']

/** What the cells of a row are for machines: number, text or null. A product's code goes before its name, as it is read in print. */
export function valoresDeFila({ celdas }: FilaTabla): readonly Valor[] {
  return celdas.map(({ codigo, valor }) => (codigo === undefined ? valor : `${codigo} ${valor ?? ''}`.trimEnd()))
}
