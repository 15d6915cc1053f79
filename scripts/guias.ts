// Writes anew the parts of the guides that tables in code make, between their marks (<!-- generado: … -->). Usage: npm run guias
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { leerEdicion, RAIZ } from './guias/edicion.js'
import { rellenar } from './guias/marcas.js'
import { GUIAS, partes } from './guias/partes.js'

const todas = partes(leerEdicion())
for (const guia of GUIAS) {
  const ruta = join(RAIZ, guia)
  writeFileSync(ruta, rellenar(readFileSync(ruta, 'utf8'), todas))
}
