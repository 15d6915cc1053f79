/** `informe libro-nuevo`: an empty workbook that explains itself, filled in by another program, is the policy that was typed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { leerDatos } from '../src/libros/index.js'
import { MARCA_DE_EJEMPLO, readLibro } from '../src/workbook/index.js'
import { escritoEnCalc, siHay } from './herramientas.js'
import { dicho } from './lo-dicho.js'
import { paqueteExcel } from './paquete-excel.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import type { Valor } from './un-libro.js'

const PROGRAMA = new URL('../dist/cli/informe.js', import.meta.url).pathname

const DATOS = `# La política del agua
Nombre: Política Pública del Agua
Sigla: PPA
Documento: CONPES D.C. 27 de 2027
Fecha de aprobación: 15 de junio de 2027
Año inicial del plan: 2028
Año final del plan: 2035
Vigencia: 2031
Fecha de corte: 2031-12-31
Entidad líder: Departamento Administrativo del Agua
Sigla de la entidad: DAA
Dependencia: Subdirección de Cuencas
Sector líder: Agua
Ciudad: Villa del Río
Año de publicación: 2032
Objetivos:
  - Cuidar las fuentes.
  - Limpiar lo que se usa.
Sectores: [Agua, Suelo, Aire]
Períodos: semestral
`

let carpeta: string
const informe = (...argumentos: readonly string[]) =>
  spawnSync(process.execPath, [PROGRAMA, ...argumentos], {
    cwd: carpeta,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1956528000' },
  })
const leer = (nombre: string) => new Uint8Array(readFileSync(join(carpeta, nombre)))

beforeAll(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'libro-nuevo-'))
  writeFileSync(join(carpeta, 'agua.yaml'), DATOS)
  for (const argumentos of [
    ['--politica', 'agua.yaml', '--salida', 'agua.xlsx'],
    ['--salida', 'vacio.xlsx'],
  ]) {
    const { status, stderr } = informe('libro-nuevo', ...argumentos)
    expect(status, stderr).toBe(0)
  }
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

/** Cells of a sheet by row, from the header on. */
const filas = (bytes: Uint8Array, hoja: string): readonly (readonly unknown[])[] => {
  const contenido = XLSX.read(bytes).Sheets[hoja]
  return contenido === undefined ? [] : XLSX.utils.sheet_to_json<unknown[]>(contenido, { header: 1, range: 2, defval: null })
}

