import { basename, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'

interface Opciones extends OpcionDeLimites {
  readonly base?: string
  readonly salida: string
  readonly parcial?: boolean
}

/** `consolidar <libros…>`: the workbooks that the sectors gave back, in one. */
export function consolidar(program: Command, anotar: Anotar): void {
  program
    .command('consolidar')
    .description('Une los libros que devolvieron los sectores en uno, o dice todo lo que lo impide, con su archivo y su celda')
    .argument('<libros...>', 'la carpeta en que están los libros de los sectores, o sus archivos')
    .requiredOption('--salida <libro>', 'libro consolidado (.xlsx) que se escribe')
    .addOption(new Option('--base <libro>', 'libro del que salieron (.xlsx); no se toca, y de él sale todo lo que no se les pidió'))
    .option('--parcial', 'sigue con los sectores que hay, aunque falten otros')
    .addOption(opcionDeLimites())
    .action(async (libros: readonly string[], opciones: Opciones) => correr(libros, opciones, anotar))
}

async function correr(
  nombrados: readonly string[],
  { base, salida, parcial = false, ...opciones }: Opciones,
  anotar: Anotar,
): Promise<void> {
  const [{ writeWhole }, { consolidarLibros }, { librosRecibidos }, { libroDeSalida, sinReemplazar }, terminal] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../libros-recibidos.js'),
    import('../salida.js'),
    import('../terminal.js'),
  ])
  const donde = libroDeSalida(salida)
  if ([...nombrados, ...(base === undefined ? [] : [base])].some((ruta) => resolve(ruta) === donde))
    throw new UsageError('--salida no puede ser uno de los libros que se leen.')
  await sinReemplazar(relative('', donde))
  const limites = await limitesDe(opciones)
  const { rutas, otros } = await librosRecibidos(nombrados, [donde, ...(base === undefined ? [] : [base])])
  const leer = async (ruta: string) => ({ nombre: basename(ruta), bytes: await leerLibroDe(ruta, limites) })
  const archivos: Awaited<ReturnType<typeof leer>>[] = []
  for (const ruta of rutas) archivos.push(await leer(ruta))
  const conBase = base === undefined ? null : await leer(base)
  anotar(({ leido }) => [
    ...leido('libro', new Map(archivos.map(({ nombre, bytes }) => [nombre, bytes]))),
    ...leido('base', conBase?.bytes ?? null),
  ])
  const { bytes, anotaciones, avisos, avisosDelLibro } = await consolidarLibros({ archivos, base: conBase, limites, parcial })
  await writeWhole(donde, bytes, { replace: false })
  anotar(({ escrito, problemas }) => [problemas({ errores: [], avisos }), ...escrito(donde, bytes)])
  for (const { archivo, que } of anotaciones) terminal.decir(false, `${archivo}: ${que}`)
  for (const ruta of otros) terminal.decir(false, `${basename(ruta)} no es un libro de Excel, y no se leyó.`)
  terminal.mostrarProblemas({ errores: [], avisos })
  if (avisosDelLibro > 0) terminal.decir(false, `El libro consolidado tiene avisos (${avisosDelLibro}): los dice «informe validar».`)
  terminal.decir(false, `Libro consolidado en ${relative('', donde)}. Quién reportó qué queda en su hoja Registro.`)
  process.exitCode = EXIT.done
}
