import { basename, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { DocumentoVerificado } from '../../pipeline/index.js'
import { corteDe, type OpcionDeCorte, opcionDeCorte } from '../corte.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'
import { instante } from '../reloj.js'
import { FONT_FAMILIES, fonts, PACKAGE, TEMPLATES } from '../resources.js'
import { type OpcionesDeSecciones, secciones } from '../secciones.js'
import { wordDeLibro } from '../word-de-libro.js'

interface Opciones extends OpcionesDeSecciones, OpcionDeLimites, OpcionDeCorte {
  readonly libro: string
  readonly json?: true
  readonly html?: true | string
  readonly comentar?: string
  readonly plantillas: string
  readonly tema: string
}

/** `verificar <documento>`: a report that somebody edited, or will publish, against the workbook. */
export function verificar(program: Command, anotar: Anotar): void {
  program
    .command('verificar')
    .description('Compara un informe editado o por publicar (Word, PDF o texto) con su libro, cifra por cifra')
    .argument('<documento>', 'documento de Word (.docx), PDF (.pdf) o texto (.txt)')
    .requiredOption('--libro <libro>', 'libro de Excel (.xlsx) del que salió')
    .option('--json', 'escribe los hallazgos como JSON')
    .addOption(
      new Option(
        '--html [archivo]',
        'escribe el documento en una página con cada hallazgo en su lugar (por omisión, verificacion-<documento>.html)',
      ),
    )
    .option('--comentar <salida>', 'escribe una copia del documento de Word con un comentario en cada hallazgo')
    .addOption(opcionDeCorte())
    .addOption(opcionDeLimites())
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas con que se hizo').default(TEMPLATES, 'las del programa'))
    .addOption(new Option('--tema <nombre>', 'tema con que se hizo, y el de la página').default('institucional', 'institucional'))
    .addOption(new Option('--con <lista>', 'secciones que el documento tiene aunque su plantilla diga que no, separadas por coma'))
    .addOption(new Option('--sin <lista>', 'secciones que el documento no tiene'))
    .action(async (documento: string, opciones: Opciones) => correr(documento, opciones, anotar))
}

async function correr(ruta: string, opciones: Opciones, anotar: Anotar): Promise<void> {
  const [{ readBytes, readIfThere, readTree, sizeOf, writeWhole }, pipeline, { mostrarVerificacion }] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../hallazgos.js'),
  ])
  if (opciones.comentar !== undefined && !/\.docx$/iu.test(ruta))
    throw new UsageError('--comentar solo sirve con un documento de Word (.docx).')
  const fecha = instante()
  if ((await sizeOf(ruta)) > pipeline.MAX_BYTES) throw new pipeline.DocumentoIlegible('muy-grande')
  const documento = { nombre: basename(ruta), bytes: await readBytes(ruta) }
  const [limites, corte] = [await limitesDe(opciones), await corteDe(opciones)]
  const libro = { nombre: basename(opciones.libro), bytes: await leerLibroDe(opciones.libro, limites) }
  const revision = await readIfThere(pipeline.archivoDeRevision(opciones.libro))
  const plantillas = await readTree(opciones.plantillas)
  anotar(({ leido }) => [
    ...leido('documento', documento.bytes),
    ...leido('libro', libro.bytes),
    ...leido('revision', revision),
    ...leido('plantillas', plantillas),
  ])
  const comun = { plantillas, tema: opciones.tema, fuentes: { familias: FONT_FAMILIES, leer: fonts }, version: PACKAGE.version }
  const conSecciones = secciones(opciones, pipeline.sectionNames(plantillas.keys()))
  const verificado = await pipeline.verificarDocumento({
    documento,
    libro,
    limites,
    corte,
    revision,
    plantillas,
    secciones: conSecciones,
    edicion: () => wordDeLibro({ ...comun, libro, limites, corte, revision, secciones: conSecciones }),
  })

  anotar(({ hallazgos }) => hallazgos(verificado.hallazgos))
  if (opciones.json) console.log(JSON.stringify(enJson(verificado), null, 2))
  else mostrarVerificacion(documento.nombre, verificado)
  const decir = (linea: string) => (opciones.json ? undefined : console.log(linea))
  if (opciones.html !== undefined) {
    const archivo = resolve(opciones.html === true ? `verificacion-${documento.nombre.replace(/\.\w+$/u, '')}.html` : opciones.html)
    const pagina = await pipeline.paginaDeDocumento(verificado, documento.nombre, { ...comun, libro })
    await writeWhole(archivo, pagina, { replace: true })
    anotar(({ escrito }) => escrito(archivo, pagina))
    decir(`Página en ${relative('', archivo)}.`)
  }
  if (opciones.comentar !== undefined) {
    const archivo = resolve(opciones.comentar)
    // Somebody may be working in a copy of before.
    const comentado = pipeline.documentoComentado(documento.bytes, verificado, fecha)
    await writeWhole(archivo, comentado, { replace: false })
    anotar(({ escrito }) => escrito(archivo, comentado))
    decir(`Copia con comentarios en ${relative('', archivo)}.`)
  }
  process.exitCode = verificado.hallazgos.length > 0 ? EXIT.findings : EXIT.done
}

/** Without the place that only a page or a comment can use. */
function enJson({ hallazgos, aceptados, revisado }: DocumentoVerificado) {
  return { hallazgos: hallazgos.map(({ en: _, ...hallazgo }) => hallazgo), aceptados, revisado }
}
