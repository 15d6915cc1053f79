/** The program as people run it: words, exit codes, and what it leaves on the disk. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type UnLibro, unLibro } from './un-libro.js'
import { unMembrete } from './un-membrete.js'

const RAIZ = new URL('..', import.meta.url).pathname
const PROGRAMA = join(RAIZ, 'dist/cli/informe.js')
const PAQUETE = JSON.parse(readFileSync(join(RAIZ, 'package.json'), 'utf8')) as { version: string; informe: { libro: string } }

let carpeta: string
beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  carpeta = mkdtempSync(join(tmpdir(), 'ordenes-'))
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

/** Runs `informe` in the test's folder. */
function informe(...argumentos: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [PROGRAMA, ...argumentos], { cwd: carpeta, encoding: 'utf8' })
}

/** The same, with something of JavaScript's own broken, as a defect of the program would. */
function informeRoto(...argumentos: readonly string[]): SpawnSyncReturns<string> {
  const rotura = join(carpeta, 'rotura.cjs')
  writeFileSync(rotura, "Array.prototype.toSorted = () => { throw new Error('la rotura') }")
  return spawnSync(process.execPath, ['--require', rotura, PROGRAMA, ...argumentos], { cwd: carpeta, encoding: 'utf8' })
}

/** Writes a workbook in the test's folder and gives its name. */
function escribirLibro(nombre: string, libro: UnLibro = unLibro()): string {
  writeFileSync(join(carpeta, nombre), libro.bytes())
  return nombre
}

/** A copy of the program's templates, with these files over them. */
function escribirPlantillas(nombre: string, cambios: Readonly<Record<string, string>>): string {
  cpSync(join(RAIZ, 'templates'), join(carpeta, nombre), { recursive: true })
  for (const [ruta, texto] of Object.entries(cambios)) writeFileSync(join(carpeta, nombre, ruta), texto)
  return nombre
}

