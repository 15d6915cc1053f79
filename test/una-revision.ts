/** `informe revisar` as people run it: a process of its own, whose page is asked for at the address that it prints. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROGRAMA = join(new URL('..', import.meta.url).pathname, 'dist/cli/informe.js')

export interface UnaRevision {
  /** Address of the page, which ends in `/`. */
  readonly direccion: string
  readonly carpeta: string
  /** Path of the workbook. */
  readonly libro: string
  readonly proceso: ChildProcess
  /** What it said so far. */
  readonly dicho: () => string
  readonly anotado: () => string
  /** Asks for an address under the page's. */
  readonly pedir: (ruta: string, opciones?: RequestInit) => Promise<Response>
  /** Sends a form as the page does. */
  readonly enviar: (ruta: string, campos: Readonly<Record<string, string | Blob | readonly string[]>>, nombre?: string) => Promise<Response>
  /** Ends it as whoever closes its window does; gives its exit code. */
  readonly cerrar: () => Promise<number | null>
}

/** Begins a review of a workbook in a folder of its own, with more arguments where they are given. */
export async function unaRevision(libro: Uint8Array, ...argumentos: readonly string[]): Promise<UnaRevision> {
  const carpeta = carpetaDePrueba()
  writeFileSync(join(carpeta, 'libro.xlsx'), libro)
  return await revisionEn(carpeta, 'libro.xlsx', ...argumentos)
}

/** A folder whose name has what names of folders have: accents and spaces. */
export const carpetaDePrueba = (): string => mkdtempSync(join(tmpdir(), 'revisión de año '))

/** Begins a review in a folder, with these arguments. */
export async function revisionEn(carpeta: string, ...argumentos: readonly string[]): Promise<UnaRevision> {
  const proceso = spawn(process.execPath, [PROGRAMA, 'revisar', ...argumentos], { cwd: carpeta })
  const [salida, errores] = [acumulado(proceso.stdout), acumulado(proceso.stderr)]
  const terminado = new Promise<number | null>((resolve) => proceso.once('exit', resolve))
  const direccion = await Promise.race([
    hallado(salida, proceso.stdout, /http:\/\/127\.0\.0\.1:\d+\/\S+\//u),
    terminado.then((codigo) => Promise.reject(new Error(`Terminó con código ${codigo}: ${errores()}`))),
  ])
  const { origin } = new URL(direccion)
  return {
    direccion,
    carpeta,
    libro: join(carpeta, 'libro.xlsx'),
    proceso,
    dicho: salida,
    anotado: errores,
    pedir: (donde, opciones) => fetch(new URL(donde, direccion), opciones),
    enviar: (donde, campos, nombre = 'otro.xlsx') => {
      const cuerpo = new FormData()
      for (const [campo, valor] of Object.entries(campos)) {
        for (const uno of Array.isArray(valor) ? valor : [valor])
          if (uno instanceof Blob) cuerpo.append(campo, uno, nombre)
          else cuerpo.append(campo, uno)
      }
      return fetch(new URL(donde, direccion), { method: 'POST', body: cuerpo, headers: { origin } })
    },
    cerrar: async () => {
      proceso.kill('SIGINT')
      const codigo = await terminado
      rmSync(carpeta, { recursive: true, force: true })
      return codigo
    },
  }
}

function acumulado(flujo: NodeJS.ReadableStream): () => string {
  let texto = ''
  flujo.on('data', (parte: Buffer) => {
    texto += parte.toString()
  })
  return () => texto
}

async function hallado(dicho: () => string, flujo: NodeJS.ReadableStream, patron: RegExp): Promise<string> {
  for (;;) {
    const suyo = patron.exec(dicho())?.[0]
    if (suyo !== undefined) return suyo
    await new Promise((listo) => flujo.once('data', listo))
  }
}

/** The bytes of a workbook as a form sends them. */
export const comoArchivo = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)])
