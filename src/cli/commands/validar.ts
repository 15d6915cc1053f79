import type { Command } from 'commander'
import { Option } from 'commander'
import { corteDe, type OpcionDeCorte, opcionDeCorte } from '../corte.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'
import { TEMPLATES } from '../resources.js'

interface Opciones extends OpcionDeLimites, OpcionDeCorte {
  readonly json?: true
  readonly plantillas: string
}

/** `validar <libro>`: everything that is wrong with a workbook, at once. */
export function validar(program: Command, anotar: Anotar): void {
  program
    .command('validar')
    .description('Revisa el libro y dice todos sus errores, con su celda y cómo corregirlos')
    .argument('<libro>', 'libro de Excel (.xlsx)')
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .addOption(opcionDeCorte())
    .addOption(opcionDeLimites())
    .option('--json', 'escribe los errores y avisos como JSON')
    .action(async (libro: string, opciones: Opciones) => {
      const [{ readTree }, { revisar }, terminal] = await Promise.all([
        import('../../disk/index.js'),
        import('../../pipeline/index.js'),
        import('../terminal.js'),
      ])
      const [limites, corte] = [await limitesDe(opciones), await corteDe(opciones)]
      const [bytes, archivos] = [await leerLibroDe(libro, limites), await readTree(opciones.plantillas)]
      anotar(({ leido }) => [...leido('libro', bytes), ...leido('plantillas', archivos)])
      const problemas = revisar(bytes, archivos, limites, corte)
      anotar((sucesos) => sucesos.problemas(problemas))
      if (opciones.json) console.log(JSON.stringify(problemas, null, 2))
      else {
        terminal.mostrarProblemas(problemas)
        if (problemas.errores.length === 0) console.log('El libro no tiene errores.')
      }
      process.exitCode = problemas.errores.length > 0 ? EXIT.invalidInput : EXIT.done
    })
}
