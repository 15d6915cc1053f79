import type { Command } from 'commander'
import { Option } from 'commander'
import type { FiguraExplicada } from '../../pipeline/index.js'
import { corteDe, type OpcionDeCorte, opcionDeCorte } from '../corte.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'
import { TEMPLATES } from '../resources.js'
import { visible } from '../visible.js'

/** Cells told one by one; of a longer list, the first and how many more there are. `--json` gives them all. */
const CELLS_SHOWN = 12

interface Opciones extends OpcionDeLimites, OpcionDeCorte {
  readonly json?: true
  readonly plantillas: string
}

/** `explicar <libro> <figura>`: where a figure of the report comes from. */
export function explicar(program: Command, anotar: Anotar): void {
  program
    .command('explicar')
    .description('Dice de dónde sale una cifra del informe: la regla, la operación y las celdas')
    .argument('<libro>', 'libro de Excel (.xlsx)')
    .argument('<figura...>', 'la cifra, como se nombra: 1.1.1 cumplimiento, política avance, tabla 9 fila 1, grafica 3, o solo 1.1.1')
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .addOption(opcionDeCorte())
    .addOption(opcionDeLimites())
    .option('--json', 'escribe la explicación como JSON, con todas las celdas')
    .action(async (libro: string, figura: readonly string[], opciones: Opciones) => {
      const [{ readTree }, { explicarFigura }] = await Promise.all([import('../../disk/index.js'), import('../../pipeline/index.js')])
      const pedida = figura.join(' ')
      const [limites, corte] = [await limitesDe(opciones), await corteDe(opciones)]
      const [bytes, archivos] = [await leerLibroDe(libro, limites), await readTree(opciones.plantillas)]
      anotar(({ leido }) => [...leido('libro', bytes), ...leido('plantillas', archivos)])
      const { figuras, parecidas } = explicarFigura(bytes, archivos, pedida, limites, corte)
      if (figuras.length === 0) throw new UsageError(`No hay una cifra «${pedida}». Las más parecidas: ${parecidas.join(', ')}.`)
      console.log(opciones.json ? JSON.stringify(figuras, null, 2) : visible(figuras.map(enPalabras).join('\n\n')))
      process.exitCode = EXIT.done
    })
}

function enPalabras({ figura, texto, regla, operacion, celdas }: FiguraExplicada): string {
  const mostradas = celdas.slice(0, CELLS_SHOWN).map(({ celda, contenido }) => `    ${celda} = ${contenido}`)
  const faltan = celdas.length - mostradas.length
  return [
    `${figura}: ${texto}`,
    `  Regla: ${regla.enunciado} (${regla.fuente})`,
    ...(operacion.length === 0 ? [] : ['  Operación:', ...operacion.map((paso) => `    ${paso}`)]),
    ...(celdas.length === 0 ? [] : ['  Celdas:', ...mostradas]),
    ...(faltan > 0 ? [`    y ${faltan} más (véalas todas con --json)`] : []),
  ].join('\n')
}
