/** The page *Control de versiones*: who approved what, from the file beside the workbook, in every format. */
import { describe, expect, test } from 'vitest'
import { sha256 } from '../src/hash/index.js'
import { InvalidInput } from '../src/pipeline/index.js'
import { conDecision, conVersion, deCelda, deCifra, escribirRevision, REVISION_VACIA, type Revision } from '../src/revision/index.js'
import { WRITERS } from '../src/writers/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { leerDocx, palabras } from './leer-docx.js'
import { leerPdf } from './leer-pdf.js'
import { unLibro } from './un-libro.js'

/** 1.1.1: 9 of 10 in 2023, 90 %. */
const LIBRO = unLibro()
  .producto('1.1.1', { sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: 9 } })
  .bytes()
const utf8 = (texto: string) => new TextEncoder().encode(texto)

const VERSION = { fecha: '2024-02-01', estado: 'en-revision', libro: sha256(LIBRO), quien: 'Ana Ruiz', nota: '' } as const
const celda = (antes: string, despues: string) =>
  deCelda({ hoja: 'Avances', clave: '1.1.1', columna: '2023', antes, despues, celda: 'Avances!E3' })
const cifra = (antes: number, despues: number) => deCifra({ codigo: '1.1.1', campo: 'cumplimientoPorcentaje', antes, despues })
const decidido = (cambio: ReturnType<typeof deCelda>, nota = ''): Revision =>
  // Nine at night of the first in Bogotá.
  conDecision(REVISION_VACIA, {
    ...cambio,
    decision: nota === '' ? 'aceptado' : 'anotado',
    quien: 'Luz Mora',
    nota,
    fecha: '2024-02-02T02:00:00.000Z',
  })

/** The report with the page, in the formats asked for. */
const con = (revision: Uint8Array | null, formatos: readonly (keyof typeof WRITERS)[] = ['html'], pedida = true) =>
  generarEnMemoria(LIBRO, new Map(), {
    revision,
    secciones: new Map(pedida ? [['control-de-versiones', true]] : []),
    escritores: new Map(formatos.map((formato) => [formato, WRITERS[formato]])),
  })

