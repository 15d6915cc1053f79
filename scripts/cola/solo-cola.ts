/** The queue alone: workbooks that are all found done, so that what is measured is how they are handed out and what is told of them. */
import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { muestrear } from './muestras.js'
import type { Hallado, Taller } from './taller.js'

export async function soloCola(taller: Taller): Promise<Hallado> {
  const { libros, obreros, nombres, redis, obrero, lote, resumenDe } = taller
  await hacerloTodoDeUno(taller)
  const cuadrilla = Array.from({ length: obreros }, obrero)
  await Promise.all(cuadrilla.map(({ diga }) => diga('Se atiende')))
  const antes = await redis.cpu()
  const inicio = performance.now()
  const pedido = lote('informes')
  const muestras = muestrear({ redis, procesos: { obrero: cuadrilla[0]?.proceso.pid, lote: pedido.proceso.pid } })
  const codigo = await pedido.fin
  const segundos = (performance.now() - inicio) / 1000
  const cpu = (await redis.cpu()) - antes
  const { totales } = resumenDe('informes')
  return {
    ...{ 'código de salida': String(codigo), segundos: Math.round(segundos), 'carga al terminar': loadavg()[0]?.toFixed(1) ?? '' },
    'el resumen dice': JSON.stringify(totales),
    ...{ obreros, 'por segundo': (libros / segundos).toFixed(0) },
    'ms de procesador del Redis por libro': ((cpu * 1000) / libros).toFixed(2),
    ...(await muestras.parar()),
    'hechos de nuevo': nombres.filter((nombre) => readdirSync(taller.en('informes', nombre)).includes('anteriores')).length,
  }
}

/** One report, and the folders of all the others as links to its files: they are the same workbook under other names. */
async function hacerloTodoDeUno({ en, nombres, sinCola }: Taller): Promise<void> {
  const [primero = '', ...demas] = nombres
  mkdirSync(en('primero'))
  linkSync(en('libros', `${primero}.xlsx`), en('primero', `${primero}.xlsx`))
  const suyo = sinCola('primero', 'informes')
  if ((await suyo.fin) !== 0) throw new Error(suyo.dicho())
  const de = en('informes', primero)
  const rutas = readdirSync(de, { recursive: true, withFileTypes: true })
    .filter((entrada) => entrada.isFile())
    .map((entrada) => relative(de, join(entrada.parentPath, entrada.name)))
  const manifiesto = readFileSync(join(de, 'manifiesto.json'), 'utf8')
  for (const nombre of demas) {
    const a = en('informes', nombre)
    for (const carpeta of new Set(rutas.map((ruta) => dirname(join(a, ruta))))) mkdirSync(carpeta, { recursive: true })
    for (const ruta of rutas.filter((una) => una !== 'manifiesto.json')) linkSync(join(de, ruta), join(a, ruta))
    writeFileSync(join(a, 'manifiesto.json'), manifiesto.replace(`"${primero}.xlsx"`, `"${nombre}.xlsx"`))
  }
}
