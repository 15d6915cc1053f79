/** What the review page works with on this machine: threads, the folder of results, and the file of what people decided. */
import { join, relative, resolve } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { CannotRead, CannotWrite, filesIn, readIfThere } from '../disk/index.js'
import { archivoDeRevision, DATOS, loQueCambio } from '../pipeline/index.js'
import { NoSePudo, type Servicios } from '../review/index.js'
import { conDecision, conVersion, REVISION_VACIA, type Revision, sinDecision } from '../revision/index.js'
import type { Limites } from '../workbook/index.js'
import { guardarRevision, leerRevisionDe } from './archivo-de-revision.js'
import { type Entrega, recibidas } from './entregas.js'
import { ofTheDisk } from './errors.js'
import type { PartsFolder } from './parts-folder.js'
import { publicarInforme } from './publicar.js'
import type { Anotar } from './registro.js'
import { hilosDeRevision, type TrabajoDeRevision } from './review-thread.js'
import { stayOpen } from './v8.js'

interface Pedido {
  /** Path of the workbook that is open; null while there is none, and then nothing that is decided outlives the session. */
  readonly abierto: () => string | null
  /** Opens a workbook by its path. */
  readonly abrir: (ruta: string) => Promise<void>
  /** Folder whose workbooks can be opened. */
  readonly carpeta: string
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  readonly limites: Limites
  readonly tema: string
  /** Folder of the report; null for the usual one. */
  readonly salida: string | null
  readonly cache: PartsFolder | null
  readonly anotar: Anotar
}

/** The services of the page, and how to end them. */
export function revisionLocal({ abierto, abrir, carpeta, plantillas, limites, tema, salida, cache, anotar }: Pedido): {
  readonly servicios: Servicios
  readonly cerrar: () => Promise<void>
} {
  const { trabajo, cerrar } = hilosDeRevision({ plantillas, limites, tema, cache })
  const enTurno = turnos()
  let enMemoria = REVISION_VACIA
  /** Workbook whose report was asked for: it will be asked for again, and is begun as soon as the workbook is saved. */
  let generado: string | null = null

  const actual = async () => {
    const libro = abierto()
    return libro === null ? enMemoria : await leerRevisionDe(libro)
  }
  /** The file as it is, which the report takes in. */
  const archivo = async () => {
    const libro = abierto()
    return libro === null ? null : await readIfThere(archivoDeRevision(libro))
  }
  const libros = async () => (await filesIn(carpeta).catch(() => [])).filter((nombre) => ES_LIBRO.test(nombre)).toSorted()
  /** Read again each time: somebody else may have written it since. */
  const cambiar = (como: (revision: Revision) => Revision) =>
    dicho(() =>
      enTurno(async () => {
        const libro = abierto()
        enMemoria = como(await actual())
        if (libro !== null) await guardarRevision(libro, enMemoria)
        return enMemoria
      }),
    )

  /** Examines a workbook, and leaves in the log what it was and what was found. */
  const examinar: Servicios['examinar'] = async (dado, base) => {
    const inicio = performance.now()
    anotar(({ leido }) => [...leido('libro', dado.bytes), ...leido('base', base.bytes)])
    const adelantar = dado.nombre === generado ? { revision: await archivo() } : null
    const examen = await trabajo.examinar(dado, base, adelantar).catch((error: unknown) => {
      anotar(({ fallo }) => fallo(error))
      throw error
    })
    const tardo = Math.round(performance.now() - inicio)
    anotar(({ problemas }) => [{ que: 'etapa', etapa: 'examen', tardo, cuantos: 1 }, problemas(examen.problemas)])
    return examen
  }

  const servicios: Servicios = {
    examinar: (dado, base) => dicho(() => examinar(dado, base)),
    imagen: ({ graficas }, clave) => dicho(() => trabajo.imagen({ graficas }, clave)),
    hacer: async (dado, base, pedido) => {
      const revision = await archivo()
      return await dicho(() => trabajo.hacer(dado, base, pedido, revision))
    },
    generar: (dado) =>
      dicho(() =>
        enTurno(async () => {
          const { port1, port2 } = new MessageChannel()
          const hecho = trabajo.informe(dado, await archivo(), port2)
          const dichos = await guardarInforme(recibidas(port1, hecho), hecho, salida, anotar)
          stayOpen()
          generado = dado.nombre
          return dichos
        }),
      ),
    libros,
    abrir: async (nombre) => {
      if (!(await libros()).includes(nombre)) throw new NoSePudo(`En ${carpeta} no hay un libro «${nombre}».`)
      await dicho(() => abrir(join(carpeta, nombre)))
    },
    seGuarda: () => abierto() !== null,
    revision: () => dicho(actual),
    decidir: (decisiones) => cambiar((revision) => decisiones.reduce(conDecision, revision)),
    retirar: (decisiones) => cambiar((revision) => decisiones.reduce((r, d) => sinDecision(r, d, d.quien), revision)),
    registrarVersion: (version) => cambiar((revision) => conVersion(revision, version)),
    ahora: () => new Date(),
    anotar: (linea) => console.error(linea),
  }
  return { servicios, cerrar }
}

