// Writes the bill of materials of what a user of the program installs, in CycloneDX. Usage: npm run sbom -- [file]
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { RAIZ } from './cadena/candado.js'
import { sbomDeProduccion } from './cadena/sbom.js'

const archivo = process.argv[2] ?? join(RAIZ, 'output', 'sbom.cdx.json')
mkdirSync(dirname(archivo), { recursive: true })
writeFileSync(archivo, sbomDeProduccion())
