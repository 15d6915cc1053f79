// Pictures of real pages for the README: docs/imagenes/*.png. Usage: npm run imagenes -- [informe.pdf]
//   Without a PDF: the one of output/ppasp-2023/, which npm run informe makes. Needs poppler (pdftoppm and pdftotext) and Chromium.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { chromium } from 'playwright-core'
import { herramienta } from './herramientas.mjs'

const WIDTH = 600
const FOLDER = join('docs', 'imagenes')

/** What each picture shows, by the words of its page: the first page that has them all and none of the others. */
const PICTURES = [
  { name: 'portada', has: [], hasNot: [] },
  { name: 'el-ano', has: [/^El año en una página$/mu, /^Tabla A\d+\./mu], hasNot: [] },
  { name: 'contenido', has: [/^Contenido$/mu, /^Presentación/mu], hasNot: [] },
  { name: 'capitulo', has: [/^Salud$/mu, /^Reportes sectoriales$/mu, /^Tabla \d+\./mu], hasNot: [] },
  { name: 'productos', has: [/^Gráfica \d+\./mu, /^Sector Seguridad/mu, /de la meta de/u], hasNot: [] },
  { name: 'anexo', has: [/^Anexo\. /mu, /^Tabla A\d+\./mu, /^Producto\s/mu], hasNot: [] },
]

const pdf = process.argv[2] ?? join('output', 'ppasp-2023', 'informe-ppasp-2023.pdf')
const pdftoppm = herramienta('pdftoppm')
const pdftotext = herramienta('pdftotext')
if (pdftoppm === null || pdftotext === null) stop('Falta poppler (en Debian y Ubuntu: apt-get install poppler-utils).')
if (!existsSync(pdf)) stop(`No está ${pdf}. Haga primero el informe con: npm run informe`)

const pages = execFileSync(pdftotext, ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  .split('\f')
  .map((page) => page.replace(/^ +/gmu, ''))
mkdirSync(FOLDER, { recursive: true })
for (const { name, has, hasNot } of PICTURES) {
  const number = 1 + pages.findIndex((page) => has.every((words) => words.test(page)) && !hasNot.some((words) => words.test(page)))
  if (number === 0) stop(`Ninguna página del informe sirve para ${name}.png.`)
  const file = join(FOLDER, name)
  const size = ['-scale-to-x', String(WIDTH), '-scale-to-y', '-1']
  execFileSync(pdftoppm, ['-png', '-singlefile', '-f', String(number), '-l', String(number), ...size, pdf, file])
  console.log(`${file}.png: página ${number}, ${Math.round(statSync(`${file}.png`).size / 1024)} kB`)
}

await reviewPage()

/** The review page with a figure that a sector corrected. */
async function reviewPage() {
  const executablePath = herramienta('chromium')
  if (executablePath === null) stop('Falta Chromium (en Debian y Ubuntu: apt-get install chromium).')
  const folder = mkdtempSync(join(tmpdir(), 'informe-'))
  const before = join('inputs', 'ppasp-2023.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(before)
  book.getWorksheet('Avances').getCell('E4').value = 4
  await book.xlsx.writeFile(join(folder, 'ppasp-2023.xlsx'))
  const review = spawn(process.execPath, [join('dist', 'cli', 'informe.js'), 'revisar', join(folder, 'ppasp-2023.xlsx'), '--base', before])
  const address = await new Promise((resolve) => {
    review.stdout.on('data', (said) => {
      const found = /http:\S+/u.exec(String(said))?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ viewport: { width: 1000, height: 1040 }, deviceScaleFactor: 0.9 })
  await page.goto(address)
  const file = join(FOLDER, 'revision.png')
  await page.screenshot({ path: file })
  await browser.close()
  review.kill('SIGINT')
  rmSync(folder, { recursive: true })
  console.log(`${file}: la página de revisión, ${Math.round(statSync(file).size / 1024)} kB`)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
