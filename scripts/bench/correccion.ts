/** One figure of one sector corrected: the whole output again, where something is warm, against cold runs in turns. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { revisionEn } from '../../test/una-revision.js'
import { corregir } from './corregir.js'
import { informe, PROGRAMA } from './informe.js'
import { emparejar, type Lado } from './parejas.js'
import type { Gasto } from './proceso.js'
import type { Falta, Pareja } from './resultado.js'
import type { Avisar } from './trabajo.js'

/** A folder with the workbook, `libro.xlsx`. */
interface Mesa {
  readonly carpeta: string
  readonly libro: string
  /** Its bytes, corrected for so many a time. */
  readonly corregido: (vez: number) => Uint8Array
}

/** What is warm, until it is closed. */
interface Tibio extends Lado {
  readonly cerrar: () => void
}

/** How each kind of warmth begins; null where the program does not have it. */
const TIBIOS: Readonly<Record<string, (mesa: Mesa) => Promise<Tibio | null>>> = {
  'proceso nuevo': procesoNuevo,
  '--vigilar': vigilando,
  revisar: revisando,
}

export async function correccion(
  libro: string,
  pares: number,
  avisar: Avisar,
): Promise<{ readonly parejas: readonly Pareja[]; readonly faltas: readonly Falta[] }> {
  const parejas: Pareja[] = []
  const faltas: Falta[] = []
  for (const [nombre, empezar] of Object.entries(TIBIOS)) {
    const [suya, otra] = [unaMesa(libro), unaMesa(libro)]
    const tibio = await empezar(suya)
    try {
      if (tibio === null) faltas.push({ nombre, porque: '«generar» no tiene --cache.' })
      else parejas.push(await emparejar(nombre, pares, tibio, frio(otra), (i) => avisar(`una cifra corregida, ${nombre}`, i, pares)))
    } finally {
      tibio?.cerrar()
      for (const { carpeta } of [suya, otra]) rmSync(carpeta, { recursive: true, maxRetries: 5 })
    }
  }
  return { parejas, faltas }
}

function frio({ libro, corregido }: Mesa): Lado {
  return {
    correr: (i) => {
      writeFileSync(libro, corregido(i + 1))
      return informe(['generar', libro])
    },
    extension: sinExtension,
  }
}

function unaMesa(libro: string): Mesa {
  const carpeta = mkdtempSync(join(tmpdir(), 'informe-bench-'))
  const original = new Uint8Array(readFileSync(libro))
  const suyo = join(carpeta, 'libro.xlsx')
  writeFileSync(suyo, original)
  return { carpeta, libro: suyo, corregido: (vez) => corregir(original, vez) }
}

async function procesoNuevo({ carpeta, libro, corregido }: Mesa): Promise<Tibio | null> {
  const ayuda = spawnSync(process.execPath, [PROGRAMA, 'generar', '--help'], { encoding: 'utf8' }).stdout
  if (!ayuda.includes('--cache')) return null
  const correr = () => informe(['generar', libro, '--cache', join(carpeta, 'cache')])
  await correr()
  return {
    correr: (i) => {
      writeFileSync(libro, corregido(i + 1))
      return correr()
    },
    extension: sinExtension,
    cerrar: () => undefined,
  }
}

async function vigilando({ carpeta, libro, corregido }: Mesa): Promise<Tibio> {
  const proceso = spawn(process.execPath, [PROGRAMA, 'generar', 'libro.xlsx', '--vigilar', '--salida', 'vigilado', '--cache', 'cache'], {
    cwd: carpeta,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const dicho = (que: string) =>
    new Promise<void>((resolve, reject) => {
      const oir = (parte: Buffer) => {
        if (!parte.toString().includes(que)) return
        proceso.stdout.off('data', oir)
        proceso.off('exit', terminar)
        resolve()
      }
      const terminar = (codigo: number | null) => reject(new Error(`«generar --vigilar» terminó con código ${codigo}.`))
      proceso.stdout.on('data', oir)
      proceso.once('exit', terminar)
    })
  await dicho('Se vigilan')
  return {
    correr: async (i) => {
      const bytes = corregido(i + 1)
      return await porReloj(async () => {
        const hecho = dicho('informe hecho en')
        writeFileSync(libro, bytes)
        await hecho
      })
    },
    extension: sinExtension,
    cerrar: () => void proceso.kill('SIGINT'),
  }
}

async function revisando({ carpeta, libro, corregido }: Mesa): Promise<Tibio> {
  const revision = await revisionEn(carpeta, 'libro.xlsx', '--salida', 'revisado', '--cache', 'cache')
  /** What the page shows now: another one for each workbook that is saved. */
  const examen = async () => /name="examen" value="([^"]+)"/u.exec(await (await revision.pedir('')).text())?.[1] ?? ''
  const hacer = async (suyo: string) => {
    const { status } = await revision.enviar('generar', { examen: suyo })
    if (status >= 400) throw new Error(`La página de revisión respondió ${status}.`)
  }
  await hacer(await examen())
  // As the page does: it listens, is told, and loads again.
  const noticias = (await revision.pedir('eventos')).body?.getReader()
  const hastaCambio = async () => {
    for (let dicho = ''; !dicho.includes('event: cambio'); ) {
      const parte = await noticias?.read()
      if (parte?.value === undefined) throw new Error('La página de revisión dejó de avisar.')
      dicho += Buffer.from(parte.value).toString()
    }
  }
  return {
    correr: async (i) => {
      const bytes = corregido(i + 1)
      return await porReloj(async () => {
        writeFileSync(libro, bytes)
        await hastaCambio()
        await hacer(await examen())
      })
    },
    extension: sinExtension,
    cerrar: () => {
      void noticias?.cancel().catch(() => undefined)
      revision.proceso.kill('SIGINT')
    },
  }
}

const sinExtension = () => null

async function porReloj(hacer: () => Promise<void>): Promise<Gasto> {
  const inicio = performance.now()
  await hacer()
  return { ms: performance.now() - inicio, cpu: null, megas: null, etapas: [] }
}
