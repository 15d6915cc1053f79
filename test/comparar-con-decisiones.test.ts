/** `informe comparar` says of each change what people decided on it, from the file beside the later workbook. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { conDecision, deCelda, deCifra, escribirRevision, REVISION_VACIA } from '../src/revision/index.js'
import { unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname

let carpeta: string
beforeAll(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'comparar-'))
  const libro = (logro: number) =>
    unLibro()
      .producto('1.1.1', { sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: logro } })
      .bytes()
  writeFileSync(join(carpeta, 'antes.xlsx'), libro(9))
  // 4 of 10: 40 %.
  writeFileSync(join(carpeta, 'ahora.xlsx'), libro(4))
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

const informe = (...orden: readonly string[]) =>
  spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), ...orden], { cwd: carpeta, encoding: 'utf8' })

const FECHA = '2024-02-01T15:00:00.000Z'
const CELDA = { hoja: 'Avances', clave: '1.1.1', columna: '2023', antes: '9', despues: '4', celda: '' }
const revision = [
  { ...deCelda(CELDA), decision: 'aceptado', quien: 'Ana Ruiz', nota: '', fecha: FECHA } as const,
  { ...deCelda(CELDA), decision: 'anotado', quien: 'Luz Mora', nota: 'Falta el acta', fecha: '2024-02-02T15:00:00.000Z' } as const,
  // Of another change of the same figure: holds no longer.
  {
    ...deCifra({ codigo: '1.1.1', campo: 'logroVigencia', antes: 9, despues: 5 }),
    decision: 'aceptado',
    quien: 'Ana Ruiz',
    nota: '',
    fecha: FECHA,
  } as const,
  {
    ...deCifra({ codigo: '1.1.1', campo: 'cumplimientoPorcentaje', antes: 90, despues: 40 }),
    decision: 'aceptado',
    quien: 'Ana Ruiz',
    nota: '',
    fecha: FECHA,
  } as const,
].reduce(conDecision, REVISION_VACIA)

test('en la terminal, en la página y en el JSON, solo donde alguien decidió sobre esos dos valores', () => {
  writeFileSync(join(carpeta, 'ahora.xlsx.revision.json'), escribirRevision(revision))
  const { status, stdout } = informe('comparar', 'antes.xlsx', 'ahora.xlsx', '--html', 'p.html')
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /Avances · 1\.1\.1 · 2023: 9 → 4 \(Avances!\w+\) \(aceptado por Ana Ruiz; anotado por Luz Mora: Falta el acta\)\n/u,
  )
  expect(stdout).toMatch(/1\.1\.1 · .*cumplimiento: 90 % → 40 % \(aceptado por Ana Ruiz\); /u)
  expect(stdout).toMatch(/1\.1\.1 · logro: 9 → 4; /u)
  const pagina = readFileSync(join(carpeta, 'p.html'), 'utf8')
  expect(pagina).toContain('<td>aceptado por Ana Ruiz; anotado por Luz Mora: Falta el acta</td>')
  const { celdas, cifras } = JSON.parse(informe('comparar', 'antes.xlsx', 'ahora.xlsx', '--json').stdout)
  expect(celdas).toEqual([
    {
      ...CELDA,
      celda: expect.stringMatching(/^Avances!/u),
      decisiones: [
        { decision: 'aceptado', quien: 'Ana Ruiz', nota: '', fecha: FECHA },
        { decision: 'anotado', quien: 'Luz Mora', nota: 'Falta el acta', fecha: '2024-02-02T15:00:00.000Z' },
      ],
    },
  ])
  const decididas = cifras.filter((cifra: object) => 'decisiones' in cifra)
  expect(decididas).toEqual([expect.objectContaining({ codigo: '1.1.1', campo: 'cumplimientoPorcentaje' })])
})

test('sin ese archivo no dice nada; con uno dañado compara igual, y avisa', () => {
  rmSync(join(carpeta, 'ahora.xlsx.revision.json'), { force: true })
  expect(informe('comparar', 'antes.xlsx', 'ahora.xlsx').stdout).not.toContain('aceptado')
  writeFileSync(join(carpeta, 'ahora.xlsx.revision.json'), '{}')
  const { status, stdout, stderr } = informe('comparar', 'antes.xlsx', 'ahora.xlsx')
  expect([status, stdout.includes('9 → 4')]).toEqual([0, true])
  expect(stderr).toContain('ahora.xlsx.revision.json: formato: se encontró un valor que no sirve; se esperaba el número 1.')
})
