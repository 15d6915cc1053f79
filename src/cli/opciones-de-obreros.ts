/** What each report of a batch may use, for the commands that make many. */
import { type Command, Option } from 'commander'
import { entero } from './enteros.js'

export interface OpcionesDeObreros {
  readonly memoria: string
  readonly plazo: string
}

/** Adds `--memoria` and `--plazo`. */
export function conOpcionesDeObreros(command: Command): Command {
  return command
    .addOption(new Option('--memoria <MB>', 'lo más que puede usar cada uno de ellos').default('2048', '2048'))
    .addOption(new Option('--plazo <segundos>', 'lo más que puede tardar un informe').default('600', '600'))
}

/** @throws UsageError */
export function trabajoDe({ memoria, plazo }: OpcionesDeObreros) {
  return { memoria: entero('--memoria', memoria, 64, 65_536), plazo: entero('--plazo', plazo, 1, 86_400) }
}
