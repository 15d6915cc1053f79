import { parse, YAMLParseError } from 'yaml'

/** Characters: hundreds of times what the fields of a head take. */
const LONGEST = 20_000

/**
 * The value that a YAML text holds, or where it cannot be read: its line, from 1; null where that is not known. Anchors and their
 * aliases are not read: no field needs them, and a few of them can ask for more memory than there is.
 */
export function readYaml(source: string): { readonly value: unknown } | { readonly line: number | null } {
  if (source.length > LONGEST) return { line: null }
  try {
    return { value: parse(source, { logLevel: 'error', maxAliasCount: 0 }) as unknown }
  } catch (error) {
    if (error instanceof YAMLParseError) return { line: error.linePos?.[0].line ?? null }
    // Of an alias and of what nests too deep the library says so in other ways, and without a line.
    if (error instanceof ReferenceError || error instanceof RangeError) return { line: null }
    throw error
  }
}
