import { test } from 'vitest'
import { type Herramienta, herramienta } from '../scripts/herramientas.mjs'

export { convertir, escritoEnCalc, herramienta, reemplazado, textoResuelto } from '../scripts/herramientas.mjs'

/**
 * A test that needs programs of the machine: `siHay('soffice')('opens in LibreOffice', async () => …)`. Where one is absent it says
 * so and is skipped; with INFORME_EXIGE_HERRAMIENTAS=1, as in continuous integration, its absence is a failure.
 */
export function siHay(...nombres: readonly Herramienta[]): (titulo: string, cuerpo: () => void | Promise<void>) => void {
  const faltan = nombres.filter((nombre) => herramienta(nombre) === null)
  return (titulo, cuerpo) => {
    test(titulo, async (context) => {
      if (faltan.length === 0) return cuerpo()
      const aviso = `Esta prueba necesita ${faltan.join(' y ')}, que no está en este equipo`
      if (process.env.INFORME_EXIGE_HERRAMIENTAS === '1') throw new Error(`${aviso}.`)
      console.warn(`${aviso}: se omite «${titulo}».`)
      return context.skip(aviso)
    })
  }
}
