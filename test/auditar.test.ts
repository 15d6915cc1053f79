/** `informe auditar`: what it says, as people run it, and how a finding is accepted. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HallazgoNombrado, separar } from '../src/audit/index.js'
import { paginaDeAuditoria } from '../src/hallazgos/index.js'
import type { Aceptacion } from '../src/model/index.js'
import { readLibro } from '../src/workbook/index.js'
import { navegadorCon, sinFaltas } from './navegador.js'
import { cargarRecursos } from './recursos.js'
import { type UnLibro, unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname
let carpeta: string
beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  carpeta = mkdtempSync(join(tmpdir(), 'auditar-'))
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

function informe(...argumentos: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), ...argumentos], { cwd: carpeta, encoding: 'utf8' })
}

/** One product: 10 visits planned, 16 made, which is 160 %. Its report says otherwise. */
const conReporte = (logros: string, avance = 16) =>
  unLibro()
    .producto('1.1.1', { sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: avance }, singular: 'visita', plural: 'visitas' })
    .hoja('Reportes', [
      ['Código', 'Logros'],
      ['1.1.1', logros],
    ])
const FALSO = 'El producto tuvo un cumplimiento del 140 %.'

function escribir(nombre: string, libro: UnLibro): string {
  writeFileSync(join(carpeta, nombre), libro.bytes())
  return nombre
}

interface Json {
  readonly hallazgos: readonly HallazgoNombrado[]
  readonly aceptados: readonly unknown[]
  readonly revisado: unknown
}
const enJson = (libro: string) => JSON.parse(informe('auditar', libro, '--json').stdout) as Json

describe('informe auditar', () => {
  test('dice el lugar, la oración, lo que dice y lo que se espera, y termina con 5', () => {
    const { status, stdout, stderr } = informe('auditar', escribir('falso.xlsx', conReporte(FALSO)))
    expect([status, stderr]).toEqual([5, ''])
    expect(stdout).toContain('Contradicciones (1)')
    expect(stdout).toMatch(/^ {2}Reportes!B2 · cumplimiento-[0-9a-f]{8}$/mu)
    expect(stdout).toContain(`«${FALSO}»`)
    expect(stdout).toContain('Dice «140 %»; se espera «160 %».')
    expect(stdout).toMatch(/falso\.xlsx: 1 contradicción \(1 cifra escrita a mano, 1 párrafo\)\.\n$/u)
  })

  test('un libro sin nada que objetar termina con 0', () => {
    const { status, stdout } = informe('auditar', escribir('cierto.xlsx', conReporte('El producto tuvo un cumplimiento del 160 %.')))
    expect([status, stdout]).toEqual([0, 'cierto.xlsx: ningún hallazgo (1 cifra escrita a mano, 1 párrafo).\n'])
  })

  test('con --json, los campos de cada hallazgo y cuánto se revisó', () => {
    const { hallazgos, revisado } = enJson(escribir('json.xlsx', conReporte(FALSO)))
    expect(hallazgos).toEqual([
      {
        regla: 'cumplimiento',
        severidad: 'contradiccion',
        lugar: 'Reportes!B2',
        texto: FALSO,
        dice: '140 %',
        esperado: '160 %',
        explicacion: expect.stringContaining('logro de 16 visitas'),
        hallazgo: expect.stringMatching(/^cumplimiento-/u),
      },
    ])
    expect(revisado).toEqual({ cifras: 1, tablas: 0, parrafos: 1 })
  })

  test('--html escribe una página, donde se le diga o con su nombre', () => {
    const libro = escribir('pagina.xlsx', conReporte(FALSO))
    expect(informe('auditar', libro, '--html').stdout).toContain('Página en auditoria-ppb-2023.html.')
    expect(readFileSync(join(carpeta, 'auditoria-ppb-2023.html'), 'utf8')).toContain('<mark>140 %</mark>')
    informe('auditar', libro, '--json', '--html', 'otra/p.html')
    expect(existsSync(join(carpeta, 'otra/p.html'))).toBe(true)
  })

  test('generar lo cuenta y hace el informe; con --estricto no lo hace y termina con 5', () => {
    const libro = escribir('generar.xlsx', conReporte(FALSO))
    const suelto = informe('generar', libro, '--formatos', 'docx', '--salida', 'suelto')
    expect([suelto.status, suelto.stdout]).toEqual([0, expect.stringContaining('La auditoría encontró 1 contradicción.')])
    const estricto = informe('generar', libro, '--estricto', '--salida', 'estricto')
    expect([estricto.status, estricto.stderr]).toEqual([5, expect.stringContaining('1 contradicción sin aceptar, y no se hizo el informe')])
    expect(existsSync(join(carpeta, 'estricto'))).toBe(false)
  })
})

