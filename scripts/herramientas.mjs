// Programs of the machine that looking and testing use, and never the report itself: finds them, and converts with LibreOffice.
import { execFile, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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
  taskset: ['taskset'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  openpyxl: ['python3'],
  redis: ['redis-server', 'valkey-server'],
}
/** What a program must be able to do, besides being there: a machine may have a Python without the library, before one with it. */
const ABLE = { openpyxl: (path) => spawnSync(path, ['-c', 'import openpyxl']).status === 0 }

/** Path of a program, by its usual names, in PATH; null where it is not. */
export function herramienta(nombre) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = NAMES[nombre].flatMap((name) => folders.flatMap((folder) => EXTENSIONS.map((ext) => join(folder, name + ext))))
  return candidates.find((path) => isExecutable(path) && (ABLE[nombre]?.(path) ?? true)) ?? null
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
  return enCarpetaTemporal(async (folder) => {
    const source = join(folder, `documento.${de}`)
    await writeFile(source, bytes)
    const out = join(folder, 'convertido')
    await libreOffice(folder, '--convert-to', a, '--outdir', out, source)
    return new Uint8Array(await readFile(join(out, `documento.${a}`)))
  })
}

/** LibreOffice with a profile of its own in a folder. */
async function libreOffice(folder, ...args) {
  const soffice = herramienta('soffice')
  if (soffice === null) throw new Error('falta LibreOffice (soffice)')
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'perfil')).href}`
  await run(soffice, [profile, '--headless', '--norestore', ...args], { timeout: 240_000 })
}

const MACRO = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Function Abierto(de As String)
  Dim oculto(0) As New com.sun.star.beans.PropertyValue
  oculto(0).Name = "Hidden" : oculto(0).Value = True
  Abierto = StarDesktop.loadComponentFromURL(de, "_blank", 0, oculto())
End Function
Sub Guardar(documento, a As String, filtro As String)
  Dim salida(0) As New com.sun.star.beans.PropertyValue
  salida(0).Name = "FilterName" : salida(0).Value = filtro
  documento.storeToURL(a, salida())
  documento.close(True)
  StarDesktop.terminate()
End Sub
Sub Resolver(orden As String, de As String, a As String)
  documento = Abierto(de)
  ejecutor = createUnoService("com.sun.star.frame.DispatchHelper")
  ejecutor.executeDispatch(documento.CurrentController.Frame, ".uno:" &amp; orden, "", 0, Array())
  Guardar(documento, a, "Text (encoded)")
End Sub
Sub Reemplazar(viejo As String, nuevo As String, de As String, a As String)
  documento = Abierto(de)
  busqueda = documento.createReplaceDescriptor()
  busqueda.SearchString = viejo
  busqueda.ReplaceString = nuevo
  documento.replaceAll(busqueda)
  Guardar(documento, a, "MS Word 2007 XML")
End Sub
Sub Escribir(pasos As String, de As String, a As String)
  documento = Abierto(de)
  flujo = createUnoService("com.sun.star.io.TextInputStream")
  flujo.setInputStream(createUnoService("com.sun.star.ucb.SimpleFileAccess").openFileRead(pasos))
  flujo.setEncoding("UTF-8")
  Do While Not flujo.isEOF()
    partes = Split(flujo.readLine(), Chr(9))
    If UBound(partes) = 3 Then
      hoja = documento.Sheets.getByName(partes(0))
      celda = hoja.getCellRangeByName(partes(1))
      If Not (hoja.isProtected() And celda.CellProtection.IsLocked) Then
        If partes(2) = "texto" Then celda.String = Join(Split(partes(3), "\\n"), Chr(10)) Else celda.Value = Val(partes(3))
      End If
    End If
  Loop
  flujo.closeInput()
  Guardar(documento, a, "Calc MS Excel 2007 XML")
End Sub
</script:module>
`

/**
 * The text of a Word document with all its tracked changes accepted or rejected by LibreOffice: `AcceptAllTrackedChanges`,
 * `RejectAllTrackedChanges`. Throws where LibreOffice is not, or gives nothing.
 */
export async function textoResuelto(docx, orden) {
  return new TextDecoder().decode(await conMacro({ docx }, 'txt', ({ docx: de }, a) => `Resolver("${orden}","${de}","${a}")`))
}

/** A Word document in which somebody replaced some words by others, and saved it, in LibreOffice: letters, digits and spaces only. */
export function reemplazado(docx, viejo, nuevo) {
  return conMacro({ docx }, 'guardado.docx', ({ docx: de }, a) => `Reemplazar("${viejo}","${nuevo}","${de}","${a}")`)
}

/**
 * A workbook in which somebody wrote in some cells, one after another, and saved it, in LibreOffice: a text, a number (a date is its
 * serial number), or nothing. A cell that LibreOffice takes for locked stays as it was, as it would for that person: macros can write in it.
 */
export function escritoEnCalc(xlsx, pasos) {
  const lineas = pasos.map(({ hoja, celda, valor }) =>
    [hoja, celda, typeof valor === 'number' ? 'numero' : 'texto', String(valor ?? '').replaceAll('\n', '\\n')].join('\t'),
  )
  const txt = new TextEncoder().encode(lineas.join('\n'))
  return conMacro({ xlsx, txt }, 'guardado.xlsx', ({ xlsx: de, txt: suyos }, a) => `Escribir("${suyos}","${de}","${a}")`)
}

/** What a macro of ours leaves of these files, by their endings, as one with this ending; it gets their addresses. */
function conMacro(archivos, ending, call) {
  return enCarpetaTemporal(async (folder) => {
    // A new profile gets its library of macros at the first start, over any that is there.
    await libreOffice(folder, '--terminate_after_init')
    const library = join(folder, 'perfil', 'user', 'basic', 'Standard')
    await mkdir(library, { recursive: true })
    await writeFile(join(library, 'Module1.xba'), MACRO)
    const path = (name) => join(folder, `documento.${name}`)
    for (const [name, bytes] of Object.entries(archivos)) await writeFile(path(name), bytes)
    const from = Object.fromEntries(Object.keys(archivos).map((name) => [name, pathToFileURL(path(name)).href]))
    const to = path(ending)
    await libreOffice(folder, `macro:///Standard.Module1.${call(from, pathToFileURL(to).href)}`)
    return new Uint8Array(await readFile(to))
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
