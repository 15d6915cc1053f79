#!/usr/bin/env node
/** The executable: program, version, and one catch at the bottom that words every error. */
import { Command, CommanderError } from 'commander'
import { config } from 'zod'
import { auditar } from './commands/auditar.js'
import { comparar } from './commands/comparar.js'
import { comprobar } from './commands/comprobar.js'
import { consolidar } from './commands/consolidar.js'
import { explicar } from './commands/explicar.js'
import { generar } from './commands/generar.js'
import { graficas } from './commands/graficas.js'
import { incorporar } from './commands/incorporar.js'
import { libroNuevo } from './commands/libro-nuevo.js'
import { lote } from './commands/lote.js'
import { nuevaVigencia } from './commands/nueva-vigencia.js'
import { obrero } from './commands/obrero.js'
import { plantillas } from './commands/plantillas.js'
import { repartir } from './commands/repartir.js'
import { revisar } from './commands/revisar.js'
import { tablas } from './commands/tablas.js'
import { validar } from './commands/validar.js'
import { verificar } from './commands/verificar.js'
import { EXIT } from './exit.js'
import { registro } from './registro.js'
import { PACKAGE } from './resources.js'
import { inSpanish, usageMessage } from './spanish.js'

// A run looks at a few things once: it ends sooner than each schema would be compiled.
config({ jitless: true })

const program = new Command('informe')
  .description('Del libro consolidado de una política pública a su informe anual de seguimiento')
  .version(PACKAGE.version, '--version', 'muestra la versión')
  .helpCommand(false)
  .option('--depurar', 'muestra el detalle técnico de un error')
  .addHelpText(
    'after',
    `
Códigos de salida: ${EXIT.done} hecho · ${EXIT.usage} orden mal escrita · ${EXIT.invalidInput} el libro, una plantilla o el tema tienen errores ·
${EXIT.cannotWrite} no se pudo escribir, o usar la cola · ${EXIT.findings} hay hallazgos · ${EXIT.other} otro fallo · ${EXIT.interrupted} interrumpido`,
  )
const { anotar, abrir } = registro()
generar(program, anotar)
graficas(program, anotar)
tablas(program, anotar)
lote(program, anotar)
obrero(program, anotar)
libroNuevo(program, anotar)
repartir(program, anotar)
consolidar(program, anotar)
nuevaVigencia(program, anotar)
validar(program, anotar)
auditar(program, anotar)
verificar(program, anotar)
comprobar(program, anotar)
incorporar(program, anotar)
comparar(program, anotar)
revisar(program, anotar)
explicar(program, anotar)
plantillas(program, anotar)
for (const command of program.commands) {
  command
    .option('--depurar', 'muestra el detalle técnico de un error')
    .option(
      '--registro <archivo>',
      'agrega a ese archivo (.jsonl) qué hizo la orden, una línea por paso, sin datos de personas ni del libro',
    )
}
program.hook('preAction', (_, command) => abrir(command))
inSpanish(program)

// Whoever reads the words may stop reading them (`| head`), which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

program.parseAsync().catch(async (error: unknown) => {
  anotar(({ fallo }) => fallo(error))
  if (error instanceof CommanderError && error.exitCode !== 0) console.error(`${usageMessage(error, program)}\nVea «informe --help».`)
  const { explain } = await import('./errors.js')
  process.exitCode = await explain(error, process.argv.includes('--depurar'))
})
