// Programs of the machine that looking and testing use, and never the report itself: finds them, and converts with LibreOffice.
import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const EXTENSIONS = process.platform === 'win32' ? ['.exe', '.com'] : ['']
const NAMES = {
  soffice: ['soffice', 'libreoffice'],
  pdftotext: ['pdftotext'],
  pdftoppm: ['pdftoppm'],
  pdfinfo: ['pdfinfo'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
}

/** Path of a program, by its usual names, in PATH; null where it is not. */
export function herramienta(nombre) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = NAMES[nombre].flatMap((name) => folders.flatMap((folder) => EXTENSIONS.map((ext) => join(folder, name + ext))))
  return candidates.find(isExecutable) ?? null
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Runs `use` with the path of a new folder, which is gone afterwards. */
export async function enCarpetaTemporal(use) {
  const folder = await mkdtemp(join(tmpdir(), 'informe-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A document as LibreOffice saves it in another format: `convertir(bytes, 'docx', 'pdf')`. Throws where LibreOffice is not, or
 * gives nothing. It has a profile of its own, so that several can run at once and none meets the settings of whoever sits there.
 */
export function convertir(bytes, de, a) {
  const soffice = herramienta('soffice')
  if (soffice === null) throw new Error('falta LibreOffice (soffice)')
  return enCarpetaTemporal(async (folder) => {
    const source = join(folder, `documento.${de}`)
    await writeFile(source, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'perfil')).href}`
    const out = join(folder, 'convertido')
    await run(soffice, [profile, '--headless', '--norestore', '--convert-to', a, '--outdir', out, source], { timeout: 240_000 })
    return new Uint8Array(await readFile(join(out, `documento.${a}`)))
  })
}

/** The pages of a PDF as PNG bytes, in order, each so many pixels wide. Throws where poppler is not. */
export function paginas(pdf, width) {
  const pdftoppm = herramienta('pdftoppm')
  if (pdftoppm === null) throw new Error('falta poppler (pdftoppm)')
  return enCarpetaTemporal(async (folder) => {
    await writeFile(join(folder, 'documento.pdf'), pdf)
    await run(pdftoppm, ['-png', '-scale-to-x', String(width), '-scale-to-y', '-1', join(folder, 'documento.pdf'), join(folder, 'pagina')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
    return Promise.all(names.map((name) => readFile(join(folder, name))))
  })
}
