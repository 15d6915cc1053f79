import { basename, relative } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { Anotar } from '../registro.js'
import { instante } from '../reloj.js'
import { TEMPLATES } from '../resources.js'

interface Opciones {
  readonly politica?: string
  readonly salida: string
  readonly plantillas: string
}

/** `libro-nuevo`: an empty workbook that explains itself, for a policy that has none. */
export function libroNuevo(program: Command, anotar: Anotar): void {
  program
    .command('libro-nuevo')
    .description('Hace un libro vacío que explica cómo llenarlo: listas para elegir, ayudas en cada columna y filas de ejemplo')
    .requiredOption('--salida <libro>', 'libro de Excel (.xlsx) que se escribe; no reemplaza a otro')
    .addOption(new Option('--politica <datos>', 'archivo (.yaml) con el nombre, los años, los objetivos y los sectores de la política'))
    .addOption(
      new Option('--plantillas <carpeta>', 'carpeta de las plantillas, que dicen qué textos se piden').default(
        TEMPLATES,
        'las del programa',
      ),
    )
    .action(async (opciones: Opciones) => correr(opciones, anotar))
}

async function correr({ politica, salida, plantillas }: Opciones, anotar: Anotar): Promise<void> {
  const [{ readBytes, readTree, writeWhole }, { nuevoLibro }, { libroDeSalida, sinReemplazar }] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../salida.js'),
  ])
  const libro = libroDeSalida(salida)
  await sinReemplazar(libro)
  const datos = politica === undefined ? null : await readBytes(politica)
  const archivos = await readTree(plantillas)
  anotar(({ leido }) => [...(datos === null ? [] : leido('politica', datos)), ...leido('plantillas', archivos)])
  const bytes = await nuevoLibro({
    politica: datos === null || politica === undefined ? null : { nombre: basename(politica), bytes: datos },
    plantillas: archivos,
    ahora: instante(),
  })
  await writeWhole(libro, bytes, { replace: false })
  anotar(({ escrito }) => escrito(libro, bytes))
  const escrita = relative('', libro)
  console.log(
    `Libro nuevo: ${escrita}\nÁbralo en Excel, empiece por la hoja Instrucciones y, cuando lo haya llenado, revíselo: informe validar ${escrita}`,
  )
}
