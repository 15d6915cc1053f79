/** `informe verificar`: a report as it was made, and with something changed in it, in Word, in PDF and as text. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import { paginaDeVerificacion } from '../src/hallazgos/index.js'
import { documentoComentado, verificarDocumento } from '../src/pipeline/index.js'
import { WRITERS } from '../src/writers/index.js'
import { politicaDeHuertas } from './auditoria/politica-de-huertas.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { convertir, siHay } from './herramientas.js'
import { navegadorCon, sinFaltas } from './navegador.js'
import { cargarRecursos } from './recursos.js'

const RAIZ = new URL('..', import.meta.url).pathname
const plantillas = await readTree(join(RAIZ, 'templates'))
const LIBRO = politicaDeHuertas(new Map([['Reportes|1.1.1|Logros', 'Se instalaron huertas en 9 barrios del norte.']])).bytes()
const { archivos } = await generarEnMemoria(LIBRO)
const DOCX = archivos.get('informe-ppau-2027.docx') ?? new Uint8Array()
const PDF = archivos.get('informe-ppau-2027.pdf') ?? new Uint8Array()

const verificar = async (bytes: Uint8Array, nombre = 'informe.docx') =>
  await verificarDocumento({
    documento: { nombre, bytes },
    libro: { nombre: 'libro.xlsx', bytes: LIBRO },
    revision: null,
    plantillas,
    secciones: new Map(),
    edicion: async () => DOCX,
  })

/** The Word file with its body edited as somebody would. */
function editado(editar: (xml: string) => string): Uint8Array {
  const partes = unzipSync(DOCX)
  const antes = strFromU8(partes['word/document.xml'] ?? new Uint8Array())
  const despues = editar(antes)
  expect(despues, 'la edición no cambió nada').not.toBe(antes)
  return zipSync({ ...partes, 'word/document.xml': strToU8(despues) })
}

/** The text of a computed figure, by its mark. */
const cifra = (xml: string, marca: string, texto: string) =>
  xml.replace(new RegExp(`(w:name="${marca}" w:id="(\\d+)"/>.*?<w:t[^>]*>)[^<]*(</w:t>)`, 'su'), `$1${texto}$3`)

const dichos = ({ hallazgos }: Awaited<ReturnType<typeof verificar>>) =>
  hallazgos.map(({ regla, dice, esperado }) => [regla, dice, esperado])

describe('un informe como salió', () => {
  test.each([
    ['Word', DOCX, 'informe.docx'],
    ['PDF', PDF, 'informe.pdf'],
  ])('en %s no tiene hallazgos, y se revisó todo', async (_, bytes, nombre) => {
    const { hallazgos, revisado } = await verificar(bytes, nombre)
    expect(hallazgos).toEqual([])
    // Tables 1 to 9 and one a sector, those apart, and the one of the sectors by state.
    expect(revisado.tablas).toBeGreaterThanOrEqual(14)
    expect(revisado.cifras).toBeGreaterThan(300)
  })

  test('con --sin, el informe que se hizo sin una sección tampoco', async () => {
    const { archivos: sinAnexo } = await generarEnMemoria(
      LIBRO,
      new Map([['80-anexo.md', new TextEncoder().encode('---\nincluir: no\n---\n# Anexo\n')]]),
    )
    const bytes = sinAnexo.get('informe-ppau-2027.docx') ?? new Uint8Array()
    const con = (secciones: ReadonlyMap<string, boolean>) =>
      verificarDocumento({
        documento: { nombre: 'x.docx', bytes },
        libro: { nombre: 'libro.xlsx', bytes: LIBRO },
        revision: null,
        plantillas,
        secciones,
        edicion: null,
      })
    expect((await con(new Map([['anexo', false]]))).hallazgos).toEqual([])
    expect((await con(new Map())).hallazgos.map(({ regla }) => regla)).toContain('rotulo-ausente')
  })
})

