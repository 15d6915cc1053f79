/** What an examination read and composed, taken for the report of the same workbook, and for no other. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import { examinador, type Resultado } from '../src/pipeline/index.js'
import { conVersion, escribirRevision, REVISION_VACIA } from '../src/revision/index.js'
import { WRITERS } from '../src/writers/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { unLibro } from './un-libro.js'

const conLogro = (logro: number) =>
  unLibro()
    .producto('1.1.1', { metas: { 2023: 8 }, avances: { 2023: logro } })
    .bytes()
const [LIBRO, OTRO] = [conLogro(2), conLogro(6)]
const NUEVA = '15-nueva.md'

let plantillas: ReadonlyMap<string, Uint8Array>
let conOtra: ReadonlyMap<string, Uint8Array>
let examen: ReturnType<typeof examinador>
beforeAll(async () => {
  plantillas = await readTree(new URL('../templates', import.meta.url).pathname)
  conOtra = new Map([...plantillas, [NUEVA, new TextEncoder().encode('# Lo que se agregó\n\nUna frase que antes no estaba.\n')]])
  examen = examinador(plantillas)
  await examen.examinar({ nombre: 'libro.xlsx', bytes: LIBRO }, { nombre: 'antes.xlsx', bytes: OTRO })
})

type Opciones = Parameters<typeof generarEnMemoria>[2]
const informe = (libro: Uint8Array, opciones: Opciones) =>
  generarEnMemoria(libro, new Map(), { plantillas, escritores: new Map([['html', WRITERS.html]]), ...opciones })
/** The same report twice: with what was examined, and anew. */
const deLasDosManeras = (libro: Uint8Array, opciones: Opciones = {}) =>
  Promise.all([informe(libro, { ...opciones, examinado: examen.ultimo() }), informe(libro, opciones)])
const huella = ({ archivos }: Resultado) =>
  Object.fromEntries([...archivos].map(([ruta, bytes]) => [ruta, Buffer.from(bytes).toString('base64')]))
const pagina = ({ archivos, nombre }: Resultado) => new TextDecoder().decode(archivos.get(`informe-${nombre}.html`))

describe('el informe de un libro que se examinó', () => {
  test('tiene los mismos bytes, problemas y hallazgos que hecho de nuevo, y nada se lee otra vez', async () => {
    const [con, sin] = await deLasDosManeras(LIBRO)
    expect(huella(con)).toEqual(huella(sin))
    expect([con.problemas, con.hallazgos]).toEqual([sin.problemas, sin.hallazgos])
    // What is kept is what is used: another document in its place is the one that comes out.
    const examinado = examen.ultimo()
    const armado = examinado && { ...examinado.armado, documento: { ...examinado.armado.documento, title: 'Otro título' } }
    expect(pagina(await informe(LIBRO, { examinado: examinado && armado && { ...examinado, armado } }))).toContain('Otro título')
  })

  test('ve una plantilla que se guardó desde entonces', async () => {
    const [con] = await deLasDosManeras(LIBRO, { plantillas: conOtra })
    expect(pagina(con)).toContain('Una frase que antes no estaba.')
  })

  test('de otro libro, es el de ese otro', async () => {
    const [con, sin] = await deLasDosManeras(OTRO)
    expect(huella(con)).toEqual(huella(sin))
    // 6 of 8.
    expect(pagina(con)).toContain('75')
  })

  test('con una sección que se pide, o lo que se decidió junto al libro, los lleva', async () => {
    const version = { fecha: '2024-02-03', estado: 'borrador', libro: '0'.repeat(64), quien: 'Ana Ruiz', nota: '' } as const
    const revision = new TextEncoder().encode(escribirRevision(conVersion(REVISION_VACIA, version)))
    const [con] = await deLasDosManeras(LIBRO, { revision, secciones: new Map([['control-de-versiones', true]]) })
    expect(pagina(con)).toContain('Ana Ruiz')
  })
})

test('de un libro con errores no queda nada', async () => {
  const roto = examinador(plantillas)
  expect(roto.ultimo()).toBe(null)
  await roto.examinar(
    { nombre: 'roto.xlsx', bytes: unLibro().celda('Productos!F4', 'Anualmente').bytes() },
    { nombre: 'libro.xlsx', bytes: LIBRO },
  )
  expect(roto.ultimo()).toBe(null)
})
