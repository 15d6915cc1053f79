/** The bill of materials of what a user installs: npm's own, without what it leaves to chance, to the clock or out. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { leerCandado, leerDescripcion, paquetesDe, RAIZ } from './candado.js'

/** The part of CycloneDX 1.5 that is read or changed here; the rest passes as npm writes it. */
const sbom = z.looseObject({
  serialNumber: z.string(),
  metadata: z.looseObject({ timestamp: z.string().optional(), component: z.looseObject({ 'bom-ref': z.string(), name: z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

/**
 * The text of the bill of materials, from the lock file alone: the same bytes of the same lock file. Not with npm's `--omit dev`, which
 * leaves out what the program uses and something of the developers' uses too (zod, yaml, commander…).
 * @throws where npm fails
 */
export function sbomDeProduccion(): string {
  const npm = process.env.npm_execpath
  const [programa, ...antes] = npm === undefined ? ['npm'] : [process.execPath, npm]
  const orden = [...antes, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const dicho = execFileSync(programa ?? 'npm', orden, { cwd: RAIZ, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const { metadata, components, dependencies, ...resto } = sbom.parse(JSON.parse(dicho))
  const { timestamp: _, ...sinHora } = metadata
  const raiz = metadata.component['bom-ref']
  const suyos = new Set([raiz, ...paquetesDe(leerCandado()).flatMap((p) => (p.soloDesarrollo ? [] : [`${p.nombre}@${p.version}`]))])
  const hecho = {
    ...resto,
    serialNumber: `urn:uuid:${serieDe(readFileSync(join(RAIZ, 'package-lock.json')))}`,
    // npm takes the name of the folder.
    metadata: { ...sinHora, component: { ...metadata.component, name: leerDescripcion().name } },
    components: components.filter((uno) => suyos.has(uno['bom-ref'])),
    dependencies: dependencies
      .filter(({ ref }) => suyos.has(ref))
      .map(({ dependsOn, ...de }) => ({ ...de, dependsOn: dependsOn.filter((ref) => suyos.has(ref)) })),
  }
  return `${JSON.stringify(hecho, null, 2)}\n`
}

/** A UUID of version 8 (RFC 9562: of its maker's own making) from the lock file. */
function serieDe(candado: Uint8Array): string {
  const cifras = createHash('sha256').update(candado).digest('hex')
  return [cifras.slice(0, 8), cifras.slice(8, 12), `8${cifras.slice(13, 16)}`, `8${cifras.slice(17, 20)}`, cifras.slice(20, 32)].join('-')
}
