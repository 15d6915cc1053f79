/** Licences by which an entity may open its data, by their identifier in the Open Definition, with the page that states each. */
const LICENCIAS = {
  'CC-BY-4.0': { title: 'Creative Commons Atribución 4.0', path: 'https://creativecommons.org/licenses/by/4.0/deed.es' },
  'CC-BY-SA-4.0': {
    title: 'Creative Commons Atribución-CompartirIgual 4.0',
    path: 'https://creativecommons.org/licenses/by-sa/4.0/deed.es',
  },
  'CC0-1.0': { title: 'Creative Commons CC0 1.0, dominio público', path: 'https://creativecommons.org/publicdomain/zero/1.0/deed.es' },
  'ODC-BY-1.0': { title: 'Open Data Commons Attribution 1.0', path: 'https://opendatacommons.org/licenses/by/1-0/' },
  'ODbL-1.0': { title: 'Open Database License 1.0', path: 'https://opendatacommons.org/licenses/odbl/1-0/' },
} as const

export type Licencia = keyof typeof LICENCIAS

export const NOMBRES_DE_LICENCIAS = Object.keys(LICENCIAS) as readonly Licencia[]

export function licencia(nombre: Licencia): { readonly name: Licencia; readonly title: string; readonly path: string } {
  return { name: nombre, ...LICENCIAS[nombre] }
}
