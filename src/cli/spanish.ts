/** Commander in Spanish: help headings, and errors by their code. */

import type { Command, CommanderError, Help } from 'commander'
import { distance } from 'fastest-levenshtein'

const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/^Usage:/mu, 'Uso:'],
  [/^Arguments:/mu, 'Argumentos:'],
  [/^Options:/mu, 'Opciones:'],
  [/^Commands:/mu, 'Órdenes:'],
  [/\(default:/gu, '(por omisión:'],
  [/\[options\]/gu, '[opciones]'],
  [/\[command\]/gu, '[orden]'],
]

/** Puts a program and its commands in Spanish. */
export function inSpanish(program: Command): void {
  for (const command of [program, ...program.commands]) {
    command
      .helpOption('--help', 'muestra esta ayuda')
      .configureHelp({ formatHelp: (cmd, helper) => translated(cmd, helper) })
      .configureOutput({ outputError: () => undefined, writeErr: () => undefined })
      .exitOverride()
  }
}

function translated(command: Command, helper: Help): string {
  const { formatHelp } = Object.getPrototypeOf(helper) as Pick<Help, 'formatHelp'>
  return HEADINGS.reduce((text, [english, spanish]) => text.replace(english, spanish), formatHelp.call(helper, command, helper))
}

/** A usage error in words, with the nearest name where there is one. */
export function usageMessage(error: CommanderError, program: Command): string {
  const name = /'([^']+)'/u.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownCommand':
      return `No existe la orden «${name}».${near(
        name,
        program.commands.map((c) => c.name()),
      )}`
    case 'commander.unknownOption': {
      const known = [program, ...program.commands].flatMap((c) => c.options.map((o) => o.long ?? ''))
      return `No existe la opción «${name}».${near(name, known)}`
    }
    case 'commander.missingArgument':
      return `Falta ${name === 'libro' ? 'el libro: escriba su ruta' : `el argumento «${name}»`}.`
    case 'commander.optionMissingArgument':
      return `A la opción «${name}» le falta su valor.`
    case 'commander.conflictingOption': {
      const [una = '', otra = ''] = [...error.message.matchAll(/'(--[\w-]+)/gu)].map(([, opcion]) => opcion)
      return `Las opciones ${una} y ${otra} no van juntas.`
    }
    case 'commander.excessArguments':
      return 'Sobran argumentos: cada orden recibe un solo libro.'
    case 'commander.help':
      return `Falta la orden: ${program.commands
        .map((c) => c.name())
        .join(', ')
        .replace(/, (\S+)$/u, ' o $1')}.`
    default:
      return 'Faltan datos en la orden.'
  }
}

/** The nearest name, where at most one letter in three is wrong: «--nada» is nothing like «--salida». */
export function near(name: string, known: readonly string[]): string {
  const best = known.toSorted((a, b) => distance(name, a) - distance(name, b))[0]
  const limit = Math.max(1, Math.floor(name.replace(/^-+/u, '').length / 3))
  return best !== undefined && distance(name, best) <= limit ? ` ¿Quiso decir «${best}»?` : ''
}
