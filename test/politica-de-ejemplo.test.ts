/**
 * The second policy of inputs/: its figures are those of a LibreOffice sheet of formulas, and nothing of either policy stands in the
 * report of the other.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { leerPlan, type Tabla } from '../scripts/cifras/plan.js'
import { construirLibro, leerCarpeta } from '../scripts/libro/construir.js'
import type { Libro } from '../src/model/index.js'
import { readLibro } from '../src/workbook/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { celdasDe, type FilaDeCifras, filasDeCifras, sinFormula } from './hoja-de-cifras.js'
import { carpetaDelInforme, DOCX, LIBRO, PDF } from './informe-2023/generado.js'
import { halladas, nombresPropios, todoLoDicho } from './palabras-propias.js'

const inputs = join(import.meta.dirname, '..', 'inputs')
const guardado = readFileSync(join(inputs, 'ppsa-2025.xlsx'))
const fuentes = leerCarpeta(join(inputs, 'ppsa-2025'))

/** `sobre-ejecución` and `con meta` of the sheet, as datos.json names them. */
const clase = (valor: unknown) =>
  typeof valor === 'string' ? valor.toLowerCase().replaceAll(' ', '-').replaceAll('ó', 'o') : (valor ?? null)
/** Within what binary numbers lose: the sheet keeps fifteen digits. */
const cercano = (valor: unknown) => (typeof valor === 'number' ? expect.closeTo(valor, 10) : (valor ?? null))

interface Datos {
  readonly politica: object
  readonly productos: readonly { readonly codigo: string }[]
  readonly sectores: readonly { readonly nombre: string }[]
  readonly objetivos: readonly { readonly numero: number }[]
}

let datos: Datos
let dicho: string

beforeAll(async () => {
  const { archivos, problemas } = await generarEnMemoria(guardado)
  expect(problemas.errores).toEqual([])
  const archivo = (nombre: string) => archivos.get(nombre) ?? new Uint8Array()
  const json = new TextDecoder().decode(archivo('datos.json'))
  datos = JSON.parse(json) as Datos
  dicho = await todoLoDicho(archivo('informe-ppsa-2025.docx'), archivo('informe-ppsa-2025.pdf'), json)
})

describe('el libro', () => {
  test('es, byte por byte, el que dan sus fuentes, que están completas', async () => {
    const { bytes, faltantes } = await construirLibro(fuentes)
    expect(Buffer.compare(bytes, guardado), 'falta npm run libro').toBe(0)
    expect(faltantes).toEqual([])
  })

  test('se lee sin errores, y avisa solo de la meta que nadie reportó', () => {
    const { errores, avisos } = readLibro(guardado)
    expect(errores).toEqual([])
    expect(avisos.map(({ rule, place }) => [rule, place])).toEqual([['meta-sin-logro', 'Avances!F19']])
  })

  test('trae lo que la edición 2023 no tiene', () => {
    const { libro } = readLibro(guardado)
    const productos = libro?.productos ?? []
    const distintos = (de: (p: Libro['productos'][number]) => string) => [...new Set(productos.map(de))].sort()
    expect(productos).toHaveLength(25)
    expect(libro?.objetivos).toHaveLength(4)
    expect(libro?.sectores).toHaveLength(6)
    expect(distintos((p) => p.tipo)).toEqual(['Constante', 'Creciente', 'Decreciente', 'Suma'])
    expect(distintos((p) => p.unidad)).toEqual(['Número', 'Porcentaje'])
    expect(distintos((p) => p.periodicidad)).toHaveLength(6)
    expect(productos.reduce((suma, p) => suma + (p.importancia?.valor ?? Number.NaN), 0)).toBe(100)
    const columnas = [...leerPlan(fuentes).avances.titulos]
    expect(columnas.filter((titulo) => /^2025-M(?:0\d|1[0-2])$/u.test(titulo))).toHaveLength(12)
    expect(columnas.filter((titulo) => /^2025-B[1-6]$/u.test(titulo))).toHaveLength(6)
  })
})