/** Bytes of every file under a folder, by path. */
function contenido(nombre: string): Record<string, string> {
  const raiz = join(carpeta, nombre)
  const entradas = readdirSync(raiz, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  const rutas = entradas.map((e) => relative(raiz, join(e.parentPath, e.name))).sort()
  return Object.fromEntries(rutas.map((ruta) => [ruta, readFileSync(join(raiz, ruta), 'base64')]))
}

const lineas = (texto: string) => texto.split('\n').filter((l) => l !== '')

const CON_FALTAS = () =>
  unLibro().celda('Metas!C3', 'mucho').celda('Productos!F2', 'Sumada').celda('Productos!H3', 'Unidades').celda('Política!B8', 2050)

/** English that commander or node would say by themselves. */
const INGLES =
  /\b(?:usage|options?|commands?|arguments?|unknown|missing|required|default|display|help for|did you mean|expected|got|cannot|no such)\b/iu
const RASTRO = /\n\s+at .+:\d+:\d+/u

describe('la ayuda y la versión', () => {
  test.each([[['--help']], [['generar', '--help']], [['graficas', '--help']], [['validar', '--help']]])(
    '%j está en español y termina bien',
    (argumentos) => {
      const { status, stdout, stderr } = informe(...argumentos)
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(/^Uso: informe /u)
      expect(stdout).toContain('Opciones:')
      expect(stdout.replaceAll('--help', '').replaceAll('package.json', '')).not.toMatch(INGLES)
    },
  )

  test('dice las órdenes, las opciones y los códigos de salida', () => {
    const { stdout } = informe('--help')
    for (const dicho of ['generar [opciones] [libro]', 'validar [opciones] <libro>', '--version', '--depurar'])
      expect(stdout).toContain(dicho)
    expect(stdout.replace(/\s+/gu, ' ')).toContain(
      'Códigos de salida: 0 hecho · 2 orden mal escrita · 3 el libro, una plantilla o el tema tienen errores · 4 no se pudo escribir, o usar la cola · 5 hay hallazgos · 1 otro fallo',
    )
    const { stdout: deGenerar } = informe('generar', '--help')
    for (const opcion of ['--salida', '--formatos', '--plantillas', '--silencioso']) expect(deGenerar).toContain(opcion)
    expect(informe('validar', '--help').stdout).toContain('--json')
  })

  test('la versión es la del paquete', () => {
    const { status, stdout } = informe('--version')
    expect([status, stdout]).toEqual([0, `${PAQUETE.version}\n`])
  })
})

describe('una orden mal escrita termina con 2, con el nombre más cercano', () => {
  test.each<[readonly string[], RegExp]>([
    [['generrar'], /^No existe la orden «generrar»\. ¿Quiso decir «generar»\?$/mu],
    [['generar', 'x.xlsx', '--salid', 'y'], /^No existe la opción «--salid»\. ¿Quiso decir «--salida»\?$/mu],
    [['validar', 'x.xlsx', '--jason'], /^No existe la opción «--jason»\. ¿Quiso decir «--json»\?$/mu],
    [['cocinar'], /^No existe la orden «cocinar»\.$/mu],
    [['validar', 'x.xlsx', '--nada'], /^No existe la opción «--nada»\.$/mu],
    [['validar'], /^Falta el libro: escriba su ruta\.$/mu],
    [['validar', 'a.xlsx', 'b.xlsx'], /^Sobran argumentos: cada orden recibe un solo libro\.$/mu],
    [['generar', 'a.xlsx', '--salida'], /^A la opción «--salida <carpeta>» le falta su valor\.$/mu],
    [['generar', 'a.xlsx', '--formatos', 'odt'], /^No hay un formato «odt»; están docx, pdf y html\.$/mu],
    [[], /^Falta la orden: generar, .+ o \w+\.$/mu],
  ])('%j', (argumentos, mensaje) => {
    const { status, stdout, stderr } = informe(...argumentos)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(mensaje)
    expect(stderr.replaceAll('--help', '')).not.toMatch(INGLES)
    expect(stderr).not.toMatch(RASTRO)
  })
})

describe('validar', () => {
  test('un libro sin errores termina con 0 y lo dice en la salida', () => {
    const { status, stdout } = informe('validar', escribirLibro('bueno.xlsx'))
    expect([status, stdout]).toEqual([0, 'El libro no tiene errores.\n'])
  })

  test('los errores van por hoja a la salida de errores, y termina con 3', () => {
    const { status, stdout, stderr } = informe('validar', escribirLibro('faltas.xlsx', CON_FALTAS()))
    expect([status, stdout]).toEqual([3, ''])
    const [errores = ''] = stderr.split(/\n\d+ avisos?\n/u)
    expect(lineas(errores).map((l) => l.replace(/:.*$/u, ''))).toEqual([
      '4 errores',
      '  Política',
      '    Política!B8',
      '  Productos',
      '    Productos!F2',
      '    Productos!H3',
      '  Metas',
      '    Metas!C3',
    ])
    expect(errores).toMatch(/Productos!F2: se encontró «Sumada»; se esperaba .*«Suma», «Constante», «Creciente» o «Decreciente»\. \S/u)
    expect(stderr).not.toMatch(RASTRO)
  })

  test('con --json escribe errores y avisos con sus cinco campos, y nada más', () => {
    const { status, stdout, stderr } = informe('validar', escribirLibro('faltas.xlsx', CON_FALTAS()), '--json')
    expect([status, stderr]).toEqual([3, ''])
    const leido = JSON.parse(stdout) as Record<'errores' | 'avisos', readonly Record<string, string>[]>
    expect(Object.keys(leido)).toEqual(['errores', 'avisos'])
    expect(leido.errores.map((e) => e.lugar)).toEqual(['Política!B8', 'Productos!F2', 'Productos!H3', 'Metas!C3'])
    for (const problema of [...leido.errores, ...leido.avisos]) {
      expect(Object.keys(problema)).toEqual(['regla', 'lugar', 'encontrado', 'esperado', 'remedio'])
      expect(Object.values(problema).every((v) => typeof v === 'string' && v !== '')).toBe(true)
    }
    expect(JSON.parse(informe('validar', escribirLibro('bueno.xlsx'), '--json').stdout)).toMatchObject({ errores: [] })
  })

  test('los avisos no son errores: salen aparte y termina con 0', () => {
    const libro = escribirLibro('aviso.xlsx', unLibro().sector('Ambiente').sector('Movilidad'))
    const { status, stdout, stderr } = informe('validar', libro)
    expect([status, stdout]).toEqual([0, 'El libro no tiene errores.\n'])
    expect(stderr).toMatch(/^\n\d+ avisos?\n/u)
    expect(stderr).toContain('Sectores!B2')
    expect(stderr).not.toMatch(/\d+ error(?:es)?\n/u)
  })

  test.each<[string, () => string, RegExp]>([
    ['un archivo que no existe', () => 'nada.xlsx', /^No se pudo leer nada\.xlsx: no existe\. Revise la ruta y el nombre\.$/mu],
    ['una carpeta', () => '.', /^No se pudo leer \.: es una carpeta\. Escriba la ruta del archivo que está en ella\.$/mu],
    ['una ruta por dentro de un archivo', () => `${escribirLibro('bueno.xlsx')}/x.xlsx`, /una parte de la ruta no es una carpeta/u],
  ])('%s termina con 3', (_, libro, mensaje) => {
    const { status, stdout, stderr } = informe('validar', libro())
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(mensaje)
    expect(stderr).not.toMatch(INGLES)
    expect(stderr).not.toMatch(RASTRO)
  })

  test.each([
    ['de texto', 'Hola, no soy un libro.'],
    ['vacío', ''],
    ['que empieza como un .xlsx', 'PK\u0003\u0004 y nada más'],
  ])('un archivo %s termina con 3 y lo dice en español', (_, texto) => {
    writeFileSync(join(carpeta, 'raro.xlsx'), texto)
    const { status, stdout, stderr } = informe('validar', 'raro.xlsx')
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).not.toMatch(INGLES)
    expect(stderr).not.toMatch(RASTRO)
    expect(stderr.trim()).not.toBe('')
  })
})

