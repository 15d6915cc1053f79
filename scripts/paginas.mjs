// Contact sheets of the report's pages, to look at: the PDF, and the DOCX as LibreOffice lays it out.
// Usage: npm run paginas -- [carpeta del informe…] [--salida output/paginas] [--por-hoja 12] [--ancho 420]
//   Without a folder: every folder of output/ that holds a report. Needs poppler (pdftoppm); for the DOCX, LibreOffice (soffice).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { convertir, herramienta, paginas } from './herramientas.mjs'

const COLUMNS = 4
const MARGIN = 12

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    salida: { type: 'string', default: join('output', 'paginas') },
    'por-hoja': { type: 'string', default: '12' },
    ancho: { type: 'string', default: '420' },
  },
})
const perSheet = wholeNumber(values['por-hoja'], '--por-hoja')
const pageWidth = wholeNumber(values.ancho, '--ancho')

if (herramienta('pdftoppm') === null) stop('Falta pdftoppm. Instale poppler (en Debian y Ubuntu: apt-get install poppler-utils).')
const reports = (positionals.length > 0 ? positionals : foldersOf('output')).flatMap(reportsIn)
if (reports.length === 0) stop('No hay informe que mostrar. Genérelo primero con: npm run informe')

mkdirSync(values.salida, { recursive: true })
for (const path of reports) {
  const pdf = await asPdf(path)
  if (pdf !== null) await writeSheets(basename(path).replace('.', '-'), pdf)
}

function foldersOf(folder) {
  return entries(folder)
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
}

function reportsIn(folder) {
  return entries(folder)
    .filter((entry) => entry.isFile() && /^informe-.*\.(docx|pdf)$/u.test(entry.name))
    .map((entry) => join(folder, entry.name))
}

function entries(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

async function asPdf(path) {
  if (path.endsWith('.pdf')) return readFileSync(path)
  if (herramienta('soffice') !== null) return convertir(readFileSync(path), 'docx', 'pdf')
  console.error(
    `${path}: se omite, porque falta soffice. Instale LibreOffice (en Debian y Ubuntu: apt-get install libreoffice-writer-nogui).`,
  )
  return null
}

async function writeSheets(name, pdf) {
  const pages = await paginas(pdf, pageWidth)
  for (const entry of entries(values.salida)) {
    if (entry.name.startsWith(`${name}-`) && entry.name.endsWith('.png')) rmSync(join(values.salida, entry.name))
  }
  for (let first = 0; first < pages.length; first += perSheet) {
    const sheet = await contactSheet(pages.slice(first, first + perSheet), first + 1)
    writeFileSync(join(values.salida, `${name}-${String(first + 1).padStart(3, '0')}.png`), sheet)
  }
  console.log(`${name}: ${pages.length} páginas en ${Math.ceil(pages.length / perSheet)} hojas, en ${values.salida}`)
}

async function contactSheet(pages, firstNumber) {
  const images = await Promise.all(pages.map((page) => loadImage(page)))
  const cellWidth = pageWidth + MARGIN
  const cellHeight = Math.max(...images.map((image) => image.height)) + MARGIN + 22
  const canvas = createCanvas(COLUMNS * cellWidth + MARGIN, Math.ceil(images.length / COLUMNS) * cellHeight + MARGIN)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#8A8A8A'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#FFFFFF'
  pen.font = '15px sans-serif'
  images.forEach((image, i) => {
    const x = MARGIN + (i % COLUMNS) * cellWidth
    const y = MARGIN + Math.floor(i / COLUMNS) * cellHeight
    pen.drawImage(image, x, y)
    pen.fillText(String(firstNumber + i), x, y + image.height + 17)
  })
  return canvas.toBuffer('image/png')
}

function wholeNumber(text, option) {
  const n = Number(text)
  if (!Number.isInteger(n) || n < 1) stop(`${option} debe ser un número entero mayor que cero; se encontró «${text}».`)
  return n
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
