/** Rebuilds the workbook of each policy of inputs/ from the folder of plain sources that bears its name. Usage: npm run libro */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { construirLibro, leerCarpeta } from './libro/construir.js'

const inputs = join(import.meta.dirname, '..', 'inputs')
const carpetas = readdirSync(inputs, { withFileTypes: true }).filter((entrada) => entrada.isDirectory())
for (const { name } of carpetas) {
  const { bytes, faltantes } = await construirLibro(leerCarpeta(join(inputs, name)))
  for (const falta of faltantes) console.error(`Aviso: en inputs/${name} falta ${falta}`)
  writeFileSync(join(inputs, `${name}.xlsx`), bytes)
  console.log(`inputs/${name}.xlsx: ${bytes.length} bytes`)
}
