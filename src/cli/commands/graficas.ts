import { basename, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { FormatoDeDatos, FormatoDeImagen } from '../../pipeline/index.js'
import type { Escrito } from '../../registro/index.js'
import { corteDe, type OpcionDeCorte, opcionDeCorte } from '../corte.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { leerLibroDe, limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import { nombres, unoDe, variosDe } from '../listas.js'
import { type Anotar, enRegistro } from '../registro.js'
import { FONT_FAMILIES, fonts, PACKAGE, TEMPLATES } from '../resources.js'

interface Opciones extends OpcionDeLimites, OpcionDeCorte {
  readonly leer?: string
  readonly grafica?: string
  readonly sector: readonly string[]
  readonly formatos: string
  readonly uso: string
  readonly ppp?: string
  readonly fondo: string
  readonly tema: string
  readonly modo: string
  readonly texto: string
  readonly datos: string
  readonly plantillas: string
  readonly salida?: string
  readonly silencioso?: boolean
}

const FORMATOS: readonly FormatoDeImagen[] = ['png', 'svg', 'pdf']
const DATOS: readonly FormatoDeDatos[] = ['csv', 'xlsx']
const FONDOS = ['blanco', 'transparente'] as const
const MODOS = ['claro', 'oscuro'] as const
const TEXTOS = ['texto', 'trazado'] as const
/** Pixels to the inch: under the first, words of any size blur; over the second, a picture has more pixels than programs open. */
const PPP = { menor: 72, mayor: 1200 }

/** `graficas <libro>`: the charts on their own, for whoever puts them in other things. */
export function graficas(program: Command, anotar: Anotar): void {
  program
    .command('graficas')
    .description('Hace las gráficas como imágenes sueltas, para cada uso, con su catálogo; o lee lo que una imagen lleva dentro')
    .argument('[libro]', 'libro de Excel (.xlsx)')
    .addOption(new Option('--grafica <lista>', 'solo estas, por su número: 1,5,A2 o 1-15'))
    .addOption(
      new Option('--sector <nombre>', 'solo las de este sector; se puede repetir')
        .default([], 'todos')
        .argParser((nombre: string, otros: readonly string[]) => [...otros, nombre]),
    )
    .addOption(new Option('--uso <lista>', 'usos del tema: impreso, diapositiva, cuadrada, historia, horizontal').default('', 'todos'))
    .addOption(new Option('--formatos <lista>', 'png, svg o pdf, separados por coma').default('png', 'png'))
    .addOption(new Option('--ppp <número>', 'píxeles por pulgada de los PNG para imprimir (por omisión, los del uso)'))
    .addOption(new Option('--fondo <cuál>', 'blanco o transparente').default('blanco', 'blanco'))
    .addOption(new Option('--modo <cuál>', 'claro u oscuro').default('claro', 'claro'))
    .addOption(new Option('--texto <cómo>', 'en los SVG: texto, con sus letras dentro, o trazado, para imprenta').default('texto', 'texto'))
    .addOption(new Option('--tema <nombre>', 'tema de la carpeta temas/ de las plantillas').default('institucional', 'institucional'))
    .addOption(new Option('--datos <lista>', 'además, las cifras de cada gráfica: csv, xlsx').default('', 'ninguno'))
    .addOption(opcionDeCorte())
    .addOption(opcionDeLimites())
    .addOption(new Option('--plantillas <carpeta>', 'carpeta de las plantillas').default(TEMPLATES, 'las del programa'))
    .addOption(new Option('--salida <carpeta>', 'carpeta de los resultados (por omisión, output/<sigla>-<vigencia>/graficas)'))
    .addOption(new Option('--leer <archivo>', 'no hace nada: dice de qué libro salió una imagen (.png, .svg o .pdf)'))
    .option('--silencioso', 'no muestra el progreso')
    .action(async (libro: string | undefined, opciones: Opciones) => {
      if (opciones.leer !== undefined) {
        const { leerImagen } = await import('../leer-imagen.js')
        await leerImagen(opciones.leer)
      } else if (libro === undefined) throw new UsageError('Falta el libro: escriba su ruta después de «graficas».')
      else await correr(libro, opciones, anotar)
      process.exitCode = EXIT.done
    })
}

async function correr(libro: string, opciones: Opciones, anotar: Anotar): Promise<void> {
  const inicio = performance.now()
  const { silencioso = false } = opciones
  const pedido = pedidoDe(opciones)
  const [limites, corte] = [await limitesDe(opciones), await corteDe(opciones)]
  const [{ readTree }, { CATALOGO, graficar }, { publicar }, terminal, { drawingThreads }] = await Promise.all([
    import('../../disk/index.js'),
    import('../../pipeline/index.js'),
    import('../publicar.js'),
    import('../terminal.js'),
    import('../drawing-thread.js'),
  ])
  const observar = terminal.observador(terminal.vistoAqui(silencioso), terminal.ETAPAS_DE.graficas, (hecho) =>
    anotar(() => enRegistro(hecho)),
  )
  const [bytes, plantillas] = [await leerLibroDe(libro, limites), await readTree(opciones.plantillas)]
  anotar(({ leido }) => [...leido('libro', bytes), ...leido('plantillas', plantillas)])
  const hilos: { readonly close: () => Promise<void> }[] = []
  const hechas = await graficar(
    {
      libro: { nombre: basename(libro), bytes },
      limites,
      corte,
      plantillas,
      tema: opciones.tema,
      fuentes: { familias: FONT_FAMILIES, leer: fonts },
      version: PACKAGE.version,
      dibujantes: (theme, letras) => {
        const pool = drawingThreads(theme, letras)
        hilos.push(pool)
        return { dibujar: (...tarea) => pool.run(tarea), aLaVez: pool.size }
      },
      ...pedido,
    },
    observar,
  )
  const carpeta = resolve(opciones.salida ?? join('output', hechas.nombre, 'graficas'))
  const editados = await observar(
    'laminas',
    (avance) =>
      publicar(
        carpeta,
        (anterior) =>
          anotados(
            hechas.archivos(anterior, (n) => avance(n, hechas.cuantos)),
            anotar,
          ),
        { interrumpible: true },
      ),
    () => hechas.cuantos,
  ).finally(() => Promise.all(hilos.map((pool) => pool.close())))
  if (hechas.avisos > 0) terminal.decir(silencioso, `El libro tiene avisos (${hechas.avisos}): los dice «informe validar».`)
  for (const aviso of editados) terminal.advertir(silencioso, aviso)
  terminal.decir(silencioso, `Gráficas en ${relative('', carpeta) || '.'} (${hechas.cuantos} archivos y ${CATALOGO}). ${gasto(inicio)}.`)
}

/** The same files, as they are made; once they all are, the log tells of them. */
async function* anotados(archivos: AsyncIterable<readonly [string, Uint8Array]>, anotar: Anotar) {
  const medidos: Escrito[] = []
  for await (const [ruta, bytes] of archivos) {
    anotar(({ medido }) => {
      medidos.push(medido(ruta, bytes))
      return []
    })
    yield [ruta, bytes] as const
  }
  anotar(({ escritos }) => escritos(medidos))
}

/** @throws UsageError where an option has a value that does not exist */
function pedidoDe({ grafica = '', sector, formatos, uso, ppp, fondo, modo, texto, datos }: Opciones) {
  return {
    seleccion: { numeros: nombres(grafica), sectores: sector },
    estilo: {
      usos: nombres(uso),
      formatos: variosDe(FORMATOS, formatos, 'un formato'),
      ppp: ppp === undefined ? null : resolucion(ppp),
      fondo: unoDe(FONDOS, fondo, 'un fondo'),
      modo: unoDe(MODOS, modo, 'un modo'),
      texto: unoDe(TEXTOS, texto, 'un texto'),
    },
    datos: variosDe(DATOS, datos, 'un formato de datos'),
  }
}

function resolucion(texto: string): number {
  const ppp = Number(texto)
  if (Number.isInteger(ppp) && ppp >= PPP.menor && ppp <= PPP.mayor) return ppp
  throw new UsageError(`--ppp debe ser un número entero de ${PPP.menor} a ${PPP.mayor}; se encontró «${texto}».`)
}

/** `7,4 s, 310 MB de memoria`: since then, and at most. */
function gasto(inicio: number): string {
  const segundos = ((performance.now() - inicio) / 1000).toFixed(1).replace('.', ',')
  return `Tardó ${segundos} s y usó a lo sumo ${Math.round(process.resourceUsage().maxRSS / 1024)} MB de memoria`
}
