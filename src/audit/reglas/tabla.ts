/** All the rules of the audit, in the order of the guide. */
import { REGLAS_DE_CIFRAS } from './cifras.js'
import { REGLAS_DE_CODIGOS } from './codigos.js'
import { REGLAS_DE_FECHAS } from './fechas.js'
import { REGLAS_DE_GRUPOS } from './grupos.js'
import { REGLAS_DE_NOMBRES } from './nombres.js'
import { REGLAS_PERSONALES } from './personales.js'
import { REGLAS_DE_RECUENTOS } from './recuentos.js'
import { REGLAS_DE_REFERENCIAS } from './referencias.js'
import type { ReglaDeProsa } from './regla.js'
import { REGLAS_DE_SENTIDO } from './sentido.js'
import { REGLAS_DE_SUMAS } from './sumas.js'

export { REGLAS_DEL_LIBRO } from './libro.js'

export const REGLAS_DE_PROSA: readonly ReglaDeProsa[] = [
  ...REGLAS_DE_CIFRAS,
  ...REGLAS_DE_SENTIDO,
  ...REGLAS_DE_GRUPOS,
  ...REGLAS_DE_CODIGOS,
  ...REGLAS_DE_RECUENTOS,
  ...REGLAS_DE_SUMAS,
  ...REGLAS_DE_REFERENCIAS,
  ...REGLAS_DE_FECHAS,
  ...REGLAS_DE_NOMBRES,
  ...REGLAS_PERSONALES,
]
