/** The options of the commands that make whole reports, of one workbook or of many. */
import { type Command, Option } from 'commander'
import type { Formato } from '../pipeline/index.js'
import { opcionDeCorte } from './corte.js'
import { TEMPLATES } from './resources.js'

/** Formats of a report, in the order in which they are told. */
export const FORMATOS: readonly Formato[] = ['docx', 'pdf', 'html']

/** Adds `--formatos`, `--corte`, `--plantillas`, `--tema`, `--con` and `--sin`. */
export function conOpcionesDeInforme(command: Command): Command {
  return command
    .addOption(
      new Option('--formatos <lista>', 'formatos del informe (docx, pdf, html), separados por coma').default('docx,pdf', 'docx,pdf'),
    )
    .addOption(opcionDeCorte())
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .addOption(new Option('--tema <nombre>', 'tema de la carpeta temas/ de las plantillas').default('institucional', 'institucional'))
    .addOption(new Option('--con <lista>', 'secciones que se incluyen aunque su plantilla diga que no, separadas por coma'))
    .addOption(new Option('--sin <lista>', 'secciones que se dejan por fuera'))
}
