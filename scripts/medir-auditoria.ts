// How much of what is known to be wrong in a text `verificar` finds. Usage:
//   npx tsx scripts/medir-auditoria.ts <texto.txt> <discrepancias.csv> <libro.xlsx>
// The CSV has a row for each thing that is wrong: id, linea (`12`, `12-14`, `12;30`), demostrable (`sí` where text and workbook prove it), impreso, correcto.
// Printed: the share of the provable rows at whose lines something is found, each one missed, and each contradicción that no row accounts for.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { readTree } from '../src/disk/index.js'
import { verificarDocumento } from '../src/pipeline/index.js'

interface Fila {
  readonly id: string
  readonly linea: string
  readonly donde: string
  readonly impreso: string
  readonly correcto: string
  readonly demostrable: string
}

const [texto, discrepancias, libro] = process.argv.slice(2)
if (texto === undefined || discrepancias === undefined || libro === undefined)
  throw new Error('Faltan argumentos: <texto.txt> <discrepancias.csv> <libro.xlsx>')

const inicio = performance.now()
const { hallazgos, revisado } = await verificarDocumento({
  documento: { nombre: texto, bytes: readFileSync(texto) },
  libro: { nombre: libro, bytes: readFileSync(libro) },
  revision: null,
  plantillas: await readTree('templates'),
  secciones: new Map(),
  edicion: null,
})
const segundos = (performance.now() - inicio) / 1000
const filas: readonly Fila[] = parse(readFileSync(discrepancias, 'utf8'), { columns: true })

/** A finding is of a row where it stands at one of its lines. */
const esDe = (linea: number | null, fila: Fila) =>
  linea !== null &&
  fila.linea.split(';').some((parte) => {
    const [desde = 0, hasta = desde] = parte.split('-').map(Number)
    return linea >= desde && linea <= hasta
  })

const probables = filas.filter(({ demostrable }) => demostrable === 'sí')
const halladas = probables.filter((fila) => hallazgos.some(({ en }) => esDe(en.line, fila)))
const perdidas = probables.filter((fila) => !halladas.includes(fila))
const contradicciones = hallazgos.filter(({ severidad }) => severidad === 'contradiccion')
const porMirar = contradicciones.filter(({ en }) => !filas.some((fila) => esDe(en.line, fila)))

console.log(`Revisado: ${JSON.stringify(revisado)} en ${segundos.toFixed(1)} s`)
console.log(`Hallazgos: ${hallazgos.length}, de ellos ${contradicciones.length} contradicciones`)
console.log(`Demostrables halladas: ${halladas.length} de ${probables.length} (${(halladas.length / probables.length).toFixed(2)})`)
for (const { id, linea, donde, impreso, correcto } of halladas) {
  console.log(`  + ${id} ${linea} ${donde}: ${impreso} → ${correcto}`)
  for (const h of hallazgos.filter(({ en }) => esDe(en.line, { linea } as Fila)))
    console.log(`      ${h.severidad} ${h.regla}: «${h.dice.slice(0, 60)}» → «${h.esperado.slice(0, 80)}»`)
}
console.log(`Perdidas: ${perdidas.length}`)
for (const { id, linea, donde, impreso, correcto } of perdidas) console.log(`  - ${id} ${linea} ${donde}: ${impreso} → ${correcto}`)
console.log(`Contradicciones en líneas de ninguna fila: ${porMirar.length}`)
for (const h of porMirar) console.log(`  ? ${h.lugar} ${h.regla}: «${h.dice}» → «${h.esperado}» | ${h.texto.slice(0, 150)}`)
