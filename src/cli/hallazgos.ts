/** Findings as people read them in a terminal. */
import { contado, dichoYEsperado, recuento, SEVERIDADES } from '../hallazgos/index.js'
import type { DocumentoVerificado, LibroAuditado } from '../pipeline/index.js'
import { visibleInLine } from './visible.js'

/** Everything that an audit found, gravest first, and what of the sheet `Auditoría` counts no more. */
export function mostrarAuditoria(libro: string, { pendientes, aceptados, sinEfecto, revisado }: LibroAuditado): void {
  mostrarTodos(pendientes)
  for (const { aceptacion, porque } of sinEfecto)
    console.log(`${visibleInLine(`${aceptacion.celda} («${aceptacion.hallazgo}»): ${porque}`)}\n`)
  const vistas = `${contado(revisado.cifras, 'cifra escrita', 'cifras escritas')} a mano, ${contado(revisado.parrafos, 'párrafo', 'párrafos')}`
  console.log(`${libro}: ${recuento(pendientes)} (${vistas}).${suscritos(aceptados.length)}`)
}

/** Everything that was found in a document, gravest first. */
export function mostrarVerificacion(documento: string, { hallazgos, aceptados, revisado }: DocumentoVerificado): void {
  mostrarTodos(hallazgos)
  const { cifras, tablas, parrafos } = revisado
  const vistas = `${contado(cifras, 'cifra', 'cifras')}, ${contado(tablas, 'tabla', 'tablas')}, ${contado(parrafos, 'párrafo', 'párrafos')}`
  console.log(`${documento}: ${recuento(hallazgos)} (${vistas}).${suscritos(aceptados)}`)
}

/** A sentence is told whole up to here. */
const LARGO = 400

function mostrarTodos(hallazgos: LibroAuditado['pendientes']): void {
  for (const { severidad, varios } of SEVERIDADES) {
    const suyos = hallazgos.filter((h) => h.severidad === severidad)
    if (suyos.length === 0) continue
    console.log(`${varios.charAt(0).toUpperCase()}${varios.slice(1)} (${suyos.length})\n`)
    for (const { lugar, hallazgo, texto, explicacion, ...cotejo } of suyos) {
      const citado = texto === '' ? '' : `«${texto.length > LARGO ? `${texto.slice(0, LARGO)}…` : texto}»`
      console.log(`  ${visibleInLine(`${lugar} · ${hallazgo}`)}`)
      for (const linea of [citado, dichoYEsperado(cotejo), explicacion]) if (linea !== '') console.log(`    ${visibleInLine(linea)}`)
      console.log('')
    }
  }
}

const suscritos = (cuantos: number) =>
  cuantos === 0 ? '' : ` ${contado(cuantos, 'hallazgo aceptado', 'hallazgos aceptados')} en la hoja Auditoría.`
