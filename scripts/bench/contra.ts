/** The same kind of report by other means, in turns with ours: the floor of plain libraries, and what people use. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { herramienta } from '../herramientas.mjs'
import { type Extension, extensionDe } from './extension.js'
import { informe } from './informe.js'
import { emparejar, type Lado } from './parejas.js'
import { medirSeguidas, type Orden } from './proceso.js'
import type { Falta, Pareja } from './resultado.js'
import type { Avisar } from './trabajo.js'

interface Rival {
  readonly nombre: string
  /** What of ours does the same. */
  readonly nuestra: readonly string[]
  readonly ordenes: (carpeta: string) => readonly Orden[]
  readonly pdf: string
  /** Why it cannot run here, or null. */
  readonly falta: (carpeta: string) => string | null
}

/** Debian's own, which has LibreOffice's module; another Python may stand before it in PATH. */
const PYTHON = '/usr/bin/python3'

const node = (carpeta: string, guion: string, entorno: Readonly<Record<string, string>> = {}): Orden => ({
  programa: process.execPath,
  args: [guion],
  carpeta,
  entorno,
})

const RIVALES: readonly Rival[] = [
  {
    nombre: 'suelo',
    nuestra: [],
    ordenes: (carpeta) => [node(carpeta, 'floor-all.mjs', { OPQ: '1' })],
    pdf: 'out/all.pdf',
    falta: sinPaquete('pdfmake'),
  },
  {
    nombre: 'docxtemplater y LibreOffice',
    nuestra: [],
    ordenes: (carpeta) => [
      node(carpeta, 'floor-charts.mjs'),
      node(carpeta, 'peer-docxtemplater.mjs'),
      { programa: PYTHON, args: ['lo-toc.py', 'out/docxtemplater.docx', 'out/docxtemplater.pdf'], carpeta },
    ],
    pdf: 'out/docxtemplater.pdf',
    falta: (carpeta) => sinPaquete('docxtemplater')(carpeta) ?? sinLibreOffice(),
  },
  {
    nombre: 'Typst',
    nuestra: ['--formatos', 'pdf'],
    ordenes: (carpeta) => [node(carpeta, 'peer-typst.mjs')],
    pdf: 'out/typst.pdf',
    falta: sinPaquete('@myriaddreamin/typst-ts-node-compiler'),
  },
]

/** The ratios against each rival of a copy of the yardstick, installed and generated; and why those that cannot run do not. */
export async function contra(
  libro: string,
  carpeta: string,
  pares: number,
  avisar: Avisar,
): Promise<{ readonly parejas: readonly Pareja[]; readonly faltas: readonly Falta[] }> {
  const parejas: Pareja[] = []
  const faltas: Falta[] = []
  for (const { nombre, nuestra, ordenes, pdf, falta } of RIVALES) {
    const porque = falta(carpeta)
    if (porque === null) {
      const suyo: Lado = { correr: () => medirSeguidas(ordenes(carpeta)), extension: () => extensionDe(join(carpeta, pdf)) }
      parejas.push(
        await emparejar(nombre, pares, nuestro(['generar', libro, ...nuestra]), suyo, (i) => avisar(`contra ${nombre}`, i, pares)),
      )
    } else faltas.push({ nombre, porque })
  }
  return { parejas, faltas }
}

function nuestro(orden: readonly string[]): Lado {
  let extension: Extension | null = null
  return {
    correr: async () => {
      const corrida = await informe(orden)
      extension = corrida.extension
      return corrida
    },
    extension: () => extension,
  }
}

function sinPaquete(paquete: string): Rival['falta'] {
  return (carpeta) => {
    if (!existsSync(join(carpeta, 'node_modules', paquete))) return `falta ${paquete} en ${carpeta} (npm install, allí).`
    return existsSync(join(carpeta, 'content.json')) ? null : `falta content.json en ${carpeta} (node gen.mjs && node mktpl.mjs, allí).`
  }
}

function sinLibreOffice(): string | null {
  if (herramienta('soffice') === null) return 'falta LibreOffice (soffice).'
  return spawnSync(PYTHON, ['-c', 'import uno']).status === 0 ? null : `falta el módulo uno de ${PYTHON} (python3-uno).`
}
