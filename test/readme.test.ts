/** What the README and the guides tell people to type exists, and what they link to is there. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const raiz = join(import.meta.dirname, '..')
const leer = (ruta: string) => readFileSync(join(raiz, ruta), 'utf8')
const { scripts } = JSON.parse(leer('package.json')) as { readonly scripts: Readonly<Record<string, string>> }

/** Commands of the fenced `sh` blocks, one a step. */
function ordenes(texto: string): readonly string[] {
  return [...texto.matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].flatMap(([, bloque = '']) =>
    bloque
      .split(/\n|&&/u)
      .map((orden) => orden.trim())
      .filter((orden) => orden !== ''),
  )
}

const ayudas = new Map<string, string>()

/** The help of a command of the program; of the program itself for none. */
function ayuda(...orden: readonly string[]): string {
  const conocida = ayudas.get(orden.join(' '))
  const texto =
    conocida ??
    execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/informe.ts', ...orden, '--help'], { cwd: raiz, encoding: 'utf8' })
  ayudas.set(orden.join(' '), texto)
  return texto
}

/** What is wrong with a command, or null. */
function reparo(orden: string): string | null {
  const [programa, primera = '', ...resto] = orden.split(/\s+/u)
  if (programa === 'npm')
    return primera === 'ci' || (primera === 'run' ? (resto[0] ?? '') : primera) in scripts ? null : 'no hay ese script'
  if (programa !== 'npx' || primera !== 'informe') return 'no es npm ni npx informe'
  const [sub = '', ...argumentos] = resto
  if (sub.startsWith('--')) return new RegExp(`^ +${sub}\\b`, 'mu').test(ayuda()) ? null : `no hay la opción ${sub}`
  if (!new RegExp(`^ +${sub} `, 'mu').test(ayuda())) return `no hay la orden ${sub}`
  const ajena = argumentos.find((a) => a.startsWith('--') && !new RegExp(`^ +${a}\\b`, 'mu').test(ayuda(sub)))
  if (ajena !== undefined) return `no hay la opción ${ajena}`
  // What a command is to write is not there yet.
  const libro = argumentos.find((a, i) => a.endsWith('.xlsx') && argumentos[i - 1] !== '--salida')
  return libro === undefined || existsSync(join(raiz, libro)) ? null : `no está ${libro}`
}

const DOCUMENTOS = [
  ...['README.md', 'README.en.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...['inputs/ppasp-2023/LEEME.md', 'inputs/ppsa-2025/LEEME.md', 'despliegue/LEEME.md'],
].concat(
  readdirSync(join(raiz, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((ruta) => ruta.endsWith('.md'))
    .map((ruta) => `docs/${ruta.replaceAll('\\', '/')}`),
)

describe('lo que se escribe en la terminal', () => {
  test.each(['README.md', 'README.en.md'])('%s da las dos órdenes que bastan', (documento) => {
    expect(leer(documento)).toContain('```sh\nnpm ci && npm run informe\n```')
    expect(leer(documento)).toContain('```sh\nnpm ci && npm test\n```')
  })

  test.each(DOCUMENTOS)('las órdenes de %s existen', (documento) => {
    const reparos = ordenes(leer(documento)).map((orden) => [orden, reparo(orden)])
    expect(reparos.filter(([, que]) => que !== null)).toEqual([])
  })

  test('las órdenes y opciones de las tablas del README existen', () => {
    const deOrdenes = [...leer('README.md').matchAll(/^\| `npx informe (\w[\w-]*)/gmu)].map(([, orden = '']) => orden)
    const opciones = [...leer('README.md').matchAll(/^\| `(--\w+)/gmu)].map(([, opcion = '']) => opcion)
    const deAyuda = [...ayuda().matchAll(/^ {2}(\w[\w-]*) .*<|^ {2}(\w[\w-]*) \[opciones\]/gmu)].map(([, a, b]) => a ?? b)
    expect(deOrdenes.toSorted()).toEqual(deAyuda.toSorted())
    expect(opciones.length).toBe(ayuda('generar').match(/^ +--(?!help)\w+/gmu)?.length)
    expect(opciones.map((opcion) => reparo(`npx informe generar ${opcion}`)).filter((que) => que !== null)).toEqual([])
  })

  test('una orden que no existe se reconoce', () => {
    expect(reparo('npm run informes')).toBe('no hay ese script')
    expect(reparo('npx informe generate')).toBe('no hay la orden generate')
    expect(reparo('npx informe generar --formato pdf')).toBe('no hay la opción --formato')
    expect(reparo('npx informe validar inputs/otro.xlsx')).toBe('no está inputs/otro.xlsx')
  })
})

describe('los enlaces', () => {
  test.each(DOCUMENTOS)('de %s llevan a alguna parte', (documento) => {
    expect(enlaces(leer(documento)).filter((enlace) => !lleva(documento, enlace))).toEqual([])
  })

  test('un enlace roto se reconoce', () => {
    expect(lleva('README.md', 'docs/libro.md#productos')).toBe(true)
    expect(lleva('README.md', 'docs/libretas.md')).toBe(false)
    expect(lleva('README.md', 'docs/libro.md#producto')).toBe(false)
  })
})

/** Links and pictures within the project, outside code. */
function enlaces(texto: string): readonly string[] {
  const prosa = texto.replace(/^```[\s\S]*?^```$/gmu, '').replace(/`[^`\n]*`/gu, '')
  const destinos = [...prosa.matchAll(/(?<!\\)\]\(([^)\s]+)\)|<img src="([^"]+)"/gu)].map(([, enlace, imagen]) => enlace ?? imagen ?? '')
  return destinos.filter((destino) => !/^[a-z]+:/u.test(destino))
}

function lleva(documento: string, enlace: string): boolean {
  const [ruta = '', ancla] = enlace.split('#')
  const archivo = ruta === '' ? documento : join(dirname(documento), ruta)
  if (!existsSync(join(raiz, archivo))) return false
  return ancla === undefined || titulos(leer(archivo)).includes(ancla)
}

/** The anchors of a document's titles, as GitHub makes them. */
function titulos(texto: string): readonly string[] {
  return [...texto.matchAll(/^#{1,6} (.+)$/gmu)].map(([, titulo = '']) =>
    titulo
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
