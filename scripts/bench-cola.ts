// What a batch through a queue gives. Needs redis-server. Usage:
//   npm run bench:cola -- muertes [--libros 200] [--obreros 4]   workers killed every 5 s for a minute, Redis restarted once: what is left
//   npm run bench:cola -- costo [--libros 60]                    the same batch by one thread and by one worker of a queue
//   npm run bench:cola -- cola [--libros 10000] [--obreros 4]    as many workbooks, all found done: the queue alone, and its memory
//   npm run bench:cola -- memoria [--libros 300] [--obreros 1]   whole reports by one process, and its memory
// The workbooks are of seven products (test/politica-del-agua.ts), each with a figure of its own. `--formatos`: docx,pdf unless told.
// Linux only, for the memory of a process.
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { costo } from './cola/costo.js'
import { memoria } from './cola/memoria.js'
import { muertes } from './cola/muertes.js'
import { soloCola } from './cola/solo-cola.js'
import { montar } from './cola/taller.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { libros: { type: 'string' }, obreros: { type: 'string' }, formatos: { type: 'string', default: 'docx,pdf' } },
})
const PARTES = {
  muertes: { hacer: muertes, libros: 200, obreros: 4, iguales: false },
  costo: { hacer: costo, libros: 60, obreros: 1, iguales: false },
  cola: { hacer: soloCola, libros: 10_000, obreros: 4, iguales: true },
  memoria: { hacer: memoria, libros: 300, obreros: 1, iguales: false },
} as const
const parte = PARTES[(positionals[0] ?? '') as keyof typeof PARTES]
if (parte === undefined) throw new Error(`Diga cuál: ${Object.keys(PARTES).join(', ')}.`)

const taller = await montar({
  libros: Number(values.libros ?? parte.libros),
  obreros: Number(values.obreros ?? parte.obreros),
  formatos: values.formatos,
  iguales: parte.iguales,
})
try {
  for (const [que, valor] of Object.entries(await parte.hacer(taller))) console.log(`${que}: ${valor}`)
} finally {
  await taller.desmontar()
  rmSync(taller.carpeta, { recursive: true, force: true })
}