describe('un libro nuevo', () => {
  test.each(['agua.xlsx', 'vacio.xlsx'])('%s es un paquete en el que Excel no tiene nada que reparar', (nombre) => {
    const { reparos, hojas } = paqueteExcel(leer(nombre))
    expect(reparos).toEqual([])
    expect(hojas).toEqual([
      ...['Instrucciones', 'Política', 'Créditos', 'Objetivos', 'Sectores', 'Productos', 'Metas', 'Avances', 'Reportes', 'Semáforo'],
      ...['Capacitaciones', 'Jornadas', 'Reuniones', 'Textos', 'Auditoría'],
    ])
  })

  test('con los datos de la política, los trae, con sus años y sus períodos', () => {
    const bytes = leer('agua.xlsx')
    expect(filas(bytes, 'Política').slice(1, 6)).toEqual([
      ['Nombre', 'Política Pública del Agua'],
      ['Sigla', 'PPA'],
      ['Documento', 'CONPES D.C. 27 de 2027'],
      // 15 June 2027 is day 46553 of Excel's count.
      ['Fecha de aprobación', 46_553],
      ['Año inicial del plan', 2028],
    ])
    expect(filas(bytes, 'Objetivos').slice(1)).toEqual([
      [1, 'Cuidar las fuentes.', null],
      [2, 'Limpiar lo que se usa.', null],
    ])
    expect(filas(bytes, 'Sectores').slice(1)).toEqual([
      [1, 'Agua', null],
      [2, 'Suelo', null],
      [3, 'Aire', null],
    ])
    expect(filas(bytes, 'Metas')[0]).toEqual(['Código', 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 'Procedencia'])
    expect(filas(bytes, 'Avances')[0]).toEqual(['Código', 2028, 2029, 2030, 2031, '2031-S1', '2031-S2', 'Procedencia'])
  })

  test('sin ellos, empieza en el año en que se hace, y marca lo que falta', () => {
    // SOURCE_DATE_EPOCH is 1 January 2032.
    expect(filas(leer('vacio.xlsx'), 'Metas')[0]?.slice(0, 3)).toEqual(['Código', 2032, 2033])
    expect(paqueteExcel(leer('vacio.xlsx')).xml('Política')).toContain('AND(COUNTA($A4:$B4)&gt;0,LEN(TRIM(A4))=0)')
  })

  test('explica cada columna, deja elegir de las listas y solo admite lo que cabe', () => {
    const paquete = paqueteExcel(leer('agua.xlsx'))
    for (const hoja of paquete.hojas.filter((nombre) => nombre !== 'Instrucciones')) {
      const titulos = filas(leer('agua.xlsx'), hoja)[0] ?? []
      const explicados = [...paquete.notas(hoja).keys()].filter((celda) => /^[A-Z]+3$/u.test(celda))
      expect(explicados, hoja).toHaveLength(titulos.length)
    }
    const productos = [...paquete.reglas('Productos').values()]
    expect(productos.filter(({ tipo }) => tipo === 'list').map(({ formulas }) => formulas[0])).toEqual([
      'Lista_Sectores_nombres',
      '"Suma,Constante,Creciente,Decreciente"',
      '"Anual,Semestral,Cuatrimestral,Trimestral,Bimestral,Mensual"',
      '"Número,Porcentaje"',
    ])
    for (const hoja of ['Metas', 'Avances', 'Reportes'])
      expect([...paquete.reglas(hoja)].find(([rango]) => rango.startsWith('A4'))?.[1].formulas, hoja).toEqual(['Lista_Productos_codigos'])
    expect([...paquete.reglas('Política')].find(([rango]) => rango.startsWith('B7'))?.[1].tipo).toBe('date')
    expect([...paquete.reglas('Jornadas')].map(([, { tipo }]) => tipo)).toEqual(['date', 'whole'])
  })

  test('dice qué filas de ejemplo quedan, una por una, y sin ellas no tiene nada que corregir en lo que trae', () => {
    const { errores } = readLibro(leer('agua.xlsx'))
    const ejemplos = errores.filter(({ rule }) => rule === 'fila-de-ejemplo').map(({ place }) => place)
    expect(ejemplos).toEqual([
      ...['Créditos!D4', 'Productos!P4', 'Productos!P5', 'Metas!J4', 'Metas!J5', 'Avances!H4', 'Avances!H5', 'Reportes!E4'],
      ...['Capacitaciones!E4', 'Jornadas!D4', 'Reuniones!C4'],
    ])
    // What the examples say is a valid policy: the only other thing that is missing are the ranges, which the file did not give.
    expect(errores.filter(({ rule }) => rule !== 'fila-de-ejemplo').map(({ rule, place }) => `${place} ${rule}`)).toEqual([
      'Semáforo!B4 celda-vacia',
      'Semáforo!B5 celda-vacia',
      'Semáforo!B6 celda-vacia',
    ])
  })

  test('no reemplaza un libro que ya está', () => {
    const antes = leer('agua.xlsx')
    const { status, stderr } = informe('libro-nuevo', '--salida', 'agua.xlsx')
    expect(status).toBe(4)
    expect(stderr).toContain('ya hay un archivo con ese nombre')
    expect(Buffer.compare(leer('agua.xlsx'), antes)).toBe(0)
  })

  test('sale con los mismos bytes con la misma fecha, y no admite otro formato', () => {
    expect(informe('libro-nuevo', '--politica', 'agua.yaml', '--salida', 'otro.xlsx').status).toBe(0)
    expect(Buffer.compare(leer('otro.xlsx'), leer('agua.xlsx'))).toBe(0)
    expect(informe('libro-nuevo', '--salida', 'libro.xls')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('termine en .xlsx'),
    })
  })

  test('protege sus títulos, sin contraseña, y deja lo demás', () => {
    const { libre, xml } = paqueteExcel(leer('agua.xlsx'))
    expect(xml('Metas')).not.toMatch(/hashValue|saltValue|password=/u)
    // The header; a row of example; rows and columns that are still empty, where a period may be added.
    expect(['A1', 'A3', 'J3', 'A4', 'B400', 'B9000', 'Z3', 'XFD3'].map((celda) => libre('Metas', celda))).toEqual([
      ...[false, false, false],
      ...[true, true, true, true, true],
    ])
    expect(['A4', 'B4', 'B17'].map((celda) => libre('Política', celda))).toEqual([false, true, true])
    expect(libre('Instrucciones', 'A4')).toBe(false)
  })

  siHay('soffice')('lo que se escribe en él con LibreOffice es la política que se escribió', async () => {
    const nuevo = leer('agua.xlsx')
    expect(dicho(await escritoEnCalc(nuevo, pasos(nuevo, POLITICA_DEL_AGUA.hojas())))).toEqual(dicho(POLITICA_DEL_AGUA.bytes()))
  })

  // Its figures are held against a sheet of formulas in politica-de-ejemplo.test.ts.
  siHay('soffice')('y con la segunda política de ejemplo, también: columnas de meses y bimestres, textos y conclusiones', async () => {
    const suyo = new Uint8Array(readFileSync(new URL('../inputs/ppsa-2025.xlsx', import.meta.url)))
    writeFileSync(join(carpeta, 'ppsa.yaml'), 'Año inicial del plan: 2021\nAño final del plan: 2032\nVigencia: 2025\n')
    expect(informe('libro-nuevo', '--politica', 'ppsa.yaml', '--salida', 'ppsa.xlsx').status).toBe(0)
    const nuevo = leer('ppsa.xlsx')
    const hojas = new Map(XLSX.read(suyo).SheetNames.map((hoja) => [hoja, filas(suyo, hoja) as readonly (readonly Valor[])[]]))
    expect(sinOrden(dicho(await escritoEnCalc(nuevo, pasos(nuevo, hojas))))).toEqual(sinOrden(dicho(suyo)))
  })
})

