/** What comes with the program: its own description, templates and fonts. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBytes } from '../disk/index.js'
import type { Assets, FontFamily } from '../document/index.js'
import type { Theme } from '../theme/index.js'

const require = createRequire(import.meta.url)

/** Root of the package, where package.json and templates/ are. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The templates that come with the program. */
export const TEMPLATES = join(ROOT, 'templates')

interface Package {
  readonly version: string
  /** Workbook of `generar` without an argument, from the root of the package. */
  readonly informe?: { readonly libro?: string }
}

export const PACKAGE = require(join(ROOT, 'package.json')) as Package

/** Font families that can be had, by the name that a theme uses: npm package, stem of its files, and whether its upright digits are as wide as each other. */
const FAMILIES: Readonly<Record<string, { readonly pack: string; readonly stem: string; readonly evenDigits: boolean }>> = {
  'Work Sans': { pack: '@expo-google-fonts/work-sans', stem: 'WorkSans', evenDigits: false },
  'Source Sans 3': { pack: '@expo-google-fonts/source-sans-3', stem: 'SourceSans3', evenDigits: true },
}

/** Names of the font families that a theme may use. */
export const FONT_FAMILIES = Object.keys(FAMILIES)

/** The bytes of the fonts of a theme. @throws RangeError where it names one that is not among `FONT_FAMILIES` */
export async function fonts({ fuentes }: Theme): Promise<Assets['fonts']> {
  const [title, text] = await Promise.all([family(fuentes.titulos), family(fuentes.texto)])
  return { title, text }
}

const read = new Map<string, Promise<FontFamily>>()

/** The family of a name, whose files are read once: a program that stays open asks for them with each report. */
function family(name: string): Promise<FontFamily> {
  const reading = read.get(name) ?? readFamily(name)
  read.set(name, reading)
  // Whoever asks again has it tried again.
  reading.catch(() => read.delete(name))
  return reading
}

async function readFamily(name: string): Promise<FontFamily> {
  const known = FAMILIES[name]
  if (known === undefined) throw new RangeError(`La fuente «${name}» no viene con el programa.`)
  const face = (style: string) => readBytes(require.resolve(`${known.pack}/${style}/${known.stem}_${style}.ttf`))
  const [regular, bold, italic, boldItalic] = await Promise.all([
    face('400Regular'),
    face('700Bold'),
    face('400Regular_Italic'),
    face('700Bold_Italic'),
  ])
  return { name, regular, bold, italic, boldItalic, evenDigits: known.evenDigits }
}