describe('la hoja de cifras esperadas', () => {
  test('tiene los datos de los CSV: si no, falta npm run cifras', () => {
    const plan = leerPlan(fuentes)
    const celdas = ({ titulos, filas }: Tabla) => [
      titulos,
      ...filas.map((fila) =>
        titulos.map((titulo) => {
          const texto = fila[titulo] ?? ''
          if (texto === '') return null
          return titulo !== 'Código' && Number.isFinite(Number(texto)) ? Number(texto) : texto
        }),
      ),
    ]
    expect(celdasDe('Productos')).toEqual(celdas(plan.productos))
    expect(celdasDe('Metas')).toEqual(celdas(plan.metas))
    expect(celdasDe('Avances')).toEqual(celdas(plan.avances))
    expect(celdasDe('Semáforo')).toEqual(celdas(plan.semaforo))
  })

  test('no tiene ninguna cifra escrita a mano', () => {
    expect(sinFormula('Año a año')).toEqual([])
    expect(sinFormula('Cifras')).toEqual([])
    expect(sinFormula('Grupos').filter((celda) => !/^[AB]/u.test(celda))).toEqual([])
  })

  test('da, de cuatro productos, lo que da la cuenta a mano', () => {
    const de = (codigo: string) => filasDeCifras('Cifras').find((fila) => fila.Código === codigo)
    // Twelve months add up to 169 of 200: 84.5 %, half away from zero.
    expect(de('1.2.2')).toMatchObject({
      'Logro vigencia': 169,
      'Cumplimiento %': 85,
      Semáforo: 'Verde',
      'Logro acumulado': 131 + 158 + 187 + 169,
    })
    // (4800 − 1985) ÷ (4800 − 2200) = 108.3 %, with the last bimestre reported.
    expect(de('2.1.3')).toMatchObject({
      'Logro vigencia': 1985,
      'Cumplimiento %': 108,
      'Diferencia acumulada': -215,
      Balance: 'sobre-ejecución',
    })
    // Four bimestres of six: 9 + 14 + 18 + 12 of 90.
    expect(de('3.1.2')).toMatchObject({ 'Logro vigencia': 53, 'Cumplimiento %': 59, Semáforo: 'Rojo' })
    // 23.8 of 40 is 59.5 %.
    expect(de('3.2.1')).toMatchObject({ 'Cumplimiento %': 60, Semáforo: 'Amarillo', 'Diferencia acumulada': -0.162 })
  })

  test('tiene todas las situaciones y todos los colores', () => {
    const cifras = filasDeCifras('Cifras')
    expect([...new Set(cifras.map((fila) => fila.Situación))].sort()).toEqual([
      'con meta',
      'cumplido',
      'no iniciado',
      'sin meta',
      'vencido',
    ])
    expect([...new Set(cifras.flatMap((fila) => fila.Semáforo ?? []))].sort()).toEqual(['Amarillo', 'Rojo', 'Verde'])
  })
})

describe('las cifras del programa son las de la hoja', () => {
  const grupo = (fila: FilaDeCifras) => ({
    ...{ productos: fila.Productos, conMeta: fila['Con meta'], verde: fila.Verde, amarillo: fila.Amarillo, rojo: fila.Rojo },
    ...{ sinMeta: fila['Sin meta'], cumplidos: fila.Cumplidos, balance: clase(fila.Balance) },
    ...{ avance: cercano(fila.Avance), planeado: cercano(fila.Planeado), diferencia: cercano(fila.Diferencia) },
  })
  const grupos = (cual: string) => filasDeCifras('Grupos').filter((fila) => fila.Grupo === cual)

  test.each(filasDeCifras('Cifras').map((fila): [string, FilaDeCifras] => [String(fila.Código), fila]))('de %s', (codigo, fila) => {
    expect(datos.productos.find((p) => p.codigo === codigo)).toMatchObject({
      ...{ sector: fila.Sector, objetivo: fila.Objetivo, metaFinal: cercano(fila['Meta final']), situacion: clase(fila.Situación) },
      ...{ metaVigencia: cercano(fila['Meta vigencia']), logroVigencia: cercano(fila['Logro vigencia']) },
      ...{ metaAcumulada: cercano(fila['Meta acumulada']), logroAcumulado: cercano(fila['Logro acumulado']) },
      ...{ cumplimiento: cercano(fila.Cumplimiento), cumplimientoPorcentaje: fila['Cumplimiento %'], semaforo: clase(fila.Semáforo) },
      ...{ diferenciaAcumulada: cercano(fila['Diferencia acumulada']), balance: clase(fila.Balance) },
    })
  })

  test('de los sectores, los objetivos y la política', () => {
    expect(datos.productos).toHaveLength(25)
    expect(datos.politica).toMatchObject(grupo(grupos('política')[0] ?? {}))
    expect(datos.sectores).toEqual(grupos('sector').map((fila) => ({ nombre: fila.Nombre, ...grupo(fila) })))
    expect(datos.objetivos).toEqual(grupos('objetivo').map((fila) => ({ numero: fila.Nombre, ...grupo(fila) })))
  })

  test('y así se imprimen', () => {
    for (const fila of grupos('sector')) {
      const puntos = Math.abs(Number(fila['Diferencia en puntos']))
      const frase = `el sector ${fila.Nombre} había avanzado ${fila['Avance %']} % en`
      const frente = `${puntos} ${puntos === 1 ? 'punto porcentual' : 'puntos porcentuales'} menos de lo planeado (${fila['Planeado %']} %)`
      expect(dicho).toContain(frase)
      expect(dicho.slice(dicho.indexOf(frase)).slice(0, 200)).toContain(frente)
    }
  })
})