/** Texts are found by their key: the new workbook has them in the order of the templates. */
function sinOrden(libro: unknown) {
  const { textos, ...resto } = libro as { textos: readonly (readonly [string, unknown])[] }
  return { ...resto, textos: textos.toSorted(([una], [otra]) => una.localeCompare(otra)) }
}

/** What a person types to put these sheets in a new workbook: every cell under its header, and nothing where the examples were. */
function pasos(nuevo: Uint8Array, hojas: ReadonlyMap<string, readonly (readonly Valor[])[]>) {
  const libro = XLSX.read(nuevo)
  const en = (hoja: string, r: number, c: number, valor: string | number | null) => ({
    hoja,
    celda: XLSX.utils.encode_cell({ r, c }),
    valor,
  })
  return libro.SheetNames.filter((hoja) => hoja !== 'Instrucciones').flatMap((hoja) => {
    const [titulos = [], ...vacias] = filas(nuevo, hoja)
    const [suyos = [], ...todas] = hojas.get(hoja) ?? []
    // The keys of the texts are there already, each in its row.
    const propias = hoja === 'Textos' ? vacias.map(([clave]) => todas.find(([suya]) => suya === clave) ?? [clave as Valor]) : todas
    const nuevos = suyos.filter((uno) => !titulos.some((titulo) => String(titulo) === String(uno)))
    const deEjemplo = vacias.filter((fila) => fila.includes(MARCA_DE_EJEMPLO)).length
    return [
      ...nuevos.map((titulo, j) => en(hoja, 2, titulos.length + j, titulo as string)),
      ...Array.from({ length: Math.max(propias.length, deEjemplo) }, (_, i) => i).flatMap((i) =>
        [...titulos, ...nuevos].flatMap((titulo, j) => {
          const valor = propias[i]?.[suyos.findIndex((uno) => String(uno) === String(titulo))] ?? null
          const antes = vacias[i]?.[j] ?? null
          if (typeof valor === 'object' && valor !== null) throw new Error(`${hoja}: un valor que no se escribe así`)
          if (typeof valor === 'boolean' || String(valor) === String(antes)) return []
          return [en(hoja, i + 3, j, valor)]
        }),
      ),
    ]
  })
}

