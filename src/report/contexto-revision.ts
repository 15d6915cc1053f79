/** What a template sees of the file beside the workbook: all of it in words, since none of it is a figure. */

export interface ContextoVersion {
  readonly numero: string
  /** `4 de marzo de 2031`. */
  readonly fecha: string
  /** `borrador`, `en revisión`, `aprobado`. */
  readonly estado: string
  /** First digits of the workbook's hash. */
  readonly libro: string
  readonly quien: string
  readonly nota: string
}

export interface ContextoDecision {
  /** `Avances · 2.1.2 · 2023`, `2.1.2 · cumplimiento`. */
  readonly cambio: string
  readonly antes: string
  readonly despues: string
  /** `aceptado`, `anotado`. */
  readonly decision: string
  readonly quien: string
  readonly nota: string
  /** Its day in Colombia. */
  readonly fecha: string
  /** Whether what it was decided on is still as it was then. */
  readonly rige: boolean
}

export interface ContextoRevision {
  /** First digits of the hash of the workbook that the report is made from. */
  readonly libro: string
  /** The last version of that same workbook; null where it is none of them. */
  readonly actual: ContextoVersion | null
  /** By number. */
  readonly versiones: readonly ContextoVersion[]
  /** The earliest first. */
  readonly decisiones: readonly ContextoDecision[]
}
