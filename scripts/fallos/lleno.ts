/** Runs on a small disk, which fills. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { correr, type Fin, RAIZ } from './ensayo.js'

/** Whether this machine lets whoever runs this mount a disk of its own, in a space of names of its own. */
export async function hayDiscosPequenos(): Promise<boolean> {
  const fin = await correr('unshare', ['--user', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).catch(() => null)
  return fin?.codigo === 0
}

/**
 * Runs the program on a copy of `carpeta` that is on a disk with room for a part of what the run writes (`parte` of the bytes of `set`),
 * lets `comprobar` see to what is left while the disk is as full, and leaves in `carpeta` what stood there.
 */
export async function enDiscoLleno(
  carpeta: string,
  set: string,
  parte: number,
  orden: (salida: string) => readonly string[],
): Promise<Fin> {
  const disco = join(dirname(carpeta), 'disco')
  mkdirSync(disco)
  const cabe = bytesDe(carpeta) + Math.round(parte * bytesDe(set))
  const programa = `'${process.execPath}' '${join(RAIZ, 'dist/cli/informe.js')}'`
  const enDisco = join(disco, 'informe')
  const guion = [
    `mount -t tmpfs -o size=${cabe} tmpfs '${disco}'`,
    `cp -a '${carpeta}' '${enDisco}'`,
    `${programa} ${orden(enDisco)
      .map((a) => `'${a}'`)
      .join(' ')}; codigo=$?`,
    `${programa} comprobar '${enDisco}'`,
    `cp -a '${disco}' '${disco}.quedo'`,
    'exit $codigo',
  ].join('\n')
  const fin = await correr('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', guion])
  if (existsSync(`${disco}.quedo`)) {
    rmSync(carpeta, { recursive: true })
    // Whatever stands on the disk beside the folder is left beside it, where it counts as a leaving.
    for (const nombre of readdirSync(`${disco}.quedo`)) renameSync(join(`${disco}.quedo`, nombre), join(dirname(carpeta), nombre))
    rmSync(`${disco}.quedo`, { recursive: true })
  }
  rmSync(disco, { recursive: true })
  return fin
}

/** What the files of a folder take on a disk that gives room by pages. */
function bytesDe(carpeta: string): number {
  const entradas = readdirSync(carpeta, { recursive: true, withFileTypes: true })
  return entradas.reduce((suma, e) => suma + (e.isFile() ? Math.ceil(statSync(join(e.parentPath, e.name)).size / 4096) * 4096 : 4096), 0)
}