describe('generar', () => {
  beforeAll(() => {
    const { status, stderr } = informe('generar', escribirLibro('base.xlsx'), '--salida', 'base')
    expect(status, stderr).toBe(0)
  })

  /** A folder of its own with the edition of `base`. */
  const edicion = (nombre: string) => {
    cpSync(join(carpeta, 'base'), join(carpeta, nombre), { recursive: true })
    return nombre
  }

  test('sin --salida, en output/<sigla>-<vigencia>; dice cada paso en una línea simple y termina con 0', () => {
    const { status, stdout, stderr } = informe('generar', escribirLibro('simple.xlsx'))
    expect(status).toBe(0)
    expect(lineas(stdout)).toEqual([
      '[1/6] Leer el libro: 3 productos',
      expect.stringMatching(/^\[2\/6\] Calcular los indicadores: \d+ cifras$/u),
      expect.stringMatching(/^\[3\/6\] Armar el documento con las plantillas: \d+ secciones$/u),
      '[4/6] Dibujar las gráficas: 3 gráficas',
      '[5/6] Escribir el informe: 2 formatos',
      '[6/6] Preparar tablas, datos y manifiesto: 18 archivos',
      'Informe en output/ppb-2023 (18 archivos).',
    ])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what must not be there
    expect(stdout + stderr).not.toMatch(/\u001b|\r/u)
    expect(Object.keys(contenido('output/ppb-2023'))).toEqual([
      'datos.json',
      ...[1, 2, 3].map((n) => `graficas/grafica-0${n}.png`),
      'informe-ppb-2023.docx',
      'informe-ppb-2023.pdf',
      'manifiesto.json',
      'procedencia.json',
      ...[...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `tablas/tabla-0${n}.csv`), 'tablas/tabla-a1.csv', 'tablas/tabla-a2.csv'],
    ])
  })

  test('los avisos van a la salida de errores; el progreso, no', () => {
    const { stdout, stderr } = informe('generar', escribirLibro('simple.xlsx'), '--salida', 'salida-a')
    expect(stderr).toMatch(/^\n\d+ avisos?\n/u)
    expect(stderr).not.toContain('[1/6]')
    expect(stderr).not.toMatch(/se encontró ning/u) // «no se encontró ningún…», or another wording
    expect(stdout).not.toContain('aviso')
  })

  test('--silencioso no muestra el progreso', () => {
    const { status, stdout } = informe('generar', 'base.xlsx', '--salida', 'callado', '--silencioso')
    expect([status, stdout]).toEqual([0, ''])
    expect(contenido('callado')).toHaveProperty('datos.json')
  })

  test('el mismo libro da los mismos bytes', () => {
    const { status } = informe('generar', 'base.xlsx', '--salida', 'otra-vez', '--silencioso')
    expect(status).toBe(0)
    expect(contenido('otra-vez')).toEqual(contenido('base'))
  })

  test('sin libro, hace el que nombra package.json', () => {
    const { status, stdout } = informe('generar', '--salida', 'del-paquete', '--formatos', 'docx')
    expect(status).toBe(0)
    expect(stdout).toContain('Informe en del-paquete')
    const manifiesto = Buffer.from(contenido('del-paquete')['manifiesto.json'] ?? '', 'base64').toString()
    expect(manifiesto).toContain(PAQUETE.informe.libro.split('/').at(-1))
  })

  test('--formatos pdf escribe lo demás también, y aparta el Word de antes', () => {
    const salida = edicion('solo-pdf')
    const word = contenido(salida)['informe-ppb-2023.docx']
    const { status } = informe('generar', 'base.xlsx', '--salida', salida, '--formatos', 'pdf')
    expect(status).toBe(0)
    const archivos = contenido(salida)
    expect(Object.keys(archivos).filter((ruta) => !ruta.startsWith('anteriores/'))).toEqual(
      Object.keys(contenido('base')).filter((ruta) => !ruta.endsWith('.docx')),
    )
    const [apartado = ''] = Object.keys(archivos).filter((ruta) => ruta.endsWith('.docx'))
    expect(apartado).toMatch(/^anteriores\/\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}\/informe-ppb-2023\.docx$/u)
    expect(archivos[apartado]).toBe(word)
  })

  test('si en la carpeta había un informe de otra versión del libro, dice lo primero que cambió', () => {
    const con = (logro: number) =>
      unLibro().producto('1.1.1', { nombre: 'Rutas', sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: logro } })
    const hacer = (logro: number) =>
      informe('generar', escribirLibro('cambia.xlsx', con(logro)), '--formatos', 'docx', '--salida', 'cambia').stdout
    expect(hacer(9)).not.toContain('Desde el informe anterior')
    expect(hacer(9)).not.toContain('Desde el informe anterior')
    expect(hacer(4)).toContain('Desde el informe anterior:\n  1.1.1 pasa de verde a rojo (90 % → 40 %): Rutas.\n')
  })

  test('--estilos toma los del documento y dice qué tomó; el PDF solo no los usa, y lo que no es de Word se rechaza', async () => {
    writeFileSync(join(carpeta, 'membrete.docx'), await unMembrete())
    const bien = informe('generar', escribirLibro('con-estilos.xlsx'), '--estilos', 'membrete.docx', '--salida', 'con-estilos')
    expect(bien.status, bien.stderr).toBe(0)
    expect(bien.stdout).toMatch(/^De membrete\.docx se tomó: .*Título 1.*encabezado.*$/mu)

    const sinWord = informe('generar', 'con-estilos.xlsx', '--estilos', 'membrete.docx', '--formatos', 'pdf')
    expect([sinWord.status, sinWord.stderr]).toEqual([2, expect.stringContaining('agregue docx a --formatos')])

    writeFileSync(join(carpeta, 'falso.docx'), 'esto es texto')
    const falso = informe('generar', 'con-estilos.xlsx', '--estilos', 'falso.docx', '--salida', 'con-falso')
    expect([falso.status, falso.stderr]).toEqual([3, expect.stringContaining('falso.docx')])
    expect(readdirSync(carpeta)).not.toContain('con-falso')
  })

  test('lo que alguien editó se guarda y se dice, y los archivos ajenos se quedan', () => {
    const salida = edicion('editada')
    writeFileSync(join(carpeta, salida, 'tablas/tabla-01.csv'), 'Lo corregí a mano')
    writeFileSync(join(carpeta, salida, 'notas.txt'), 'Mis notas')
    const { status, stdout } = informe('generar', 'base.xlsx', '--salida', salida)
    expect(status).toBe(0)
    const [, guardado = ''] =
      /^Se había editado tablas\/tabla-01\.csv después de generarlo: esa versión quedó en editada\/(.+)\.$/mu.exec(stdout) ?? []
    const archivos = contenido(salida)
    const texto = (ruta: string) => Buffer.from(archivos[ruta] ?? '', 'base64').toString()
    expect(guardado).toMatch(/^anteriores\/editados\/tablas\/tabla-01 \(.+\)\.csv$/u)
    expect(texto(guardado)).toBe('Lo corregí a mano')
    expect(texto('notas.txt')).toBe('Mis notas')
    expect(archivos['tablas/tabla-01.csv']).toBe(contenido('base')['tablas/tabla-01.csv'])
  })

  test('lo editado se dice también con --silencioso', () => {
    const salida = edicion('editada-callada')
    writeFileSync(join(carpeta, salida, 'tablas/tabla-02.csv'), 'Lo corregí a mano')
    const { status, stdout, stderr } = informe('generar', 'base.xlsx', '--salida', salida, '--silencioso')
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toContain('Se había editado tablas/tabla-02.csv')
  })

  describe('si algo está mal, no escribe nada y lo de antes sigue igual', () => {
    test.each<[string, () => readonly string[], RegExp]>([
      ['el libro tiene errores', () => [escribirLibro('faltas.xlsx', CON_FALTAS())], /4 errores[\s\S]*Productos!F2/u],
      ['el libro no existe', () => ['nada.xlsx'], /No se pudo leer nada\.xlsx: no existe/u],
      [
        'una plantilla tiene faltas',
        () => [
          'base.xlsx',
          '--plantillas',
          escribirPlantillas('malas', { '58-reportes-sectoriales.md': '---\npie: x\n---\nUno\n{{nada}}\n' }),
        ],
        /plantillas\/58-reportes-sectoriales\.md:5: se encontró \{\{nada\}\}, que no existe/u,
      ],
      ['la carpeta de plantillas no existe', () => ['base.xlsx', '--plantillas', 'no-hay'], /No se pudo leer no-hay: no existe/u],
      [
        'las plantillas son un archivo',
        () => ['base.xlsx', '--plantillas', 'base.xlsx'],
        /No se pudo leer base\.xlsx: .*no es una carpeta/u,
      ],
      [
        'la carpeta de plantillas está vacía',
        () => {
          mkdirSync(join(carpeta, 'vacia'), { recursive: true })
          return ['base.xlsx', '--plantillas', 'vacia']
        },
        /plantillas/u,
      ],
      ['el tema no existe', () => ['base.xlsx', '--tema', 'nocturno'], /plantillas\/temas\/nocturno\.json/u],
      [
        'el tema nombra una fuente que no viene con el programa',
        () => {
          const tema = readFileSync(join(RAIZ, 'templates/temas/institucional.json'), 'utf8').replace('Source Sans 3', 'Papyrus')
          return ['base.xlsx', '--plantillas', escribirPlantillas('con-tema', { 'temas/otro.json': tema }), '--tema', 'otro']
        },
        /Papyrus/u,
      ],
    ])('%s: termina con 3', (_, argumentos, mensaje) => {
      const antes = contenido('base')
      const { status, stderr } = informe('generar', ...argumentos(), '--salida', 'base')
      expect(stderr).toMatch(mensaje)
      expect(status).toBe(3)
      expect(stderr).not.toMatch(RASTRO)
      expect(stderr).not.toMatch(INGLES)
      expect(contenido('base')).toEqual(antes)
      expect(readdirSync(carpeta).filter((nombre) => nombre.startsWith('.'))).toEqual([])
    })

    test.each([
      ['donde hay un archivo', 'base.xlsx'],
      ['dentro de un archivo', 'base.xlsx/salida'],
    ])('no se puede escribir %s: termina con 4', (_, salida) => {
      const antes = readFileSync(join(carpeta, 'base.xlsx'))
      const { status, stderr } = informe('generar', 'base.xlsx', '--salida', salida)
      expect(status).toBe(4)
      expect(stderr).toMatch(/No se pudo escribir .*base\.xlsx.*: .+\. Lo que había antes sigue igual\./u)
      expect(stderr).not.toMatch(/EEXIST|ENOTDIR|not a directory|file already exists/u)
      expect(stderr).not.toMatch(RASTRO)
      expect(readFileSync(join(carpeta, 'base.xlsx'))).toEqual(antes)
      expect(readdirSync(carpeta).filter((nombre) => nombre.startsWith('.'))).toEqual([])
    })
  })

  describe('un fallo del programa termina con 1', () => {
    test('sin --depurar, dice qué pasó y cómo ver más, sin rastro', () => {
      const { status, stderr } = informeRoto('generar', 'base.xlsx', '--salida', 'rota')
      expect(status).toBe(1)
      expect(stderr).toContain('Algo falló dentro del programa: la rotura')
      expect(stderr).toContain('Repita la orden con --depurar para ver el detalle.')
      expect(stderr).not.toMatch(RASTRO)
      expect(readdirSync(carpeta)).not.toContain('rota')
    })

    test.each([[['--depurar', 'generar', 'base.xlsx']], [['generar', 'base.xlsx', '--depurar']]])('con %j, el rastro', (argumentos) => {
      const { status, stderr } = informeRoto(...argumentos, '--salida', 'rota')
      expect(status).toBe(1)
      expect(stderr).toMatch(/Error: la rotura\n\s+at /u)
      expect(stderr).not.toContain('Repita la orden')
    })
  })
})
