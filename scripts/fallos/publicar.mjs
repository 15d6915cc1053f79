// Publishes the files of a folder in another one, as the program does with those that it made. Usage: node publicar.mjs <from> <to>
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { publish } from '../../dist/disk/index.js'
import { sha256 } from '../../dist/hash/index.js'
import { huellasDeSalidas } from '../../dist/outputs/index.js'

const [de = '', a = ''] = process.argv.slice(2)
const rutas = readdirSync(de, { recursive: true, withFileTypes: true })
  .filter((entrada) => entrada.isFile())
  .map((entrada) => relative(de, join(entrada.parentPath, entrada.name)).replaceAll('\\', '/'))
const manifestName = 'manifiesto.json'
const files = [...rutas.filter((ruta) => ruta !== manifestName).sort(), manifestName].map((ruta) => [ruta, readFileSync(join(de, ruta))])

await publish({ dir: a, files, manifestName, readManifest: huellasDeSalidas, hash: sha256, now: new Date(), retire: [] })
