/** What the program makes of a workbook, and what in that is not as it should be. */
import { createHash } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import * as XLSX from 'xlsx'

/** How far a workbook came: refused as a file, judged sheet by sheet, or made into a report. */
export type Fin = 'paquete' | 'hojas' | 'informe'

export interface Juicio {
  readonly fin: Fin
  /** The text of `datos.json`; null where there is no report, or it was not composed. */
  readonly datos: string | null
  /** Of all that came of it, so that two can be told apart. */
  readonly huella: string
  /** What is wrong with the program, in words; none where all is well. */
  readonly quejas: readonly string[]
}

interface Problema {
  readonly lugar: string
  readonly encontrado: string
  readonly esperado: string
  readonly remedio: string
}

/** The stages of the program as they were compiled, by their doors. */
export interface Programa {
  readonly workbook: typeof import('../../src/workbook/index.js')
  readonly indicators: typeof import('../../src/indicators/index.js')
  readonly report: typeof import('../../src/report/index.js')
  readonly compose: typeof import('../../src/compose/index.js')
  readonly outputs: typeof import('../../src/outputs/index.js')
  readonly plantillas: ReadonlyMap<string, string>
}

/** The compiled program, with its templates. */
export async function cargarPrograma(): Promise<Programa> {
  const puerta = async (carpeta: string) => await import(new URL(`../../dist/${carpeta}/index.js`, import.meta.url).href)
  const disk: typeof import('../../src/disk/index.js') = await puerta('disk')
  const archivos = await disk.readTree(new URL('../../templates', import.meta.url).pathname)
  const textos = [...archivos].filter(([ruta]) => /\.(?:md|yml|json)$/u.test(ruta))
  return {
    workbook: await puerta('workbook'),
    indicators: await puerta('indicators'),
    report: await puerta('report'),
    compose: await puerta('compose'),
    outputs: await puerta('outputs'),
    plantillas: new Map(textos.map(([ruta, bytes]) => [ruta, new TextDecoder().decode(bytes)])),
  }
}

/**
 * Makes of a workbook what the program does, up to its document, tables and `datos.json`, and looks at all that is said of it.
 * `componer`: without it, the report stops at its figures and words, before any template.
 */
export function juzgar(
  bytes: Uint8Array,
  { workbook, indicators, report, compose, outputs, plantillas }: Programa,
  componer = true,
): Juicio {
  const { libro, errores, avisos } = workbook.readLibro(bytes)
  const problemas: Problema[] = [...errores, ...avisos].map(workbook.redactar)
  const alPaquete = libro === null && errores.length > 0 && errores.every(({ place }) => place === 'Libro')
  const quejas = (libro === null) === errores.length > 0 ? [] : ['un libro con errores, o ninguno sin ellos']
  const fin: Fin = libro !== null ? 'informe' : alPaquete ? 'paquete' : 'hojas'
  if (libro === null) return { fin, datos: null, huella: huellaDe(problemas), quejas: [...quejas, ...deLosProblemas(problemas, bytes)] }
  const hecho = report.construirReport(libro, indicators.calcularIndicadores(libro))
  if (!componer)
    return { fin, datos: null, huella: huellaDe(problemas, hecho.contexto), quejas: [...quejas, ...deLosProblemas(problemas, bytes)] }
  const { documento, publicado, faults } = compose.componer(hecho, plantillas)
  if (documento === null) quejas.push(`plantillas que no sirven a este libro: ${JSON.stringify(faults[0])}`)
  const datos = outputs.datosJson(hecho, publicado)
  const tablas = publicado.tablas.map((tabla) => outputs.csv(tabla))
  return { fin, datos, huella: huellaDe(problemas, documento, datos, tablas), quejas: [...quejas, ...deLosProblemas(problemas, bytes)] }
}

function huellaDe(...cosas: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(cosas)).digest('hex')
}

const DEL_CONTRATO = [
  ...['Política', 'Objetivos', 'Sectores', 'Productos', 'Metas', 'Avances', 'Semáforo'],
  ...['Créditos', 'Reportes', 'Capacitaciones', 'Jornadas', 'Reuniones', 'Textos', 'Auditoría'],
]
const CELDA = /^(?<hoja>.+)!(?<columna>[A-Z]{1,3})(?<fila>[1-9]\d{0,6})$/su
const FILAS = 1_048_576
const COLUMNAS = 16_384

/** Problems whose place is nowhere, or that leave something unsaid. */
function deLosProblemas(problemas: readonly Problema[], bytes: Uint8Array): readonly string[] {
  const hojas = problemas.some(({ lugar }) => lugar !== 'Libro') ? new Set([...DEL_CONTRATO, ...hojasDe(bytes)]) : new Set<string>()
  return problemas.flatMap((problema) => {
    const { lugar, encontrado, esperado, remedio } = problema
    const dicho = JSON.stringify(problema).slice(0, 400)
    return [
      ...(lugar === 'Libro' || hojas.has(lugar) || esCelda(lugar, hojas) ? [] : [`un lugar que no hay: ${dicho}`]),
      ...([encontrado, esperado, remedio].every((texto) => texto.trim() !== '') ? [] : [`algo sin decir: ${dicho}`]),
      ...(/undefined|\[object |\{\w+\}/u.test(`${esperado} ${remedio}`) ? [`algo a medio decir: ${dicho}`] : []),
    ]
  })
}

function esCelda(lugar: string, hojas: ReadonlySet<string>): boolean {
  const { hoja = '', columna = '', fila = '' } = CELDA.exec(lugar)?.groups ?? {}
  return hojas.has(hoja) && XLSX.utils.decode_col(columna) < COLUMNAS && Number(fila) <= FILAS
}

/** Names of the sheets, as another reading of the same package gives them. */
function hojasDe(bytes: Uint8Array): readonly string[] {
  try {
    return XLSX.read(zipSync(unzipSync(bytes), { level: 0 }), { type: 'array', bookSheets: true }).SheetNames
  } catch {
    return []
  }
}
