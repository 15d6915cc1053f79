import { createRequire } from 'node:module'
import { codigo, tabla } from './marcas.js'

interface Regla {
  readonly name: string
  readonly from: { readonly path?: string }
  readonly to: { readonly pathNot?: string | readonly string[] }
}

/** Each form of path that the import checker allows, as a person names it. The folder itself has no form: it is left out. */
const FORMAS: readonly (readonly [RegExp, (nombre: string) => string])[] = [
  [/^\^src\/(.+)\/index\.ts\$$/u, (carpeta) => carpeta],
  [/^\(\^\|\/\)node_modules\/\(@types\/\)\?(.+)\(\/\|\$\)$/u, codigo],
  [/^\^\(node:\)\?(.+)\(\/promises\)\?\$$/u, (modulo) => codigo(`node:${modulo}`)],
]

/** What each folder of src/ may import, read off the rules that the checker holds it to. */
export function importaciones(): string {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { readonly forbidden: readonly Regla[] }
  const filas = forbidden
    .filter(({ name }) => name.endsWith('-imports'))
    .map(({ from, to }) => [
      codigo(sinEscapes(from.path ?? '').replace(/^\^/u, '')),
      permitidos([to.pathNot ?? []].flat()).join(', ') || 'nothing',
    ])
  return tabla(['folder', 'may import'], filas)
}

function permitidos(formas: readonly string[]): readonly string[] {
  return formas.flatMap((forma) => {
    const simple = sinEscapes(forma)
    return FORMAS.flatMap(([patron, nombre]) => {
      const hallado = patron.exec(simple)?.[1]
      return hallado === undefined ? [] : [nombre(hallado)]
    })
  })
}

function sinEscapes(patron: string): string {
  return patron.replace(/\\(.)/gu, '$1')
}
