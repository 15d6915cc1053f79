/** What people see in a terminal: progress, problems, a closing line. Progress to standard output; problems to standard error. */
import { Listr } from 'listr2'
import type { Etapa, Observador, Problema, Problemas } from '../pipeline/index.js'

const ETAPAS: Record<Etapa, { readonly titulo: string; readonly uno: string; readonly varios: string }> = {
  lectura: { titulo: 'Leer el libro', uno: 'producto', varios: 'productos' },
  cifras: { titulo: 'Calcular los indicadores', uno: 'cifra', varios: 'cifras' },
  composicion: { titulo: 'Armar el documento con las plantillas', uno: 'sección', varios: 'secciones' },
  graficas: { titulo: 'Dibujar las gráficas', uno: 'gráfica', varios: 'gráficas' },
  escritura: { titulo: 'Escribir el informe', uno: 'formato', varios: 'formatos' },
  datos: { titulo: 'Preparar tablas, datos y manifiesto', uno: 'archivo', varios: 'archivos' },
}

/** How long each stage took, in milliseconds. */
export interface Tiempo {
  readonly nombre: string
  readonly ms: number
}

/** Shows each stage as it runs: a live line on a terminal, a plain line when piped, nothing when silent. Times are added to `tiempos`. */
export function observador(silencioso: boolean, tiempos: Tiempo[]): Observador {
  let paso = 0
  const total = Object.keys(ETAPAS).length
  return async (etapa, trabajo, cuenta) => {
    paso += 1
    const { titulo, uno, varios } = ETAPAS[etapa]
    const numerado = `[${paso}/${total}] ${titulo}`
    const inicio = performance.now()
    const context = await new Listr<{ resultado?: Awaited<ReturnType<typeof trabajo>> }>(
      [
        {
          title: numerado,
          task: async (ctx, task) => {
            ctx.resultado = await trabajo()
            const n = cuenta(ctx.resultado)
            task.title = `${numerado}: ${n} ${n === 1 ? uno : varios}`
          },
        },
      ],
      { renderer: 'default', fallbackRenderer: 'simple', silentRendererCondition: silencioso },
    ).run()
    tiempos.push({ nombre: etapa, ms: Math.round(performance.now() - inicio) })
    return context.resultado as Awaited<ReturnType<typeof trabajo>>
  }
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
    if (suya !== hoja) console.error(`\n  ${suya}`)
    hoja = suya
    console.error(`    ${enPalabras(p)}`)
  }
}

/** `Productos!A14: se encontró «1.1»; se esperaba un código escrito como texto (1.10.3). Dé formato de texto…` */
function enPalabras({ lugar, encontrado, esperado, remedio }: Problema): string {
  return `${lugar}: se encontró ${encontrado}; se esperaba ${esperado}. ${remedio}`
}

function hojaDe(lugar: string): string {
  return lugar.split(/[!:]/u)[0] ?? lugar
}

/** Words of the closing line. */
export function decir(silencioso: boolean, linea: string): void {
  if (!silencioso) console.log(linea)
}