describe('un producto dos veces', () => {
  test('no es un hallazgo donde el propio informe lo nombra otra vez, como en las gráficas adicionales', async () => {
    const secciones = new Map([['graficas-adicionales', true]])
    const escritores = new Map([['docx', WRITERS.docx] as const])
    const { archivos: conGraficas } = await generarEnMemoria(LIBRO, new Map(), { secciones, escritores })
    const { hallazgos } = await verificarDocumento({
      documento: { nombre: 'x.docx', bytes: conGraficas.get('informe-ppau-2027.docx') ?? new Uint8Array() },
      libro: { nombre: 'libro.xlsx', bytes: LIBRO },
      revision: null,
      plantillas,
      secciones,
      edicion: null,
    })
    expect(hallazgos).toEqual([])
  })

  test('lo es donde alguien lo cuenta otra vez por su lado', async () => {
    const otraVez = '<w:p><w:pPr><w:pStyle w:val="Heading3"/></w:pPr><w:r><w:t>1.1.2 Otros talleres del año</w:t></w:r></w:p>'
    const antes = /<w:p><w:pPr><w:pStyle w:val="Heading3"\/><\/w:pPr>(?:(?!<\/w:p>).)*1\.2\.1/su
    const hallados = dichos(await verificar(editado((xml) => xml.replace(antes, (titulo) => otraVez + titulo))))
    expect(hallados).toContainEqual(['producto-repetido', '1.1.2', ''])
  })
})

describe('un informe que pasó por otro programa', () => {
  siHay('soffice')('guardado otra vez como Word, no tiene hallazgos', async () => {
    expect((await verificar(new Uint8Array(await convertir(Buffer.from(DOCX), 'docx', 'docx')))).hallazgos).toEqual([])
  })

  siHay('soffice')('pasado a un PDF sin etiquetas, no tiene contradicciones, y se encuentran sus tablas', async () => {
    const { hallazgos, revisado } = await verificar(new Uint8Array(await convertir(Buffer.from(DOCX), 'docx', 'pdf')), 'x.pdf')
    expect(hallazgos.filter(({ severidad }) => severidad === 'contradiccion')).toEqual([])
    expect(revisado.tablas).toBeGreaterThanOrEqual(14)
  })
})

