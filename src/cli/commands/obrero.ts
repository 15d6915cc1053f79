import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { entero } from '../enteros.js'
import { UsageError } from '../errors.js'
import { EXIT } from '../exit.js'
import type { Desenlace } from '../lote-encargo.js'
import { abrirCola, contarCola, opcionDeRaiz } from '../opciones-de-cola.js'
import { conOpcionesDeObreros, type OpcionesDeObreros, trabajoDe } from '../opciones-de-obreros.js'
import type { Anotar } from '../registro.js'
import { PACKAGE } from '../resources.js'
import { visibleInLine } from '../visible.js'

interface Opciones extends OpcionesDeObreros {
  readonly cola?: string
  readonly raiz: string
  readonly concurrencia?: string
  readonly silencioso?: boolean
}

/** `obrero --cola redis://…`: makes the reports that batches ask for through a queue, until it is told to end. */
export function obrero(program: Command, anotar: Anotar): void {
  conOpcionesDeObreros(
    program
      .command('obrero')
      .description('Hace los informes que los lotes piden por una cola (informe lote --cola); se pone en cuantos equipos se quiera')
      .addOption(new Option('--cola <dirección>', 'la cola, en Redis o Valkey, como redis://equipo:6379'))
      .addOption(opcionDeRaiz())
      .addOption(new Option('--concurrencia <número>', 'cuántos a la vez (por omisión, los procesadores que hay, si la memoria alcanza)')),
  )
    .option('--silencioso', 'no dice lo que va haciendo')
    .action(async (opciones: Opciones) => {
      process.exitCode = await correrObrero(opciones, anotar)
    })
}

async function correrObrero(opciones: Opciones, anotar: Anotar): Promise<number> {
  const { cola: donde, concurrencia, silencioso = false } = opciones
  if (donde === undefined) throw new UsageError('Falta la cola: escriba --cola redis://equipo:puerto.')
  const trabajo = trabajoDe(opciones)
  const pedidos = concurrencia === undefined ? null : entero('--concurrencia', concurrencia, 1, 256)
  const cola = await abrirCola(donde, 'obrero')
  const [{ consumir }, { isFolder, CannotRead }, { obreros, obrerosPorOmision }, { OtraCarpeta, oficio }, { enUnaLinea }, { decir }] =
    await Promise.all([
      import('../../cola/index.js'),
      import('../../disk/index.js'),
      import('../lote-obreros.js'),
      import('../cola-oficio.js'),
      import('../lote-terminal.js'),
      import('../terminal.js'),
    ])
  const raiz = resolve(opciones.raiz)
  const cuantos = pedidos ?? obrerosPorOmision()
  const hilos = obreros({ cuantos, ...trabajo })
  const cuentas = { hechos: 0, hallados: 0, rechazados: 0, fallidos: 0 }
  try {
    if (!(await isFolder(raiz))) throw new CannotRead(raiz, Object.assign(new Error('no es una carpeta'), { code: 'ENOTDIR' }))
    const linea = (texto: string) => decir(silencioso, visibleInLine(texto))
    contarCola(cola, linea)
    const parada = alPedirFin()
    const hacer = oficio(raiz, hilos)
    const consumidor = await consumir(cola.conexion, PACKAGE.version, {
      cuantos,
      hacer: async (pedido) => {
        try {
          const desenlace = await hacer(pedido)
          cuentas[cuentaDe(desenlace)]++
          linea(enUnaLinea(desenlace))
          return desenlace
        } catch (error) {
          // As fast as it fails, it would take them all.
          if (error instanceof OtraCarpeta) parada.terminar(error)
          throw error
        }
      },
    })
    linea(
      `Se atiende la cola ${cola.direccion.visible}, de la versión ${PACKAGE.version}, de a ${cuantos}. Con Ctrl+C termina lo que tiene y no toma más.`,
    )
    const fallo = await parada.pedida
    linea('Se termina lo que está en curso y no se toma más.')
    await consumidor.cerrar()
    if (fallo !== null) throw fallo
  } finally {
    await hilos.cerrar()
    cola.conexion.cerrar()
    anotar(() => ({ que: 'cuentas', cuentas }))
  }
  decir(
    silencioso,
    `Este obrero hizo ${cuentas.hechos}, halló hechos ${cuentas.hallados}, rechazó ${cuentas.rechazados} y no pudo con ${cuentas.fallidos}.`,
  )
  return EXIT.done
}

function cuentaDe({ fila: { estado }, ahora }: Desenlace): 'hechos' | 'hallados' | 'rechazados' | 'fallidos' {
  if (estado === 'hecho') return ahora ? 'hechos' : 'hallados'
  return estado === 'rechazado' ? 'rechazados' : 'fallidos'
}

/** Hears that it must end: by a signal, of which the second one is not waited for, or for an error. */
function alPedirFin(): { readonly pedida: Promise<Error | null>; readonly terminar: (error: Error) => void } {
  let terminar: (error: Error) => void = () => undefined
  const pedida = new Promise<Error | null>((resolver) => {
    terminar = resolver
    for (const senal of ['SIGINT', 'SIGTERM'] as const) process.once(senal, () => resolver(null))
  })
  return { pedida, terminar }
}
