import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { Dado } from '../../pipeline/index.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import { CACHE, type OpcionesDeCache, SIN_CACHE } from '../opciones-de-cache.js'
import type { Anotar } from '../registro.js'
import { FONT_FAMILIES, PACKAGE, TEMPLATES } from '../resources.js'

interface Opciones extends OpcionDeLimites, OpcionesDeCache {
  readonly base?: string
  readonly puerto: string
  readonly abrir?: true
  readonly salida?: string
  readonly plantillas: string
  readonly tema: string
}

const MAYOR_PUERTO = 65_535

/** `revisar [libro]`: a page of this machine on which a workbook is corrected, compared, decided on and made a report. */
export function revisar(program: Command, anotar: Anotar): void {
  program
    .command('revisar')
    .description('Abre una página en este equipo para revisar el libro: problemas, qué cambió, auditoría, el informe y sus archivos')
    .argument('[libro]', 'libro de Excel (.xlsx); sin él, la página da a escoger los de la carpeta inputs o deja traer otro')
    .addOption(new Option('--base <libro>', 'libro con que se compara (por omisión, el mismo, como está al empezar)'))
    .addOption(new Option('--puerto <número>', 'puerto de este equipo').default('0', 'uno libre'))
    .option('--abrir', 'abre la página en el navegador')
    .addOption(new Option('--salida <carpeta>', 'dónde queda el informe que se haga (por omisión, output/<sigla>-<vigencia>)'))
    .addOption(opcionDeLimites())
    .addOption(CACHE)
    .addOption(SIN_CACHE)
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .addOption(new Option('--tema <nombre>', 'tema de la carpeta temas/ de las plantillas').default('institucional', 'institucional'))
    .action(async (libro: string | undefined, opciones: Opciones) => correr(libro ?? null, opciones, anotar))
}

async function correr(libro: string | null, opciones: Opciones, anotar: Anotar): Promise<void> {
  const { base, puerto, abrir, salida, plantillas: carpeta, tema } = opciones
  const pedido = puertoDe(puerto)
  const limites = await limitesDe(opciones)
  const [{ readTree }, { temaDe }, review, { revisionLocal }, { recursosDePagina }, { alGuardar }, parts] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../../review/index.js'),
    import('../revision-local.js'),
    import('../recursos-de-revision.js'),
    import('../al-guardar.js'),
    import('../parts-folder.js'),
  ])
  const cache = parts.partsFolder(opciones)
  if (cache !== null) parts.trimPartsFolder(cache)
  const plantillas = await readTree(carpeta)
  const theme = temaDe(plantillas, tema, FONT_FAMILIES)
  const dado = async (ruta: string | null): Promise<Dado | null> =>
    ruta === null ? null : { nombre: basename(ruta), bytes: await leerLibroDe(ruta, limites) }
  const [suyo, contra] = [await dado(libro), await dado(base ?? null)]
  const mesa: { libro: string | null; vigilancia: AbortController } = { libro, vigilancia: new AbortController() }
  const { servicios, cerrar: cerrarHilos } = revisionLocal({
    abierto: () => mesa.libro,
    abrir: async (ruta) => {
      const otro = { nombre: basename(ruta), bytes: await leerLibroDe(ruta, limites) }
      mesa.libro = ruta
      vigilar(ruta)
      await sesion.empieza(otro)
    },
    carpeta: libro === null ? 'inputs' : dirname(libro),
    plantillas,
    limites,
    tema,
    salida: salida ?? null,
    cache,
    anotar,
  })
  anotar(({ leido }) => leido('plantillas', plantillas))
  const sesion = new review.Sesion(servicios, suyo, contra)
  const clave = randomBytes(24).toString('base64url')
  const lugar = { puerto: 0 }
  const app = review.aplicacion({
    sesion,
    servicios,
    theme,
    programa: `informe ${PACKAGE.version}`,
    clave,
    puerto: () => lugar.puerto,
    recursos: await recursosDePagina(theme),
  })
  const escucha = await review.escuchar(app, pedido).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new UsageError(`Otro programa usa el puerto ${pedido}: pida otro con --puerto, o quite la opción para tomar uno libre.`)
  })
  lugar.puerto = escucha.puerto
  const direccion = `http://127.0.0.1:${escucha.puerto}/${clave}/`
  console.log(`La revisión está abierta en ${direccion}`)
  console.log('Esa dirección solo sirve en este equipo. Para terminar, pulse Ctrl+C o cierre esta ventana.')
  if (libro !== null) vigilar(libro)
  // The first to look finds everything ready.
  void sesion.delLibro()
  if (abrir) await abrirNavegador(direccion)
  await hastaQueLoCierren()
  mesa.vigilancia.abort()
  await escucha.cerrar()
  await cerrarHilos()
  process.exitCode = EXIT.done

  /** Follows one workbook: the one that is open. */
  function vigilar(ruta: string): void {
    mesa.vigilancia.abort()
    mesa.vigilancia = new AbortController()
    void alGuardar(ruta, limites, mesa.vigilancia.signal, (bytes) => sesion.cambia({ nombre: basename(ruta), bytes }))
  }
}

/** @throws UsageError where it is no port */
function puertoDe(texto: string): number {
  const puerto = Number(texto)
  if (Number.isInteger(puerto) && puerto >= 0 && puerto <= MAYOR_PUERTO) return puerto
  throw new UsageError(`--puerto debe ser un número entero de 0 a ${MAYOR_PUERTO}; se encontró «${texto}».`)
}

/** Opens the page in the person's own browser; where there is none to open, the address is on screen. */
async function abrirNavegador(direccion: string): Promise<void> {
  const { default: open } = await import('open')
  const proceso = await open(direccion).catch(() => null)
  proceso?.once('error', () => console.log('No se pudo abrir el navegador: copie en él esa dirección.'))
}

function hastaQueLoCierren(): Promise<void> {
  return new Promise((resolve) => {
    for (const senal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(senal, () => resolve())
  })
}
