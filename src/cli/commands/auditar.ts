import { basename, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { LibroAuditado } from '../../pipeline/index.js'
import { corteDe, type OpcionDeCorte, opcionDeCorte } from '../corte.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'
import { FONT_FAMILIES, fonts, PACKAGE, TEMPLATES } from '../resources.js'

interface Opciones extends OpcionDeLimites, OpcionDeCorte {
  readonly json?: true
  readonly html?: true | string
  readonly plantillas: string
  readonly tema: string
}

/** `auditar <libro>`: what was typed in a workbook and its own figures deny or cast doubt upon. */
export function auditar(program: Command, anotar: Anotar): void {
  program
    .command('auditar')
    .description('Compara lo que se escribió a mano en el libro con sus propias cifras, y dice lo que no concuerda')
    .argument('<libro>', 'libro de Excel (.xlsx)')
    .option('--json', 'escribe los hallazgos como JSON')
    .addOption(new Option('--html [archivo]', 'escribe los hallazgos en una página (por omisión, auditoria-<sigla>-<vigencia>.html)'))
    .addOption(opcionDeCorte())
    .addOption(opcionDeLimites())
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .addOption(new Option('--tema <nombre>', 'tema de la página').default('institucional', 'institucional'))
    .action(async (libro: string, opciones: Opciones) => {
      const [{ readTree, writeWhole }, { auditarLibro, paginaDeLibro }, terminal] = await Promise.all([
        import('../../disk/index.js'),
        import('../../pipeline/index.js'),
        import('../hallazgos.js'),
      ])
      const [limites, corte] = [await limitesDe(opciones), await corteDe(opciones)]
      const bytes = await leerLibroDe(libro, limites)
      const plantillas = await readTree(opciones.plantillas)
      anotar(({ leido }) => [...leido('libro', bytes), ...leido('plantillas', plantillas)])
      const auditado = auditarLibro(bytes, plantillas, limites, corte)
      anotar(({ hallazgos }) => hallazgos(auditado.pendientes))
      if (opciones.json) console.log(JSON.stringify(enJson(auditado), null, 2))
      else terminal.mostrarAuditoria(basename(libro), auditado)
      if (opciones.html !== undefined) {
        const { nombre, pagina } = await paginaDeLibro(auditado, {
          libro: { nombre: basename(libro), bytes },
          plantillas,
          tema: opciones.tema,
          fuentes: { familias: FONT_FAMILIES, leer: fonts },
          version: PACKAGE.version,
        })
        const archivo = resolve(opciones.html === true ? nombre : opciones.html)
        await writeWhole(archivo, pagina, { replace: true })
        anotar(({ escrito }) => escrito(archivo, pagina))
        if (!opciones.json) console.log(`Página en ${relative('', archivo)}.`)
      }
      process.exitCode = auditado.pendientes.length > 0 ? EXIT.findings : EXIT.done
    })
}

function enJson({ pendientes, aceptados, revisado }: LibroAuditado) {
  return { hallazgos: pendientes, aceptados, revisado }
}
