/** Each page of the 2023 report, printed from its two files, against the rules of layout (each is seen to fail in diagramacion.test.ts). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { leerEdicion } from '../scripts/guias/edicion.js'
import { hojasDe } from './diagramacion/hojas.js'
import { leerPaginas, type PaginaImpresa } from './diagramacion/leer-paginas.js'
import { fuentesSinIncrustar, perdidas } from './diagramacion/perdidas.js'
import { claseDe, cuerpoDe, enlacesMalos, faltasDe, medidasDe, notasDe, paginasCortas, REGLAS } from './diagramacion/reglas.js'
import { convertir, siHay } from './herramientas.js'
import { carpetaDelInforme, DOCX, PDF } from './informe-2023/generado.js'
import { leerDocx } from './leer-docx.js'
import { cargarRecursos } from './recursos.js'

const medidas = medidasDe(cargarRecursos().theme)

/** What the pages hold, so that a rule that sees nothing is found out. */
function cuentas(paginas: readonly PaginaImpresa[]) {
  const clases = paginas.flatMap((pagina) => cuerpoDe(pagina, medidas).map((renglon) => claseDe(renglon, pagina, medidas)))
  return {
    rotulos: clases.filter((clase) => clase === 'rotulo').length,
    imagenes: paginas.flatMap(({ imagenes }) => imagenes).length,
    conNotas: paginas.filter((pagina) => notasDe(pagina, medidas).length > 0).length,
  }
}

/** Links whose words could be read: the references of the text by their name, and near all the entries of the indices by their number. */
function leidos(paginas: readonly PaginaImpresa[]) {
  const enlaces = paginas.flatMap((pagina) => pagina.enlaces)
  return {
    referencias: enlaces.filter(({ texto, numero }) => numero === null && /^(?:Tabla|Gráfica) A?\d+$/.test(texto)).length,
    entradas: enlaces.filter(({ numero }) => numero !== null).length >= 60,
  }
}

/** Pages of the part whose name stands at their foot. */
const paginasDe = (paginas: readonly PaginaImpresa[], parte: string): number =>
  paginas.filter(({ renglones }) => renglones.at(-1)?.texto.startsWith(parte)).length

/** The page references of a Word document that stand in no index that Word can bring up to date: their fields' instructions. */
function entradasFueraDeIndice(documento: string): readonly string[] {
  const abiertos: string[] = []
  return [...documento.matchAll(/fldCharType="(begin|end)"|<w:instrText[^>]*>([^<]*)</g)].flatMap(([, marca, instruccion = '']) => {
    if (marca === 'begin') abiertos.push('')
    else if (marca === 'end') abiertos.pop()
    else abiertos[abiertos.length - 1] += instruccion
    const suelta = instruccion.includes('PAGEREF') && !abiertos.some((campo) => campo.trim().startsWith('TOC'))
    return suelta ? [instruccion.trim()] : []
  })
}

/** Every text of the tree of the 2023 report. */
function textosDelInforme(): readonly string[] {
  const { documento } = leerEdicion().composicion
  if (documento === null) throw new Error('las plantillas tienen faltas')
  const { cuerpo, notas } = hojasDe(documento)
  return [...cuerpo, ...notas]
}

describe('el PDF de 2023', () => {
  let bytes: Uint8Array
  let paginas: readonly PaginaImpresa[]
  beforeAll(async () => {
    bytes = readFileSync(join(await carpetaDelInforme(), PDF))
    paginas = await leerPaginas(bytes)
  })

  test('tiene lo que las reglas miran', () => expect(cuentas(paginas.slice(1))).toEqual({ rotulos: 40, imagenes: 15, conNotas: 14 }))
  test.each(Object.entries(REGLAS))('%s', (_, regla) => expect(faltasDe(paginas, regla, medidas)).toEqual([]))
  test('ninguna página está a menos de un tercio', () => expect(paginasCortas(paginas, medidas)).toEqual([]))
  test('El año en una página cabe en una', () => expect(paginasDe(paginas, 'El año en una página')).toBe(1))
  test('cada enlace lleva a lo que dice', () => {
    expect(leidos(paginas)).toEqual({ referencias: 39, entradas: true })
    expect(enlacesMalos(paginas)).toEqual([])
  })
  test('ningún texto del árbol falta', () => {
    expect(textosDelInforme().length).toBeGreaterThan(2_000)
    expect(perdidas(textosDelInforme(), paginas, medidas)).toEqual([])
  })
  test('todas las fuentes están incrustadas', () => expect(fuentesSinIncrustar(bytes)).toEqual([]))
})

describe('el documento de Word de 2023, impreso por LibreOffice', () => {
  let leido: Promise<{ readonly bytes: Uint8Array; readonly paginas: readonly PaginaImpresa[] }> | null = null
  const imprimir = async () => {
    const bytes = await convertir(readFileSync(join(await carpetaDelInforme(), DOCX)), 'docx', 'pdf')
    return { bytes, paginas: await leerPaginas(bytes) }
  }
  const impreso = () => {
    leido ??= imprimir()
    return leido
  }
  const conSoffice = siHay('soffice')

  conSoffice('tiene lo que las reglas miran', async () => {
    const { paginas } = await impreso()
    expect(cuentas(paginas.slice(1))).toEqual({ rotulos: 40, imagenes: 15, conNotas: 14 })
  })
  for (const [titulo, regla] of Object.entries(REGLAS)) {
    conSoffice(titulo, async () => expect(faltasDe((await impreso()).paginas, regla, medidas)).toEqual([]))
  }
  conSoffice('ninguna página está a menos de un tercio', async () => expect(paginasCortas((await impreso()).paginas, medidas)).toEqual([]))
  conSoffice('El año en una página cabe en una', async () => expect(paginasDe((await impreso()).paginas, 'El año en una página')).toBe(1))
  conSoffice('cada enlace lleva a lo que dice', async () => {
    const { paginas } = await impreso()
    expect(leidos(paginas)).toEqual({ referencias: 39, entradas: true })
    expect(enlacesMalos(paginas)).toEqual([])
  })
  conSoffice('ningún texto del árbol falta', async () =>
    expect(perdidas(textosDelInforme(), (await impreso()).paginas, medidas)).toEqual([]),
  )
  conSoffice('todas las fuentes están incrustadas', async () => expect(fuentesSinIncrustar((await impreso()).bytes)).toEqual([]))
})

test('cada entrada de los índices de Word está dentro del campo de su índice', async () => {
  const { parts } = await leerDocx(readFileSync(join(await carpetaDelInforme(), DOCX)))
  const documento = parts.get('word/document.xml') ?? ''
  expect(documento.match(/PAGEREF/g)?.length).toBeGreaterThan(60)
  expect(entradasFueraDeIndice(documento)).toEqual([])
})

test('una entrada fuera de su índice se ve', () => {
  const campo = (texto: string, dentro = '') =>
    `<w:fldChar w:fldCharType="begin"/><w:instrText>${texto}</w:instrText>${dentro}<w:fldChar w:fldCharType="end"/>`
  expect(entradasFueraDeIndice(campo(' TOC \\o ', campo(' PAGEREF uno \\h ')) + campo(' PAGEREF dos \\h '))).toEqual(['PAGEREF dos \\h'])
})
