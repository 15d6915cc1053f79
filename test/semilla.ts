/** Properties try the same values on every machine, so that a run means the same everywhere. `INFORME_SEMILLA=7` tries others. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.INFORME_SEMILLA ?? 2031) })
