// Time and memory of the whole job, each time in a new process, and of its stages; and of the charts on their own, one and fifteen.
// Usage: npm run bench -- [libro.xlsx] [--veces 5] [--json]
//   Without a workbook: the one that package.json names. The stages' times come from the program itself (INFORME_TIEMPOS=1).
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { veces: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
})
const times = Number(values.veces)
if (!Number.isInteger(times) || times < 1) stop(`--veces debe ser un número entero mayor que cero; se encontró «${values.veces}».`)

const libro = positionals[0] ?? join(root, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).informe.libro)
const report = measure(['generar', libro])
const result = {
  node: process.version,
  procesadores: availableParallelism(),
  veces: times,
  ...report.spent,
  etapas: report.runs[0].etapas.map(({ nombre }, i) => ({ nombre, ms: median(report.runs.map((run) => run.etapas[i].ms)) })),
  // Every use in two formats: 10 files and 150, so that what grows with their number shows.
  graficas: ['1', '1-15'].map((cuales) => ({
    cuales,
    ...measure(['graficas', libro, '--grafica', cuales, '--formatos', 'png,svg']).spent,
  })),
}
console.log(values.json ? JSON.stringify(result) : table(result))

function measure(command) {
  const runs = Array.from({ length: times }, () => once(command))
  return { runs, spent: { ms: spread(runs.map((run) => run.ms)), megabytes: spread(runs.map((run) => run.kilobytes / 1024)) } }
}

/** One command in a new process, its output thrown away. */
function once(command) {
  const folder = mkdtempSync(join(tmpdir(), 'informe-bench-'))
  const peak = join(folder, 'pico')
  const preload = `--import=${new URL('pico-de-memoria.mjs', import.meta.url).href}`
  const args = [join(root, 'dist', 'cli', 'informe.js'), ...command, '--salida', join(folder, 'salida'), '--silencioso']
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${preload}`, INFORME_PICO: peak, INFORME_TIEMPOS: '1' },
  })
  const ms = Number(process.hrtime.bigint() - start) / 1e6
  const kilobytes = status === 0 ? Number(readFileSync(peak, 'utf8')) : 0
  rmSync(folder, { recursive: true })
  if (status !== 0) stop(`«${command.join(' ')}» no terminó bien (código ${status}).\n${stderr}`)
  return { ms, kilobytes, etapas: stagesIn(stderr) }
}

function stagesIn(stderr) {
  const line = stderr.split('\n').findLast((text) => text.startsWith('{"etapas":'))
  return line === undefined ? [] : JSON.parse(line).etapas
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function spread(numbers) {
  return { mediana: median(numbers), minimo: Math.min(...numbers), maximo: Math.max(...numbers) }
}

function table({ node, procesadores, veces, ms, megabytes, etapas, graficas }) {
  const number = new Intl.NumberFormat('es-CO', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const seconds = (value) => `${number.format(value / 1000)} s`
  const whole = (value) => `${Math.round(value)} MB`
  const row = (name, value, rest) => `${name.padEnd(24)}${value.padStart(10)}   ${rest}`
  const total = etapas.reduce((sum, etapa) => sum + etapa.ms, 0)
  return [
    `Trabajo completo en un proceso nuevo, ${veces} veces (Node ${node}, ${procesadores} procesadores)`,
    row('', 'mediana', 'mínimo – máximo'),
    row('Tiempo', seconds(ms.mediana), `${seconds(ms.minimo)} – ${seconds(ms.maximo)}`),
    row('Memoria máxima', whole(megabytes.mediana), `${whole(megabytes.minimo)} – ${whole(megabytes.maximo)}`),
    '',
    row('Etapa', 'mediana', 'parte'),
    ...etapas.map((etapa) => row(etapa.nombre, `${Math.round(etapa.ms)} ms`, `${Math.round((100 * etapa.ms) / total)} %`)),
    row('Arranque y cierre', `${Math.round(ms.mediana - total)} ms`, ''),
    '',
    row('Gráficas sueltas', 'mediana', 'mínimo – máximo'),
    ...graficas.flatMap(({ cuales, ms: tiempo, megabytes: memoria }) => [
      row(`Tiempo (${cuales})`, seconds(tiempo.mediana), `${seconds(tiempo.minimo)} – ${seconds(tiempo.maximo)}`),
      row(`Memoria (${cuales})`, whole(memoria.mediana), `${whole(memoria.minimo)} – ${whole(memoria.maximo)}`),
    ]),
  ].join('\n')
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
