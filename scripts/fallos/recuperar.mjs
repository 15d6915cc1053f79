// Sees to what a run that died left in a folder, as each command does first. Usage: node recuperar.mjs <folder>
import { settle } from '../../dist/disk/index.js'

await settle(process.argv[2] ?? '')
