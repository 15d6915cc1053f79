/** Findings as people read them in a terminal. */
import { contado, dichoYEsperado, recuento, SEVERIDADES } from '../hallazgos/index.js'
import type { LibroAuditado } from '../pipeline/index.js'

/** Everything that an audit found, gravest first, and what of the sheet `Auditoría` counts no more. */
export function mostrarAuditoria(libro: string, { pendientes, aceptados, sinEfecto, revisado }: LibroAuditado): void {
  for (const { severidad, varios } of SEVERIDADES) {
    const suyos = pendientes.filter((h) => h.severidad === severidad)
    if (suyos.length === 0) continue
    console.log(`${varios.charAt(0).toUpperCase()}${varios.slice(1)} (${suyos.length})\n`)
    for (const { lugar, hallazgo, texto, explicacion, ...cotejo } of suyos) {
      console.log(`  ${lugar} · ${hallazgo}`)
      for (const linea of [texto === '' ? '' : `«${texto}»`, dichoYEsperado(cotejo), explicacion])
        if (linea !== '') console.log(`    ${linea}`)
      console.log('')
    }
  }
  for (const { aceptacion, porque } of sinEfecto) console.log(`${aceptacion.celda} («${aceptacion.hallazgo}»): ${porque}\n`)
  const vistas = `${contado(revisado.cifras, 'cifra escrita', 'cifras escritas')} a mano, ${contado(revisado.parrafos, 'párrafo', 'párrafos')}`
  const suscritos =
    aceptados.length === 0 ? '' : ` ${contado(aceptados.length, 'hallazgo aceptado', 'hallazgos aceptados')} en la hoja Auditoría.`
  console.log(`${libro}: ${recuento(pendientes)} (${vistas}).${suscritos}`)
}