/** A workbook that somebody works on, and not what Excel leaves beside it while it is open. */
const ES_LIBRO = /^(?!~\$|\.).*\.xls[xm]$/iu

/** What the limits of a thread cut short, or the disk would not do, said to whoever asked for it. */
async function dicho<T>(hacer: () => Promise<T>): Promise<T> {
  try {
    return await hacer()
  } catch (error) {
    if (error instanceof CannotRead || error instanceof CannotWrite) throw new NoSePudo(ofTheDisk(error))
    const { name, code } = error as Error & { readonly code?: string }
    if (name === 'TooLate')
      throw new NoSePudo('Ese libro tardó demasiado, y se dejó. Revise que sea el libro de la política y no otro mucho mayor.')
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new NoSePudo('Ese libro pide más memoria de la que puede usar, y se dejó. Revise que sea el libro de la política.')
    throw error
  }
}

/** What keeps a report from being made, in place of its files. */
class NoSeHizo extends Error {}

/** Puts a report in its folder, file by file as they come; gives what to tell people. */
async function guardarInforme(
  llegan: AsyncGenerator<Entrega, void>,
  hecho: ReturnType<TrabajoDeRevision['informe']>,
  salida: string | null,
  anotar: Anotar,
): Promise<readonly string[]> {
  /** The next that comes; null where there is no more. */
  const siguiente = async (): Promise<Entrega | null> => {
    const { done, value } = await llegan.next()
    if (done !== true) return value
    const problema = await hecho
    if (problema !== null) throw new NoSeHizo(problema.problema)
    return null
  }
  try {
    const primera = await siguiente()
    if (primera === null) throw new Error('No llegó ningún archivo del informe.')
    const [nombre] = primera
    const carpeta = resolve(salida ?? join('output', nombre))
    async function* archivos(): AsyncGenerator<readonly [ruta: string, bytes: Uint8Array], void> {
      for (let entrega: Entrega | null = primera; entrega !== null; entrega = await siguiente()) {
        const [, ruta, bytes] = entrega
        yield [ruta, bytes] as const
      }
    }
    const { archivos: puestos, anterior, editados } = await publicarInforme(carpeta, archivos(), {}, anotar)
    const datos = puestos.get(DATOS)
    const cambios = anterior === null || datos === undefined ? [] : loQueCambio(anterior, datos)
    return [`El informe está en ${relative('', carpeta) || '.'} (${puestos.size} archivos).`, ...cambios, ...editados]
  } catch (error) {
    if (error instanceof NoSeHizo) return [`No se hizo el informe. ${error.message}`]
    throw error
  } finally {
    await llegan.return()
  }
}

/** Runs one thing at a time, in the order in which they were asked for. */
function turnos(): <T>(hacer: () => Promise<T>) => Promise<T> {
  let ultimo: Promise<unknown> = Promise.resolve()
  return (hacer) => {
    const suyo = ultimo.then(hacer, hacer)
    ultimo = suyo
    return suyo
  }
}
