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
import type { Pareja } from './resultado.js'
import type { Avisar } from './trabajo.js'

/** A folder with the workbook, `libro.xlsx`, and how to save it there corrected. */
interface Mesa {
  readonly carpeta: string
  readonly libro: string
  readonly guardar: (vez: number) => void
}

/** What is warm, until it is closed. */
interface Tibio extends Lado {
  readonly cerrar: () => void
}

/** How each kind of warmth begins; null where the program does not have it. */
const TIBIOS: Readonly<Record<string, (mesa: Mesa) => Promise<Tibio | null>>> = {
  'proceso nuevo': async (mesa) => procesoNuevo(mesa),
  '--vigilar': vigilando,
  revisar: revisando,
}

export async function correccion(
  libro: string,
  pares: number,
  avisar: Avisar,
): Promise<{ readonly parejas: readonly Pareja[]; readonly faltas: readonly string[] }> {
  const parejas: Pareja[] = []
  const faltas: string[] = []
  for (const [nombre, empezar] of Object.entries(TIBIOS)) {
    const [suya, otra] = [unaMesa(libro), unaMesa(libro)]
    const tibio = await empezar(suya)
    if (tibio === null) faltas.push(`No se midió la corrección en un ${nombre}: «generar» no tiene --cache.`)
    else {
      const frio: Lado = {
        correr: (i) => {
          otra.guardar(i + 1)
          return informe(['generar', otra.libro])
        },
        extension: sinExtension,
      }
      parejas.push(await emparejar(nombre, pares, tibio, frio, (i) => avisar(`una cifra corregida, ${nombre}`, i, pares)))
      tibio.cerrar()
    }
    for (const { carpeta } of [suya, otra]) rmSync(carpeta, { recursive: true, maxRetries: 5 })
  }
  return { parejas, faltas }
}

function unaMesa(libro: string): Mesa {
  const carpeta = mkdtempSync(join(tmpdir(), 'informe-bench-'))
  const original = new Uint8Array(readFileSync(libro))
  const suyo = join(carpeta, 'libro.xlsx')
  writeFileSync(suyo, original)
  return { carpeta, libro: suyo, guardar: (vez) => writeFileSync(suyo, corregir(original, vez)) }
}

function procesoNuevo({ carpeta, libro, guardar }: Mesa): Tibio | null {
  const ayuda = spawnSync(process.execPath, [PROGRAMA, 'generar', '--help'], { encoding: 'utf8' }).stdout
  if (!ayuda.includes('--cache')) return null
  const correr = () => informe(['generar', libro, '--cache', join(carpeta, 'cache')])
  correr()
  return {
    correr: (i) => {
      guardar(i + 1)
      return correr()
    },
    extension: sinExtension,
    cerrar: () => undefined,
  }
}

async function vigilando({ carpeta, guardar }: Mesa): Promise<Tibio> {
  const proceso = spawn(process.execPath, [PROGRAMA, 'generar', 'libro.xlsx', '--vigilar', '--salida', 'vigilado'], {
    cwd: carpeta,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const dicho = (que: string) =>
    new Promise<void>((resolve, reject) => {
      const oir = (parte: Buffer) => {
        if (!parte.toString().includes(que)) return
        proceso.stdout.off('data', oir)
        resolve()
      }
      proceso.stdout.on('data', oir)
      proceso.once('exit', (codigo) => reject(new Error(`«generar --vigilar» terminó con código ${codigo}.`)))
    })
  await dicho('Se vigilan')
  return {
    correr: (i) =>
      porReloj(async () => {
        const hecho = dicho('informe hecho en')
        guardar(i + 1)
        await hecho
      }),
    extension: sinExtension,
    cerrar: () => void proceso.kill('SIGINT'),
  }
}

async function revisando({ carpeta, guardar }: Mesa): Promise<Tibio> {
  const revision = await revisionEn(carpeta, 'libro.xlsx', '--salida', 'revisado')
  /** What the page shows now: another one for each workbook that is saved. */
  const examen = async () => /name="examen" value="([^"]+)"/u.exec(await (await revision.pedir('')).text())?.[1] ?? ''
  const hacer = async (suyo: string) => {
    const { status } = await revision.enviar('generar', { examen: suyo })
    if (status >= 400) throw new Error(`La página de revisión respondió ${status}.`)
  }
  await hacer(await examen())
  return {
    correr: async (i) => {
      const antes = await examen()
      return await porReloj(async () => {
        guardar(i + 1)
        let ahora = antes
        while (ahora === antes) ahora = await examen()
        await hacer(ahora)
      })
    },
    extension: sinExtension,
    cerrar: () => void revision.proceso.kill('SIGINT'),
  }
}

const sinExtension = () => null

async function porReloj(hacer: () => Promise<void>): Promise<Gasto> {
  const inicio = performance.now()
  await hacer()
  return { ms: performance.now() - inicio, cpu: null, megas: null, etapas: [] }
}