describe('una sola cosa cambiada en Word', () => {
  // 1.1.1: 18 of 15 huertas, 120 %; 37 of 37 since the plan began. 1.1.2: 16 of 25 talleres, 64 %; 50 of 65, 15 short.
  test.each<[string, (xml: string) => string, readonly string[]]>([
    ['una cifra de un párrafo', (xml) => cifra(xml, '_1_1_1_cumplimiento_1', '150 %'), ['cifra-distinta', '150 %', '120 %']],
    ['una cifra de una tabla', (xml) => cifra(xml, '_1_1_2_logro_acumulado_1', '▼ 59'), ['celda', '▼ 59', '50']],
    ['un avance de sector', (xml) => cifra(xml, '_escuelas_avance_3', '97 %'), ['cifra-distinta', '97 %', '79 %']],
    ['un código', (xml) => xml.replace(/<w:t([^>]*)>2\.1\.1<\/w:t>/u, '<w:t$1>2.1.7</w:t>'), ['', '2.1.7', '2.1.1']],
    ['el sentido', (xml) => xml.replace(/menos de lo planeado/u, 'más de lo planeado'), ['sentido-distinta', 'más', 'menos']],
  ])('%s', async (_, editar, [regla, dice, esperado]) => {
    const hallados = dichos(await verificar(editado(editar)))
    const suyos = hallados.filter(([, d, e]) => d?.includes(dice ?? '') && e?.includes(esperado ?? ''))
    expect(suyos, JSON.stringify(hallados)).not.toEqual([])
    if (regla !== '') expect(suyos.map(([r]) => r)).toContain(regla)
    expect(hallados.length).toBeLessThanOrEqual(2)
  })

  test('una fila quitada se dice con lo que tenía', async () => {
    const sinFila = editado((xml) => {
      const lugar = xml.indexOf('w:name="_1_1_2_meta_acumulada_1"')
      return xml.slice(0, xml.lastIndexOf('<w:tr>', lugar)) + xml.slice(xml.indexOf('</w:tr>', lugar) + '</w:tr>'.length)
    })
    const { hallazgos } = await verificar(sinFila)
    expect(hallazgos.map(({ regla, esperado }) => [regla, esperado.slice(0, 6)])).toContainEqual(['fila-ausente', '1.1.2 '])
  })

  test('la página de un índice', async () => {
    const otra = editado((xml) =>
      xml.replace(/(PAGEREF _Toc\d+ \\h.*?<w:t[^>]*>)(\d+)(<)/su, (_, antes, n, tras) => `${antes}${Number(n) + 40}${tras}`),
    )
    const [hallado, ...otros] = (await verificar(otra)).hallazgos
    expect(otros).toEqual([])
    expect(hallado?.regla).toBe('indice-pagina')
    expect(Number(hallado?.dice)).toBe(Number(hallado?.esperado) + 40)
  })

  test('lo que se agrega con otras palabras lo miran las reglas de la auditoría', async () => {
    const parrafo = '<w:p><w:r><w:t>La meta de 1.1.2 para 2027 era de 30 talleres.</w:t></w:r></w:p>'
    const { hallazgos } = await verificar(
      editado((xml) => xml.replace(/(Se instalaron huertas en 9 barrios del norte\..*?<\/w:p>)/su, `$1${parrafo}`)),
    )
    expect(hallazgos.map(({ regla, dice, esperado }) => [regla, dice, esperado])).toContainEqual(['meta', '30 talleres', '25 talleres'])
  })

  test('una cifra con su marca se reconoce aunque la frase se haya escrito de nuevo', async () => {
    const conMarca = (xml: string, texto: string) => {
      const lugar = xml.indexOf('w:name="_1_1_1_cumplimiento_1"')
      const [desde, hasta] = [xml.lastIndexOf('<w:p>', lugar), xml.indexOf('</w:p>', lugar) + '</w:p>'.length]
      const [, id = ''] = /w:id="(\d+)"/u.exec(xml.slice(lugar)) ?? []
      const [inicio, fin] = [`<w:bookmarkStart w:name="_1_1_1_cumplimiento_1" w:id="${id}"/>`, `<w:bookmarkEnd w:id="${id}"/>`]
      const t = (palabras: string) => `<w:r><w:t xml:space="preserve">${palabras}</w:t></w:r>`
      return `${xml.slice(0, desde)}<w:p>${t('Las vecinas celebran este resultado: ')}${inicio}${t(texto)}${fin}${t(' por ahora, dicen.')}</w:p>${xml.slice(hasta)}`
    }
    const bien = await verificar(editado((xml) => conMarca(xml, '120 %')))
    expect(bien.hallazgos.filter(({ severidad }) => severidad === 'contradiccion')).toEqual([])
    const mal = await verificar(editado((xml) => conMarca(xml, '130 %')))
    expect(mal.hallazgos.map(({ regla, dice, esperado }) => [regla, dice, esperado])).toContainEqual([
      'cifra-distinta',
      '130 %',
      '120\u00a0%'.replace('\u00a0', ' '),
    ])
  })

  test('cambiar palabras sin tocar cifras no es un hallazgo', async () => {
    const { hallazgos } = await verificar(editado((xml) => xml.replace('en 9 barrios del norte', 'en 9 barrios, casi todos del norte')))
    expect(hallazgos).toEqual([])
  })

  test('un número escrito a mano que ya no es el del libro se dice como posible', async () => {
    const { hallazgos } = await verificar(editado((xml) => xml.replace('en 9 barrios', 'en 8 barrios')))
    expect(hallazgos.map(({ severidad, dice, esperado }) => [severidad, dice, esperado])).toEqual([['posible', '8', '9']])
  })
})

describe('la copia con comentarios', () => {
  test('lleva uno en las palabras de cada hallazgo, y el texto del documento sigue igual', async () => {
    const malo = editado((xml) => cifra(xml, '_1_1_1_cumplimiento_1', '150 %'))
    const comentado = documentoComentado(malo, await verificar(malo), new Date('2028-01-15T10:00:00Z'))
    const partes = unzipSync(comentado)
    const de = (ruta: string) => strFromU8(partes[ruta] ?? new Uint8Array())
    const [, marcado = ''] = /<w:commentRangeStart w:id="0"\/>(.*?)<w:commentRangeEnd w:id="0"\/>/su.exec(de('word/document.xml')) ?? []
    expect(marcado.replace(/<[^>]+>/gu, '')).toBe('150 %')
    expect(de('word/comments.xml')).toContain('se espera «120 %»')
    expect(de('word/comments.xml')).toContain('w:date="2028-01-15T10:00:00Z"')
    expect(de('[Content_Types].xml')).toContain('PartName="/word/comments.xml"')
    const texto = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
    expect(await texto(comentado)).toBe(await texto(malo))
  })
})

