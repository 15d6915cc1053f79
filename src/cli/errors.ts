/** The one place that words what went wrong and chooses the exit code. */
import { CommanderError } from 'commander'
import { CannotRead, CannotWrite } from '../disk/index.js'
import { EXIT } from './exit.js'
import { visible } from './visible.js'

/** Wrong use of a command that commander itself does not see. */
export class UsageError extends Error {}

/** Why the disk would not do something, and what to do, by the system's code. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'no existe',
  EEXIST: 'donde debía ir una carpeta hay un archivo; cámbiele el nombre, o dé otra carpeta con --salida',
  ENOTDIR: 'una parte de la ruta no es una carpeta',
  EISDIR: 'es una carpeta',
  EACCES: 'no hay permiso, u otro programa lo tiene abierto; ciérrelo en Word o Excel, o pida permiso sobre la carpeta',
  EPERM: 'no hay permiso, u otro programa lo tiene abierto; ciérrelo en Word o Excel, o pida permiso sobre la carpeta',
  ENOSPC: 'no queda espacio en el disco; libere espacio y repita la orden',
  EDQUOT: 'no queda espacio en su cuota del disco; libere espacio y repita la orden',
  EROFS: 'el disco es de solo lectura; dé otra carpeta con --salida',
  EBUSY: 'otro programa lo tiene abierto; ciérrelo y repita la orden',
  EMFILE: 'hay demasiados archivos abiertos; cierre otros programas y repita la orden',
  EIO: 'el disco falló al leer o escribir; revíselo, y guarde en otro',
  ELOOP: 'los enlaces dan vueltas en círculo',
  ENAMETOOLONG: 'la ruta es demasiado larga',
  LLENA: 'la carpeta no está vacía; dé otra, o vea en qué difiere de las del programa con «informe plantillas --comparar»',
  TURN: 'otra orden de este programa tiene la carpeta desde hace cinco minutos; espere a que termine, o ciérrela',
}

/** The same where a file was to be read: what is there instead, and what to do. */
const CAUSES_OF_READING: Readonly<Record<string, string>> = {
  ENOENT: 'no existe. Revise la ruta y el nombre',
  EISDIR: 'es una carpeta. Escriba la ruta del archivo que está en ella',
  EACCES: 'no hay permiso. Pídalo a quien lo guardó, o cópielo a una carpeta suya',
  EPERM: 'no hay permiso. Pídalo a quien lo guardó, o cópielo a una carpeta suya',
  EBUSY: 'otro programa lo tiene abierto. Ciérrelo y repita la orden',
  ELOOP: 'es un enlace que da vueltas en círculo. Escriba la ruta del archivo mismo',
  ES_TUBERIA: 'es una tubería, no un archivo. Guarde su contenido en un archivo y escriba su ruta',
  ES_SOCKET: 'es un canal entre programas, no un archivo. Escriba la ruta del archivo',
  ES_DISPOSITIVO: 'es un dispositivo, no un archivo. Escriba la ruta del archivo',
  CAMBIO: 'otro programa lo estaba escribiendo. Espere a que termine y repita la orden',
}

/** Says the error in Spanish on standard error and gives the exit code. */
export async function explain(error: unknown, debug: boolean): Promise<number> {
  if (debug && error instanceof Error) console.error(error.stack)
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (error instanceof UsageError) return say(error.message, EXIT.usage)
  if (error instanceof CannotRead) return say(ofTheDisk(error), EXIT.invalidInput)
  if (error instanceof CannotWrite) return say(ofTheDisk(error), EXIT.cannotWrite)
  if (error instanceof Error && error.name === 'Interrumpido') return say(error.message, EXIT.interrupted)
  if (error instanceof Error && error.name === 'SinCola') return say(error.message, EXIT.cannotWrite)
  const {
    CambiosPendientes,
    DatosIlegibles,
    DocumentoIlegible,
    HayHallazgos,
    InvalidInput,
    PaqueteInvalido,
    PedidoInvalido,
    SinDocumento,
    SinManifiesto,
    SinMarcas,
  } = await import('../pipeline/index.js')
  if (error instanceof PedidoInvalido || (error instanceof Error && error.name === 'NoCabe')) return say(error.message, EXIT.usage)
  if (
    [CambiosPendientes, DatosIlegibles, DocumentoIlegible, PaqueteInvalido, SinDocumento, SinManifiesto, SinMarcas].some(
      (kind) => error instanceof kind,
    )
  )
    return say((error as Error).message, EXIT.invalidInput)
  if (error instanceof HayHallazgos)
    return say(`${error.message}, y no se hizo el informe. Véalos con «informe auditar» y el libro.`, EXIT.findings)
  if (error instanceof InvalidInput) {
    const { mostrarProblemas } = await import('./terminal.js')
    mostrarProblemas(error.problemas)
    return say('\nNo se escribió nada: corrija los errores y vuelva a intentarlo.', EXIT.invalidInput)
  }
  const message = error instanceof Error ? error.message : String(error)
  return say(`Algo falló dentro del programa: ${message}${debug ? '' : '\nRepita la orden con --depurar para ver el detalle.'}`, EXIT.other)
}

/** What the disk would not do, and why. */
export function ofTheDisk(error: CannotRead | CannotWrite): string {
  return error instanceof CannotRead
    ? `No se pudo leer ${error.path}: ${why(error.cause, { ...CAUSES, ...CAUSES_OF_READING })}.`
    : `No se pudo escribir ${error.path}: ${why(error.cause, CAUSES)}. Lo que había antes sigue igual.`
}

function say(message: string, code: number): number {
  console.error(visible(message))
  return code
}

function why(cause: unknown, causes: Readonly<Record<string, string>>): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return causes[code] ?? (cause instanceof Error ? cause.message : String(cause))
}
