/** `--corte`: the follow-up within the year, up to the end of one of its periods. */
import './semilla.js'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import { alCorte, calcularIndicadores, hayAvancesHasta } from '../src/indicators/index.js'
import type { Libro, Periodo } from '../src/model/index.js'
import { PedidoInvalido, revisar } from '../src/pipeline/index.js'
import { periodoDe } from '../src/workbook/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { leerDocx, palabras } from './leer-docx.js'
import { porcentaje, unLibro } from './un-libro.js'

/** One product of each tipo, each by another kind of period, and one of which only the year is given. Plan 2022–2025. */
const LIBRO = () =>
  unLibro({ vigencia: 2023 })
    .producto('1.1.1', {
      sector: 'Movilidad',
      periodicidad: 'Trimestral',
      singular: 'taller',
      plural: 'talleres',
      metas: { 2022: 10, 2023: 40 },
      avances: { 2022: 8, '2023-T1': 5, '2023-T2': 7, '2023-T3': 20, '2023-T4': 9 },
      logros: 'Se dictaron talleres.\n\nEl producto quedó en [[1.1.1 semáforo]].',
    })
    .producto('1.1.2', {
      sector: 'Movilidad',
      tipo: 'Constante',
      unidad: 'Porcentaje',
      periodicidad: 'Mensual',
      metas: { 2023: porcentaje(1) },
      metaFinal: porcentaje(1),
      avances: { '2023-M01': porcentaje(0.9), '2023-M05': porcentaje(0.8), '2023-M11': porcentaje(0.97) },
      logros: 'Se atendió.',
    })
    .producto('2.1.1', {
      sector: 'Educación',
      tipo: 'Creciente',
      periodicidad: 'Semestral',
      metas: { 2022: 3, 2023: 10 },
      avances: { 2022: 3, '2023-S1': 6, '2023-S2': 9 },
      logros: 'Se dictó.',
    })
    .producto('2.1.2', {
      sector: 'Educación',
      tipo: 'Decreciente',
      periodicidad: 'Bimestral',
      lineaBase: 20,
      metas: { 2023: 10 },
      avances: { '2023-B1': 18, '2023-B2': 16, '2023-B3': 15, '2023-B4': 11 },
      logros: 'Se redujo.',
    })
    .producto('2.1.3', { sector: 'Educación', metas: { 2022: 5, 2023: 30 }, avances: { 2022: 4, 2023: 30 }, logros: 'Se hizo.' })
    .hoja('Textos', [
      ['Clave', 'Texto'],
      ['conclusiones-generales', 'Quedaron [[política verde]] en verde.'],
    ])
    .hoja('Jornadas', [
      ['Fecha', 'Lugar', 'Asistentes'],
      ['2023-06-30', 'Plaza Mayor', 40],
      ['2023-07-01', 'Plaza Menor', 60],
    ])
    .hoja('Capacitaciones', [
      ['Estación de policía', 'Participantes', 'Sesiones', 'Mes'],
      ['Norte', 10, 1, 'Mayo y junio'],
      ['Sur', 20, 1, 'Junio – Julio'],
    ])

const periodo = (texto: string): Periodo => {
  const suyo = periodoDe(texto)
  if (suyo === null) throw new Error(`«${texto}» no es un periodo`)
  return suyo.periodo
}
const cifrasDe = (libro: Libro, codigo: string) => {
  const p = calcularIndicadores(libro).productos.find(({ producto }) => producto.codigo === codigo)
  if (p === undefined) throw new Error(`no hay un ${codigo}`)
  return {
    logro: p.logroVigencia?.valueOf() ?? null,
    cumplimiento: p.cumplimientoPorcentaje,
    acumulado: p.logroAcumulado?.valueOf() ?? null,
    hasta: p.producto.avances.get(2023)?.hasta ?? null,
    color: p.semaforo,
    balance: p.balance,
  }
}

