/** A theme from its file, or what is wrong with it, told to whoever edits it. */
import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { esquemaTema, type Theme } from './theme.js'

export interface ThemeFault {
  /** Path of the faulty value within the file: `estilos.titulo1.cuerpo`; empty where it is the whole file. */
  readonly path: string
  /** From 1; null where that is not known. */
  readonly line: number | null
  readonly found: string
  readonly expected: string
  /** How to mend it, where there is more to say than to correct the value. */
  readonly remedy?: string
}

/** Reads a theme file's text. Gives the theme, or every fault of it. */
export function readTheme(
  text: string,
): { readonly theme: Theme; readonly faults: readonly [] } | { readonly theme: null; readonly faults: readonly ThemeFault[] } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { theme: null, faults: [notJson(text, error)] }
  }
  const result = esquemaTema.safeParse(json, { error: z.locales.es().localeError })
  if (result.success) return { theme: result.data, faults: [] }
  return { theme: null, faults: faultsOf(text, json, result.error.issues) }
}

function notJson(text: string, error: unknown): ThemeFault {
  const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1]
  return {
    path: '',
    line: text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length,
    found: 'un archivo que no se puede leer',
    expected: 'JSON: comillas dobles, una coma entre cada valor y el siguiente, y llaves que se cierran',
    remedy: 'Revise las comas, las comillas y las llaves de esa línea y de la anterior.',
  }
}

type Issue = z.core.$ZodIssue

/** A name that is not in the schema, where one that is has no value, is a slip of the pen, and is told once. */
function faultsOf(text: string, json: unknown, issues: readonly Issue[]): readonly ThemeFault[] {
  const missing = new Set(issues.filter(({ path }) => path.length > 0 && at(json, path) === undefined).map(({ path }) => path.join('.')))
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), key })) : [],
  )
  const meant = new Map(unknown.map(({ path, key }) => [path, nearest(key, siblingsOf(path, missing))]))
  const slips = new Set([...meant.values()].map((near) => near?.path))
  return [
    ...unknown.map(({ path, key }) => {
      const near = (meant.get(path) ?? nearest(key, besideIt(json, path)))?.name
      const remedy = near === undefined ? 'Quite ese valor.' : `¿Quiso decir «${near}»?`
      return { path, line: lineOf(text, path), found: `el nombre «${key}»`, expected: 'solo los valores que un tema tiene', remedy }
    }),
    ...issues
      .filter(({ code, path }) => code !== 'unrecognized_keys' && !slips.has(path.join('.')))
      .map((issue) => valueFault(text, json, issue)),
  ]
}

function valueFault(text: string, json: unknown, issue: Issue): ThemeFault {
  const path = issue.path.join('.')
  const value = at(json, issue.path)
  const expected = issue.message.replace(/^[^:]*: se esperaba (?:que )?|, recibido .*$/gu, '')
  if (value !== undefined) return { path, line: lineOf(text, path), found: JSON.stringify(value), expected }
  const parent = issue.path.slice(0, -1).join('.')
  return {
    path,
    line: parent === '' ? null : lineOf(text, parent),
    found: 'nada',
    expected,
    remedy: 'Agregue ese valor al archivo del tema.',
  }
}

interface Named {
  readonly path: string
  readonly name: string
}

/** Of these paths, those that stand where `path` does. */
function siblingsOf(path: string, all: Iterable<string>): readonly Named[] {
  const parent = path.split('.').slice(0, -1).join('.')
  return [...all]
    .map((one) => ({ path: one, name: one.split('.').at(-1) ?? '' }))
    .filter((one) => one.path.split('.').slice(0, -1).join('.') === parent)
}

/** The values that stand beside one, in the file. */
function besideIt(json: unknown, path: string): readonly Named[] {
  const names = path.split('.')
  const parent = at(json, names.slice(0, -1))
  const others = typeof parent === 'object' && parent !== null ? Object.keys(parent).filter((name) => name !== names.at(-1)) : []
  return others.map((name) => ({ path: [...names.slice(0, -1), name].join('.'), name }))
}

/** The one of nearest name, where not more than a third of it differs. */
function nearest(name: string, all: readonly Named[]): Named | undefined {
  const best = all.toSorted((a, b) => distance(name, a.name) - distance(name, b.name))[0]
  return best !== undefined && distance(name, best.name) <= Math.ceil(name.length / 3) ? best : undefined
}

/** The line, from 1, where the names of a path stand one within another; null where they do not. */
function lineOf(text: string, path: string): number | null {
  let from = 0
  for (const name of path.split('.')) {
    const found = text.indexOf(`${JSON.stringify(name)}:`, from)
    if (found < 0) return null
    from = found + 1
  }
  return text.slice(0, from).split('\n').length
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (v, key) => (typeof v === 'object' && v !== null ? (v as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )
}
