// What the launchers do, for whoever never opens a terminal: install and compile what is missing, then open the review page.
// Usage: node scripts/abrir.mjs. Written so that an old Node reads it too, and can be told that it is old.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const leer = (...ruta) => JSON.parse(readFileSync(join(root, ...ruta), 'utf8'))

/** What keeps a step from being done, worded for whoever opened the launcher. */
class Impedimento extends Error {}

try {
  revisarNode()
  if (faltaInstalar()) instalar()
  compilar()
  abrir()
} catch (error) {
  process.exitCode = 1
  console.error(`\n${error instanceof Impedimento ? error.message : `Algo falló al abrir el programa: ${error.message}`}`)
  esperar()
}

function revisarNode() {
  const pedida = leer('package.json').engines.node.replace(/[^\d.]/gu, '')
  const [mayor, menor] = process.versions.node.split('.').map(Number)
  const [mayorPedida, menorPedida] = pedida.split('.').map(Number)
  if (mayor > mayorPedida || (mayor === mayorPedida && menor >= menorPedida)) return
  throw new Impedimento(
    `Este equipo tiene Node.js ${process.versions.node}, y el programa necesita ${pedida} o posterior.\n` +
      'Descárguelo de https://nodejs.org (la versión «LTS»), instálelo y vuelva a abrir este archivo.',
  )
}

/** Whether any package that is always needed is absent, or of another version than the one asked for. */
function faltaInstalar() {
  const instalado = join('node_modules', '.package-lock.json')
  if (!existsSync(join(root, instalado))) return true
  const hay = leer(instalado).packages
  return Object.entries(leer('package-lock.json').packages).some(
    ([ruta, { version, optional }]) => ruta !== '' && !optional && (hay[ruta] === undefined || hay[ruta].version !== version),
  )
}

function instalar() {
  console.log('Se instala lo que el programa necesita. Pasa una sola vez, puede tardar unos minutos y hace falta internet.')
  // Through the shell because npm is a script; the order has no word of anybody's in it.
  if (correr('npm ci --no-audit --no-fund', [], { shell: true }) === 0) return
  throw new Impedimento(
    'No se pudo instalar lo que el programa necesita. Revise que haya internet y que esta carpeta se pueda escribir\n' +
      '(no dentro de un archivo comprimido), y vuelva a abrir este archivo. Si sigue igual, muestre este mensaje a quien le ayuda con el equipo.',
  )
}

function compilar() {
  if (!existsSync(join(root, 'dist', '.compilado'))) console.log('Se prepara el programa. Tarda alrededor de un minuto, una sola vez.')
  if (correr(process.execPath, [join(root, 'scripts', 'compilar.mjs')]) !== 0)
    throw new Impedimento('No se pudo preparar el programa. Descárguelo otra vez, completo, y vuelva a abrir este archivo.')
}

function abrir() {
  console.log('Se abre la página de revisión en el navegador. Deje esta ventana abierta mientras la usa; para terminar, ciérrela.\n')
  if (correr(process.execPath, [join(root, 'dist', 'cli', 'informe.js'), 'revisar', '--abrir']) !== 0)
    throw new Impedimento('La página de revisión se cerró por un error, que está escrito arriba.')
}

/** Runs a program in the folder of the tree, whatever the one it was opened from, and gives how it ended; null where a signal ended it. */
function correr(programa, argumentos, opciones = {}) {
  const { status, signal, error } = spawnSync(programa, argumentos, { cwd: root, stdio: 'inherit', ...opciones })
  if (error !== undefined) throw error
  return signal === null ? status : 0
}

/** The window of a launcher closes with it: what is on it must be read first. */
function esperar() {
  if (!process.stdin.isTTY) return
  const pregunta = createInterface({ input: process.stdin, output: process.stdout })
  pregunta.question('\nPulse Intro para cerrar esta ventana. ', () => pregunta.close())
}
