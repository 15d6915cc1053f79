/** The parts of docs/rendimiento.md, from the last results that were kept: docs/rendimiento.json. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Resumen } from '../bench/estadistica.js'
import type { Medida, Pareja, Resultado, Salida } from '../bench/resultado.js'
import { RAIZ } from './edicion.js'
import { tabla } from './marcas.js'

/** The chart of the series that the guide shows, from the root of the project. */
export const GRAFICA = 'docs/imagenes/escala.svg'

/** The results that the guide shows. */
export function medidas(): Resultado {
  return JSON.parse(readFileSync(join(RAIZ, 'docs/rendimiento.json'), 'utf8')) as Resultado
}

const ETAPAS: Readonly<Record<string, string>> = {
  lectura: 'read and validate',
  cifras: 'compute',
  composicion: 'templates',
  graficas: 'charts',
  escritura: 'DOCX and PDF',
  docx: 'DOCX, in its thread',
  pdf: 'PDF, in its thread',
  datos: 'tables, data, manifest',
  publicacion: 'write to the folder',
}

const SALIDAS: Readonly<Record<Salida, string>> = { todo: 'everything', docx: 'DOCX alone', pdf: 'PDF alone' }

const NOMBRES: Readonly<Record<string, string>> = {
  'proceso nuevo': 'a new process, warm cache',
  '--vigilar': 'within `--vigilar`',
  revisar: 'within `revisar`',
  suelo: 'the floor: plain libraries',
  'docxtemplater y LibreOffice': 'docxtemplater, 15 charts, LibreOffice',
  Typst: 'Typst (PDF only)',
}

/** The machine, and when. */
export function equipo(): string {
  const { fecha, equipo: e } = medidas()
  return `Measured on ${fecha}: ${e.procesador}, ${e.nucleos} cores, ${e.gigas} GB, ${e.sistema}, Node ${e.node}.`
}

export function etapas(): string {
  const { trabajo } = medidas()
  const total = tabla(
    ['whole process, cold', `median of ${trabajo.veces}`, 'from – to'],
    [
      ['wall', s(trabajo.ms.mediana), entre(trabajo.ms, s)],
      ['user and system CPU', ...siHay(trabajo.cpu, s)],
      ['peak memory', ...siHay(trabajo.megas, mb)],
      ...(trabajo.extension === null ? [] : [['pages; words', `${trabajo.extension.paginas}; ${trabajo.extension.palabras}`, '']]),
    ],
  )
  const partes = tabla(
    ['stage', 'begins at', 'takes'],
    [
      ['start', '0 ms', ms(trabajo.arranque)],
      ...trabajo.etapas.map((etapa) => [ETAPAS[etapa.nombre] ?? etapa.nombre, ms(etapa.desde), ms(etapa.ms)]),
      ['in no stage (audit, exit)', '', ms(trabajo.resto)],
    ],
  )
  return `${total}\n\n${partes}`
}

export function graficasSueltas(): string {
  return tabla(
    ['charts', 'wall', 'CPU', 'peak memory'],
    medidas().graficas.map((suya) => [suya.cuales === '1' ? 'one' : 'fifteen', ...tresDe(suya)]),
  )
}

export function serie(): string {
  const { escala } = medidas()
  return tabla(
    ['workbook', 'output', 'pages', 'wall', 'CPU', 'peak memory', 'wall per product', 'of 1×'],
    escala.map((punto) => {
      const primero = escala.find(({ salida }) => salida === punto.salida) ?? punto
      const cada = (p: typeof punto) => p.ms.mediana / p.productos
      return [
        `${punto.veces}×: ${punto.productos} products, ${punto.sectores} sectors`,
        SALIDAS[punto.salida],
        punto.paginas === null ? '' : String(punto.paginas),
        ...tresDe(punto),
        `${cada(punto).toFixed(1)} ms`,
        (cada(punto) / cada(primero)).toFixed(2),
      ]
    }),
  )
}

export function correcciones(): string {
  return parejas(medidas().correccion, ['one figure corrected', 'warm ÷ cold, wall', 'from – to', 'CPU ratio', 'warm', 'cold'])
}

export function rivales(): string {
  const { contra, faltas } = medidas()
  const extensiones = contra.flatMap(({ nombre, una, otra }) => {
    if (una.extension === null || otra.extension === null) return []
    const [nuestra, suya] = [una.extension, otra.extension].map(({ paginas, palabras }) => `${paginas} pages and ${palabras} words`)
    return [`- ${NOMBRES[nombre] ?? nombre}: ours has ${nuestra}; theirs, ${suya}.`]
  })
  return [
    parejas(contra, ['against', 'ours ÷ theirs, wall', 'from – to', 'CPU ratio', 'ours', 'theirs']),
    ...(extensiones.length === 0 ? [] : [extensiones.join('\n')]),
    ...(faltas.length === 0 ? [] : [`Not measured: ${faltas.map(({ nombre }) => NOMBRES[nombre] ?? nombre).join('; ')}.`]),
  ].join('\n\n')
}

function parejas(todas: readonly Pareja[], titulos: readonly string[]): string {
  if (todas.length === 0) return 'Not measured yet.'
  return tabla(
    titulos,
    todas.map(({ nombre, razon, razonCpu, una, otra }) => [
      NOMBRES[nombre] ?? nombre,
      razon.mediana.toFixed(2),
      entre(razon, (n) => n.toFixed(2)),
      razonCpu === null ? '' : razonCpu.mediana.toFixed(2),
      deMedida(una),
      deMedida(otra),
    ]),
  )
}

function deMedida({ ms: reloj, megas }: Medida): string {
  return megas === null ? s(reloj.mediana) : `${s(reloj.mediana)}, ${mb(megas.mediana)}`
}

function tresDe({ ms: reloj, cpu, megas }: Medida): readonly string[] {
  return [s(reloj.mediana), cpu === null ? '' : s(cpu.mediana), megas === null ? '' : mb(megas.mediana)]
}

function siHay(resumen: Resumen | null, decir: (n: number) => string): readonly string[] {
  return resumen === null ? ['', ''] : [decir(resumen.mediana), entre(resumen, decir)]
}

const entre = ({ minimo, maximo }: Resumen, decir: (n: number) => string) => `${decir(minimo)} – ${decir(maximo)}`
const s = (n: number) => `${(n / 1000).toFixed(1)} s`
const ms = (n: number) => `${n} ms`
const mb = (n: number) => `${n} MB`
