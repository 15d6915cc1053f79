import { basename, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { Fila, Parte, Renglon, Resumen } from '../../lote/index.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import { variosDe } from '../listas.js'
import type { Desenlace } from '../lote-encargo.js'
import { conOpcionesDeInforme, FORMATOS } from '../opciones-de-informe.js'
import type { Anotar } from '../registro.js'
import { FONT_FAMILIES, PACKAGE } from '../resources.js'
import type { OpcionesDeSecciones } from '../secciones.js'

interface Opciones extends OpcionDeLimites, OpcionesDeSecciones {
  readonly salida: string
  readonly obreros?: string
  readonly memoria: string
  readonly plazo: string
  readonly parte?: string
  readonly continuar?: boolean
  readonly formatos: string
  readonly plantillas: string
  readonly tema: string
  readonly estricto?: boolean
  readonly silencioso?: boolean
}

/** `lote <carpeta|lista.csv>`: the reports of many workbooks. */
export function lote(program: Command, anotar: Anotar): void {
  conOpcionesDeInforme(
    program
      .command('lote')
      .description('Hace los informes de muchos libros, varios a la vez; un libro con errores no detiene a los demás')
      .argument('<libros>', 'carpeta con libros (.xlsx), o lista de ellos (.csv)')
      .addOption(
        new Option('--salida <carpeta>', 'carpeta de los resultados: dentro, una por libro').default(join('output', 'lote'), 'output/lote'),
      )
      .addOption(new Option('--obreros <número>', 'cuántos a la vez (por omisión, los procesadores que hay, si la memoria alcanza)'))
      .addOption(new Option('--memoria <MB>', 'lo más que puede usar cada uno de ellos').default('2048', '2048'))
      .addOption(new Option('--plazo <segundos>', 'lo más que puede tardar un informe').default('600', '600'))
      .addOption(new Option('--parte <i/n>', 'solo la parte i de n, para repartir el lote entre n equipos'))
      .option('--continuar', 'hace lo que falta y lo que cambió, y deja lo que está hecho'),
  )
    .option('--estricto', 'no hace los informes en que la auditoría tiene hallazgos sin aceptar')
    .addOption(opcionDeLimites())
    .option('--silencioso', 'no muestra el progreso')
    .action(async (libros: string, opciones: Opciones) => {
      process.exitCode = await correrLote(libros, opciones, anotar)
    })
}

async function correrLote(libros: string, opciones: Opciones, anotar: Anotar): Promise<number> {
  const inicio = performance.now()
  const { tema, con, sin, silencioso = false, continuar = false } = opciones
  const { formatos, limites, estricto, parte, ...comoTrabajan } = await pedidoDe(opciones)
  const [{ esDeLaParte, pendiente, resumir }, { temaDe }, terminal] = await Promise.all([
    import('../../lote/index.js'),
    import('../../pipeline/index.js'),
    import('../terminal.js'),
  ])
  const [{ correr }, { leerLote, recetasDe, tareasDe }, { obreros, obrerosPorOmision }, resumenes, { marcha }, { contarLote }] =
    await Promise.all([
      import('../lote-correr.js'),
      import('../lote-lista.js'),
      import('../lote-obreros.js'),
      import('../lote-resumen.js'),
      import('../lote-terminal.js'),
      import('../lote-contar.js'),
    ])

  const lista = await leerLote(libros)
  const recetario = await recetasDe(lista, { ...opciones, formatos, limites, estricto })
  const theme = temaDe(recetario.plantillas, tema, FONT_FAMILIES)
  anotar(({ leido }) => recetario.recetas.flatMap(([{ plantillas }]) => leido('plantillas', plantillas)))
  const suyos = lista.renglones.filter((renglon) => parte === null || esDeLaParte(renglon, parte))
  const carpeta = resolve(opciones.salida)
  const donde = relative('', carpeta) || '.'

  const desenlaces = new Map<string, Desenlace>()
  const deAhora = () => [...desenlaces.values()].flatMap(({ fila, ahora }) => (ahora ? fila : []))
  const filaDe = ({ libro, salida }: Renglon): Fila => desenlaces.get(salida)?.fila ?? pendiente(libro, salida)
  const resumenCon = (ajenas: readonly string[]): Resumen =>
    resumir({
      ...{ version: PACKAGE.version, parte, ajenas, filas: suyos.map(filaDe), ms: performance.now() - inicio },
      opciones: { formatos, tema, con, sin, estricto, continuar },
      ahora: deAhora().filter(({ estado }) => estado === 'hecho').length,
    })
  // Written before the work too: a folder that cannot be written is better known now.
  await resumenes.escribirResumen(carpeta, resumenCon([]))
  const { apuntes, hubo, ajenas } = await resumenes.leerDeAntes(carpeta, lista.renglones)
  const diario = resumenes.abrirDiario(carpeta, parte)
  diario({ que: 'inicio', en: new Date().toISOString(), version: PACKAGE.version, libros: suyos.length })
  if (hubo && !continuar)
    terminal.decir(silencioso, `En ${donde} ya hay un lote: se hace todo de nuevo. Con --continuar se hace solo lo que falta o cambió.`)

  const cuantos = Math.max(1, Math.min(comoTrabajan.cuantos ?? obrerosPorOmision(), suyos.length))
  const equipo = obreros(recetario.recetas, { ...comoTrabajan, cuantos })
  const vista = marcha(terminal.vistoAqui(silencioso), suyos.length)
  const interrumpido = await correr(tareasDe(lista, suyos, recetario, { carpeta, apuntes: continuar ? apuntes : null }), {
    obreros: equipo,
    cuantos,
    alTerminar: ({ encargo }, desenlace) => {
      desenlaces.set(encargo.salida, desenlace)
      if (desenlace.ahora) diario({ que: 'libro', en: new Date().toISOString(), clave: desenlace.clave, fila: desenlace.fila })
      vista.anotar(desenlace)
    },
    alInterrumpir: (enCurso) => vista.decir(alInterrumpir(enCurso)),
  }).finally(() => equipo.cerrar())
  await vista.terminar()

  const resumen = resumenCon(ajenas)
  await resumenes.escribirResumen(carpeta, resumen)
  const pagina = await resumenes.escribirPagina(carpeta, resumen, theme)
  const { hechos, rechazados, fallidos, pendientes, ahora } = resumen.totales
  anotar(() => ({ que: 'cuentas', cuentas: { hechos, rechazados, fallidos, pendientes, ahora } }))
  contarLote(resumen, { carpeta: donde, pagina: join(donde, basename(pagina)), ahora: deAhora(), silencioso })
  return codigoDe(
    resumen,
    [...desenlaces.values()].some(({ disco }) => disco),
    interrumpido,
  )
}

function alInterrumpir(enCurso: number): string {
  const que = enCurso === 1 ? 'se termina el informe que está en curso' : `se terminan los ${enCurso} informes que están en curso`
  return `Interrumpido: ${que}. Ctrl+C otra vez, para no esperar.`
}

/** @throws UsageError where an option has a value that does not exist */
async function pedidoDe(opciones: Opciones) {
  return {
    formatos: variosDe(FORMATOS, opciones.formatos, 'un formato'),
    parte: opciones.parte === undefined ? null : parteDe(opciones.parte),
    memoria: entero('--memoria', opciones.memoria, 64, 65_536),
    plazo: entero('--plazo', opciones.plazo, 1, 86_400),
    cuantos: opciones.obreros === undefined ? null : entero('--obreros', opciones.obreros, 1, 256),
    limites: await limitesDe(opciones),
    estricto: opciones.estricto ?? false,
  }
}

function codigoDe({ totales }: Resumen, disco: boolean, interrumpido: boolean): number {
  if (interrumpido && totales.pendientes > 0) return EXIT.interrupted
  if (disco) return EXIT.cannotWrite
  if (totales.fallidos > 0) return EXIT.other
  return totales.rechazados > 0 ? EXIT.invalidInput : EXIT.done
}

function parteDe(texto: string): Parte {
  const [, i, n] = /^(\d{1,4})\/(\d{1,4})$/u.exec(texto.trim()) ?? []
  const parte = { i: Number(i), n: Number(n) }
  if (i === undefined || parte.i < 1 || parte.i > parte.n)
    throw new UsageError(`--parte se escribe i/n, con i de 1 a n, como 2/4; se encontró «${texto}».`)
  return parte
}

function entero(opcion: string, texto: string, menor: number, mayor: number): number {
  const numero = Number(texto)
  if (/^\d+$/u.test(texto.trim()) && numero >= menor && numero <= mayor) return numero
  throw new UsageError(`${opcion} debe ser un número entero de ${menor} a ${mayor}; se encontró «${texto}».`)
}
