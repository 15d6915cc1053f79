// Rebuilds the 2023 workbook of the PPASP, inputs/ppasp-2023.xlsx, from its plain sources. Usage: npm run libro
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { construirLibro, leerCarpeta } from './libro/construir.js'

const inputs = join(import.meta.dirname, '..', 'inputs')
const { bytes, faltantes } = await construirLibro(leerCarpeta(join(inputs, 'ppasp-2023')))
for (const falta of faltantes) console.error(`Aviso: falta ${falta}`)
writeFileSync(join(inputs, 'ppasp-2023.xlsx'), bytes)
console.log(`inputs/ppasp-2023.xlsx: ${bytes.length} bytes`)
