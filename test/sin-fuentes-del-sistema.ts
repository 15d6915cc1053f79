// Prints the hash of one chart. `graficas.test.ts` runs it without the system's fonts, which are chosen when a process starts.
import { createHash } from 'node:crypto'
import { dibujante } from '../src/charts/index.js'
import { cargarRecursos } from './recursos.js'
import { unaGrafica } from './una-grafica.js'

const { theme, assets } = cargarRecursos()
const { png } = dibujante(theme, assets.fonts)(unaGrafica([4, 0, 3, 5, 2]))
process.stdout.write(createHash('sha256').update(png).digest('hex'))
