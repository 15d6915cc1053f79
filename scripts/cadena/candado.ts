/** What `package-lock.json` says of each package, and what in it would let other code in than the one that was looked at. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

export const RAIZ = join(import.meta.dirname, '..', '..')

const deCandado = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const candado = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), deCandado) })

interface Sobrescritas {
  readonly [nombre: string]: string | Sobrescritas
}
const sobrescritas: z.ZodType<Sobrescritas> = z.lazy(() => z.record(z.string(), z.union([z.string(), sobrescritas])))
const descripcion = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  overrides: sobrescritas.default({}),
})

export type Candado = z.infer<typeof candado>
export type Descripcion = z.infer<typeof descripcion>

/** A package that somebody who runs the program installs, or somebody who develops it. */
export interface Paquete {
  /** Where npm puts it: `node_modules/pako`. */
  readonly ruta: string
  readonly nombre: string
  readonly version: string
  /** As the package states it; null where it states none. */
  readonly licencia: string | null
  readonly integridad: string | null
  readonly soloDesarrollo: boolean
}

export const leerCandado = (): Candado => candado.parse(JSON.parse(readFileSync(join(RAIZ, 'package-lock.json'), 'utf8')))
export const leerDescripcion = (): Descripcion => descripcion.parse(JSON.parse(readFileSync(join(RAIZ, 'package.json'), 'utf8')))

/** Every package of a lock file, in its order. */
export function paquetesDe({ packages }: Candado): readonly Paquete[] {
  return Object.entries(packages)
    .filter(([ruta]) => ruta !== '')
    .map(([ruta, { name, version = '', license = null, integrity = null, dev = false }]) => ({
      ruta,
      nombre: name ?? ruta.replace(/^.*node_modules\//u, ''),
      version,
      licencia: license,
      integridad: integrity,
      soloDesarrollo: dev,
    }))
}

/** Packages whose install script nobody needs, and why. */
export const GUION_SOBRANTE: Readonly<Record<string, string>> = {
  'node_modules/esbuild': 'only puts its binary in the place of its launcher, which finds that binary by itself',
}

/** `1.2.3`, `1.2.3-beta.1`, `npm:@e965/xlsx@1.2.3`. */
const EXACTA = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u

/** What keeps a lock file from saying exactly what is installed, without running anything of it: nothing, where it does. */
export function reparosDelCandado({ lockfileVersion, packages }: Candado, paquete: Descripcion): readonly string[] {
  const raiz = packages[''] ?? {}
  const pedidas = pedidasPor(paquete)
  const sonEsas = JSON.stringify(pedidas) === JSON.stringify(pedidasPor(raiz))
  return [
    ...(lockfileVersion === 3 ? [] : [`package-lock.json es de la versión ${lockfileVersion}, y se esperaba la 3`]),
    ...(sonEsas ? [] : ['package-lock.json no pide lo mismo que package.json']),
    ...[...Object.entries(pedidas), ...deSobrescritas(paquete.overrides)]
      .filter(([, version]) => !EXACTA.test(version))
      .map(([nombre, version]) => `${nombre} pide «${version}», que no es una versión exacta del registro`),
    ...Object.entries(packages).flatMap(([ruta, suyo]) => (ruta === '' ? [] : reparosDe(ruta, suyo))),
  ]
}

type Versiones = Readonly<Record<string, string>> | undefined

/** Every package that is asked for by name, with the version that is. */
export function pedidasPor({
  dependencies,
  devDependencies,
  optionalDependencies,
}: {
  readonly dependencies?: Versiones
  readonly devDependencies?: Versiones
  readonly optionalDependencies?: Versiones
}): Readonly<Record<string, string>> {
  return { ...dependencies, ...devDependencies, ...optionalDependencies }
}

function reparosDe(ruta: string, { integrity = '', resolved, link, hasInstallScript }: Candado['packages'][string]): readonly string[] {
  return [
    ...(/^sha512-[\w+/]{86}==$/u.test(integrity) ? [] : [`${ruta} no lleva su huella SHA-512`]),
    // `omit-lockfile-registry-resolved` leaves an address only to what is not of the registry: git, a URL, a folder.
    ...(resolved === undefined && link === undefined ? [] : [`${ruta} no viene del registro`]),
    ...(hasInstallScript && !(ruta in GUION_SOBRANTE) ? [`${ruta} corre un guion al instalarse`] : []),
  ]
}

function deSobrescritas(las: Sobrescritas): readonly (readonly [string, string])[] {
  return Object.entries(las).flatMap(([nombre, valor]) => (typeof valor === 'string' ? [[nombre, valor] as const] : deSobrescritas(valor)))
}
