/** The report made again at each save, until somebody ends it. */
import { basename } from 'node:path'
import { CannotRead, CannotWrite, type Saved, watch } from '../disk/index.js'
import { recuento } from '../hallazgos/index.js'
import { sha256 } from '../hash/index.js'
import { enTresLineas, HayHallazgos, InvalidInput, type Problema } from '../pipeline/index.js'
import { type Limites, MEGA, wholenessOfWorkbook } from '../workbook/index.js'
import { contar, type HacerEdicion, type Hecha, type OpcionesDeEdicion } from './edicion.js'
import { explain } from './errors.js'
import { EXIT } from './exit.js'
import type { Anotar } from './registro.js'
import { advertir, decir, mostrarProblemas } from './terminal.js'
import { isWorthRehearsing, stayOpen } from './v8.js'

interface Opciones extends OpcionesDeEdicion {
  readonly plantillas: string
  readonly depurar?: boolean
}

/** What the last edition came of, to tell the next one from. */
interface Anterior {
  readonly guardado: Saved
  readonly hecha: Hecha
}

/**
 * Makes the edition now and whenever the workbook or a template is saved. What is wrong with them is told, and waited for. Ends at
 * Ctrl+C, never half-way through putting files in place.
 * @throws what the first edition throws where saving the workbook again would not mend it
 */
export async function vigilar(libro: string, opciones: Opciones, hacer: HacerEdicion, anotar: Anotar): Promise<void> {
  const { plantillas, silencioso = false, depurar = false } = opciones
  const turno = terminarConCtrlC(silencioso)
  let anterior: Anterior | null = null
  const vigilado = {
    file: libro,
    most: opciones.limites.megas * MEGA,
    folder: plantillas,
    wholeness: wholenessOfWorkbook,
    hash: sha256,
    signal: turno.signal,
  }
  for await (const guardado of watch(vigilado)) {
    const inicio = performance.now()
    try {
      if (guardado instanceof CannotRead) throw guardado
      // Of what is made again, its stages are noise.
      const hecha: Hecha = await hacer(guardado, anterior === null && !silencioso ? 'lineas' : 'callado')
      const publicada = await turno.sinCortar(() => hecha.publicar({ depaso: anterior !== null }))
      if (anterior === null) {
        stayOpen()
        contar(libro, opciones, hecha, publicada)
        decir(silencioso, `Se vigilan ${basename(libro)} y las plantillas: al guardar se repite el informe. Para terminar, Ctrl+C.`)
        if (isWorthRehearsing(performance.now() - inicio)) await hacer(guardado, 'callado', true).catch(() => undefined)
      } else {
        for (const aviso of publicada.editados) advertir(silencioso, aviso)
        mostrarProblemas({ errores: [], avisos: avisosNuevos(anterior.hecha, hecha) })
        decir(silencioso, novedades(libro, anterior, { guardado, hecha }, performance.now() - inicio, opciones.limites).join('\n'))
      }
      anterior = { guardado, hecha }
    } catch (error) {
      if (anterior === null && !seCorrigeGuardando(error)) throw error
      anotar(({ fallo }) => fallo(error))
      await explain(error, depurar)
      console.error(`Se sigue vigilando ${basename(libro)}: al guardarlo corregido se hará el informe.`)
    }
  }
  decir(silencioso, DESPEDIDA)
}

const DESPEDIDA = 'Se dejó de vigilar.'

/** What a person mends by saving a file again or closing it. */
function seCorrigeGuardando(error: unknown): boolean {
  return [InvalidInput, HayHallazgos, CannotRead, CannotWrite].some((clase) => error instanceof clase)
}

interface Turno {
  /** Aborted when the watching must end. */
  readonly signal: AbortSignal
  /** Does a thing that Ctrl+C waits for. */
  readonly sinCortar: <T>(trabajo: () => Promise<T>) => Promise<T>
}

function terminarConCtrlC(silencioso: boolean): Turno {
  const fin = new AbortController()
  let publicando = false
  const terminar = () => {
    fin.abort()
    if (publicando) return
    // What is being made has touched no file.
    process.stdout.write(silencioso ? '' : `${DESPEDIDA}\n`, () => process.exit(EXIT.done))
  }
  process.once('SIGINT', terminar).once('SIGTERM', terminar)
  return {
    signal: fin.signal,
    sinCortar: async (trabajo) => {
      publicando = true
      try {
        return await trabajo()
      } finally {
        publicando = false
      }
    },
  }
}

/** The hour and what was saved; what changed, in three lines at most; and the audit, where it found something else. */
function novedades(libro: string, antes: Anterior, ahora: Anterior, ms: number, limites: Limites): readonly string[] {
  const segundos = (ms / 1000).toFixed(1).replace('.', ',')
  const hora = new Date().toLocaleTimeString('es-CO', { hour12: false })
  const cambios = enTresLineas(
    { libro: antes.guardado.file, limites, datos: antes.hecha.datos },
    { libro: ahora.guardado.file, limites, datos: ahora.hecha.datos },
  )
  const [habia, hay] = [antes, ahora].map(({ hecha: { hallazgos } }) => (hallazgos.length === 0 ? 'nada' : recuento(hallazgos)))
  return [
    `\n${hora} · ${guardados(libro, antes.guardado, ahora.guardado).join(', ')} · informe hecho en ${segundos} s`,
    ...(cambios.length === 0 ? ['Ninguna celda cambió.'] : cambios).map((frase) => `  ${frase}`),
    ...(hay === habia ? [] : [`  La auditoría encuentra ahora ${hay}; antes, ${habia}.`]),
  ]
}

/** The files that are not as they were. */
function guardados(libro: string, antes: Saved, ahora: Saved): readonly string[] {
  const igual = (uno: Uint8Array | undefined, otro: Uint8Array | undefined) =>
    uno !== undefined && otro !== undefined && Buffer.compare(uno, otro) === 0
  const rutas = new Set([...antes.folder.keys(), ...ahora.folder.keys()])
  return [
    ...(igual(antes.file, ahora.file) ? [] : [basename(libro)]),
    ...[...rutas].filter((ruta) => !igual(antes.folder.get(ruta), ahora.folder.get(ruta))),
  ]
}

function avisosNuevos(antes: Hecha, ahora: Hecha): readonly Problema[] {
  const dichos = new Set(antes.problemas.avisos.map((aviso) => JSON.stringify(aviso)))
  return ahora.problemas.avisos.filter((aviso) => !dichos.has(JSON.stringify(aviso)))
}
