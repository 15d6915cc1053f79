import { basename, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { Fila, Parte, Renglon, Resumen } from '../../lote/index.js'
import { corteDe, type OpcionDeCorte } from '../corte.js'
import { entero } from '../enteros.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import { limitesDe, type OpcionDeLimites, opcionDeLimites } from '../limites.js'
import { variosDe } from '../listas.js'
import type { Desenlace } from '../lote-encargo.js'
import { abrirCola, type Cola, opcionDeRaiz } from '../opciones-de-cola.js'
import { conOpcionesDeInforme, FORMATOS } from '../opciones-de-informe.js'
import { conOpcionesDeObreros, type OpcionesDeObreros, trabajoDe } from '../opciones-de-obreros.js'
import type { Anotar } from '../registro.js'
import { FONT_FAMILIES, PACKAGE } from '../resources.js'
import type { OpcionesDeSecciones } from '../secciones.js'

interface Opciones extends OpcionDeLimites, OpcionDeCorte, OpcionesDeSecciones, OpcionesDeObreros {
  readonly salida: string
  readonly obreros?: string
  readonly cola?: string
  readonly raiz: string
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
  const orden = conOpcionesDeObreros(
    program
      .command('lote')
      .description('Hace los informes de muchos libros, varios a la vez; un libro con errores no detiene a los demás')
      .argument('<libros>', 'carpeta con libros (.xlsx), o lista de ellos (.csv)')
      .addOption(
        new Option('--salida <carpeta>', 'carpeta de los resultados: dentro, una por libro').default(join('output', 'lote'), 'output/lote'),
      )
      .addOption(new Option('--obreros <número>', 'cuántos a la vez (por omisión, los procesadores que hay, si la memoria alcanza)')),
  )
  conOpcionesDeInforme(
    orden
      .addOption(
        new Option(
          '--cola <dirección>',
          'los hacen otros procesos, «informe obrero», por una cola en Redis o Valkey (redis://equipo:6379)',
        ).conflicts(['obreros', 'memoria', 'plazo']),
      )
      .addOption(opcionDeRaiz())
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
  const cola = opciones.cola === undefined ? null : await abrirCola(opciones.cola, 'lote')
  try {
    return await hacerLote(libros, opciones, cola, anotar)
  } finally {
    cola?.conexion.cerrar()
  }
}

async function hacerLote(libros: string, opciones: Opciones, cola: Cola | null, anotar: Anotar): Promise<number> {
  const inicio = performance.now()
  const { tema, con, sin, silencioso = false } = opciones
  // What may be asked for twice must be found done.
  const continuar = opciones.continuar === true || cola !== null
  const { formatos, limites, corte, estricto, parte, ...comoTrabajan } = await pedidoDe(opciones)
  const [{ esDeLaParte, pendiente, resumir }, { temaDe }, terminal] = await Promise.all([
    import('../../lote/index.js'),
    import('../../pipeline/index.js'),
    import('../terminal.js'),
  ])
  const [
    { correr },
    { leerLote, recetasDe, tareasDe },
    { obreros, obrerosPorOmision },
    { obrerosDeCola },
    resumenes,
    { marcha },
    { contarLote },
  ] = await Promise.all([
    import('../lote-correr.js'),
    import('../lote-lista.js'),
    import('../lote-obreros.js'),
    import('../cola-obreros.js'),
    import('../lote-resumen.js'),
    import('../lote-terminal.js'),
    import('../lote-contar.js'),
  ])

  const lista = await leerLote(libros)
  const recetario = await recetasDe(lista, { ...opciones, formatos, limites, corte, estricto })
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
      opciones: { formatos, tema, con, sin, estricto, continuar, ...(cola && { cola: cola.direccion.visible }) },
      ahora: deAhora().filter(({ estado }) => estado === 'hecho').length,
    })
  // Written before the work too: a folder that cannot be written is better known now.
  await resumenes.escribirResumen(carpeta, resumenCon([]))
  const { apuntes, hubo, ajenas } = await resumenes.leerDeAntes(carpeta, lista.renglones)
  const diario = resumenes.abrirDiario(carpeta, parte)
  diario({ que: 'inicio', en: new Date().toISOString(), version: PACKAGE.version, libros: suyos.length })
  if (hubo && !continuar)
    terminal.decir(silencioso, `En ${donde} ya hay un lote: se hace todo de nuevo. Con --continuar se hace solo lo que falta o cambió.`)

  const tareas = tareasDe(lista, suyos, recetario, { carpeta, apuntes: continuar ? apuntes : null })
  // Through a queue they are all asked for at once: how many are made at once is for whoever makes them.
  const cuantos = cola === null ? Math.max(1, Math.min(comoTrabajan.cuantos ?? obrerosPorOmision(), suyos.length)) : suyos.length
  const vista = marcha(terminal.vistoAqui(silencioso), suyos.length)
  const equipo =
    cola === null
      ? obreros({ ...comoTrabajan, cuantos })
      : await obrerosDeCola(cola, { raiz: opciones.raiz, carpeta, tareas, recetas: recetario.recetas, decir: vista.decir })
  const interrumpido = await correr(tareas, {
    obreros: equipo,
    cuantos,
    alTerminar: ({ encargo }, desenlace) => {
      desenlaces.set(encargo.salida, desenlace)
      if (desenlace.ahora) diario({ que: 'libro', en: new Date().toISOString(), clave: desenlace.clave, fila: desenlace.fila })
      vista.anotar(desenlace)
    },
    alInterrumpir: (enCurso) => vista.decir(cola === null ? alInterrumpir(enCurso) : AL_INTERRUMPIR_LA_COLA),
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

const AL_INTERRUMPIR_LA_COLA =
  'Interrumpido: se retira de la cola lo que nadie ha empezado, y se espera lo que está en curso. Ctrl+C otra vez, para no esperar.'

function alInterrumpir(enCurso: number): string {
  const que = enCurso === 1 ? 'se termina el informe que está en curso' : `se terminan los ${enCurso} informes que están en curso`
  return `Interrumpido: ${que}. Ctrl+C otra vez, para no esperar.`
}

/** @throws UsageError where an option has a value that does not exist */
async function pedidoDe(opciones: Opciones) {
  return {
    formatos: variosDe(FORMATOS, opciones.formatos, 'un formato'),
    parte: opciones.parte === undefined ? null : parteDe(opciones.parte),
    ...trabajoDe(opciones),
    cuantos: opciones.obreros === undefined ? null : entero('--obreros', opciones.obreros, 1, 256),
    limites: await limitesDe(opciones),
    corte: await corteDe(opciones),
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