describe('lo que no se puede leer', () => {
  // A page with a square and not a letter.
  const OBJETOS = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>',
    '<</Length 15>>\nstream\n0 0 50 50 re f \nendstream',
  ]
  const pdfVacio = () =>
    strToU8(`%PDF-1.4\n${OBJETOS.map((o, i) => `${i + 1} 0 obj\n${o}\nendobj\n`).join('')}trailer\n<</Root 1 0 R>>\n%%EOF`)
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['vacío', 'x.docx', () => new Uint8Array(), /vacío/u],
    ['un ZIP que no es de Word', 'x.docx', () => zipSync({ 'a.txt': strToU8('hola') }), /no es un documento de Word/u],
    ['un Word cortado', 'x.docx', () => DOCX.slice(0, DOCX.length / 2), /dañado/u],
    ['un PDF con nombre de Word', 'x.docx', () => PDF, /no es del formato que dice su nombre/u],
    ['un PDF sin texto', 'x.pdf', pdfVacio, /sus páginas son imágenes/u],
    ['un programa', 'x.txt', () => new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]), /no es un documento de Word/u],
  ])('%s', async (_, nombre, bytes, mensaje) => {
    await expect(verificar(await bytes(), nombre)).rejects.toThrow(mensaje)
  })

  test('un Word de otra cosa se lee, y se dice que no trae los productos ni las tablas', async () => {
    const otro = zipSync({
      ...unzipSync(DOCX),
      'word/document.xml': strToU8(
        '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>Receta de pan: 500 g de harina.</w:t></w:r></w:p></w:body></w:document>',
      ),
    })
    const { hallazgos } = await verificar(otro)
    expect(new Set(hallazgos.map(({ regla }) => regla))).toEqual(new Set(['producto-ausente', 'rotulo-ausente']))
    expect(hallazgos.every(({ severidad, lugar }) => severidad === 'posible' && lugar === 'documento')).toBe(true)
  })
})

describe('la orden', () => {
  let carpeta: string
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    carpeta = mkdtempSync(join(tmpdir(), 'verificar-'))
    writeFileSync(join(carpeta, 'libro.xlsx'), LIBRO)
    writeFileSync(join(carpeta, 'bueno.pdf'), PDF)
    writeFileSync(
      join(carpeta, 'malo.docx'),
      editado((xml) => cifra(xml, '_1_1_1_cumplimiento_1', '150 %')),
    )
  })
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }))
  const informe = (...argumentos: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), ...argumentos], { cwd: carpeta, encoding: 'utf8' })

  test('termina con 0 sin hallazgos y con 5 con ellos, y los dice', () => {
    const bueno = informe('verificar', 'bueno.pdf', '--libro', 'libro.xlsx')
    expect([bueno.status, bueno.stdout]).toEqual([0, expect.stringMatching(/^bueno\.pdf: ningún hallazgo \(/u)])
    const malo = informe('verificar', 'malo.docx', '--libro', 'libro.xlsx', '--html', '--comentar', 'comentado.docx')
    expect([malo.status, malo.stderr]).toEqual([5, ''])
    expect(malo.stdout).toContain('Dice «150 %»; se espera «120 %».')
    expect(readFileSync(join(carpeta, 'verificacion-malo.html'), 'utf8')).toContain('<mark>150 %</mark>')
    const otraVez = informe('verificar', 'malo.docx', '--libro', 'libro.xlsx', '--comentar', 'comentado.docx')
    expect([otraVez.status, otraVez.stderr]).toEqual([4, expect.stringContaining('comentado.docx')])
  })

  test('con --json, lugar de cada hallazgo y cuánto se revisó', () => {
    const json = JSON.parse(informe('verificar', 'malo.docx', '--libro', 'libro.xlsx', '--json').stdout) as { hallazgos: readonly object[] }
    expect(json.hallazgos).toEqual([
      expect.objectContaining({ lugar: expect.stringMatching(/^párrafo \d+$/u), dice: '150 %', esperado: '120 %' }),
    ])
    expect(Object.keys(json.hallazgos[0] ?? {}).sort()).toEqual(
      ['dice', 'esperado', 'explicacion', 'hallazgo', 'lugar', 'regla', 'severidad', 'texto'].sort(),
    )
  })

  test('un archivo de 300 MB se rechaza sin leerlo', () => {
    writeFileSync(join(carpeta, 'enorme.docx'), '')
    truncateSync(join(carpeta, 'enorme.docx'), 300 * 1024 * 1024)
    const { status, stderr } = informe('verificar', 'enorme.docx', '--libro', 'libro.xlsx')
    expect([status, stderr]).toEqual([3, expect.stringContaining('demasiado grande')])
  })

  test('un documento que no se puede leer termina con 3; --comentar con un PDF, con 2', () => {
    writeFileSync(join(carpeta, 'nada.docx'), '')
    expect(informe('verificar', 'nada.docx', '--libro', 'libro.xlsx')).toMatchObject({ status: 3, stderr: 'El archivo está vacío.\n' })
    expect(informe('verificar', 'bueno.pdf', '--libro', 'libro.xlsx', '--comentar', 'x.docx').status).toBe(2)
    expect(informe('verificar', 'bueno.pdf').status).toBe(2)
  })
})

