import type { Command } from 'commander'
import { Option } from 'commander'
import { EXIT } from '../exit.js'
import { TEMPLATES } from '../resources.js'

/** `validar <libro>`: everything that is wrong with a workbook, at once. */
export function validar(program: Command): void {
  program
    .command('validar')
    .description('Revisa el libro y dice todos sus errores, con su celda y cómo corregirlos')
    .argument('<libro>', 'libro de Excel (.xlsx)')
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .option('--json', 'escribe los errores y avisos como JSON')
    .action(async (libro: string, { json, plantillas }: { readonly json?: true; readonly plantillas: string }) => {
      const [{ readBytes, readTree }, { revisar }, terminal] = await Promise.all([
        import('../../disk/index.js'),
        import('../../pipeline/index.js'),
        import('../terminal.js'),
      ])
      const problemas = revisar(await readBytes(libro), await readTree(plantillas))
      if (json) console.log(JSON.stringify(problemas, null, 2))
      else {
        terminal.mostrarProblemas(problemas)
        if (problemas.errores.length === 0) console.log('El libro no tiene errores.')
      }
      process.exitCode = problemas.errores.length > 0 ? EXIT.invalidInput : EXIT.done
    })
}
