import { join, relative, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Comparada, Diferencia } from '../../plantillas/index.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import type { Anotar } from '../registro.js'
import { PACKAGE, TEMPLATES } from '../resources.js'
import { visible } from '../visible.js'

interface Opciones {
  readonly copiar?: string
  readonly comparar?: string
}

/** `plantillas`: the templates that come with the program, for whoever wants their own. */
export function plantillas(program: Command, anotar: Anotar): void {
  program
    .command('plantillas')
    .description('Copia las plantillas del programa para cambiarlas, o dice en qué difieren las que se cambiaron')
    .addOption(new Option('--copiar <carpeta>', 'copia las plantillas a esa carpeta, que debe estar vacía o no existir'))
    .addOption(
      new Option('--comparar <carpeta>', 'dice qué cambió en esa copia, y qué cambió en el programa desde que se hizo').conflicts('copiar'),
    )
    .action(async ({ copiar: destino, comparar: copia }: Opciones) => {
      if (destino !== undefined) await copiar(destino, anotar)
      else if (copia !== undefined) await comparar(copia, anotar)
      else throw new UsageError('Diga qué hacer con las plantillas: --copiar <carpeta>, o --comparar <carpeta>.')
      process.exitCode = EXIT.done
    })
}

/** @throws CannotWrite where something stands there already */
async function copiar(destino: string, anotar: Anotar): Promise<void> {
  const [{ CannotWrite, namesUnder, publish, readIfThere, readTree }, { copia, leerCopiado, REGISTRO }, { sha256 }] = await Promise.all([
    import('../../disk/index.js'),
    import('../../plantillas/index.js'),
    import('../../hash/index.js'),
  ])
  const carpeta = resolve(destino)
  const llena = await hayAlgo(carpeta, namesUnder)
  if (llena || (await readIfThere(join(carpeta, REGISTRO))) !== null)
    throw new CannotWrite(destino, Object.assign(new Error(), { code: 'LLENA' }))
  const archivos = copia(await readTree(TEMPLATES), PACKAGE.version)
  await publish({
    dir: carpeta,
    files: archivos,
    manifestName: REGISTRO,
    readManifest: (bytes) => leerCopiado(bytes)?.archivos ?? null,
    hash: sha256,
    now: new Date(),
    retire: [],
  })
  anotar(({ escritos, medido }) => escritos([...archivos].map(([ruta, bytes]) => medido(ruta, bytes))))
  const donde = relative('', carpeta) || '.'
  console.log(
    visible(
      [
        `Plantillas en ${donde} (${archivos.size - 1} archivos): empiece por LEEME.txt.`,
        `Para usarlas: informe generar <libro> --plantillas ${entreComillas(donde)}`,
      ].join('\n'),
    ),
  )
}

/** Whether a folder has files; none that is not there has. */
async function hayAlgo(carpeta: string, nombres: (dir: string, but: readonly string[]) => Promise<readonly string[]>): Promise<boolean> {
  try {
    return (await nombres(carpeta, [])).length > 0
  } catch (error) {
    const causa = error instanceof Error ? error.cause : null
    if (causa instanceof Error && 'code' in causa && causa.code === 'ENOENT') return false
    throw error
  }
}

async function comparar(carpeta: string, anotar: Anotar): Promise<void> {
  const [{ readIfThere, readTree }, { compararPlantillas, leerCopiado, REGISTRO }] = await Promise.all([
    import('../../disk/index.js'),
    import('../../plantillas/index.js'),
  ])
  const suyas = await readTree(carpeta)
  anotar(({ leido }) => leido('plantillas', suyas))
  const copiado = leerCopiado(await readIfThere(join(carpeta, REGISTRO)))
  const comparadas = compararPlantillas(suyas, await readTree(TEMPLATES), copiado)
  anotar(() => ({ que: 'cuentas', cuentas: cuentasDe(comparadas) }))
  console.log(visible(enPalabras(comparadas, copiado?.version ?? null).join('\n')))
}

function cuentasDe(comparadas: readonly Comparada[]): Readonly<Record<string, number>> {
  const suyas = (diferencia: Diferencia) => comparadas.filter((c) => c.diferencia === diferencia).length
  return Object.fromEntries(ORDEN.flatMap((diferencia) => (suyas(diferencia) === 0 ? [] : [[diferencia, suyas(diferencia)]])))
}

const TITULOS: Readonly<Record<Diferencia, string>> = {
  ambas: 'Cambiaron usted y el programa: revise si necesita lo nuevo',
  actualizada: 'Cambió el programa desde que las copió; las suyas siguen como antes',
  nueva: 'Nuevas en el programa',
  retirada: 'El programa ya no las trae',
  cambiada: 'Cambió usted',
  agregada: 'Agregó usted',
  quitada: 'Quitó usted',
  distinta: 'Difieren, y no se sabe quién las cambió: falta lo que dice qué se copió',
}

/** What asks for something to be done first. */
const ORDEN = Object.keys(TITULOS) as readonly Diferencia[]

function enPalabras(comparadas: readonly Comparada[], version: string | null): readonly string[] {
  const de = version === null ? '' : `; las suyas se copiaron de la ${version}`
  if (comparadas.length === 0) return [`Las plantillas son las del programa (versión ${PACKAGE.version}).`]
  const grupos = ORDEN.flatMap((diferencia) => {
    const suyas = comparadas.filter((c) => c.diferencia === diferencia)
    return suyas.length === 0 ? [] : ['', `${TITULOS[diferencia]} (${suyas.length})`, ...suyas.flatMap(deArchivo)]
  })
  return [`Frente a las plantillas del programa (versión ${PACKAGE.version}${de}; «−», lo del programa; «+», lo suyo):`, ...grupos]
}

/** Stretches told of a file; of more, how many there are. */
const TRAMOS = 6

function deArchivo({ ruta, tramos }: Comparada): readonly string[] {
  const faltan = tramos.length - TRAMOS
  return [
    `  ${ruta}`,
    ...tramos
      .slice(0, TRAMOS)
      .flatMap(({ linea, delPrograma, suyas }) => [
        `    línea ${linea}`,
        ...delPrograma.map((texto) => `      − ${texto}`),
        ...suyas.map((texto) => `      + ${texto}`),
      ]),
    ...(faltan > 0 ? [`    y ${faltan} ${faltan === 1 ? 'lugar' : 'lugares'} más`] : []),
  ]
}

/** A path as a terminal takes it. */
function entreComillas(ruta: string): string {
  return /\s/u.test(ruta) ? `"${ruta}"` : ruta
}
