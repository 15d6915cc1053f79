// Writes anew the parts of the guides that tables in code make, between their marks (<!-- generado: … -->), and the chart of
// docs/rendimiento.md. Usage: npm run guias
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { graficaDeEscala } from './bench/grafica.js'
import { leerEdicion, RAIZ } from './guias/edicion.js'
import { rellenar } from './guias/marcas.js'
import { GUIAS, partes } from './guias/partes.js'
import { GRAFICA, medidas } from './guias/rendimiento.js'

const todas = partes(leerEdicion())
for (const guia of GUIAS) {
  const ruta = join(RAIZ, guia)
  writeFileSync(ruta, rellenar(readFileSync(ruta, 'utf8'), todas))
}
writeFileSync(join(RAIZ, GRAFICA), graficaDeEscala(medidas().escala))
