import { basename, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { FormerSet } from '../../disk/index.js'
import type { Repartido } from '../../pipeline/index.js'
import type { Escrito } from '../../registro/index.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import type { Anotar } from '../registro.js'
import { PACKAGE } from '../resources.js'

interface Opciones extends OpcionDeLimites {
  readonly salida: string
  readonly periodo?: string
  readonly sector: readonly string[]
}

/** The file that tells of the others. */
const REPARTO = 'reparto.json'

/** `repartir <libro>`: a workbook for each sector, with its products and what it must fill in. */
export function repartir(program: Command, anotar: Anotar): void {
  program
    .command('repartir')
    .description('Hace un libro por sector, solo con sus productos, para que diligencie sus avances y reportes')
    .argument('<libro>', 'libro de Excel (.xlsx); no se toca')
    .requiredOption('--salida <carpeta>', 'dónde quedan los libros de los sectores')
    .addOption(new Option('--periodo <período>', 'qué se pide: la vigencia, o una parte de ella, como 2031-T2 (por omisión, la vigencia)'))
    .addOption(
      new Option('--sector <nombre>', 'solo el de este sector; se puede repetir')
        .default([], 'todos')
        .argParser((nombre: string, otros: readonly string[]) => [...otros, nombre]),
    )
    .addOption(opcionDeLimites())
    .action(async (libro: string, opciones: Opciones) => correr(libro, opciones, anotar))
}

async function correr(ruta: string, { salida, periodo, sector, ...opciones }: Opciones, anotar: Anotar): Promise<void> {
  const [{ repartirLibro }, { manifiestoDeReparto }, { publicar }, { sinReemplazar }, terminal] = await Promise.all([
    import('../../pipeline/index.js'),
    import('../../outputs/index.js'),
    import('../publicar.js'),
    import('../salida.js'),
    import('../terminal.js'),
  ])
  const limites = await limitesDe(opciones)
  const bytes = await leerLibroDe(ruta, limites)
  anotar(({ leido }) => leido('libro', bytes))
  const reparto = repartirLibro({ libro: bytes, limites, periodo: periodo ?? null, sectores: sector })
  const carpeta = resolve(salida)
  for (const { archivo } of reparto.libros) await sinReemplazar(join(relative('', carpeta), archivo), 'otra carpeta')
  const origen = { version: PACKAGE.version, libro: { nombre: basename(ruta), bytes }, periodo: reparto.periodo }
  const manifiesto = (salidas: ReadonlyMap<string, Uint8Array>, anterior: FormerSet | null) =>
    [REPARTO, new TextEncoder().encode(manifiestoDeReparto(origen, salidas, anterior?.manifest ?? null))] as const
  await publicar(carpeta, (anterior) => conManifiesto(reparto, (salidas) => manifiesto(salidas, anterior), anotar), {
    manifiesto: REPARTO,
    interrumpible: true,
  })
  for (const uno of reparto.libros) terminal.decir(false, `${uno.archivo}: ${uno.sector}, ${productos(uno.productos)}`)
  for (const uno of reparto.sinProductos) terminal.decir(false, `Sin libro: ${uno}, que no tiene productos.`)
  if (reparto.avisos > 0) terminal.decir(false, `El libro tiene avisos (${reparto.avisos}): los dice «informe validar».`)
  terminal.decir(
    false,
    `${reparto.libros.length} libros en ${relative('', carpeta) || '.'}, para pedir ${reparto.periodo}. Cuando vuelvan, únalos con «informe consolidar».`,
  )
  process.exitCode = EXIT.done
}

const productos = (n: number) => `${n} ${n === 1 ? 'producto' : 'productos'}`

/** The workbooks as they are made, and then the manifest of them. */
async function* conManifiesto(
  reparto: Repartido,
  manifiesto: (salidas: ReadonlyMap<string, Uint8Array>) => readonly [string, Uint8Array],
  anotar: Anotar,
) {
  const hechos = new Map<string, Uint8Array>()
  for await (const [archivo, bytes] of reparto.archivos()) {
    hechos.set(archivo, bytes)
    yield [archivo, bytes] as const
  }
  const suyo = manifiesto(hechos)
  anotar(({ escritos, medido }) => escritos([...hechos, suyo].map(([archivo, bytes]): Escrito => medido(archivo, bytes))))
  yield suyo
}
