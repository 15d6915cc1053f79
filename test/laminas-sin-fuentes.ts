// Prints the hashes of one chart in three formats. `laminas.test.ts` runs it without the system's fonts, which are chosen when a process starts.
import { createHash } from 'node:crypto'
import { laminas } from '../src/charts/index.js'
import { GRAFICAS_DE_PRUEBA } from './graficas-de-prueba.js'
import { cargarRecursos } from './recursos.js'
import { FIRMA, PALABRAS } from './una-lamina.js'

const { theme, assets } = cargarRecursos()
const dibujar = laminas(theme, assets.fonts)
const grafica = GRAFICAS_DE_PRUEBA[1]?.[1]
if (grafica === undefined) throw new Error('no chart')
const huellas: string[] = []
for (const formato of ['png', 'svg', 'pdf'] as const) {
  const pedido = { formato, uso: 'cuadrada', modo: 'claro', fondo: 'blanco', ppp: null, texto: 'texto' } as const
  const bytes = await dibujar({ grafica, ...PALABRAS }, pedido, FIRMA)
  huellas.push(createHash('sha256').update(bytes).digest('hex'))
}
process.stdout.write(JSON.stringify(huellas))
