import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { DocumentoIncorporado } from '../../pipeline/index.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'
import { FONT_FAMILIES, fonts, PACKAGE, TEMPLATES } from '../resources.js'
import { type OpcionesDeSecciones, secciones } from '../secciones.js'
import { wordDeLibro } from '../word-de-libro.js'

interface Opciones extends OpcionesDeSecciones, OpcionDeLimites {
  readonly libro: string
  readonly salida?: string
  readonly json?: true
  readonly plantillas: string
}

/** `incorporar <documento>`: the texts that people changed in the Word report, in a copy of its workbook. */
export function incorporar(program: Command, anotar: Anotar): void {
  program
    .command('incorporar')
    .description('Lleva los textos que se editaron en el informe de Word a una copia del libro, para no perderlos al hacerlo de nuevo')
    .argument('<documento>', 'informe de Word (.docx) que se editó')
    .requiredOption('--libro <libro>', 'libro de Excel (.xlsx) del que salió; no se toca')
    .addOption(new Option('--salida <copia>', 'copia del libro que se escribe (por omisión, <libro>-incorporado.xlsx, junto al libro)'))
    .option('--json', 'escribe lo incorporado y lo que no como JSON')
    .addOption(opcionDeLimites())
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas con que se hizo').default(TEMPLATES, 'las del programa'))
    .addOption(new Option('--con <lista>', 'secciones que el documento tiene aunque su plantilla diga que no, separadas por coma'))
    .addOption(new Option('--sin <lista>', 'secciones que el documento no tiene'))
    .action(async (documento: string, opciones: Opciones) => correr(documento, opciones, anotar))
}

async function correr(ruta: string, opciones: Opciones, anotar: Anotar): Promise<void> {
  const [{ readBytes, readIfThere, readTree, sizeOf, writeWhole }, pipeline, { mostrarIncorporacion }, { sinReemplazar }] =
    await Promise.all([
      import('../../disk/index.js'),
      import('../../pipeline/index.js'),
      import('../incorporacion.js'),
      import('../salida.js'),
    ])
  const copia = resolve(
    opciones.salida ??
      join(
        dirname(opciones.libro),
        basename(opciones.libro).replace(/(?:\.xls([xm]))?$/iu, (_, clase?: string) => `-incorporado.xls${clase ?? 'x'}`),
      ),
  )
  if (copia === resolve(opciones.libro)) throw new UsageError('--salida no puede ser el mismo libro: lo que se escribe es una copia.')
  await sinReemplazar(copia)
  if ((await sizeOf(ruta)) > pipeline.MAX_BYTES) throw new pipeline.DocumentoIlegible('muy-grande')
  const documento = await readBytes(ruta)
  const limites = await limitesDe(opciones)
  const libro = { nombre: basename(opciones.libro), bytes: await leerLibroDe(opciones.libro, limites) }
  const revision = await readIfThere(pipeline.archivoDeRevision(opciones.libro))
  const plantillas = await readTree(opciones.plantillas)
  anotar(({ leido }) => [
    ...leido('documento', documento),
    ...leido('libro', libro.bytes),
    ...leido('revision', revision),
    ...leido('plantillas', plantillas),
  ])
  const conSecciones = secciones(opciones, pipeline.sectionNames(plantillas.keys()))
  const incorporado = await pipeline.incorporarDocumento({
    documento,
    libro: libro.bytes,
    limites,
    plantillas,
    secciones: conSecciones,
    edicion: () =>
      wordDeLibro({
        libro,
        limites,
        revision,
        plantillas,
        tema: 'institucional',
        fuentes: { familias: FONT_FAMILIES, leer: fonts },
        secciones: conSecciones,
        version: PACKAGE.version,
      }),
  })
  const { copia: bytes, incorporados, apartados } = incorporado
  anotar(() => ({ que: 'cuentas', cuentas: { incorporados: incorporados.length, apartados: apartados.length } }))
  if (bytes !== null) {
    await writeWhole(copia, bytes, { replace: false })
    anotar(({ escrito }) => escrito(copia, bytes))
  }
  const escrita = incorporado.copia === null ? null : relative('', copia)
  if (opciones.json) console.log(JSON.stringify({ ...enJson(incorporado, pipeline.esRechazo), copia: escrita }, null, 2))
  else mostrarIncorporacion(basename(ruta), incorporado, escrita)
  process.exitCode = incorporado.apartados.length > 0 ? EXIT.findings : EXIT.done
}

function enJson(
  { incorporados, apartados }: DocumentoIncorporado,
  esRechazo: (apartado: DocumentoIncorporado['apartados'][number]) => boolean,
) {
  return {
    incorporados: incorporados.map(({ prosa: { celda, hoja, clave, columna, texto: antes }, texto: despues, cambios }) => ({
      celda,
      hoja,
      clave,
      columna,
      antes,
      despues,
      cambios,
    })),
    rechazados: apartados.filter(esRechazo),
    sinUbicar: apartados.filter((apartado) => !esRechazo(apartado)),
  }
}
