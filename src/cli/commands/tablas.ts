import { basename, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import { unoDe, variosDe } from '../listas.js'
import { type Anotar, enRegistro } from '../registro.js'
import { PACKAGE, TEMPLATES } from '../resources.js'

interface Opciones extends OpcionDeLimites {
  readonly formatos: string
  readonly licencia?: string
  readonly plantillas: string
  readonly salida?: string
  readonly silencioso?: boolean
}

/** `tablas <libro>`: the open data of a workbook. */
export function tablas(program: Command, anotar: Anotar): void {
  program
    .command('tablas')
    .description('Hace los datos abiertos: todas las tablas y cifras del informe, con su diccionario y su datapackage.json')
    .argument('<libro>', 'libro de Excel (.xlsx)')
    .addOption(new Option('--formatos <lista>', 'csv, xlsx o json, separados por coma').default('csv,xlsx,json', 'todos'))
    .addOption(new Option('--licencia <nombre>', 'la licencia con que la entidad los publica: CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0…'))
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .addOption(opcionDeLimites())
    .addOption(new Option('--salida <carpeta>', 'carpeta de los resultados (por omisión, output/<sigla>-<vigencia>/datos-abiertos)'))
    .option('--silencioso', 'no muestra el progreso')
    .action(async (libro: string, opciones: Opciones) => {
      await correr(libro, opciones, anotar)
      process.exitCode = EXIT.done
    })
}

async function correr(libro: string, opciones: Opciones, anotar: Anotar): Promise<void> {
  const { silencioso = false } = opciones
  const limites = await limitesDe(opciones)
  const [{ readTree }, { abrirDatos, FORMATOS_ABIERTOS, NOMBRES_DE_LICENCIAS }, { publicar }, terminal] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../publicar.js'),
    import('../terminal.js'),
  ])
  const formatos = variosDe(FORMATOS_ABIERTOS, opciones.formatos, 'un formato')
  if (formatos.length === 0) throw new UsageError(`--formatos pide al menos uno: ${FORMATOS_ABIERTOS.join(', ')}.`)
  const licencia = opciones.licencia === undefined ? null : unoDe(NOMBRES_DE_LICENCIAS, opciones.licencia, 'una licencia')
  const [bytes, plantillas] = [await leerLibroDe(libro, limites), await readTree(opciones.plantillas)]
  anotar(({ leido }) => [...leido('libro', bytes), ...leido('plantillas', plantillas)])
  const observar = terminal.observador(terminal.vistoAqui(silencioso), terminal.ETAPAS_DE.tablas, (hecho) =>
    anotar(() => enRegistro(hecho)),
  )
  const {
    nombre,
    problemas,
    tablas: cuantas,
    archivos,
  } = await abrirDatos(
    { libro: { nombre: basename(libro), bytes }, limites, plantillas, version: PACKAGE.version, formatos, licencia },
    observar,
  )
  const carpeta = resolve(opciones.salida ?? join('output', nombre, 'datos-abiertos'))
  const editados = await publicar(carpeta, archivos, { interrumpible: true })
  anotar(({ escritos, medido, problemas: deProblemas }) => [
    deProblemas(problemas),
    ...escritos([...archivos].map(([ruta, suyos]) => medido(ruta, suyos))),
  ])
  if (problemas.avisos.length > 0)
    terminal.decir(silencioso, `El libro tiene avisos (${problemas.avisos.length}): los dice «informe validar».`)
  for (const aviso of editados) terminal.advertir(silencioso, aviso)
  if (licencia === null)
    terminal.decir(silencioso, 'Sin licencia: si los va a publicar, diga con cuál, como --licencia CC-BY-4.0 (docs/datos.md).')
  terminal.decir(silencioso, `Datos abiertos en ${relative('', carpeta) || '.'} (${cuantas} tablas, ${archivos.size} archivos).`)
}
