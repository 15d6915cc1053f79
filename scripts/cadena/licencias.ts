/** Licences of what a user of the program installs. */
import type { Paquete } from './candado.js'

/** Licences under which the program can be given to anybody, with its source or without it, and what each asks for. */
export const PERMITIDAS: Readonly<Record<string, string>> = {
  MIT: 'conservar el aviso',
  ISC: 'conservar el aviso',
  '0BSD': 'nada',
  'BSD-2-Clause': 'conservar el aviso',
  'BSD-3-Clause': 'conservar el aviso; no usar el nombre de sus autores para avalar',
  'Apache-2.0': 'conservar el aviso y decir qué se cambió; concede las patentes',
  'BlueOak-1.0.0': 'conservar el aviso; concede las patentes',
  'Python-2.0': 'conservar el aviso y resumir qué se cambió',
  Zlib: 'no atribuirse el original',
  'OFL-1.1': 'de fuentes: pueden ir dentro de documentos; no se venden solas',
}

/** Packages that do not state their licence as data, and where it can be read. */
export const LEIDAS: Readonly<Record<string, { readonly licencia: string; readonly archivo: string }>> = {
  'png-js': { licencia: 'MIT', archivo: 'LICENSE' },
}

export interface Licenciado extends Paquete {
  readonly permitida: boolean
}

/** Each package that a user of the program installs, with its licence and whether it is one of those allowed; by name and version. */
export function licenciasDe(paquetes: readonly Paquete[]): readonly Licenciado[] {
  return paquetes
    .filter(({ soloDesarrollo }) => !soloDesarrollo)
    .map((paquete) => {
      const licencia = paquete.licencia ?? LEIDAS[paquete.nombre]?.licencia ?? null
      return { ...paquete, licencia, permitida: licencia !== null && esPermitida(licencia) }
    })
    .toSorted((a, b) => (`${a.nombre}@${a.version}` < `${b.nombre}@${b.version}` ? -1 : 1))
}

/** `MIT`, `(MIT AND Zlib)`, `MIT OR GPL-3.0`. One with both conjunctions, or with an exception, is for a person to read. */
export function esPermitida(expresion: string): boolean {
  const plana = expresion.replace(/^\((.*)\)$/u, '$1')
  const todas = plana.split(' AND ')
  if (todas.length > 1) return todas.every(esUna)
  return plana.split(' OR ').some(esUna)
}

const esUna = (licencia: string) => Object.hasOwn(PERMITIDAS, licencia)
