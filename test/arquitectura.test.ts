/** The shape that the code promises: imports only where the drawing allows them, and nothing in it of one policy or one year. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const RAIZ = new URL('..', import.meta.url).pathname
const FUENTES = readdirSync(join(RAIZ, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((ruta) => ruta.endsWith('.ts'))
  .map((ruta) => `src/${ruta}`)
  .sort()

/** Cruises `src/` by the project's rules and these. */
async function cruzar(...otras: readonly IForbiddenRuleType[]): Promise<ICruiseResult> {
  const opciones = await extractDepcruiseOptions(join(RAIZ, '.dependency-cruiser.cjs'))
  const reglas = { ...opciones.ruleSet, forbidden: [...(opciones.ruleSet?.forbidden ?? []), ...otras] }
  const { output } = await cruise(['src'], { ...opciones, baseDir: RAIZ, ruleSet: reglas, validate: true }, undefined, {
    tsConfig: extractTSConfig(join(RAIZ, 'tsconfig.json')),
  })
  if (typeof output === 'string') throw new Error(output)
  return output
}

describe('los caminos entre carpetas', () => {
  test('se miran todos los archivos, y ninguno toma lo que no debe', async () => {
    const { modules, summary } = await cruzar()
    const vistos = modules.map(({ source }) => source).filter((ruta) => ruta.startsWith('src/'))
    expect(vistos.sort()).toEqual(FUENTES)
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })

  test('cada carpeta del dibujo tiene su regla', async () => {
    const { summary } = await cruzar()
    const reglas = (summary.ruleSetUsed?.forbidden ?? []).map(({ name }) => name)
    const carpetas = [...new Set(FUENTES.flatMap((ruta) => /^src\/(writers\/[^/]+(?=\/)|[^/]+)\//u.exec(ruta)?.[1] ?? []))]
    const sueltas = carpetas.filter((carpeta) => !reglas.includes(`${carpeta.replace('/', '-')}-imports`))
    // These may take every door, and only doors: «by-the-door» holds that.
    expect(sueltas.sort()).toEqual(['cli', 'pipeline', 'writers'])
  })

  test('el vigilante ve: una regla que se incumple se incumple', async () => {
    const { summary } = await cruzar({
      name: 'de-prueba',
      severity: 'error',
      from: { path: '^src/report/' },
      to: { path: '^src/indicators/index\\.ts$' },
    })
    expect(summary.violations.some(({ rule }) => rule.name === 'de-prueba')).toBe(true)
  })

  test('cada carpeta tiene una puerta que solo reexporta', () => {
    const puertas = FUENTES.filter((ruta) => /^src\/[^/]+\/index\.ts$/u.test(ruta) && ruta !== 'src/writers/index.ts')
    const carpetas = new Set(FUENTES.map((ruta) => ruta.split('/')[1]))
    carpetas.delete('cli') // its door is the executable
    carpetas.delete('writers') // its door is the table of formats
    expect(puertas.map((ruta) => ruta.split('/')[1])).toEqual([...carpetas].sort())
    for (const puerta of puertas) {
      const { statements } = ts.createSourceFile(puerta, readFileSync(join(RAIZ, puerta), 'utf8'), ts.ScriptTarget.ESNext)
      expect(statements.every(ts.isExportDeclaration), puerta).toBe(true)
    }
  })
})

describe('el código no sabe de ninguna política ni de ningún año', () => {
  const columna = (archivo: string, nombre: string) =>
    (parse(readFileSync(join(RAIZ, 'test/referencia', archivo)), { columns: true, bom: true }) as Record<string, string>[]).flatMap(
      (fila) => fila[nombre] ?? [],
    )
  const SECTORES = columna('impreso-sectores.csv', 'sector')
  const PRODUCTOS = columna('nombres-de-productos.csv', 'impreso')

  /** Each file as the program runs it: without comments, which may give examples. */
  const codigo = new Map(
    FUENTES.map((ruta) => {
      const opciones = { removeComments: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext }
      return [ruta, ts.transpileModule(readFileSync(join(RAIZ, ruta), 'utf8'), { compilerOptions: opciones }).outputText]
    }),
  )

  const palabra = (nombre: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${nombre.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu')
  const halladas = (palabras: readonly string[]) =>
    [...codigo].flatMap(([ruta, texto]) => palabras.filter((nombre) => palabra(nombre).test(texto)).map((nombre) => `${ruta}: ${nombre}`))

  test('los nombres con que se busca son los de la edición de muestra', () => {
    expect(SECTORES).toHaveLength(14)
    expect(SECTORES).toContain('Cultura, Recreación y Deporte')
    expect(PRODUCTOS).toHaveLength(73)
  })

  test('ni siglas, ni entidades, ni temas', () => {
    expect(
      halladas([
        ...['PPASP', 'ASP', 'sexual', 'sexuales', 'mujer', 'mujeres', 'Casa de Todas', 'Bogotá', 'Secretaría Distrital'],
        ...['SDMujer', 'DDDP', 'Dirección de Derechos', 'CONPES D.C. 11 de 2019', 'CONPES D.C. 11'],
      ]),
    ).toEqual([])
  })

  test('ni sus años', () => {
    expect(halladas(['2019', '2020', '2023', '2024', '2029'])).toEqual([])
  })

  test('tampoco las plantillas', () => {
    const archivos = readdirSync(join(RAIZ, 'templates'), { recursive: true, encoding: 'utf8' }).filter((ruta) =>
      /\.(?:md|yml)$/u.test(ruta),
    )
    expect(archivos.length).toBeGreaterThan(10)
    for (const ruta of archivos) {
      expect(readFileSync(join(RAIZ, 'templates', ruta), 'utf8'), ruta).not.toMatch(/\b20\d\d\b|PPASP|sexual|mujer|Bogotá|CONPES/iu)
    }
  })

  test('ni sus sectores', () => {
    expect(halladas(SECTORES)).toEqual([])
  })

  test('ni sus productos', () => {
    expect(halladas(PRODUCTOS)).toEqual([])
  })

  test('ni el nombre de su libro, que está en package.json', () => {
    expect(halladas(['ppasp-2023', 'ppasp'])).toEqual([])
  })
})
