/** What people see in a terminal: progress, problems, a closing line. Progress to standard output; problems to standard error. */
import { Listr } from 'listr2'
import type { Etapa, Problema, Problemas } from '../pipeline/index.js'
import { visible, visibleInLine } from './visible.js'

const ETAPAS: Record<Etapa, { readonly titulo: string; readonly uno: string; readonly varios: string }> = {
  lectura: { titulo: 'Leer el libro', uno: 'producto', varios: 'productos' },
  cifras: { titulo: 'Calcular los indicadores', uno: 'cifra', varios: 'cifras' },
  composicion: { titulo: 'Armar el documento con las plantillas', uno: 'sección', varios: 'secciones' },
  graficas: { titulo: 'Dibujar las gráficas', uno: 'gráfica', varios: 'gráficas' },
  escritura: { titulo: 'Escribir el informe', uno: 'formato', varios: 'formatos' },
  datos: { titulo: 'Preparar tablas, datos y manifiesto', uno: 'archivo', varios: 'archivos' },
  titulos: { titulo: 'Numerar y titular las gráficas', uno: 'gráfica', varios: 'gráficas' },
  laminas: { titulo: 'Hacer las imágenes y su catálogo', uno: 'archivo', varios: 'archivos' },
  tablas: { titulo: 'Reunir las tablas del informe', uno: 'tabla', varios: 'tablas' },
  abiertos: { titulo: 'Escribir los datos abiertos', uno: 'archivo', varios: 'archivos' },
}

/** The stages of each command, in their order. */
export const ETAPAS_DE = {
  generar: ['lectura', 'cifras', 'composicion', 'graficas', 'escritura', 'datos'],
  graficas: ['lectura', 'cifras', 'titulos', 'laminas'],
  tablas: ['lectura', 'cifras', 'tablas', 'abiertos'],
} as const satisfies Readonly<Record<string, readonly Etapa[]>>

/** Hears how many of how many things a stage has made so far. */
export type Avance = (hechos: number, de: number) => void

/** The observer of a terminal: it lets a stage tell how far it is. */
type Observado = <T>(etapa: Etapa, trabajo: (avance: Avance) => T | Promise<T>, cuenta: (resultado: T) => number) => Promise<T>

/** How long something took, in milliseconds, and when it began, since the process did. */
export interface Tiempo {
  readonly nombre: string
  readonly desde: number
  readonly ms: number
}

/** A stage that is done, and how many things it made. */
export interface Hecho extends Tiempo {
  readonly cuantos: number
}

/** The same work, with a clock: `alTerminar` hears how long it took. */
export function cronometrado<A extends readonly unknown[], R>(
  nombre: string,
  trabajo: (...args: A) => Promise<R>,
  alTerminar: (tiempo: Tiempo) => void,
): (...args: A) => Promise<R> {
  return async (...args) => {
    const inicio = performance.now()
    const resultado = await trabajo(...args)
    alTerminar(desdeHasta(nombre, inicio))
    return resultado
  }
}

function desdeHasta(nombre: string, inicio: number): Tiempo {
  return { nombre, desde: Math.round(inicio), ms: Math.round(performance.now() - inicio) }
}

/** How stages are shown: a line that turns while one runs, a plain line when it is done, or nothing. */
export type Visto = 'en-vivo' | 'lineas' | 'callado'

/** A live line on a terminal, plain lines when piped, nothing when silent. */
export function vistoAqui(silencioso: boolean): Visto {
  return silencioso ? 'callado' : process.stdout.isTTY ? 'en-vivo' : 'lineas'
}

/** Shows each stage as it runs; `alTerminar` hears of each one that is done. */
export function observador(visto: Visto, etapas: readonly Etapa[], alTerminar: (hecho: Hecho) => void): Observado {
  return async <T>(etapa: Etapa, trabajo: (avance: Avance) => T | Promise<T>, cuenta: (resultado: T) => number): Promise<T> => {
    const { titulo, uno, varios } = ETAPAS[etapa]
    const numerado = `[${etapas.indexOf(etapa) + 1}/${etapas.length}] ${titulo}`
    const inicio = performance.now()
    const hecho = (resultado: T) => {
      const n = cuenta(resultado)
      return `${numerado}: ${n} ${n === 1 ? uno : varios}`
    }
    const resultado = await {
      'en-vivo': () => enVivo(numerado, trabajo, hecho),
      lineas: () => enLinea(trabajo, hecho),
      callado: async () => trabajo(callado),
    }[visto]()
    alTerminar({ ...desdeHasta(etapa, inicio), cuantos: cuenta(resultado) })
    return resultado
  }
}

function callado(): void {}

/** A line that turns while the work runs, with how far it is, and then says what it made. */
async function enVivo<T>(titulo: string, trabajo: (avance: Avance) => T | Promise<T>, hecho: (resultado: T) => string): Promise<T> {
  const { resultado } = await new Listr<{ resultado?: { readonly valor: T } }>([
    {
      title: titulo,
      task: async (ctx, task) => {
        const valor = await trabajo((hechos, de) => {
          task.title = `${titulo}: ${hechos} de ${de}`
        })
        ctx.resultado = { valor }
        task.title = hecho(valor)
      },
    },
  ]).run()
  if (resultado === undefined) throw new Error(titulo)
  return resultado.valor
}

/** A plain line when the work is done: for pipes and files. */
async function enLinea<T>(trabajo: (avance: Avance) => T | Promise<T>, hecho: (resultado: T) => string): Promise<T> {
  const valor = await trabajo(callado)
  console.log(hecho(valor))
  return valor
}

/** Problems grouped by sheet (or by file, for templates), errors first. */
export function mostrarProblemas({ errores, avisos }: Problemas): void {
  if (errores.length > 0) mostrarGrupo(errores, errores.length === 1 ? '1 error' : `${errores.length} errores`)
  if (avisos.length > 0) mostrarGrupo(avisos, avisos.length === 1 ? '1 aviso' : `${avisos.length} avisos`)
}

function mostrarGrupo(problemas: readonly Problema[], titulo: string): void {
  console.error(`\n${titulo}`)
  let hoja = ''
  for (const p of problemas) {
    const suya = hojaDe(p.lugar)
    if (suya !== hoja) console.error(`\n  ${visibleInLine(suya)}`)
    hoja = suya
    console.error(`    ${visibleInLine(enPalabras(p))}`)
  }
}

/** `Productos!A14: se encontró «1.1»; se esperaba un código escrito como texto (1.10.3). Dé formato de texto…` */
export function enPalabras({ lugar, encontrado, esperado, remedio }: Problema): string {
  return `${lugar}: se encontró ${encontrado}; se esperaba ${esperado}. ${remedio}`
}

function hojaDe(lugar: string): string {
  return lugar.split(/[!:]/u)[0] ?? lugar
}

/** What must be known even by who asked for silence: then it goes to standard error. */
export function advertir(silencioso: boolean, linea: string): void {
  if (silencioso) console.error(visible(linea))
  else console.log(visible(linea))
}

/** Words of the closing line. */
export function decir(silencioso: boolean, linea: string): void {
  if (!silencioso) console.log(visible(linea))
}
