/** The work of the review page, in threads: a workbook that is broken, huge or hostile takes its thread with it and nothing else. */
import { availableParallelism } from 'node:os'
import { isMainThread, MessagePort, parentPort, workerData } from 'node:worker_threads'
import { zipSync } from 'fflate'
import { NO_PARTS } from '../document/index.js'
import type { Dado, Entrada, Entregar, Escritor, Examen, Examinado, Formato } from '../pipeline/index.js'
import type { Hecho, Pedido } from '../review/index.js'
import type { Limites } from '../workbook/index.js'
import { type Entregas, entregas } from './entregas.js'
import { documentUnpacker, type PackedDocument, packedDocument } from './packed.js'
import { openParts, type PartsFolder } from './parts-folder.js'
import { instante } from './reloj.js'
import { FONT_FAMILIES, fonts, PACKAGE } from './resources.js'
import { type Answer, type Pool, threadPool } from './thread-pool.js'
import { isWorthRehearsing } from './v8.js'
import { wordDeLibro } from './word-de-libro.js'
import { inThread, inThreads } from './writer-thread.js'

/** What the threads are given at their start. */
interface Medios {
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  readonly limites: Limites
  readonly tema: string
  /** Where parts that were made before are kept; null to make all anew. */
  readonly cache: PartsFolder | null
}

interface Tareas {
  /** `adelantar`: what stands beside the workbook, where its report is to be begun before anybody asks for it; null where it is not. */
  readonly examinar: (libro: Dado, base: Dado, adelantar: { readonly revision: Uint8Array | null } | null) => Promise<ExamenEnBytes>
  readonly imagen: (examinado: Pick<Examinado, 'graficas'>, clave: string) => Promise<Uint8Array | null>
  readonly hacer: (libro: Dado, base: Dado, pedido: Pedido, revision: Uint8Array | null) => Promise<Hecho>
  /** Sends the files of a report, each as soon as it is made; gives what keeps it from being made, null for nothing. */
  readonly informe: (libro: Dado, revision: Uint8Array | null, a: MessagePort) => Promise<Problema | null>
}

/** An examination on its way, the document that was composed in bytes. */
type ExamenEnBytes = Omit<Examen, 'examinado'> & {
  readonly examinado: (Omit<Examinado, 'documento'> & { readonly documento: PackedDocument }) | null
}

interface Problema {
  readonly problema: string
}

type Tarea = { [T in keyof Tareas]: { readonly que: T; readonly con: Parameters<Tareas[T]> } }[keyof Tareas]
type Resultado = Awaited<ReturnType<Tareas[keyof Tareas]>>

/** A report that is being made, or was. */
interface InformeEnCamino {
  readonly libro: Dado
  readonly revision: Uint8Array | null
  readonly hecho: Promise<Problema | null>
  readonly enviar: Entregas['enviar']
  /** Once its writers are at work, which are in threads of their own, or there is none to be made. */
  readonly enEscritura: Promise<void>
  terminado: boolean
}

function esDe({ libro, revision }: InformeEnCamino, suyo: Dado, suya: Uint8Array | null): boolean {
  const igual = (una: Uint8Array | null, otra: Uint8Array | null) =>
    una === null || otra === null ? una === otra : Buffer.compare(una, otra) === 0
  return libro.nombre === suyo.nombre && igual(libro.bytes, suyo.bytes) && igual(revision, suya)
}

/** Each kind of work, done in whichever thread is free. */
export type TrabajoDeRevision = Omit<Tareas, 'examinar'> & {
  readonly examinar: (...con: Parameters<Tareas['examinar']>) => Promise<Examen>
}

/** Far above what any real workbook needs; what a workbook made to fill the memory or to take for ever is stopped at. */
const LIMITES = {
  resources: { maxOldGenerationSizeMb: 1536 },
  time: ({ que }: Tarea) => (que === 'examinar' ? 60_000 : 300_000),
  rest: 20_000,
}
const HILOS = 2

/** The threads, ready with these templates and theme. */
export function hilosDeRevision(medios: Medios): { readonly trabajo: TrabajoDeRevision; readonly cerrar: () => Promise<void> } {
  const pool: Pool<Tarea, Resultado> = threadPool(
    new URL('./review-thread.js', import.meta.url),
    medios,
    Math.min(HILOS, availableParallelism()),
    LIMITES,
  )
  const de =
    <T extends keyof Tareas>(que: T) =>
    (...con: Parameters<Tareas[T]>) =>
      pool.run(
        { que, con } as Tarea,
        con.filter((suyo) => suyo instanceof MessagePort),
      ) as Promise<Awaited<ReturnType<Tareas[T]>>>
  const examinarEnBytes = de('examinar')
  const abrir = documentUnpacker()
  const examinar: TrabajoDeRevision['examinar'] = async (...con) => {
    const { examinado, ...examen } = await examinarEnBytes(...con)
    return { ...examen, examinado: examinado && { ...examinado, documento: abrir(examinado.documento) } }
  }
  return { trabajo: { examinar, imagen: de('imagen'), hacer: de('hacer'), informe: de('informe') }, cerrar: pool.close }
}

