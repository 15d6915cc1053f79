import type { Libro } from '../model/index.js'
import { identificador, nombreDeCorte } from '../report/index.js'

const leidos = new WeakMap<ReadonlyMap<string, Uint8Array>, ReadonlyMap<string, string>>()

/** The texts of the template files: themes, sections and partials. The same files give the same texts, and what is known of these by them. */
export function textos(archivos: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const previos = leidos.get(archivos)
  if (previos !== undefined) return previos
  const decoder = new TextDecoder()
  const deTexto = [...archivos].filter(([ruta]) => /\.(md|yml|json)$/u.test(ruta))
  const leido = new Map(deTexto.map(([ruta, bytes]) => [ruta, decoder.decode(bytes)]))
  leidos.set(archivos, leido)
  return leido
}

/** `05`, `22`, `a1`: numbers as names of files, so that they sort. */
export function enArchivo(numero: string): string {
  return numero.toLowerCase().padStart(2, '0')
}

export function utf8(texto: string): Uint8Array {
  return new TextEncoder().encode(texto)
}

/** Letters of each part of the name of an edition: three of them are a name of file that every system takes. */
const LONGEST_PART = 60

/**
 * `ppasp-2023`, `ppasp-2023-t2`, `ppasp-2023-salud`: the name of an edition, from Sigla and Vigencia, the period that it counts up to and
 * the sector that it is of, where it is of one.
 */
export function nombreDeEdicion(
  { politica: { sigla, vigencia }, corte }: Pick<Libro, 'politica' | 'corte'>,
  sector: string | null,
): string {
  const parte = (texto: string) => identificador(texto).slice(0, LONGEST_PART)
  return identificador(`${parte(sigla)} ${corte === null ? vigencia : nombreDeCorte(corte, vigencia)} ${parte(sector ?? '')}`)
}
