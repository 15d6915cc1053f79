/** A file or folder that could not be read. `cause` is the system's error, whose `code` says why. */
export class CannotRead extends Error {
  override readonly name = 'CannotRead'

  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(`No se pudo leer ${path}`, { cause })
  }
}

/** A place that could not be written; what was there before is as it was. `cause` is the system's error, whose `code` says why. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite'

  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(`No se pudo escribir ${path}`, { cause })
  }
}

/** Whether an error is the system's, with one of these codes. */
export function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** What keeps a path from being read as a file, where the system would let it, wait for ever or give something else. */
export type NoArchivo = 'EISDIR' | 'ES_TUBERIA' | 'ES_SOCKET' | 'ES_DISPOSITIVO' | 'MUY_GRANDE' | 'CAMBIO'

/** The cause of a `CannotRead` that is not of the system. */
export class NotAFile extends Error {
  constructor(
    readonly code: NoArchivo,
    message: string = code,
  ) {
    super(message)
  }
}
