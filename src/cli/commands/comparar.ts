import { basename, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { Lado } from '../../pipeline/index.js'
import type { Limites } from '../../workbook/index.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'
import { instante } from '../reloj.js'
import { FONT_FAMILIES, fonts, PACKAGE, TEMPLATES } from '../resources.js'

interface Opciones extends OpcionDeLimites {
  readonly json?: true
  readonly html?: true | string
  readonly controlDeCambios?: string
  readonly autor: string
  readonly plantillas: string
  readonly tema: string
}

/** `comparar <antes> <despues>`: what changed between two workbooks, or two editions. */
export function comparar(program: Command, anotar: Anotar): void {
  program
    .command('comparar')
    .description('Dice qué cambió entre dos libros, o entre dos informes ya hechos: celdas, cifras, clases, tablas y párrafos')
    .argument('<antes>', 'libro de Excel (.xlsx), o carpeta de un informe con su datos.json')
    .argument('<despues>', 'lo mismo, de la versión nueva')
    .option('--json', 'escribe los cambios como JSON')
    .addOption(new Option('--html [archivo]', 'escribe los cambios en una página (por omisión, comparacion.html)'))
    .addOption(
      new Option(
        '--control-de-cambios <salida>',
        'escribe el informe nuevo en Word (.docx) con lo que cambió del anterior como control de cambios, para aceptarlo o rechazarlo',
      ),
    )
    .addOption(new Option('--autor <nombre>', 'a nombre de quién van los cambios').default('informe', 'informe'))
    .addOption(opcionDeLimites())
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .addOption(new Option('--tema <nombre>', 'tema de la página y del documento').default('institucional', 'institucional'))
    .action(async (antes: string, despues: string, opciones: Opciones) => correr(antes, despues, opciones, anotar))
}

async function correr(antes: string, despues: string, opciones: Opciones, anotar: Anotar): Promise<void> {
  const [{ readIfThere, readTree, writeWhole }, pipeline, { mostrarComparacion }, { mostrarProblemas }, { inThread }] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../comparacion.js'),
    import('../terminal.js'),
    import('../writer-thread.js'),
  ])
  if (opciones.controlDeCambios !== undefined && !/\.docx$/iu.test(opciones.controlDeCambios))
    throw new UsageError('--control-de-cambios escribe un documento de Word: dé un nombre que termine en .docx.')
  const limites = await limitesDe(opciones)
  const fecha = instante()
  const plantillas = await readTree(opciones.plantillas)
  const bytesDeRevision = await readIfThere(pipeline.archivoDeRevision(despues))
  const { revision, problemas } = pipeline.revisionDe(bytesDeRevision, basename(despues))
  mostrarProblemas(problemas)
  const comun = { plantillas, tema: opciones.tema, fuentes: { familias: FONT_FAMILIES, leer: fonts }, version: PACKAGE.version }
  const lados = [await lado(antes, limites), await lado(despues, limites)] as const
  anotar(({ leido }) => [
    ...leido('antes', principalDe(lados[0])),
    ...leido('libro', principalDe(lados[1])),
    ...leido('revision', bytesDeRevision),
    ...leido('plantillas', plantillas),
  ])
  const comparacion = await pipeline.compararConPaginas(...lados, { ...comun, escribir: inThread('pdf') }, revision)
  anotar(() => {
    const { celdas, cifras, clases, productos } = comparacion
    return { que: 'cuentas', cuentas: { celdas: celdas.length, cifras: cifras.length, clases: clases.length, productos: productos.length } }
  })
  const decir = (linea: string) => (opciones.json ? undefined : console.log(linea))
  if (opciones.json) console.log(JSON.stringify(comparacion, null, 2))
  else mostrarComparacion(comparacion)
  if (opciones.html !== undefined) {
    const archivo = resolve(opciones.html === true ? 'comparacion.html' : opciones.html)
    const pagina = await pipeline.paginaDeCambios(comparacion, {
      antes: basename(antes),
      despues: basename(despues),
      ...comun,
    })
    await writeWhole(archivo, pagina, { replace: true })
    anotar(({ escrito }) => escrito(archivo, pagina))
    decir(`Página en ${relative('', archivo)}.`)
  }
  if (opciones.controlDeCambios !== undefined) {
    const archivo = resolve(opciones.controlDeCambios)
    const { cambiosEnPalabras, wordDe } = await import('../control-de-cambios.js')
    const autoria = { autor: opciones.autor, fecha }
    const [viejo, nuevo] = await Promise.all([wordDe(antes, lados[0], comun), wordDe(despues, lados[1], comun)])
    const { docx, cambios } = pipeline.documentoConCambios(viejo, nuevo, autoria)
    // Somebody may be going through the changes of before.
    await writeWhole(archivo, docx, { replace: false })
    anotar(({ escrito }) => escrito(archivo, docx))
    decir(`Control de cambios en ${relative('', archivo)}: ${cambiosEnPalabras(cambios)}.`)
  }
  process.exitCode = EXIT.done
}

/** The bytes that a side is compared by. */
const principalDe = (lado: Lado) => ('libro' in lado ? lado.libro : lado.datos)

/** The documents that a folder may hold, the first of them whose indices are read. */
const DOCUMENTO = [/^informe-.*\.docx$/u, /^informe-.*\.pdf$/u]

/** A folder stands for the edition in it. */
async function lado(
  ruta: string,
  limites: Limites,
): Promise<Lado & { readonly documento: { readonly nombre: string; readonly bytes: Uint8Array } | null }> {
  const { filesIn, isFolder, readBytes, settle } = await import('../../disk/index.js')
  if (!(await isFolder(ruta))) return { libro: await leerLibroDe(ruta, limites), limites, documento: null }
  await settle(ruta)
  const nombres = await filesIn(ruta)
  const [nombre] = DOCUMENTO.flatMap((es) => nombres.find((suyo) => es.test(suyo)) ?? [])
  return {
    datos: await readBytes(join(ruta, 'datos.json')),
    documento: nombre === undefined ? null : { nombre, bytes: await readBytes(join(ruta, nombre)) },
  }
}
