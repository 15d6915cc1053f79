/** The words that belong to one policy, and all that a report says anywhere, to search the ones in the other. */
import type { Libro } from '../src/model/index.js'
import { leerDocx, palabras } from './leer-docx.js'
import { leerPdf } from './leer-pdf.js'

/** Names that a workbook gives: of the policy, its entities, people, sectors, products and places. */
export function nombresPropios(libro: Libro): readonly string[] {
  const { nombre, sigla, documento, entidad, siglaEntidad, dependencia, ciudad } = libro.politica
  return [
    ...new Set([
      ...[nombre, sigla, documento, entidad, siglaEntidad, dependencia, ciudad],
      ...libro.sectores.map((s) => s.nombre),
      ...libro.objetivos.map((o) => o.enunciado),
      ...libro.productos.flatMap((p) => [p.nombre, ...(p.entidad === null ? [] : [p.entidad])]),
      ...libro.creditos.flatMap((c) => [c.grupo, c.nombre]),
      ...(libro.capacitaciones ?? []).map((c) => c.estacion),
      ...(libro.jornadas ?? []).map((j) => j.lugar),
    ]),
  ].filter((propio) => propio !== 'Equipo técnico')
}

/** Everything that the files of a report say: words, alternative texts, notes, headers, properties, data. */
export async function todoLoDicho(docx: Uint8Array, pdf: Uint8Array, datos: string): Promise<string> {
  const [word, leido] = [await leerDocx(docx), await leerPdf(pdf)]
  const partes = [...word.parts.values()].flatMap((xml) => [
    palabras(xml.replace(/<\/(?:w:p|[a-z]+:(?:title|subject|creator|keywords|description))>/gu, '\n')),
    ...[...xml.matchAll(/\s(?:descr|title|name)="([^"]*)"/gu)].map(([, valor = '']) => palabras(valor)),
  ])
  const paginas = leido.pages.flatMap(({ text, lines, alts }) => [text, ...lines.map((linea) => linea.text), ...alts])
  const marcas = [...leido.outline.map(({ title }) => title), JSON.stringify(leido.info), leido.xmp]
  return [...partes, ...paginas, ...marcas, datos].join('\n').replace(/[\s\u00a0]+/gu, ' ')
}

/** Those of the words that stand in a text, whole: `trata` is not in `trataron`. */
export function halladas(propias: readonly (string | RegExp)[], texto: string): readonly string[] {
  return propias
    .filter((propia) => {
      const fuente = typeof propia === 'string' ? propia.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&') : propia.source
      return new RegExp(`(?<![\\p{L}\\p{N}])(?:${fuente})(?![\\p{L}\\p{N}])`, typeof propia === 'string' ? 'u' : 'iu').test(texto)
    })
    .map(String)
}
