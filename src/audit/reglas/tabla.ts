/** All the rules of the audit, in the order of the guide. */
import { REGLAS_DE_CIFRAS } from './cifras.js'
import { REGLAS_DE_CODIGOS } from './codigos.js'
import { REGLAS_DE_GRUPOS } from './grupos.js'
import type { ReglaDeProsa } from './regla.js'
import { REGLAS_DE_SENTIDO } from './sentido.js'

export const REGLAS_DE_PROSA: readonly ReglaDeProsa[] = [
  ...REGLAS_DE_CIFRAS,
  ...REGLAS_DE_SENTIDO,
  ...REGLAS_DE_GRUPOS,
  ...REGLAS_DE_CODIGOS,
]
