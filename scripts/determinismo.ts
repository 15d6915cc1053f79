// The whole program under 36 conditions of the machine: 3 time zones, 3 locales, one processor or all, 2 folders (with all that differs
// between two people's). Prints how many files of each kind have one hash, and fails where one has two. Usage:
//   npm run determinismo -- [libro.xlsx antes.xlsx]      (without them, the small policy that the tests use)
import { readFileSync } from 'node:fs'
import { POLITICA_DEL_AGUA } from '../test/politica-del-agua.js'
import { type Condicion, correr, porArchivo, todas } from './determinismo/corridas.js'
import { librosDePrueba } from './determinismo/libros.js'

const [libro, antes] = process.argv.slice(2)
const libros =
  libro === undefined || antes === undefined
    ? librosDePrueba(POLITICA_DEL_AGUA)
    : { ...librosDePrueba(POLITICA_DEL_AGUA), libro: readFileSync(libro), antes: readFileSync(antes) }

const inicio = performance.now()
const corridas: (readonly [Condicion, ReadonlyMap<string, string>])[] = []
for (const condicion of todas()) {
  corridas.push([condicion, await correr(libros, condicion)])
  if (process.stderr.isTTY) process.stderr.write(`\r${corridas.length} de ${todas().length}`)
}
const archivos = porArchivo(corridas)

const grupos = new Map<string, { archivos: number; conVarias: number }>()
for (const [ruta, porHuella] of archivos) {
  const grupo = grupos.get(grupoDe(ruta)) ?? { archivos: 0, conVarias: 0 }
  grupos.set(grupoDe(ruta), { archivos: grupo.archivos + 1, conVarias: grupo.conVarias + (porHuella.size > 1 ? 1 : 0) })
}
const segundos = Math.round((performance.now() - inicio) / 1000)
console.log(`\n${corridas.length} corridas del programa en ${segundos} s; Node ${process.version}, ${process.platform} ${process.arch}\n`)
console.log(`${'salida'.padEnd(24)}${'archivos'.padStart(10)}${'con una huella'.padStart(16)}${'con varias'.padStart(12)}`)
for (const [grupo, { archivos: cuantos, conVarias }] of [...grupos].toSorted())
  console.log(
    `${grupo.padEnd(24)}${String(cuantos).padStart(10)}${String(cuantos - conVarias).padStart(16)}${String(conVarias).padStart(12)}`,
  )

for (const [ruta, porHuella] of archivos) {
  if (porHuella.size === 1) continue
  console.log(`\n${ruta} salió de ${porHuella.size} maneras:`)
  for (const [huella, condiciones] of porHuella)
    console.log(`  ${huella.slice(0, 12)}  ${condiciones.map((c) => Object.values(c).join(' ')).join(' · ')}`)
  process.exitCode = 1
}

/** `informe *.png`: the folder and the kind of a file. */
function grupoDe(ruta: string): string {
  const carpeta = ruta.includes('/') ? `${ruta.split('/')[0]} ` : ''
  return `${carpeta}*${/\.\w+$/u.exec(ruta)?.[0] ?? ''}`
}