describe('las cifras a un corte', () => {
  const enCurso = { color: null, balance: 'en-curso' }
  test.each([
    // Suma: 5 + 7 = 12 of 40; 8 of the year before.
    ['1.1.1', '2023-T2', { logro: 12, cumplimiento: 30, acumulado: 20, hasta: null, ...enCurso }],
    ['1.1.1', '2023-M06', { logro: 12, cumplimiento: 30, acumulado: 20, hasta: null, ...enCurso }],
    // August is in no trimestre that has ended after the second.
    ['1.1.1', '2023-B4', { logro: 12, cumplimiento: 30, acumulado: 20, hasta: { tipo: 'T', numero: 2 }, ...enCurso }],
    ['1.1.1', '2023-T3', { logro: 32, cumplimiento: 80, acumulado: 40, hasta: null, ...enCurso }],
    // Constante: the last of those reported, May.
    ['1.1.2', '2023-T2', { logro: 0.8, cumplimiento: 80, acumulado: 0.8, hasta: { tipo: 'M', numero: 5 }, ...enCurso }],
    // Creciente by semestres: in March none has ended, and the level is that of the year before.
    ['2.1.1', '2023-T1', { logro: null, cumplimiento: 0, acumulado: 3, hasta: null, ...enCurso }],
    ['2.1.1', '2023-T3', { logro: 6, cumplimiento: 60, acumulado: 6, hasta: { tipo: 'S', numero: 1 }, ...enCurso }],
    // Decreciente: (20 − 15) ÷ (20 − 10).
    ['2.1.2', '2023-S1', { logro: 15, cumplimiento: 50, acumulado: 15, hasta: null, ...enCurso }],
    // Only the year is given: nothing of it has been reported.
    ['2.1.3', '2023-S1', { logro: null, cumplimiento: 0, acumulado: 4, hasta: null, ...enCurso }],
  ] as const)('%s a %s', (codigo, corte, esperado) => {
    expect(cifrasDe(alCorte(LIBRO().libro(), periodo(corte)), codigo)).toEqual(esperado)
  })

  test('cuentan los hechos con fecha, y lo capacitado en meses que ya pasaron', () => {
    const { politica, jornadas, capacitaciones } = alCorte(LIBRO().libro(), periodo('2023-T2'))
    expect(politica.fechaCorte).toBe('2023-06-30')
    expect(jornadas?.map(({ lugar }) => lugar)).toEqual(['Plaza Mayor'])
    expect(capacitaciones?.map(({ estacion }) => estacion)).toEqual(['Norte'])
    expect(alCorte(LIBRO().libro(), periodo('2023-M01'))).toMatchObject({ jornadas: null, capacitaciones: null })
  })

  test('junio es el mismo corte se nombre como se nombre, y da la suma de sus meses', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(1000), { nil: null }), { minLength: 12, maxLength: 12 }), (meses) => {
        const avances = Object.fromEntries(meses.map((valor, i) => [`2023-M${String(i + 1).padStart(2, '0')}`, valor]))
        const libro = unLibro({ vigencia: 2023 })
          .producto('1.1.1', { metas: { 2023: 5000 }, avances })
          .libro()
        const dados = meses.slice(0, 6).flatMap((valor) => valor ?? [])
        const esperado = dados.length === 0 ? null : dados.reduce((suma, valor) => suma + valor, 0)
        for (const corte of ['2023-S1', '2023-T2', '2023-B3', '2023-M06']) {
          expect(cifrasDe(alCorte(libro, periodo(corte)), '1.1.1').logro).toBe(esperado)
          expect(hayAvancesHasta(libro, periodo(corte))).toBe(dados.length > 0)
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('el pedido', () => {
  const pedir = async (corte: string, libro = LIBRO()) =>
    revisar(libro.bytes(), await readTree(new URL('../templates', import.meta.url).pathname), undefined, corte)
  test('de otro año se dice, con los que hay', async () => {
    const pedido = pedir('2022-T2')
    await expect(pedido).rejects.toThrow(PedidoInvalido)
    await expect(pedido).rejects.toThrow(
      /«2022-T2» no es un periodo de la vigencia del libro, 2023; están 2023-S1 a 2023-S2.*2023-M01 a 2023-M12/u,
    )
  })

  test('sin nada reportado hasta entonces se dice de cuándo hay', async () => {
    const libro = unLibro().producto('1.1.1', { metas: { 2023: 9 }, avances: { 2022: 1, '2023-T1': 2, '2023-T2': 3 } })
    await expect(pedir('2023-M01', libro)).rejects.toThrow(
      /En Avances no hay nada reportado por periodos de 2023 hasta 2023-M01; hay de 2023-T1 y 2023-T2\./u,
    )
  })

  test('un libro que solo trae el año dice cómo darlo por periodos', async () => {
    await expect(pedir('2023-T2', unLibro())).rejects.toThrow(/agregue columnas como 2023-T1/u)
  })

  test('lo que va más allá de la Fecha de corte no se inventa', async () => {
    await expect(pedir('2023-T3', LIBRO().politica('Fecha de corte', '2023-06-30'))).rejects.toThrow(
      /va hasta 2023-09-30 y el libro cuenta lo reportado hasta 2023-06-30 \(Política!B9\)/u,
    )
  })

  test('los párrafos con cifras del cierre se avisan con su celda', async () => {
    const { errores, avisos } = await pedir('2023-T2')
    expect(errores).toEqual([])
    expect(avisos.filter(({ regla }) => regla === 'cifra-del-cierre').map(({ lugar }) => lugar)).toEqual(['Textos!B2', 'Reportes!B2'])
    expect(avisos.filter(({ regla }) => regla === 'meta-sin-logro')).toEqual([])
  })
})

describe('el informe a un corte', () => {
  let carpeta: string
  const informe = (...argumentos: readonly string[]) =>
    spawnSync(process.execPath, [join(new URL('..', import.meta.url).pathname, 'dist/cli/informe.js'), ...argumentos], {
      cwd: carpeta,
      encoding: 'utf8',
    })
  const json = (ruta: string) => JSON.parse(readFileSync(join(carpeta, ruta), 'utf8'))
  beforeAll(() => {
    carpeta = mkdtempSync(join(tmpdir(), 'corte-'))
    writeFileSync(join(carpeta, 'bici.xlsx'), LIBRO().bytes())
    const { status, stderr } = informe('generar', 'bici.xlsx', '--corte', '2023-t2', '--formatos', 'docx', '--silencioso')
    expect([status, stderr.includes('error')]).toEqual([0, false])
  })
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

  test('lo dicen la carpeta, los archivos, los datos y el manifiesto', () => {
    expect(readdirSync(join(carpeta, 'output'))).toEqual(['ppb-2023-t2'])
    expect(readdirSync(join(carpeta, 'output/ppb-2023-t2'))).toContain('informe-ppb-2023-t2.docx')
    const datos = json('output/ppb-2023-t2/datos.json')
    expect(datos.corte).toEqual({ periodo: '2023-T2', fecha: '2023-06-30' })
    expect(datos.politica).toMatchObject({ conMeta: 5, verde: null, amarillo: null, rojo: null, balance: 'en-curso' })
    expect(json('output/ppb-2023-t2/manifiesto.json').como.corte).toBe('2023-T2')
  })

  test('el documento dice hasta cuándo va, lo que lleva cada meta, y ningún color', async () => {
    const { html } = await leerDocx(readFileSync(join(carpeta, 'output/ppb-2023-t2/informe-ppb-2023-t2.docx')))
    const dicho = palabras(html).replace(/\s+/gu, ' ')
    for (const parte of [
      'Informe trimestral',
      'segundo trimestre',
      '30 de junio de 2023',
      '30 % de la meta de 2023, en curso (12 de 40 talleres)',
      'En el acumulado de 2022 a junio de 2023 el producto lleva 20 talleres frente a una meta de 50 al cierre de 2023: faltan 30',
      // (20 − 15) ÷ (20 − 10); 5 more to go down.
      '50 % de la meta de 2023, en curso (llegó a 15, frente a una meta de 10',
      'faltan 5 por reducir',
      'con reporte hasta mayo',
      'Sin reporte a junio de 2023 de la meta de 2023 (30; su indicador se mide una vez al año)',
      'Se dictaron talleres.',
    ])
      expect(dicho).toContain(parte)
    for (const parte of ['▼', 'verde', 'rojo', 'amarillo', 'Informe anual', 'al cierre de 2023, la política', 'undefined'])
      expect(dicho).not.toContain(parte)
  })

  test('comprobar lo vuelve a hacer hasta el mismo periodo', () => {
    const { status, stdout } = informe('comprobar', 'output/ppb-2023-t2', '--libro', 'bici.xlsx')
    expect([status, stdout.includes('Con ese libro sale igual, byte por byte.')]).toEqual([0, true])
  })

  test('lo que no es un periodo es una orden mal escrita', () => {
    const { status, stderr } = informe('validar', 'bici.xlsx', '--corte', '2023-Q2')
    expect(status).toBe(2)
    expect(stderr).toContain('se encontró «2023-Q2»')
  })

  test('el último periodo del año es el año: el informe anual, con los mismos bytes', async () => {
    const escritores = new Map()
    const libro = unLibro()
      .producto('1.1.1', { metas: { 2023: 9 }, avances: { '2023-T1': 2, '2023-T4': 3 } })
      .bytes()
    const [anual, cuarto] = await Promise.all([
      generarEnMemoria(libro, new Map(), { escritores }),
      generarEnMemoria(libro, new Map(), { escritores, corte: '2023-T4' }),
    ])
    expect(cuarto.nombre).toBe('ppb-2023')
    expect(cuarto.archivos).toEqual(anual.archivos)
  })
})
