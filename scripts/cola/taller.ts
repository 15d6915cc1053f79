/** A place to try a queue in: workbooks, a Redis of its own, and workers that can be ended. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Resumen, resumen } from '../../src/lote/index.js'
import { POLITICA_DEL_AGUA } from '../../test/politica-del-agua.js'
import { type Vivo, vivo } from './obrero-vivo.js'
import { type UnRedis, unRedis } from './un-redis.js'

export interface Pedido {
  readonly libros: number
  readonly obreros: number
  readonly formatos: string
  /** Whether the workbooks differ in nothing but their names, which takes no time. */
  readonly iguales: boolean
}

/** What somebody who tries something finds out, by its name. */
export type Hallado = Readonly<Record<string, string | number>>

export interface Taller extends Pedido {
  readonly carpeta: string
  readonly en: (...ruta: string[]) => string
  readonly nombres: readonly string[]
  readonly redis: UnRedis
  readonly obrero: () => Vivo
  /** The batch, through the queue, into this folder. */
  readonly lote: (salida: string) => Vivo
  /** A batch of the workbooks of a folder by one thread of its own. */
  readonly sinCola: (libros: string, salida: string) => Vivo
  readonly resumenDe: (salida: string) => Resumen
  readonly desmontar: () => Promise<void>
}

export async function montar(pedido: Pedido): Promise<Taller> {
  const carpeta = mkdtempSync(join(tmpdir(), 'bench-cola-'))
  const en = (...ruta: string[]) => join(carpeta, ...ruta)
  const nombres = Array.from({ length: pedido.libros }, (_, i) => `libro-${String(i + 1).padStart(5, '0')}`)
  mkdirSync(en('libros'))
  nombres.forEach((nombre, i) => void writeFileSync(en('libros', `${nombre}.xlsx`), pedido.iguales ? IGUAL : libroCon(i + 1)))
  const redis = await unRedis(en('redis'), 'clave')
  const vivos: Vivo[] = []
  const lanzar = (...orden: readonly string[]) => {
    const suyo = vivo(orden)
    vivos.push(suyo)
    return suyo
  }
  const deCola = ['--cola', redis.direccion, '--raiz', carpeta]
  const deLote = (libros: string, salida: string) => ['lote', en(libros), '--salida', en(salida), '--formatos', pedido.formatos]
  console.log(`${pedido.libros} libros de siete productos, ${pedido.formatos}; carga del equipo al empezar: ${loadavg()[0]?.toFixed(1)}`)
  return {
    ...pedido,
    ...{ carpeta, en, nombres, redis },
    obrero: () => lanzar('obrero', '--concurrencia', '1', ...deCola),
    lote: (salida) => lanzar(...deLote('libros', salida), ...deCola),
    sinCola: (libros, salida) => lanzar(...deLote(libros, salida), '--obreros', '1'),
    resumenDe: (salida) => resumen.parse(JSON.parse(readFileSync(en(salida, 'lote.json'), 'utf8'))),
    desmontar: async () => {
      for (const { proceso } of vivos) proceso.kill('SIGKILL')
      await redis.parar()
    },
  }
}

/** A workbook whose first product achieved this much. */
function libroCon(avance: number): Uint8Array {
  return POLITICA_DEL_AGUA.celda('Avances!E2', avance).bytes()
}
const IGUAL = libroCon(1)
