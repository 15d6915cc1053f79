/** The last hand on the file: what the library leaves out of it, and what it leaves to chance. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Hoja } from '../hoja.js'
import { escapado } from '../texto.js'
import type { Nombre } from './nombres.js'
import { cajaDe, notasDe } from './notas.js'

/** Columns of a sheet. */
const COLUMNAS = 16_384

/**
 * The same package with the names of its ranges, its comments as large as their text and by their author, what is beyond the last column
 * free where headers are protected, and always the same bytes for the same content.
 */
export function terminarPaquete(paquete: Uint8Array, hojas: readonly Hoja[], nombres: readonly Nombre[], autor: string): Uint8Array {
  const partes = unzipSync(paquete)
  const cambiar = (ruta: string, cambio: (xml: string) => string): void => {
    const parte = partes[ruta]
    if (parte === undefined) throw new Error(`exceljs wrote no ${ruta}`)
    partes[ruta] = strToU8(cambio(strFromU8(parte)))
  }
  cambiar('xl/workbook.xml', (xml) => conNombres(xml, nombres))
  hojas.forEach((hoja, i) => {
    if (hoja.proteccion === 'encabezado')
      cambiar(`xl/worksheets/sheet${i + 1}.xml`, (xml) => conLoDemasLibre(xml, hoja.columnas.length + 1))
    if (hoja.filas.some((fila) => fila.some(({ enlace }) => enlace !== undefined))) {
      cambiar(`xl/worksheets/sheet${i + 1}.xml`, conEnlacesDeAdentro)
      cambiar(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, sinEnlacesDeAfuera)
    }
    const notas = notasDe(hoja)
    if (notas.length === 0) return
    cambiar(`xl/comments${i + 1}.xml`, (xml) => xml.replace(/(?<=<author>)[^<]*/u, escapado(autor)))
    const cajas = notas.map((nota) => cajaDe(nota, hoja))
    cambiar(`xl/drawings/vmlDrawing${i + 1}.vml`, (xml) => xml.replace(/(?<=<x:Anchor>)[^<]*/gu, () => cajas.shift() ?? ''))
  })
  return cerrado(partes)
}

/** The same package with its parts in order of name and one fixed date, so that equal content gives equal bytes. */
export const fijarPaquete = (paquete: Uint8Array): Uint8Array => cerrado(unzipSync(paquete))

function cerrado(partes: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const enOrden = Object.entries(partes).sort(([a], [b]) => (a < b ? -1 : 1))
  // ZIP dates are local times: built from local parts, the date is the same in every zone.
  return zipSync(Object.fromEntries(enOrden), { level: 9, mtime: new Date(1980, 0, 1) })
}

/** Names stand after the sheets, among those that the print titles have. */
function conNombres(xml: string, nombres: readonly Nombre[]): string {
  const suyos = nombres.map(({ nombre, formula }) => `<definedName name="${nombre}">${escapado(formula)}</definedName>`).join('')
  return xml.replace('</definedNames>', `${suyos}</definedNames>`)
}

/** Links to other sheets by their place alone: exceljs gives them as pages of outside too, and LibreOffice joins both into one that leads nowhere. */
function conEnlacesDeAdentro(xml: string): string {
  return xml.replace(/(<hyperlink ref="[^"]*") r:id="[^"]*" location="#/gu, '$1 location="')
}

function sinEnlacesDeAfuera(xml: string): string {
  return xml.replace(/<Relationship [^>]*Target="#[^>]*\/>/gu, '')
}

/** The column after the last one, whose style is that of a free cell, as all those after it. */
function conLoDemasLibre(xml: string, primera: number): string {
  return xml.replace(`<col min="${primera}" max="${primera}"`, `<col min="${primera}" max="${COLUMNAS}"`)
}
