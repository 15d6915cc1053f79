/** What the program is made of: nothing comes in that was not looked at, nothing runs when it is installed, and all may be given on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  type Candado,
  GUION_SOBRANTE,
  leerCandado,
  leerDescripcion,
  paquetesDe,
  pedidasPor,
  RAIZ,
  reparosDelCandado,
} from '../scripts/cadena/candado.js'
import { esPermitida, LEIDAS, licenciasDe } from '../scripts/cadena/licencias.js'
import { sbomDeProduccion } from '../scripts/cadena/sbom.js'

const candado = leerCandado()
const descripcion = leerDescripcion()
const deProduccion = paquetesDe(candado).filter(({ soloDesarrollo }) => !soloDesarrollo)

describe('el candado (package-lock.json)', () => {
  test('dice la huella de cada paquete, todos son del registro, y ninguno necesita un guion para instalarse', () => {
    expect(paquetesDe(candado).length).toBeGreaterThan(500)
    expect(reparosDelCandado(candado, descripcion)).toEqual([])
  })

  test('no queda la excusa de un guion que ya no hay, y ninguna es de lo que usa el programa', () => {
    expect(Object.keys(GUION_SOBRANTE).map((ruta) => candado.packages[ruta]?.hasInstallScript)).toEqual([true])
    expect(Object.keys(GUION_SOBRANTE).map((ruta) => candado.packages[ruta]?.dev)).toEqual([true])
  })

  test('la cola es lo único opcional que se pide, y nada más la trae', () => {
    expect(Object.keys(descripcion.optionalDependencies)).toEqual(['bullmq', 'ioredis'])
    const suyas = Object.entries(candado.packages).filter(([ruta]) => /(?:^|\/)(?:bullmq|ioredis)$/u.test(ruta))
    // What anything that is not optional asked for would not be so marked.
    expect(suyas.map(([ruta, { optional }]) => [ruta, optional])).toEqual([
      ['node_modules/bullmq', true],
      ['node_modules/ioredis', true],
    ])
  })

  /** The reproaches of the lock file with this of one of its packages. */
  const con = (suyo: Candado['packages'][string]) =>
    reparosDelCandado(
      { ...candado, packages: { ...candado.packages, 'node_modules/zod': { ...candado.packages['node_modules/zod'], ...suyo } } },
      descripcion,
    )

  test.each<[string, Candado['packages'][string], string]>([
    ['sin huella', { integrity: undefined }, 'node_modules/zod no lleva su huella SHA-512'],
    ['con una huella débil', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'node_modules/zod no lleva su huella SHA-512'],
    ['de git', { resolved: 'git+ssh://git@github.com/colinhacks/zod.git#abc' }, 'node_modules/zod no viene del registro'],
    ['de una dirección', { resolved: 'http://ejemplo.org/zod.tgz' }, 'node_modules/zod no viene del registro'],
    ['de una carpeta', { resolved: '../zod', link: true }, 'node_modules/zod no viene del registro'],
    ['con un guion', { hasInstallScript: true }, 'node_modules/zod corre un guion al instalarse'],
  ])('un paquete %s se reconoce', (_, suyo, reparo) => {
    expect(con(suyo)).toEqual([reparo])
  })

  test.each(['^4.6.7', '4', 'latest', 'git+https://github.com/colinhacks/zod.git', 'npm:otro@^1.0.0', 'file:../zod'])(
    'pedir «%s» en package.json se reconoce',
    (version) => {
      const otra = { ...descripcion, dependencies: { ...descripcion.dependencies, zod: version } }
      expect(reparosDelCandado(candado, otra)).toEqual([
        'package-lock.json no pide lo mismo que package.json',
        `zod pide «${version}», que no es una versión exacta del registro`,
      ])
      const sobrescrita = { ...descripcion, overrides: { docx: { zod: version } } }
      expect(reparosDelCandado(candado, sobrescrita)).toEqual([`zod pide «${version}», que no es una versión exacta del registro`])
    },
  )

  test('docs/decisiones/dependencias.md nombra cada paquete que se pide, con su versión', () => {
    const filas = readFileSync(join(RAIZ, 'docs/decisiones/dependencias.md'), 'utf8').split('\n')
    const pedidas = Object.entries(pedidasPor(descripcion))
    const sinFila = pedidas.filter(([nombre, version]) => {
      const corto = nombre.replace(/^@expo-google-fonts\/source/u, '…/source')
      return !nombre.startsWith('@types/') && !filas.some((fila) => fila.includes(corto) && fila.includes(version.replace(/^.*@/u, '')))
    })
    expect(sinFila).toEqual([])
  })
})

describe('las licencias', () => {
  test('de lo que instala quien usa el programa son de las permitidas', () => {
    const todas = licenciasDe(paquetesDe(candado))
    expect(todas).toHaveLength(deProduccion.length)
    expect(todas.filter(({ permitida }) => !permitida)).toEqual([])
  })

  test.each(['AGPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN LICENSE', 'MIT AND GPL-3.0-only', 'MIT OR (GPL-2.0 AND MIT)', 'toString'])(
    '«%s» no lo es',
    (licencia) => {
      expect(esPermitida(licencia)).toBe(false)
      const [primero] = deProduccion
      if (primero === undefined) throw new Error('no packages')
      expect(licenciasDe([{ ...primero, licencia }]).map(({ permitida }) => permitida)).toEqual([false])
    },
  )

  test('basta una de las que se ofrecen, y hacen falta todas las que se suman', () => {
    expect(['MIT OR GPL-3.0-only', '(MIT AND Zlib)', 'MIT AND OFL-1.1'].map(esPermitida)).toEqual([true, true, true])
  })

  test('la de quien no la dice como dato está en su archivo', () => {
    for (const [nombre, { licencia, archivo }] of Object.entries(LEIDAS)) {
      expect(deProduccion.find((paquete) => paquete.nombre === nombre)?.licencia).toBeNull()
      expect(readFileSync(join(RAIZ, 'node_modules', nombre, archivo), 'utf8')).toContain(`${licencia} License`)
    }
  })
})

describe('la lista de materiales (CycloneDX)', () => {
  const texto = sbomDeProduccion()
  const forma = z.object({
    bomFormat: z.literal('CycloneDX'),
    specVersion: z.literal('1.5'),
    serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u),
    version: z.int(),
    metadata: z.object({ component: z.object({ name: z.literal(descripcion.name), version: z.string() }) }),
    components: z.array(
      z.object({
        type: z.literal('library'),
        'bom-ref': z.string(),
        version: z.string(),
        purl: z.string().regex(/^pkg:npm\//u),
        hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/u) })).length(1),
      }),
    ),
    dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
  })
  const { components, dependencies } = forma.parse(JSON.parse(texto))

  test('trae cada paquete de quien usa el programa, y ninguno más, con la huella del candado', () => {
    const suyos = new Map(
      deProduccion.map(({ nombre, version, integridad }) => [
        `${nombre}@${version}`,
        Buffer.from((integridad ?? '').replace('sha512-', ''), 'base64').toString('hex'),
      ]),
    )
    expect(new Map(components.map((uno) => [uno['bom-ref'], uno.hashes[0]?.content]))).toEqual(suyos)
  })

  test('cada dependencia que nombra está en la lista', () => {
    const listados = new Set(components.map((uno) => uno['bom-ref']))
    expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !listados.has(ref))).toEqual([])
    expect(dependencies).toHaveLength(components.length + 1)
  })

  test('es la misma cada vez', () => {
    expect(sbomDeProduccion()).toBe(texto)
  })
})
