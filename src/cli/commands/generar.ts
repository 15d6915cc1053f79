import { basename, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { Formato } from '../../pipeline/index.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { variosDe } from '../listas.js'
import { FONT_FAMILIES, fonts, PACKAGE, ROOT, TEMPLATES } from '../resources.js'
import { type OpcionesDeSecciones, secciones } from '../secciones.js'

interface Opciones extends OpcionesDeSecciones {
  readonly salida?: string
  readonly formatos: string
  readonly plantillas: string
  readonly tema: string
  readonly estilos?: string
  readonly sector?: string
  readonly borrador?: boolean
  readonly estricto?: boolean
  readonly graficasEditables?: boolean
  readonly silencioso?: boolean
}

const FORMATOS: readonly Formato[] = ['docx', 'pdf', 'html']

/** `generar [libro]`: the whole report in a folder. */
export function generar(program: Command): void {
  program
    .command('generar')
    .description('Hace el informe completo: Word, PDF, gráficas, tablas y datos')
    .argument('[libro]', 'libro de Excel (.xlsx); sin él, el que indica package.json')
    .addOption(new Option('--salida <carpeta>', 'carpeta de los resultados (por omisión, output/<sigla>-<vigencia>)'))
    .addOption(
      new Option('--formatos <lista>', 'formatos del informe (docx, pdf, html), separados por coma').default('docx,pdf', 'docx,pdf'),
    )
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .addOption(new Option('--tema <nombre>', 'tema de la carpeta temas/ de las plantillas').default('institucional', 'institucional'))
    .addOption(new Option('--con <lista>', 'secciones que se incluyen aunque su plantilla diga que no, separadas por coma'))
    .addOption(new Option('--sin <lista>', 'secciones que se dejan por fuera'))
    .addOption(
      new Option(
        '--estilos <documento>',
        'documento de Word (.docx) de la entidad: sus estilos, su página y su membrete, en Word; el PDF sigue el tema',
      ),
    )
    .addOption(new Option('--sector <nombre>', 'solo el capítulo de ese sector, para enviárselo; en output/<sigla>-<vigencia>-<sector>'))
    .option('--borrador', 'marca cada página como borrador, con su fecha, y numera los renglones en Word')
    .option('--graficas-editables', 'en Word, gráficas que se pueden editar, con sus datos, en lugar de imágenes')
    .option('--estricto', 'no hace el informe si la auditoría del libro tiene hallazgos sin aceptar')
    .option('--silencioso', 'no muestra el progreso')
    .action(async (libro: string | undefined, opciones: Opciones) => {
      await correr(libro ?? libroPorOmision(), opciones)
    })
}

function libroPorOmision(): string {
  const libro = PACKAGE.informe?.libro
  if (libro === undefined) throw new UsageError('Falta el libro: escriba su ruta después de «generar».')
  return join(ROOT, libro)
}

async function correr(libro: string, opciones: Opciones): Promise<void> {
  const { salida, formatos, tema, borrador = false, graficasEditables = false, estricto = false, silencioso = false } = opciones
  const pedidos = variosDe(FORMATOS, formatos, 'un formato')
  if (opciones.estilos !== undefined && !pedidos.includes('docx')) {
    throw new UsageError('--estilos cambia el documento de Word, y no se pidió: agregue docx a --formatos.')
  }
  const [
    { readBytes, readIfThere, readTree },
    { archivoDeRevision, DATOS, generar: hacer, loQueCambio, sectionNames },
    { publicar },
    terminal,
    { inThread },
    { recuento },
  ] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../publicar.js'),
    import('../terminal.js'),
    import('../writer-thread.js'),
    import('../../hallazgos/index.js'),
  ])
  const plantillas = await readTree(opciones.plantillas)
  const tiempos: import('../terminal.js').Tiempo[] = []
  const { nombre, archivos, problemas, hallazgos, estilos } = await hacer(
    {
      libro: { nombre: basename(libro), bytes: await readBytes(libro) },
      plantillas,
      tema,
      revision: await readIfThere(archivoDeRevision(libro)),
      secciones: secciones(opciones, sectionNames(plantillas.keys())),
      sector: opciones.sector ?? null,
      borrador: borrador ? new Date() : null,
      estilos: opciones.estilos === undefined ? null : { nombre: basename(opciones.estilos), bytes: await readBytes(opciones.estilos) },
      graficasEditables,
      estricto,
      fuentes: { familias: FONT_FAMILIES, leer: fonts },
      escritores: new Map(pedidos.map((formato) => [formato, inThread(formato)])),
      version: PACKAGE.version,
    },
    terminal.observador(silencioso, tiempos, terminal.ETAPAS_DE.generar),
  )
  const carpeta = resolve(salida ?? join('output', nombre))
  const anterior = await readIfThere(join(carpeta, DATOS))
  const editados = await publicar(carpeta, archivos)
  terminal.mostrarProblemas(problemas)
  for (const aviso of editados) terminal.advertir(silencioso, aviso)
  const cambios = anterior === null ? [] : loQueCambio(anterior, archivos.get(DATOS) ?? anterior)
  if (cambios.length > 0) terminal.decir(silencioso, ['Desde el informe anterior:', ...cambios.map((frase) => `  ${frase}`)].join('\n'))
  if (hallazgos.length > 0)
    terminal.decir(silencioso, `La auditoría encontró ${recuento(hallazgos)}. Para verlos: informe auditar ${relative('', libro) || libro}`)
  if (estilos !== null) {
    terminal.decir(silencioso, `De ${basename(opciones.estilos ?? '')} se tomó: ${estilos.tomado}. Lo demás es del tema.`)
    for (const aviso of estilos.avisos) terminal.advertir(silencioso, aviso)
  }
  terminal.decir(silencioso, `Informe en ${relative('', carpeta) || '.'} (${archivos.size} archivos).`)
  if (process.env.INFORME_TIEMPOS === '1') console.error(JSON.stringify({ etapas: tiempos }))
  process.exitCode = EXIT.done
}
