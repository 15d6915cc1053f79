/** What can be told of templates without running them. */
import { inFile, type Piece, suggestion, type TemplateFault } from './faults.js'
import type { Template } from './frontmatter.js'
import { type PartialCall, saidIn } from './said.js'

/**
 * Names that do not exist, braces that do not close, what the language of templates does not have, partials in a circle: the faults of
 * all templates together. `apart`: what is rendered besides them.
 */
export function staticFaults(
  templates: readonly Template[],
  partials: ReadonlyMap<string, Template>,
  apart: readonly Piece[],
): readonly TemplateFault[] {
  const pieces = [...[...templates, ...partials.values()].flatMap(({ body, pie }) => [body, pie]), ...apart]
  const found = pieces.flatMap((piece) => {
    const { faults, partials: called } = saidIn(piece)
    const missing = called.filter(({ name }) => !partials.has(name))
    return [...faults, ...missing.map((call) => notThere(call, piece, partials.keys()))].map((fault) => inFile(fault, piece))
  })
  return [...found, ...(found.length > 0 ? [] : cycles(partials))]
}

function notThere({ name, line }: PartialCall, { path }: Piece, existing: Iterable<string>): TemplateFault {
  return {
    template: path,
    line,
    found: `{{> ${name}}}, que no existe`,
    expected: 'el nombre de un archivo de la carpeta parciales, sin «.md»',
    remedy: suggestion(name, existing, 'Corrija el nombre o cree el parcial.'),
  }
}

/** Partials that call themselves, by whatever way round. */
function cycles(partials: ReadonlyMap<string, Template>): readonly TemplateFault[] {
  const calls = new Map([...partials].map(([name, { body }]) => [name, saidIn(body).partials.map((call) => call.name)]))
  // Those from which no circle is reached: two ways to one partial are not walked twice, nor 2^30 ways.
  const without = new Set<string>()
  const way = (name: string, seen: readonly string[]): readonly string[] | null => {
    if (without.has(name)) return null
    if (seen.includes(name)) return [...seen.slice(seen.indexOf(name)), name]
    for (const next of calls.get(name) ?? []) {
      const found = way(next, [...seen, name])
      if (found !== null) return found
    }
    without.add(name)
    return null
  }
  for (const [name, template] of partials) {
    const found = way(name, [])
    if (found?.[0] === name) {
      return [
        {
          template: template.path,
          line: null,
          found: `parciales que se llaman en círculo: ${found.join(' → ')}`,
          expected: 'parciales que no se incluyan a sí mismos',
          remedy: 'Quite una de esas llamadas.',
        },
      ]
    }
  }
  return []
}