describe('lo que el informe dice', () => {
  test('el promedio es ponderado', () => {
    expect(dicho).toContain('que cada producto ha alcanzado, con el peso de su importancia relativa; un producto cuenta')
  })

  test('hasta qué bimestre se reportó, y qué meta no tiene reporte', () => {
    expect(dicho).toContain('(53 de 90 jardines; con reporte hasta el cuarto bimestre)')
    expect(dicho).toContain('(sin logro reportado, frente a una meta de 40 iniciativas)')
  })

  test('no llama mayoría de los productos a la de casi todos los sectores', () => {
    expect(dicho).toContain('a cargo de 6 sectores')
    expect(dicho).not.toContain('Más de la mitad')
  })

  test('separa con punto y coma los nombres que llevan «y»', () => {
    expect(dicho).toContain('Más atrás, Barrios y Vecindad; y Arbolado y Jardines.')
  })
})

describe('ninguna política está en el informe de la otra', () => {
  const TEMAS = {
    ppasp: [
      /ASP/u,
      /PRASP/u,
      /sexual(?:es)?/u,
      /mujer(?:es)?/u,
      /polic[ií]as?/u,
      /prostitu\w+/u,
      /VIH/u,
      /LGBTIQ\+/u,
      /discriminación/u,
      /MEBOG/u,
    ],
    ppsa: [/sombra/u, /árbol(?:es)?/u, /arbolado/u, /alcorques?/u, /viveros?/u, /patios de/u, /riego/u, /podas?/u, /andén|andenes/u],
  }
  let otroDicho: string
  let propias: Readonly<Record<keyof typeof TEMAS, readonly (string | RegExp)[]>>

  beforeAll(async () => {
    const carpeta = await carpetaDelInforme()
    const leer = (nombre: string) => new Uint8Array(readFileSync(join(carpeta, nombre)))
    otroDicho = await todoLoDicho(leer(DOCX), leer(PDF), new TextDecoder().decode(leer('datos.json')))
    const nombres = (libro: Uint8Array) => {
      const leido = readLibro(libro).libro
      if (leido === null) throw new Error('el libro tiene errores')
      return nombresPropios(leido)
    }
    propias = { ppasp: [...nombres(readFileSync(LIBRO)), ...TEMAS.ppasp], ppsa: [...nombres(guardado), ...TEMAS.ppsa] }
  })

  test('las palabras que se buscan están en el suyo', () => {
    expect(propias.ppasp.length).toBeGreaterThan(130)
    expect(propias.ppsa.length).toBeGreaterThan(60)
    for (const [nombre, texto] of [
      ['ppasp', otroDicho],
      ['ppsa', dicho],
    ] as const) {
      const vistas = halladas(propias[nombre], texto)
      expect(vistas).toEqual(expect.arrayContaining(TEMAS[nombre].map(String)))
      expect(vistas.length / propias[nombre].length, nombre).toBeGreaterThan(0.85)
    }
  })

  test('nada de la primera en la segunda, ni de la segunda en la primera', () => {
    expect(halladas(propias.ppasp, dicho)).toEqual([])
    expect(halladas(propias.ppsa, otroDicho)).toEqual([])
  })
})
