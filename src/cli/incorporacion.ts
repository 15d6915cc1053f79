/** What of an edited report went to its workbook, and what did not, as people read it in a terminal. */
import { tramosDistintos } from '../compare/index.js'
import { contado } from '../hallazgos/index.js'
import { type DocumentoIncorporado, esRechazo } from '../pipeline/index.js'
import { visibleInLine } from './visible.js'

/** A text is told whole up to here. */
const LARGO = 300

/** `copia`: path of the copy of the workbook; null where none was written. */
export function mostrarIncorporacion(documento: string, { incorporados, apartados }: DocumentoIncorporado, copia: string | null): void {
  if (incorporados.length > 0) console.log(`Incorporado (${contado(incorporados.length, 'celda', 'celdas')})\n`)
  for (const { prosa, cambios } of incorporados) {
    console.log(`  ${visibleInLine(`${prosa.celda} · ${prosa.clave} · ${prosa.columna}`)}`)
    for (const { lugar, antes, despues } of cambios) console.log(`    ${visibleInLine(`${lugar}: ${enPalabras(antes, despues)}`)}`)
    console.log('')
  }
  const rechazados = apartados.filter(esRechazo)
  mostrar('No se incorporó', rechazados)
  mostrar(
    'No se pudo ubicar',
    apartados.filter((apartado) => !rechazados.includes(apartado)),
  )
  console.log(resumen(documento, incorporados.length, apartados.length, copia))
}

function enPalabras(antes: string, despues: string): string {
  if (antes === '') return `nuevo: «${breve(despues)}»`
  if (despues === '') return `se quitó: «${breve(antes)}»`
  if (antes === despues) return `«${breve(despues)}» cambió de forma: negrilla, cursiva, enlaces, notas o lista`
  const [viejo, nuevo] = tramosDistintos(antes, despues)
  return `«${breve(viejo)}» → «${breve(nuevo)}»`
}

function mostrar(titulo: string, apartados: DocumentoIncorporado['apartados']): void {
  if (apartados.length === 0) return
  console.log(`${titulo} (${apartados.length})\n`)
  for (const { lugar, celda, texto, explicacion } of apartados) {
    console.log(`  ${visibleInLine(`${lugar}${celda === null ? '' : ` · ${celda}`}`)}`)
    if (texto !== '') console.log(`    «${visibleInLine(breve(texto))}»`)
    console.log(`    ${visibleInLine(explicacion)}\n`)
  }
}

const breve = (texto: string) => (texto.length > LARGO ? `${texto.slice(0, LARGO)}…` : texto)

function resumen(documento: string, celdas: number, apartados: number, copia: string | null): string {
  if (celdas === 0 && apartados === 0) return `${documento}: nadie cambió sus textos; no hay nada que incorporar.`
  const escrita = copia === null ? 'No se escribió ninguna copia del libro.' : `Copia del libro en ${copia}.`
  const sueltos = apartados === 0 ? '' : ` ${contado(apartados, 'cambio quedó', 'cambios quedaron')} por fuera.`
  return `${documento}: ${contado(celdas, 'celda incorporada', 'celdas incorporadas')}.${sueltos} ${escrita}`
}
