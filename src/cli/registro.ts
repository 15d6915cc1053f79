/** `--registro`: what a command did, a line of JSON each thing, for whoever looks after many runs. */
import type { Command } from 'commander'
import type { Suceso, sucesos } from '../registro/index.js'
import { UsageError } from './errors.js'
import { PACKAGE } from './resources.js'
import type { Hecho } from './terminal.js'

/** Notes what happened; where nobody asked for a log, it is not even worked out. */
export type Anotar = (que: (como: typeof sucesos) => Suceso | readonly Suceso[]) => void

export interface Registro {
  readonly anotar: Anotar
  /**
   * Begins the log of a command, if it was asked for.
   * @throws UsageError where the file is not one of JSON lines: lines added to a workbook would spoil it
   * @throws CannotWrite where it cannot be written: whoever asks for a log wants to know before the work
   */
  readonly abrir: (orden: Command) => Promise<void>
}

/** The log of one run of the program. */
export function registro(): Registro {
  let escribir: Anotar = () => undefined
  return {
    anotar: (que) => escribir(que),
    abrir: async (orden) => {
      const { registro: archivo } = orden.opts<{ readonly registro?: string }>()
      if (archivo === undefined) return
      if (!/\.jsonl$/iu.test(archivo)) throw new UsageError('--registro escribe líneas de JSON: dé un nombre que termine en .jsonl.')
      escribir = await anotador(archivo, () => {
        escribir = () => undefined
      })
      escribir(() => inicio(orden))
      process.once('exit', (codigo) => escribir(() => ({ que: 'fin', codigo, memoria: Math.round(process.resourceUsage().maxRSS / 1024) })))
    },
  }
}

/** What adds lines to a log. One that cannot be written any more is told, and stops nothing: `alFallar` is called. */
async function anotador(archivo: string, alFallar: () => void): Promise<Anotar> {
  const [{ appendTo }, { linea, sucesos }] = await Promise.all([import('../disk/index.js'), import('../registro/index.js')])
  const agregar = appendTo(archivo)
  const desde = performance.now()
  return (que) => {
    try {
      const momento = { en: new Date().toISOString(), ms: Math.round(performance.now() - desde) }
      // The schema lets nothing through that could be of a person: what does not fit is not written.
      for (const suceso of [que(sucesos)].flat()) agregar(JSON.stringify(linea.parse({ ...momento, ...suceso })))
    } catch (error) {
      alFallar()
      console.error(
        `No se pudo seguir escribiendo el registro ${archivo}: ${error instanceof Error ? error.message : error}. Lo demás sigue.`,
      )
    }
  }
}

/** A stage that is done, as the log tells it. */
export function enRegistro({ nombre, ms, cuantos }: Hecho): Suceso {
  return { que: 'etapa', etapa: nombre, tardo: ms, cuantos }
}

function inicio(orden: Command): Suceso {
  return {
    que: 'inicio',
    programa: PACKAGE.version,
    node: process.version,
    sistema: `${process.platform} ${process.arch}`,
    orden: orden.name(),
    opciones: orden.options.filter((opcion) => orden.getOptionValueSource(opcion.attributeName()) === 'cli').map(({ long }) => long ?? ''),
  }
}