/** The words of the page, as the one file of HTML has them. */
async function pagina(revision: Revision | null): Promise<string> {
  const { nombre, archivos } = await con(revision === null ? null : utf8(escribirRevision(revision)))
  const html = new TextDecoder().decode(archivos.get(`informe-${nombre}.html`))
  const seccion = /<h2[^>]*>Control de versiones<\/h2>([\s\S]*?)<h2/u.exec(html)?.[1] ?? ''
  return seccion
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

describe('la página', () => {
  test('sin archivo dice que aún no hay registro; con uno vacío, que no hay versiones ni cambios', async () => {
    expect(await pagina(null)).toContain('no tiene todavía un registro de versiones')
    const vacia = await pagina(REVISION_VACIA)
    expect(vacia).toContain('Todavía no se ha registrado ninguna versión.')
    expect(vacia).toContain('Nadie ha aceptado ni anotado cambios todavía.')
  })

  test('dice con qué versión del libro se hizo, y cada versión con su fecha, su estado y su responsable', async () => {
    const texto = await pagina(conVersion(REVISION_VACIA, VERSION))
    expect(texto).toContain('la versión 1 del libro, del 1 de febrero de 2024, en estado en revisión .')
    expect(texto).toContain(`1 1 de febrero de 2024 En revisión ${sha256(LIBRO).slice(0, 12)} Ana Ruiz –`)
  })

  test('un libro que cambió después de la última versión se dice', async () => {
    expect(await pagina(conVersion(REVISION_VACIA, { ...VERSION, libro: 'a'.repeat(64) }))).toContain(
      `un libro que no está entre las versiones registradas (huella ${sha256(LIBRO).slice(0, 12)})`,
    )
  })

  test('cada decisión, con sus dos valores en palabras, quién y el día que era en Colombia', async () => {
    expect(await pagina(decidido(celda('8', '9'), 'Falta el acta'))).toContain(
      'Avances · 1.1.1 · 2023 8 9 Anotado: Falta el acta Luz Mora, 1 de febrero de 2024',
    )
    expect(await pagina(decidido(cifra(80, 90)))).toContain('1.1.1 · cumplimiento 80 % 90 % Aceptado Luz Mora')
  })

  test('de un texto largo que llega entero sale el principio', async () => {
    const texto = 'Se instalaron huertas en nueve barrios. '.repeat(60).trim()
    const dicho = await pagina(decidido(celda('', texto)))
    expect(dicho).toContain('Se instalaron huertas en nueve barrios.')
    expect(dicho.length).toBeLessThan(900)
    expect(dicho).toContain('…')
  })

  test('lo que volvió a cambiar después de decidirse ya no rige', async () => {
    expect(await pagina(decidido(celda('8', '7')))).toContain('8 7 Aceptado (ya no rige) Luz Mora')
    expect(await pagina(decidido(cifra(80, 70)))).toContain('80 % 70 % Aceptado (ya no rige) Luz Mora')
  })

  test('lo que alguien escribió son palabras, parezcan lo que parezcan', async () => {
    const texto = await pagina(decidido(celda('8', '9'), '*Ojo* | <b>no</b> {{politica.nombre}} [a](https://a.co)'))
    expect(texto).toContain('Anotado: *Ojo* | &lt;b&gt;no&lt;/b&gt; {{politica.nombre}} [a](https://a.co) Luz Mora')
  })

  test('sale en Word y en PDF, y las tablas y gráficas conservan su número', async () => {
    const revision = utf8(escribirRevision(decidido(celda('8', '9'), 'Falta el acta')))
    const { nombre, archivos } = await con(revision, ['docx', 'pdf'])
    const { archivos: sinPagina } = await con(revision, ['docx'], false)
    const docx = async (de: ReadonlyMap<string, Uint8Array>) =>
      palabras((await leerDocx(de.get(`informe-${nombre}.docx`) ?? new Uint8Array())).html)
    expect(await docx(archivos)).toContain('Anotado: Falta el acta')
    expect(await docx(sinPagina)).not.toContain('Control de versiones')
    const { pages } = await leerPdf(archivos.get(`informe-${nombre}.pdf`) ?? new Uint8Array())
    expect(pages.map(({ text }) => text).join(' ')).toContain('Anotado: Falta el acta')
    const puestas = (de: ReadonlyMap<string, Uint8Array>) => [...de.keys()].filter((ruta) => /^(tablas|graficas)\//u.test(ruta))
    expect(puestas(archivos)).toEqual(puestas(sinPagina))
    expect(archivos.get('datos.json')).toEqual(sinPagina.get('datos.json'))
  })

  test('el manifiesto dice de qué archivo salió, si la página sale', async () => {
    const revision = utf8(escribirRevision(REVISION_VACIA))
    const manifiesto = async (pedida: boolean) =>
      JSON.parse(new TextDecoder().decode((await con(revision, [], pedida)).archivos.get('manifiesto.json')))
    expect(await manifiesto(true)).toMatchObject({ revision: sha256(revision) })
    expect(await manifiesto(false)).not.toHaveProperty('revision')
  })
})

describe('un archivo dañado', () => {
  const DANADO = utf8('<<<<<<< HEAD\n{}')

  test('no deja hacer el informe que lleva la página, y dice cómo arreglarlo', async () => {
    const error = await con(DANADO).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(InvalidInput)
    expect((error as InvalidInput).problemas.errores).toEqual([
      expect.objectContaining({
        regla: 'revision',
        lugar: 'libro.xlsx.revision.json',
        encontrado: 'un archivo que no se puede leer',
        remedio: expect.stringContaining('quedaron marcas <<<<<<<'),
      }),
    ])
  })

  test('dice qué valor no sirve', async () => {
    const error = await con(utf8('{"formato":1,"versiones":[],"decisiones":[{}]}')).catch((e: unknown) => e)
    expect((error as InvalidInput).problemas.errores.map(({ lugar, esperado }) => `${lugar}: ${esperado}`)).toContain(
      'libro.xlsx.revision.json: decisiones[0].decision: «aceptado» o «anotado»',
    )
  })

  test('es solo un aviso en el que no la lleva', async () => {
    const { problemas } = await con(DANADO, [], false)
    expect(problemas.avisos).toContainEqual(expect.objectContaining({ regla: 'revision', lugar: 'libro.xlsx.revision.json' }))
  })
})
