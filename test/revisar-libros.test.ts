/** `informe revisar`: which workbook is under review, what it is held against, and what is kept of what people decide. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { huellasEn } from './huellas.js'
import { unLibro } from './un-libro.js'
import { carpetaDePrueba, comoArchivo, revisionEn, type UnaRevision, unaRevision } from './una-revision.js'

const conLogro = (logro: number) =>
  unLibro()
    .producto('1.1.1', { nombre: 'Rutas señalizadas', sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: logro } })
    .producto('2.1.1', { nombre: 'Jornadas de atención', sector: 'Salud', metas: { 2023: 4 }, avances: { 2023: 4 } })
    .bytes()

const PROGRAMA = join(new URL('..', import.meta.url).pathname, 'dist/cli/informe.js')

/** Name of what is under review, as its forms have it. */
const examenDe = (pagina: string) => /name="examen" value="(\w+)"/u.exec(pagina)?.[1] ?? ''

describe('sin libro, como quien abre el programa con dos pulsaciones', () => {
  let revision: UnaRevision
  beforeAll(async () => {
    const carpeta = carpetaDePrueba()
    mkdirSync(join(carpeta, 'inputs'))
    writeFileSync(join(carpeta, 'inputs', 'política.xlsx'), conLogro(9))
    writeFileSync(join(carpeta, 'inputs', '~$política.xlsx'), 'cerrojo')
    revision = await revisionEn(carpeta)
  })
  afterAll(() => revision.cerrar())

  test('la página da a escoger los libros de la carpeta inputs, y no lo que Excel deja junto a ellos', async () => {
    const pagina = await (await revision.pedir('')).text()
    expect([...pagina.matchAll(/<option value="([^"]*)"/gu)].map(([, nombre]) => nombre)).toEqual(['política.xlsx'])
  })

  test('uno que no está en esa carpeta no se abre', async () => {
    for (const nombre of ['../libro.xlsx', '/etc/passwd', '~$política.xlsx', ''])
      expect((await revision.enviar('abrir', { nombre })).status).toBe(404)
  })

  test('lo que se decide sobre un libro que solo se trajo no queda en ninguna parte, y se dice', async () => {
    await revision.enviar('base', { libro: comoArchivo(conLogro(9)) })
    const traida = await (await revision.enviar('traer', { libro: comoArchivo(conLogro(4)) })).text()
    const dicho = await revision.enviar('decidir', { examen: examenDe(traida), cambio: 'celda-0', quien: 'Ana', decision: 'aceptado' })
    expect(await dicho.text()).toContain('Al cerrar el programa no queda guardado')
  })

  test('el que se abre se sigue al guardarlo, y lo que se decide queda junto a él', async () => {
    const abierta = await (await revision.enviar('abrir', { nombre: 'política.xlsx' })).text()
    expect(abierta).toContain('<strong>política.xlsx</strong>')
    const ruta = join(revision.carpeta, 'inputs', 'política.xlsx')
    writeFileSync(ruta, conLogro(4))
    const pagina = async () => await (await revision.pedir('')).text()
    await expect.poll(pagina).toContain('1 celda cambió')
    await revision.enviar('decidir', { examen: examenDe(await pagina()), cambio: 'celda-0', quien: 'Ana', decision: 'aceptado' })
    expect(readFileSync(`${ruta}.revision.json`, 'utf8')).toContain('"quien":"Ana"')
  })
})

describe('con un libro de base', () => {
  let revision: UnaRevision
  beforeAll(async () => {
    const carpeta = carpetaDePrueba()
    writeFileSync(join(carpeta, 'antes.xlsx'), conLogro(9))
    writeFileSync(join(carpeta, 'libro.xlsx'), conLogro(4))
    revision = await revisionEn(carpeta, 'libro.xlsx', '--base', 'antes.xlsx')
  })
  afterAll(() => revision.cerrar())
  const pagina = async () => await (await revision.pedir('')).text()

  test('se compara con él desde el comienzo', async () => {
    expect(await pagina()).toContain('<strong>libro.xlsx</strong>, frente a antes.xlsx: 1 celda cambió')
  })

  test('para anotar hace falta una palabra; para decidir, un nombre y un cambio', async () => {
    const examen = examenDe(await pagina())
    const decir = async (campos: Record<string, string>) => await (await revision.enviar('decidir', { examen, ...campos })).text()
    expect(await decir({ cambio: 'celda-0', quien: 'Ana', decision: 'anotado' })).toContain('Para anotar un cambio, escriba una palabra.')
    expect(await decir({ cambio: 'celda-0', decision: 'aceptado' })).toContain('Escriba su nombre.')
    expect(await decir({ cambio: 'celda-0', quien: '\u200f\u202e', decision: 'aceptado' })).toContain('Escriba su nombre.')
    expect(await decir({ quien: 'Ana', decision: 'aceptado' })).toContain('Marque al menos un cambio.')
    expect(await decir({ cambio: 'celda-99', quien: 'Ana', decision: 'aceptado' })).toContain('Marque al menos un cambio.')
    expect(existsSync(`${revision.libro}.revision.json`)).toBe(false)
  })

  test('lo que otra persona escribió entretanto en el archivo se conserva', async () => {
    const examen = examenDe(await pagina())
    await revision.enviar('decidir', { examen, cambio: 'celda-0', quien: 'Ana', decision: 'aceptado' })
    const archivo = `${revision.libro}.revision.json`
    writeFileSync(archivo, readFileSync(archivo, 'utf8').replace('"quien":"Ana"', '"quien":"Luz"'))
    await revision.enviar('decidir', { examen, cambio: 'celda-0', quien: 'Ana', nota: 'sin acta', decision: 'anotado' })
    const { decisiones } = JSON.parse(readFileSync(archivo, 'utf8')) as { decisiones: { quien: string; decision: string }[] }
    expect(decisiones.map(({ quien, decision }) => [quien, decision]).toSorted()).toEqual([
      ['Ana', 'anotado'],
      ['Luz', 'aceptado'],
    ])
    await revision.enviar('decidir', { examen, cambio: 'celda-0', quien: 'Ana', decision: 'retirado' })
    expect(readFileSync(archivo, 'utf8')).not.toContain('"quien":"Ana"')
  })

  test('un archivo de decisiones dañado se dice, con cómo corregirlo, y no se pisa', async () => {
    const archivo = `${revision.libro}.revision.json`
    writeFileSync(archivo, '{ <<<<<<< }')
    const vista = await pagina()
    expect(vista).toContain('libro.xlsx.revision.json: se encontró un archivo que no se puede leer')
    await revision.enviar('decidir', { examen: examenDe(vista), cambio: 'celda-0', quien: 'Ana', decision: 'aceptado' })
    expect(readFileSync(archivo, 'utf8')).toBe('{ <<<<<<< }')
    writeFileSync(archivo, '')
  })

  test.each([
    ['docx', /^informe-.*\.docx$/u, 'word/document.xml'],
    ['control-de-cambios', /^libro-control-de-cambios\.docx$/u, 'word/document.xml'],
    ['graficas', /^graficas-.*\.zip$/u, 'catalogo.html'],
  ])('se baja %s', async (que, nombre, parte) => {
    const respuesta = await revision.pedir(`descargar/${examenDe(await pagina())}/${que}?uso=cuadrada`)
    expect(decodeURIComponent(respuesta.headers.get('content-disposition')?.split("''")[1] ?? '')).toMatch(nombre)
    const partes = unzipSync(new Uint8Array(await respuesta.arrayBuffer()))
    expect(Object.keys(partes)).toContain(parte)
    if (que === 'control-de-cambios') expect(new TextDecoder().decode(partes[parte])).toMatch(/<w:ins [^>]*w:author="informe"/u)
  })

  test.each([
    ['html', /Rutas señalizadas/u],
    ['comparacion', /Qué cambió/u],
    ['auditoria', /Auditoría/u],
  ])('se baja la página %s', async (que, dice) => {
    expect(await (await revision.pedir(`descargar/${examenDe(await pagina())}/${que}`)).text()).toMatch(dice)
  })

  test('las imágenes del informe se dibujan al pedirlas, y de otro nombre no hay', async () => {
    const examen = examenDe(await pagina())
    const grafica = await revision.pedir(`graficas/${examen}/cumplimiento-de-las-metas`)
    expect(grafica.headers.get('content-type')).toBe('image/png')
    expect([...new Uint8Array(await grafica.arrayBuffer()).slice(1, 4)]).toEqual([...'PNG'].map((letra) => letra.charCodeAt(0)))
    expect((await revision.pedir(`graficas/${examen}/otra`)).status).toBe(404)
  })

  test('de un libro que cambió desde entonces, o de lo que no hay, se dice', async () => {
    expect((await revision.pedir('descargar/0000000000000000/docx')).status).toBe(404)
    expect((await revision.pedir(`descargar/${examenDe(await pagina())}/otra-cosa`)).status).toBe(404)
    const sinSector = await revision.pedir(`descargar/${examenDe(await pagina())}/docx?sector=Marte`)
    expect(sinSector.status).toBe(409)
    expect(await sinSector.text()).toContain('Marte')
  })
})

describe('el informe, que se comienza al guardar el libro donde ya se pidió una vez', () => {
  let revision: UnaRevision
  beforeAll(async () => {
    revision = await unaRevision(conLogro(9), '--salida', 'revisado')
    await pedirInforme()
  })
  afterAll(() => revision.cerrar())

  const pagina = async () => await (await revision.pedir('')).text()
  const pedirInforme = async () => await (await revision.enviar('generar', { examen: examenDe(await pagina()) })).text()
  /** Saves the workbook, and waits for the page to show it. */
  const guardar = async (logro: number) => {
    const antes = examenDe(await pagina())
    writeFileSync(revision.libro, conLogro(logro))
    await expect.poll(async () => examenDe(await pagina()), { timeout: 20_000 }).not.toBe(antes)
  }
  /** What is in its folder, and what an order of its own would put there. */
  const losDos = async () => {
    const orden = [PROGRAMA, 'generar', 'libro.xlsx', '--salida', 'aparte', '--sin-cache']
    expect(spawnSync(process.execPath, orden, { cwd: revision.carpeta }).status).toBe(0)
    const [suyo, aparte] = await Promise.all(['revisado', 'aparte'].map((salida) => huellasEn(join(revision.carpeta, salida))))
    return [sinAnteriores(suyo), sinAnteriores(aparte)]
  }
  const sinAnteriores = (huellas: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(huellas).filter(([ruta]) => !ruta.startsWith('anteriores/')))

  test('es el del libro como quedó al fin, por rápido que se guarde', async () => {
    for (const logro of [4, 7, 3]) await guardar(logro)
    expect(await pedirInforme()).toContain('El informe está en revisado')
    const [suyo, aparte] = await losDos()
    expect(suyo).toEqual(aparte)
  })

  test('lleva lo que se decidió después de que se comenzó', async () => {
    await guardar(5)
    const examen = examenDe(await pagina())
    await revision.enviar('decidir', { examen, cambio: 'celda-0', quien: 'Ana', decision: 'aceptado' })
    await revision.enviar('version', { examen, quien: 'Ana', estado: 'aprobado' })
    await pedirInforme()
    const [suyo, aparte] = await losDos()
    expect(suyo).toEqual(aparte)
  })

  test('de un libro con errores no se hace, y corregido sí', async () => {
    const antes = examenDe(await pagina())
    writeFileSync(revision.libro, unLibro().celda('Productos!F4', 'Anualmente').bytes())
    await expect.poll(async () => examenDe(await pagina()), { timeout: 20_000 }).not.toBe(antes)
    await guardar(6)
    await pedirInforme()
    const [suyo, aparte] = await losDos()
    expect(suyo).toEqual(aparte)
  })
})

test('donde no se puede escribir, se dice qué y por qué, y la página sigue', async () => {
  const revision = await unaRevision(conLogro(9))
  // A folder in the place of a file: not even who may write anywhere can.
  mkdirSync(join(revision.carpeta, 'libro.xlsx.revision.json'))
  writeFileSync(join(revision.carpeta, 'output'), 'un archivo')
  const examen = examenDe(await (await revision.pedir('')).text())
  const version = await revision.enviar('version', { examen, quien: 'Ana', estado: 'aprobado' })
  expect(await version.text()).toContain(
    'No se pudo leer libro.xlsx.revision.json: es una carpeta. Escriba la ruta del archivo que está en ella.',
  )
  rmSync(join(revision.carpeta, 'libro.xlsx.revision.json'), { recursive: true })
  const informe = await (await revision.enviar('generar', { examen })).text()
  expect(informe).toMatch(
    /No se pudo escribir [^<]*: (?:donde debía ir una carpeta hay un archivo|una parte de la ruta no es una carpeta)[;.]/u,
  )
  expect((await revision.pedir('')).status).toBe(200)
  await revision.cerrar()
})

test('el puerto que otro programa usa se dice, y no se abre nada', async () => {
  const revision = await unaRevision(conLogro(9))
  const { port } = new URL(revision.direccion)
  await expect(revisionEn(revision.carpeta, 'libro.xlsx', '--puerto', port)).rejects.toThrow(`Otro programa usa el puerto ${port}`)
  await expect(revisionEn(revision.carpeta, 'libro.xlsx', '--puerto', 'x')).rejects.toThrow('--puerto debe ser un número entero')
  expect(await revision.cerrar()).toBe(0)
})
