// Prints the licence of each package that a user of the program installs, and fails where one is not among those allowed
// (scripts/cadena/licencias.ts). Usage: npm run licencias
import { leerCandado, paquetesDe } from './cadena/candado.js'
import { licenciasDe, PERMITIDAS } from './cadena/licencias.js'
import { tabla } from './guias/marcas.js'

const todas = licenciasDe(paquetesDe(leerCandado()))
console.log(
  tabla(
    ['paquete', 'versión', 'licencia'],
    todas.map(({ nombre, version, licencia }) => [nombre, version, licencia ?? 'no la dice']),
  ),
)
console.log(`\nLicencias permitidas, y qué pide cada una:\n`)
console.log(tabla(['licencia', 'qué pide'], Object.entries(PERMITIDAS)))

const otras = todas.filter(({ permitida }) => !permitida)
if (otras.length > 0) {
  console.error(`\nCon una licencia que no está entre las permitidas: ${otras.map(({ nombre }) => nombre).join(', ')}.`)
  process.exitCode = 1
}
