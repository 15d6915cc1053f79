/** A batch whose workers are killed one after another, and whose Redis is restarted: what is left of it. */
import { linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, relative } from 'node:path'
import { sha256 } from '../../src/hash/index.js'
import { leerManifiesto } from '../../src/outputs/index.js'
import { estadoDe, sonIguales } from '../fallos/ensayo.js'
import type { Hallado, Taller } from './taller.js'

const CADA_MS = 5000
const MUERTES = 12
/** After this one Redis is restarted. */
const REINICIO = 6
/** Reports that are made without a queue too, to be held against those of it. */
const SOLOS = 20

export async function muertes(taller: Taller): Promise<Hallado> {
  const { libros, nombres, redis, obrero, en } = taller
  const inicio = performance.now()
  const pedido = taller.lote('informes')
  const cuadrilla = Array.from({ length: taller.obreros }, obrero)
  await pedido.diga(/^\[1\//mu)
  let [muertos, reinicios, terminado] = [0, 0, false]
  const fin = pedido.fin.finally(() => {
    terminado = true
  })
  for (let i = 1; i <= MUERTES && !terminado; i++) {
    await new Promise((resolve) => setTimeout(resolve, CADA_MS))
    cuadrilla.shift()?.proceso.kill('SIGKILL')
    muertos++
    cuadrilla.push(obrero())
    if (i !== REINICIO) continue
    await redis.parar()
    await redis.empezar()
    reinicios++
  }
  const codigo = await fin
  const segundos = (performance.now() - inicio) / 1000
  const { totales } = taller.resumenDe('informes')
  const enteros = nombres.filter((nombre) => estaEntero(en('informes', nombre)))
  const iguales = await comoSolos(taller)
  return {
    ...{ 'código de salida': String(codigo), segundos: Math.round(segundos), 'carga al terminar': loadavg()[0]?.toFixed(1) ?? '' },
    ...{ 'obreros muertos con kill -9': muertos, 'veces que se reinició el Redis': reinicios },
    'el resumen dice': JSON.stringify(totales),
    ...{ 'informes pedidos': libros, 'carpetas enteras': enteros.length, 'rotas o que faltan': libros - enteros.length },
    'iguales, byte por byte, a los hechos sin cola': iguales,
    'llaves que quedaron en el Redis': await redis.preguntar(async (suyo) => (await suyo.keys('*')).length),
  }
}

/** Whether a folder holds what its manifest says, with those hashes, and nothing else. */
function estaEntero(carpeta: string): boolean {
  try {
    const salidas = Object.entries(leerManifiesto(readFileSync(join(carpeta, 'manifiesto.json')))?.salidas ?? {})
    const hay = readdirSync(carpeta, { recursive: true, withFileTypes: true }).filter((entrada) => entrada.isFile())
    const rutas = hay.map((entrada) => relative(carpeta, join(entrada.parentPath, entrada.name))).toSorted()
    return (
      salidas.every(([ruta, huella]) => sha256(readFileSync(join(carpeta, ruta))) === huella) &&
      JSON.stringify(rutas) === JSON.stringify([...salidas.map(([ruta]) => ruta), 'manifiesto.json'].toSorted())
    )
  } catch {
    return false
  }
}

async function comoSolos({ nombres, en, sinCola }: Taller): Promise<string> {
  const algunos = nombres.filter((_, i) => i % Math.ceil(nombres.length / SOLOS) === 0)
  mkdirSync(en('algunos'))
  for (const nombre of algunos) linkSync(en('libros', `${nombre}.xlsx`), en('algunos', `${nombre}.xlsx`))
  await sinCola('algunos', 'solos').fin
  const iguales = algunos.filter((nombre) => sonIguales(estadoDe(en('informes', nombre)), estadoDe(en('solos', nombre))))
  return `${iguales.length} de ${algunos.length}`
}