describe('los datos de una política', () => {
  const faltas = (texto: string) => leerDatos(texto).faltas.map(({ linea, campo, encontrado }) => `${linea} ${campo}: ${encontrado}`)
  const con = (viejo: string, nuevo: string) => DATOS.replace(viejo, nuevo)

  test('se leen, en cualquier orden y sin cuidar tildes ni mayúsculas', () => {
    const { datos, faltas: ninguna } = leerDatos(
      con('Sigla: PPA\n', '').replace('Vigencia', 'SIGLA: PPA\nvigencia').replace('Períodos', 'periodos'),
    )
    expect(ninguna).toEqual([])
    expect(datos).toMatchObject({
      plan: { inicio: 2028, fin: 2035, vigencia: 2031 },
      sectores: ['Agua', 'Suelo', 'Aire'],
      periodos: 'Semestral',
    })
    expect(datos?.campos.get('Sigla')).toBe('PPA')
    expect(datos?.campos.get('Fecha de aprobación')).toBe('2027-06-15')
  })

  test.each<[string, string, readonly string[]]>([
    ['un campo que no existe', con('Ciudad:', 'Ciudda:'), ['14 Ciudda: el campo «Ciudda»']],
    ['un campo dos veces', con('Ciudad: Villa del Río', 'sigla: X'), ['14 Sigla: otra vez «Sigla»']],
    ['una fecha que no es', con('2031-12-31', '31 de feria'), ['9 Fecha de corte: «31 de feria»']],
    ['un año que no es', con('2032', 'mañana'), ['15 Año de publicación: «mañana»']],
    ['una vigencia fuera del plan', con('Vigencia: 2031', 'Vigencia: 2040'), ['8 Vigencia: 2040']],
    ['un plan al revés', con('final del plan: 2035', 'final del plan: 2020'), ['7 Año final del plan: 2020']],
    ['un plan sin año inicial', con('Año inicial del plan: 2028\n', ''), ['null Año inicial del plan: un archivo sin ese año']],
    ['una lista donde va un valor', con('Sigla: PPA', 'Sigla: [PPA]'), ['3 Sigla: una lista u otra cosa']],
    ['un valor donde va una lista', con('[Agua, Suelo, Aire]', 'Agua'), ['19 Sectores: algo que no es una lista']],
    ['un sector dos veces', con('Suelo,', 'agua,'), ['19 Sectores: otra vez «agua»']],
    ['un objetivo vacío', con('- Limpiar lo que se usa.', '-'), ['18 Objetivos: un elemento vacío']],
    ['unos períodos que no hay', con('semestral', 'diaria'), ['20 Períodos: «diaria»']],
    ['un alias', con('Sigla: PPA', 'Sigla: *a'), ['3 Sigla: una lista u otra cosa']],
    ['un color que no hay', `${DATOS}Semáforo:\n  Verde: 76 o más\n  Azul: 0 a 75\n`, ['23 Semáforo: «Azul»']],
    ['un rango que no se lee', `${DATOS}Semáforo:\n  Verde: mucho\n  Amarillo: 51 a 75\n  Rojo: 0 a 50\n`, ['22 Semáforo: «mucho»']],
    [
      'rangos que dejan un hueco',
      `${DATOS}Semáforo:\n  Verde: 76 o más\n  Amarillo: 52 a 75\n  Rojo: 0 a 50\n`,
      ['21 Semáforo: verde de 76 en adelante; amarillo de 52 a 75; rojo de 0 a 50'],
    ],
    ['un archivo sin campos', 'hola', ['1 : un archivo sin campos']],
    ['un archivo que no es YAML', 'a: "b\n', ['2 : algo que no se puede leer']],
    [
      'varias a la vez, en su orden',
      con('Sigla: PPA', 'Sigla: [x]').replace('Ciudad:', 'Ciudda:'),
      ['3 Sigla: una lista u otra cosa', '14 Ciudda: el campo «Ciudda»'],
    ],
  ])('%s se dice con su renglón', (_, texto, esperadas) => {
    expect(faltas(texto)).toEqual(esperadas)
    expect(leerDatos(texto).datos).toBeNull()
  })

  test('los que la guía da para copiar son válidos', () => {
    const guia = readFileSync(new URL('../docs/libros.md', import.meta.url), 'utf8')
    const [, yaml = ''] = /```yaml\n(.*?)```/su.exec(guia) ?? []
    expect(faltas(yaml)).toEqual([])
    expect(leerDatos(yaml).datos).toMatchObject({ sectores: ['Ambiente', 'Educación'], periodos: 'Trimestral' })
  })

  test('la orden las dice todas y no escribe nada', () => {
    writeFileSync(join(carpeta, 'malo.yaml'), con('Vigencia: 2031', 'Vigencia: 20').replace('Ciudad:', 'Ciudda:'))
    const { status, stderr } = informe('libro-nuevo', '--politica', 'malo.yaml', '--salida', 'malo.xlsx')
    expect(status).toBe(3)
    expect(stderr).toContain('malo.yaml:8: Vigencia: se encontró «20»; se esperaba un año de cuatro cifras, entre 1900 y 2200.')
    expect(stderr).toContain(
      'malo.yaml:14: Ciudda: se encontró el campo «Ciudda»; se esperaba un campo de la política. El más parecido es «Ciudad».',
    )
    expect(() => leer('malo.xlsx')).toThrow()
  })
})
