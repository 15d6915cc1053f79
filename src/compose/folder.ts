/** The templates of a folder, read and checked once, however many reports are made with them. */
import { staticFaults } from './check.js'
import type { TemplateFault } from './faults.js'
import { readTemplate, type Template } from './frontmatter.js'
import { type Metadata, readMetadata } from './metadata.js'
import { saidIn } from './said.js'

/** Text of a template file by its path within the templates folder. */
export type TemplateFiles = ReadonlyMap<string, string>

export interface Folder {
  /** The sections, in order of their names. */
  readonly templates: readonly Template[]
  /** By name. */
  readonly partials: ReadonlyMap<string, Template>
  /** Null where `documento.yml` is faulty. */
  readonly metadata: Metadata | null
  /** What can be told without running them. */
  readonly faults: readonly TemplateFault[]
}

const SECTION_FILE = /^\d+[^/]*\.md$/u
// The one name that an object cannot have as a field of its own is no name of a partial.
const PARTIAL_FILE = /^parciales\/(?!__proto__\.md$)([^/]+)\.md$/u

export function kindOf(path: string): 'section' | 'partial' | null {
  return SECTION_FILE.test(path) ? 'section' : PARTIAL_FILE.test(path) ? 'partial' : null
}

const folders = new WeakMap<TemplateFiles, Folder>()

/** The templates of these files. The same map of files gives the same folder. */
export function folderOf(files: TemplateFiles): Folder {
  const known = folders.get(files)
  if (known !== undefined) return known
  const read = readFolder(files)
  folders.set(files, read)
  return read
}

function readFolder(files: TemplateFiles): Folder {
  const read = [...files].map(([path, source]) => ({ path, ...(kindOf(path) === null ? NOTHING : readTemplate(path, source)) }))
  const found = read.flatMap(({ path, template }) => (template === null ? [] : [{ path, template }]))
  const templates = found
    .filter(({ path }) => kindOf(path) === 'section')
    .map(({ template }) => template)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const partials = new Map(
    found.flatMap(({ path, template }) => (kindOf(path) === 'partial' ? [[PARTIAL_FILE.exec(path)?.[1] ?? '', template]] : [])),
  )
  const { metadata, faults } = readMetadata(files)
  const heads = read.flatMap(({ faults: ofHead }) => ofHead)
  return { templates, partials, metadata, faults: [...heads, ...faults, ...staticFaults(templates, partials, metadata?.pieces ?? [])] }
}

const NOTHING = { template: null, faults: [] }

/** The claves of `Textos` that a template names. */
export function clavesOf({ front, body }: Template): readonly string[] {
  return [...saidIn(body).claves, ...(front.requiere === null ? [] : [front.requiere])]
}
