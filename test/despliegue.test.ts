/** What `despliegue/` gives is well formed, and asks the program for what it has. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'

const raiz = join(import.meta.dirname, '..')
const carpeta = join(raiz, 'despliegue')
const archivos = readdirSync(carpeta, { recursive: true, withFileTypes: true })
  .filter((entrada) => entrada.isFile() && entrada.name !== 'LEEME.md')
  .map((entrada) => join(entrada.parentPath, entrada.name))
const { version } = JSON.parse(readFileSync(join(raiz, 'package.json'), 'utf8')) as { readonly version: string }

const ayudas = new Map(
  ['lote', 'obrero'].map((orden) => [
    orden,
    execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/informe.ts', orden, '--help'], { cwd: raiz, encoding: 'utf8' }),
  ]),
)

/** The options of each order of the program that a text gives, with the order: a line that a `\` continues is one. */
function ordenes(texto: string): readonly (readonly [orden: string, opciones: readonly string[]])[] {
  return texto
    .replaceAll(/\\\n/gu, ' ')
    .split('\n')
    .filter((linea) => !linea.trimStart().startsWith('#'))
    .flatMap((linea) => [...linea.matchAll(/(?:informe\.js |args: \[)(lote|obrero)\b(.*)/gu)])
    .map(([, orden = '', resto = '']) => [orden, [...resto.matchAll(/(--[a-z-]+)/gu)].map(([, opcion = '']) => opcion)])
}

describe('despliegue/', () => {
  test('sus órdenes existen, con sus opciones', () => {
    const pedidas = archivos.flatMap((archivo) => ordenes(readFileSync(archivo, 'utf8')))
    expect(pedidas.map(([orden]) => orden).toSorted()).toEqual(['lote', 'lote', 'lote', 'obrero', 'obrero'])
    const ajenas = pedidas.flatMap(([orden, opciones]) =>
      opciones.filter((opcion) => !new RegExp(`^ +${opcion}\\b`, 'mu').test(ayudas.get(orden) ?? '')),
    )
    expect(ajenas).toEqual([])
  })

  test('los manifiestos son YAML, cada documento con su clase y su nombre, y la imagen es de esta versión', () => {
    const manifiestos = archivos.filter((archivo) => archivo.endsWith('.yaml'))
    const documentos = manifiestos.flatMap((archivo) => parseAllDocuments(readFileSync(archivo, 'utf8')))
    expect(documentos.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([])
    const datos = documentos.map((documento) => documento.toJS() as { readonly kind: string; readonly metadata: { readonly name: string } })
    expect(datos.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
      ...['Secret/informe-cola', 'Service/informe-cola', 'StatefulSet/informe-cola', 'NetworkPolicy/informe-cola'],
      ...['Deployment/informe-obrero', 'Job/informe-lote', 'Job/informe-partes'],
    ])
    const imagenes = manifiestos.flatMap((archivo) => [...readFileSync(archivo, 'utf8').matchAll(/informe:(\d[\w.-]*)/gu)])
    expect(imagenes.map(([, suya]) => suya)).toEqual([version, version, version])
  })

  test('los guiones son de bash, y la parte de cada equipo va de 1 a n', () => {
    const [guion = ''] = archivos.filter((archivo) => archivo.endsWith('.sbatch'))
    execFileSync('bash', ['-n', guion])
    const parte = /--parte "(.*?)"\n/u.exec(readFileSync(guion, 'utf8'))?.[1] ?? ''
    const deCada = [0, 7].map((i) =>
      execFileSync('bash', ['-c', `echo "${parte}"`], {
        encoding: 'utf8',
        env: { ...process.env, SLURM_ARRAY_TASK_ID: String(i), SLURM_ARRAY_TASK_COUNT: '8' },
      }),
    )
    expect(deCada).toEqual(['1/8\n', '8/8\n'])
  })
})