describe('la hoja Auditoría', () => {
  const con = (libro: UnLibro, ...fila: readonly (string | null)[]) =>
    libro.hoja('Auditoría', [['Hallazgo', 'Motivo', 'Responsable'], fila])

  test('un hallazgo con motivo y responsable ya no cuenta, y la fila se puede mover', () => {
    const [falso] = enJson(escribir('a.xlsx', conReporte(FALSO))).hallazgos
    const libro = con(
      conReporte(FALSO).producto('1.1.2', { sector: 'Movilidad', metas: { 2023: 3 }, avances: { 2023: 3 } }),
      ` ${falso?.hallazgo.toUpperCase()} `,
      'Se corrige en la fe de erratas',
      'M. Rey',
    )
    const { status, stdout } = informe('auditar', escribir('b.xlsx', libro))
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 hallazgo aceptado en la hoja Auditoría.')])
  })

  test('si la cifra cambia, lo aceptado vuelve a contar y se dice', () => {
    const [falso] = enJson(escribir('c.xlsx', conReporte(FALSO))).hallazgos
    const libro = con(conReporte(FALSO, 17), falso?.hallazgo ?? '', 'Se corrige en la fe de erratas', 'M. Rey')
    const { status, stdout } = informe('auditar', escribir('d.xlsx', libro))
    expect([status, stdout]).toEqual([5, expect.stringMatching(/^Auditoría!A2 \(.+\): Ya no hay un hallazgo con ese nombre/mu)])
    expect(stdout).toContain('se espera «170 %»')
  })

  test('sin motivo o sin responsable no acepta nada', () => {
    const hallazgo = { regla: 'meta', severidad: 'contradiccion', lugar: 'Reportes!B2', texto: 'x', dice: '1', esperado: '2' } as const
    const aceptar = (motivo: string | null, responsable: string | null) => {
      const [{ hallazgo: nombre } = { hallazgo: '' }] = separar([{ ...hallazgo, explicacion: 'En Metas!B4 dice 2.' }], []).pendientes
      const fila: Aceptacion = { hallazgo: nombre, motivo, responsable, celda: 'Auditoría!A2' }
      // The row of the goal moved meanwhile: the finding is the same.
      return separar([{ ...hallazgo, lugar: 'Reportes!B9', explicacion: 'En Metas!B11 dice 2.' }], [fila])
    }
    expect(aceptar('porque sí', null).pendientes).toHaveLength(1)
    expect(aceptar(null, 'M. Rey').sinEfecto.map(({ porque }) => porque)).toEqual([expect.stringContaining('motivo o el responsable')])
    expect(aceptar('porque sí', 'M. Rey')).toMatchObject({ pendientes: [], sinEfecto: [], aceptados: [{}] })
  })

  test('le faltan columnas: es un error del libro, con su lugar', () => {
    const libro = conReporte(FALSO).hoja('Auditoría', [['Hallazgo'], ['x']])
    const { errores } = readLibro(libro.bytes())
    expect(errores.map(({ place, params }) => [place, params?.columna])).toEqual([
      ['Auditoría!A1', 'Motivo'],
      ['Auditoría!A1', 'Responsable'],
    ])
  })
})

describe('la página', () => {
  const { theme, assets } = cargarRecursos()
  const hallazgo = (severidad: HallazgoNombrado['severidad'], dice: string): HallazgoNombrado => ({
    hallazgo: `meta-${severidad}`,
    regla: 'meta',
    severidad,
    lugar: 'Reportes!B2',
    texto: 'La meta era de <b>30</b> talleres & 4 visitas.',
    dice,
    esperado: '25',
    explicacion: 'Metas!D3 dice 25.',
  })
  const aceptacion = { hallazgo: 'meta-posible', motivo: 'Así consta', responsable: 'M. Rey', celda: 'Auditoría!A2' }
  const unaPagina = () =>
    paginaDeAuditoria({
      theme,
      fonts: assets.fonts,
      politica: unLibro().libro().politica,
      revisado: { cifras: 1204, tablas: 0, parrafos: 1 },
      pendientes: [hallazgo('estilo', ''), hallazgo('contradiccion', '<b>30</b>')],
      aceptados: [{ hallazgo: hallazgo('posible', '4'), aceptacion }],
      sinEfecto: [{ aceptacion: { ...aceptacion, hallazgo: 'otro' }, porque: 'Ya no hay.' }],
      libro: { nombre: 'libro.xlsx', sha256: 'ab'.repeat(32) },
      programa: 'informe 9.8.7',
    })
  sinFaltas(navegadorCon(unaPagina))

  test('las contradicciones van primero, y lo escrito en el libro son palabras', async () => {
    const pagina = await unaPagina()
    expect(pagina.indexOf('id="de-contradiccion"')).toBeLessThan(pagina.indexOf('id="de-estilo"'))
    expect(pagina).toContain('La meta era de <mark>&lt;b&gt;30&lt;/b&gt;</mark> talleres &amp; 4 visitas.')
    expect(pagina).toContain('Así consta (M. Rey, Auditoría!A2)')
    expect(pagina).toContain('1 contradicción, 1 asunto de estilo en lo que se escribió a mano: se miraron 1.204 cifras en 1 párrafo.')
  })
})
