import { basename, relative } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'
import { dia, instante } from '../reloj.js'

interface Opciones extends OpcionDeLimites {
  readonly vigencia?: string
  readonly quien?: string
  readonly salida: string
}

/** `nueva-vigencia <libro>`: the workbook of the next year, with all that goes on. */
export function nuevaVigencia(program: Command, anotar: Anotar): void {
  program
    .command('nueva-vigencia')
    .description('Hace el libro del año siguiente: productos, metas y avances siguen; lo que se contó del año se vacía, y dice qué decidir')
    .argument('<libro>', 'libro de Excel (.xlsx) del último año; no se toca')
    .requiredOption('--salida <libro>', 'libro de Excel (.xlsx) que se escribe; no reemplaza a otro')
    .addOption(new Option('--vigencia <año>', 'año del libro nuevo (por omisión, el siguiente al del libro)'))
    .addOption(new Option('--quien <nombre>', 'quién lo hace, para la hoja Registro (por omisión, la Dependencia de la hoja Política)'))
    .addOption(opcionDeLimites())
    .action(async (libro: string, opciones: Opciones) => correr(libro, opciones, anotar))
}

async function correr(libro: string, { vigencia, quien, salida, ...opciones }: Opciones, anotar: Anotar): Promise<void> {
  const [{ writeWhole }, pipeline, { libroDeSalida, sinReemplazar }, { mostrarProblemas }] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../salida.js'),
    import('../terminal.js'),
  ])
  if (vigencia !== undefined && !/^\d{4}$/u.test(vigencia))
    throw new UsageError(`--vigencia es un año de cuatro cifras, como 2031; se encontró «${vigencia}».`)
  const nuevo = libroDeSalida(salida)
  await sinReemplazar(nuevo)
  const limites = await limitesDe(opciones)
  const leido = await leerLibroDe(libro, limites)
  anotar((sucesos) => sucesos.leido('libro', leido))
  const { bytes, ...hecha } = await pipeline.nuevaVigencia({
    libro: { nombre: basename(libro), bytes: leido },
    limites,
    vigencia: vigencia === undefined ? null : Number(vigencia),
    quien: quien ?? null,
    ahora: instante(),
    dia: dia(),
  })
  await writeWhole(nuevo, bytes, { replace: false })
  anotar(({ escrito }) => escrito(nuevo, bytes))
  console.log(`Libro de la vigencia ${hecha.vigencia}: ${relative('', nuevo)}. Lo que sigue está también en su hoja Instrucciones.`)
  mostrarProblemas({ errores: [], avisos: hecha.decisiones })
  process.exitCode = EXIT.done
}