async function tareas({ plantillas, limites, tema, cache }: Medios): Promise<Tareas> {
  const [pipeline, { laminas }] = await Promise.all([import('../pipeline/index.js'), import('../charts/index.js')])
  const fuentes = { familias: FONT_FAMILIES, leer: fonts }
  const version = PACKAGE.version
  const comun = { plantillas, limites, tema, fuentes, version }
  const dibujarImagen = await pipeline.dibujanteDeImagenes(comun)
  const partes = cache === null ? NO_PARTS : openParts(cache)
  const { examinar, ultimo } = pipeline.examinador(plantillas, limites, partes)
  // Threads are started when they are first asked for, and write what comes after too.
  let delInforme: ReturnType<typeof inThreads> | null = null
  // The report that is being made, or was last; of another workbook once that one is done, for its threads make one at a time.
  let informe: InformeEnCamino | null = null
  // The first one once more, for nobody; null before there is one.
  let ensayo: { readonly hecho: Promise<void>; terminado: boolean } | null = null
  const sueltos = new Map<Formato, Escritor>()
  const escritor = (formato: Formato) => {
    const suyo = delInforme?.escritores.get(formato) ?? sueltos.get(formato) ?? inThread(formato, cache)
    sueltos.set(formato, suyo)
    return suyo
  }

  const deInforme = (
    libro: Dado,
    medios: Pick<Entrada, 'escritores' | 'dibujar' | 'adelantar'>,
    sector: string | null,
    revision: Uint8Array | null,
    secciones: ReadonlyMap<string, boolean> = new Map(),
    alEscribir: () => void = () => undefined,
    entregar: Entregar = () => undefined,
  ) =>
    pipeline.generar(
      {
        ...comun,
        libro,
        revision,
        sector,
        secciones,
        borrador: null,
        estilos: null,
        graficasEditables: false,
        estricto: false,
        partes,
        examinado: ultimo(),
        entregar,
        ...medios,
      },
      async (etapa, trabajo) => {
        const hecho = trabajo()
        if (etapa === 'escritura') alEscribir()
        return await hecho
      },
    )

  async function archivo(libro: Dado, base: Dado, { que, sector, uso, conVersiones }: Pedido, revision: Uint8Array | null): Promise<Hecho> {
    switch (que) {
      case 'docx':
      case 'pdf':
      case 'html': {
        const { nombre, archivos } = await deInforme(
          libro,
          { escritores: new Map([[que, escritor(que)]]) },
          sector,
          revision,
          new Map(conVersiones ? [[pipeline.SECCION_DE_REVISION, true]] : []),
        )
        const suyo = `informe-${nombre}.${que}`
        return { nombre: suyo, bytes: archivos.get(suyo) ?? new Uint8Array() }
      }
      case 'control-de-cambios': {
        const dado = (suyo: Dado) => wordDeLibro({ ...comun, libro: suyo, revision: null, secciones: new Map() }, escritor('docx'))
        const [antes, despues] = await Promise.all([dado(base), dado(libro)])
        const { docx } = pipeline.documentoConCambios(antes, despues, { autor: 'informe', fecha: instante() })
        return { nombre: `${libro.nombre.replace(/\.xlsx$/iu, '')}-control-de-cambios.docx`, bytes: docx }
      }
      case 'graficas':
        return await graficasJuntas(libro, sector, uso)
      case 'comparacion': {
        const comparacion = pipeline.comparar(
          { libro: base.bytes, limites },
          { libro: libro.bytes, limites },
          plantillas,
          pipeline.revisionDe(revision, libro.nombre).revision,
        )
        const pagina = await pipeline.paginaDeCambios(comparacion, { ...comun, antes: base.nombre, despues: libro.nombre })
        return { nombre: 'comparacion.html', bytes: pagina }
      }
      case 'auditoria': {
        const { nombre, pagina } = await pipeline.paginaDeLibro(pipeline.auditarLibro(libro.bytes, plantillas, limites), {
          ...comun,
          libro,
        })
        return { nombre, bytes: pagina }
      }
    }
  }

  /** The folder that `graficas` makes, as one file. */
  async function graficasJuntas(libro: Dado, sector: string | null, uso: string | null): Promise<Hecho> {
    const hechas = await pipeline.graficar(
      {
        ...comun,
        libro,
        seleccion: { numeros: [], sectores: sector === null ? [] : [sector] },
        estilo: { usos: uso === null ? [] : [uso], formatos: ['png', 'svg'], ppp: null, fondo: 'blanco', modo: 'claro', texto: 'texto' },
        datos: ['csv'],
        dibujantes: (theme, letras) => ({ dibujar: laminas(theme, letras), aLaVez: 1 }),
      },
      async (_, trabajo) => await trabajo(),
    )
    const archivos: Record<string, Uint8Array> = {}
    for await (const [ruta, bytes] of hechas.archivos(null, () => undefined)) archivos[ruta] = bytes
    // Pictures are compressed already.
    return { nombre: `graficas-${hechas.nombre}.zip`, bytes: zipSync(archivos, { level: 0 }) }
  }

  /** The report of a workbook with what stands beside it: the one that was begun, or another once that one has ended. */
  function informeDe(libro: Dado, revision: Uint8Array | null): InformeEnCamino {
    if (informe !== null && esDe(informe, libro, revision)) return informe
    delInforme ??= inThreads(['docx', 'pdf'], cache)
    const medios = delInforme
    let alEscribir = () => {}
    const escribiendo = new Promise<void>((resolve) => {
      alEscribir = resolve
    })
    const { entregar, enviar } = entregas()
    const hacer = () =>
      conSusProblemas(async () => {
        await deInforme(libro, medios, null, revision, new Map(), alEscribir, entregar)
        return null
      })
    const antes = Promise.allSettled([informe?.hecho, ensayo?.hecho])
    const inicio = performance.now()
    const hecho = antes.then(hacer)
    const fin = hecho.then(
      (dado) => {
        suyo.terminado = true
        if (dado === null && isWorthRehearsing(performance.now() - inicio))
          ensayo ??= ensayar(libro, () => deInforme(libro, medios, null, revision))
      },
      // Whoever asks for it again has it tried again.
      () => {
        if (informe === suyo) informe = null
      },
    )
    const suyo: InformeEnCamino = { libro, revision, hecho, enviar, enEscritura: Promise.race([escribiendo, fin]), terminado: false }
    informe = suyo
    return suyo
  }

  function ensayar(libro: Dado, hacer: () => Promise<unknown>): NonNullable<typeof ensayo> {
    const suyo = {
      hecho: pipeline.examinador(plantillas, limites, partes).examinar(libro, libro).then(hacer).then(terminar, terminar),
      terminado: false,
    }
    // Whoever asks for a report is told what keeps it from being made.
    function terminar() {
      suyo.terminado = true
    }
    return suyo
  }

  return {
    // One that is still being made is of a workbook that was saved since: the next is begun by whoever asks for it.
    examinar: async (libro, base, adelantar) => {
      const { examinado, ...examen } = await examinar(libro, base, async () => {
        if (adelantar !== null && informe?.terminado !== false && ensayo?.terminado !== false)
          await informeDe(libro, adelantar.revision).enEscritura
      })
      return { ...examen, examinado: examinado && { ...examinado, documento: packedDocument(examinado.documento) } }
    },
    imagen: ({ graficas }, clave) => dibujarImagen(graficas, clave),
    hacer: (libro, base, pedido, revision) => conSusProblemas(() => archivo(libro, base, pedido, revision)),
    informe: async (libro, revision, a) => {
      const { hecho, enviar } = informeDe(libro, revision)
      enviar(a, hecho)
      return await hecho
    },
  }

  /** What keeps a file from being made, in words. */
  async function conSusProblemas<T>(hacer: () => Promise<T>): Promise<T | Problema> {
    try {
      return await hacer()
    } catch (error) {
      if (error instanceof pipeline.InvalidInput) {
        const { errores } = error.problemas
        const [primero] = errores
        return {
          problema: `Hay ${errores.length === 1 ? 'un error' : `${errores.length} errores`} por corregir; el primero, en ${primero?.lugar ?? ''}.`,
        }
      }
      if (error instanceof pipeline.PedidoInvalido) return { problema: error.message }
      throw error
    }
  }
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort
  const preparadas = tareas(workerData as Medios)
  port.on('message', async ({ que, con }: Tarea) => {
    const answer: Answer<Resultado> = await preparadas
      .then((hacer) => (hacer[que] as (...con: readonly unknown[]) => Resultado | Promise<Resultado>)(...con))
      .then(
        (result) => ({ result }),
        (error: unknown) => ({
          error: error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) },
        }),
      )
    port.postMessage(answer)
  })
}
