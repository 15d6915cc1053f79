import { join } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { corteDe, type OpcionDeCorte } from '../corte.js'
import type { OpcionesDeEdicion } from '../edicion.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import { variosDe } from '../listas.js'
import { CACHE, SIN_CACHE } from '../opciones-de-cache.js'
import { conOpcionesDeInforme, FORMATOS } from '../opciones-de-informe.js'
import type { Anotar } from '../registro.js'
import { PACKAGE, ROOT } from '../resources.js'

interface Opciones extends Omit<OpcionesDeEdicion, 'formatos' | 'limites' | 'corte'>, OpcionDeLimites, OpcionDeCorte {
  readonly formatos: string
  readonly plantillas: string
  readonly vigilar?: boolean
}

/** `generar [libro]`: the whole report in a folder, once or at each save. */
export function generar(program: Command, anotar: Anotar): void {
  conOpcionesDeInforme(
    program
      .command('generar')
      .description('Hace el informe completo: Word, PDF, gráficas, tablas y datos')
      .argument('[libro]', 'libro de Excel (.xlsx); sin él, el que indica package.json')
      .addOption(
        new Option(
          '--salida <carpeta>',
          'carpeta de los resultados (por omisión, output/<sigla>-<vigencia>; con --corte, output/<sigla>-<vigencia>-<periodo>)',
        ),
      ),
  )
    .addOption(
      new Option(
        '--estilos <documento>',
        'documento de Word (.docx) de la entidad: sus estilos, su página y su membrete, en Word; el PDF sigue el tema',
      ),
    )
    .addOption(new Option('--sector <nombre>', 'solo el capítulo de ese sector, para enviárselo; en output/<sigla>-<vigencia>-<sector>'))
    .option('--vigilar', 'repite el informe cada vez que se guarda el libro o una plantilla, y dice qué cambió; se termina con Ctrl+C')
    .option('--borrador', 'marca cada página como borrador, con su fecha, y numera los renglones en Word')
    .option('--graficas-editables', 'en Word, gráficas que se pueden editar, con sus datos, en lugar de imágenes')
    .option('--estricto', 'no hace el informe si la auditoría del libro tiene hallazgos sin aceptar')
    .addOption(opcionDeLimites())
    .addOption(CACHE)
    .addOption(SIN_CACHE)
    .option('--silencioso', 'no muestra el progreso')
    .action(async (libro: string | undefined, opciones: Opciones) => {
      await correr(libro ?? libroPorOmision(), opciones, anotar)
    })
}

function libroPorOmision(): string {
  const libro = PACKAGE.informe?.libro
  if (libro === undefined) throw new UsageError('Falta el libro: escriba su ruta después de «generar».')
  return join(ROOT, libro)
}

async function correr(libro: string, opciones: Opciones, anotar: Anotar): Promise<void> {
  const formatos = variosDe(FORMATOS, opciones.formatos, 'un formato')
  if (opciones.estilos !== undefined && !formatos.includes('docx')) {
    throw new UsageError('--estilos cambia el documento de Word, y no se pidió: agregue docx a --formatos.')
  }
  const [{ readTree }, { contar, edicion }, { vistoAqui }] = await Promise.all([
    import('../../disk/index.js'),
    import('../edicion.js'),
    import('../terminal.js'),
  ])
  const limites = await limitesDe(opciones)
  const suyas = { ...opciones, formatos, limites, corte: await corteDe(opciones) }
  const { vigilar: siempre = false } = opciones
  const hacer = edicion(libro, suyas, anotar, !siempre)
  const guardado = { file: await leerLibroDe(libro, limites), folder: await readTree(opciones.plantillas) }
  if (siempre) {
    const { vigilar } = await import('../vigilar.js')
    await vigilar(libro, suyas, hacer, anotar)
  } else {
    const hecha = await hacer(guardado, vistoAqui(opciones.silencioso ?? false))
    contar(libro, suyas, hecha, await hecha.publicar({ interrumpible: true }))
  }
  process.exitCode = EXIT.done
}