describe('la página', () => {
  const { theme, assets } = cargarRecursos()
  const en = { page: 3, label: '1', line: null, paragraph: null }
  const celda = { ...en }
  const hallazgo = {
    hallazgo: 'celda-1',
    regla: 'celda',
    severidad: 'contradiccion',
    lugar: 'p. 1',
    texto: '7',
    dice: '7',
    esperado: '8',
    explicacion: 'Va «8».',
  } as const
  const unaPagina = () =>
    paginaDeVerificacion({
      theme,
      fonts: assets.fonts,
      politica: politicaDeHuertas(new Map()).libro().politica,
      documento: 'informe.pdf',
      bloques: [
        { type: 'heading', depth: 1, text: 'Capítulo', place: { ...en } },
        { type: 'paragraph', bullet: false, text: 'Son 7 <b>huertas</b>.', place: en },
        { type: 'caption', label: 'Tabla', number: '1', text: 'Huertas', place: { ...en } },
        {
          type: 'table',
          header: [
            { text: 'Barrio', place: { ...en } },
            { text: 'Huertas', place: { ...en } },
          ],
          rows: [
            [
              { text: 'Norte', place: { ...en } },
              { text: '7', place: celda },
            ],
          ],
          place: { ...en },
        },
        { type: 'index', entries: [{ label: 'Tabla', number: '1', text: 'Huertas', page: '3', place: { ...en } }], place: { ...en } },
        { type: 'note', text: 'Una nota.', place: { ...en } },
      ],
      hallazgos: [
        { ...hallazgo, en },
        { ...hallazgo, hallazgo: 'celda-2', severidad: 'posible', en: celda },
        { ...hallazgo, hallazgo: 'celda-3', severidad: 'estilo', dice: '', en: { page: null, label: null, line: null, paragraph: null } },
      ],
      revisado: { cifras: 3, tablas: 1, parrafos: 2 },
      libro: { nombre: 'libro.xlsx', sha256: 'ab'.repeat(32) },
      programa: 'informe 9.8.7',
    })
  sinFaltas(navegadorCon(unaPagina))

  test('marca las palabras en su lugar y lleva a cada una', async () => {
    const pagina = await unaPagina()
    expect(pagina).toContain('Son <mark>7</mark> &lt;b&gt;huertas&lt;/b&gt;.')
    expect(pagina).toContain('<td><mark>7</mark></td>')
    for (const n of [1, 2, 3]) {
      expect(pagina).toContain(`href="#h${n}"`)
      expect(pagina).toContain(`id="h${n}"`)
    }
  })
})
