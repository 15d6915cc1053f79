import { leerObjetos, nombreDe } from '../ua/objetos.js'
import type { PaginaImpresa } from './leer-paginas.js'
import { cuerpoDe, type Medidas } from './reglas.js'

/** Words of the texts that are on the pages fewer times than in them. A cover has no margins. */
export function perdidas(textos: readonly string[], paginas: readonly PaginaImpresa[], medidas: Medidas): readonly string[] {
  const impresas = contar(
    paginas.flatMap((pagina, i) => (i === 0 ? pagina.renglones : cuerpoDe(pagina, medidas)).map(({ texto }) => texto)),
  )
  return [...contar(textos)].filter(([palabra, veces]) => (impresas.get(palabra) ?? 0) < veces).map(([palabra]) => palabra)
}

function contar(textos: readonly string[]): ReadonlyMap<string, number> {
  const veces = new Map<string, number>()
  for (const palabra of textos.flatMap((texto) => texto.match(/[\p{L}\p{N}]+/gu) ?? [])) veces.set(palabra, (veces.get(palabra) ?? 0) + 1)
  return veces
}

/** Fonts without their letters inside. */
export function fuentesSinIncrustar(pdf: Uint8Array): readonly string[] {
  const { objetos, dic } = leerObjetos(pdf)
  return [...objetos.values()].flatMap((objeto) => {
    const fuente = dic(objeto)
    const [nombre, descriptor] = [nombreDe(fuente.get('BaseFont')), dic(fuente.get('FontDescriptor'))]
    if (fuente.has('DescendantFonts') || !fuente.has('BaseFont')) return []
    return ['FontFile', 'FontFile2', 'FontFile3'].some((clave) => descriptor.has(clave)) ? [] : [nombre]
  })
}
