/** Libro values built directly, for the tests of what is computed from them: no workbook is read, so thousands can be tried. */
import type { Avance, Codigo, Dato, Libro, Producto, RangoSemaforo, TipoAnualizacion, Unidad } from '../src/model/index.js'
import { codigo, compararCodigos, objetivoDe } from '../src/model/index.js'

/** A product as a test states it. Years default to the whole plan, the sector to «Salud», the final goal to 100. */
export interface ProductoDePrueba {
  readonly tipo?: TipoAnualizacion
  readonly sector?: string
  readonly unidad?: Unidad
  readonly lineaBase?: number
  readonly inicio?: number
  readonly fin?: number
  readonly metaFinal?: number
  readonly importancia?: number
  readonly metas?: Readonly<Record<number, number>>
  readonly avances?: Readonly<Record<number, number>>
}

/** Verde from 75, amarillo 51 to 74, rojo up to 50. */
const RANGOS: readonly RangoSemaforo[] = [
  { color: 'verde', desde: 75, hasta: null, celda: 'Semáforo!A2' },
  { color: 'amarillo', desde: 51, hasta: 74, celda: 'Semáforo!A3' },
  { color: 'rojo', desde: 0, hasta: 50, celda: 'Semáforo!A4' },
]

/** A workbook of a plan 2020–2029 with the products given by their codes; its vigencia is 2023. */
export function unLibroEnMemoria(porCodigo: Readonly<Record<string, ProductoDePrueba>>): Libro {
  const productos = Object.entries(porCodigo).map(([texto, prueba], i) => producto(codigoDe(texto), prueba, i + 2))
  const sectores = [...new Set(productos.map((p) => p.sector))]
  const objetivos = [...new Set(productos.map((p) => p.objetivo))].sort((a, b) => a - b)
  return {
    politica: {
      nombre: 'Política de prueba',
      sigla: 'PDP',
      documento: 'CONPES D.C. 1 de 2019',
      fechaAprobacion: '2019-12-20',
      inicio: 2020,
      fin: 2029,
      vigencia: 2023,
      fechaCorte: '2023-12-31',
      entidad: 'Secretaría Distrital de Prueba',
      siglaEntidad: 'SDP',
      dependencia: 'Dirección de Pruebas',
      sectorLider: 'Salud',
      ciudad: 'Bogotá D.C.',
      anioPublicacion: 2024,
      celdas: {},
    },
    corte: null,
    creditos: [],
    objetivos: objetivos.map((numero) => ({
      numero,
      enunciado: `Objetivo ${numero}`,
      conclusiones: null,
      celda: `Objetivos!A${numero + 1}`,
    })),
    sectores: sectores.map((nombre, i) => ({ orden: i + 1, nombre, conclusiones: null, celda: `Sectores!A${i + 2}` })),
    productos: productos.toSorted((a, b) => sectores.indexOf(a.sector) - sectores.indexOf(b.sector) || compararCodigos(a.codigo, b.codigo)),
    semaforo: RANGOS,
    capacitaciones: null,
    jornadas: null,
    reuniones: null,
    textos: new Map(),
    aceptaciones: [],
  }
}

function producto(c: Codigo, prueba: ProductoDePrueba, fila: number): Producto {
  return {
    codigo: c,
    nombre: `Producto ${c}`,
    sector: prueba.sector ?? 'Salud',
    objetivo: objetivoDe(c),
    entidad: null,
    indicador: null,
    tipo: prueba.tipo ?? 'Suma',
    periodicidad: 'Anual',
    unidad: prueba.unidad ?? 'Número',
    unidadSingular: null,
    unidadPlural: null,
    lineaBase: prueba.lineaBase === undefined ? null : dato(prueba.lineaBase, `Productos!L${fila}`),
    inicio: prueba.inicio ?? 2020,
    fin: prueba.fin ?? 2029,
    metaFinal: dato(prueba.metaFinal ?? 100, `Productos!O${fila}`),
    importancia: prueba.importancia === undefined ? null : dato(prueba.importancia, `Productos!P${fila}`),
    metas: serie(prueba.metas ?? {}, (valor, anio) => dato(valor, `Metas!${columna(anio)}${fila}`)),
    avances: serie(
      prueba.avances ?? {},
      (valor, anio): Avance => ({ ...dato(valor, `Avances!${columna(anio)}${fila}`), hasta: null, periodos: [] }),
    ),
    reconstruidas: { metas: false, avances: false },
    logros: null,
    dificultades: null,
    observaciones: null,
    celda: `Productos!A${fila}`,
  }
}

function codigoDe(texto: string): Codigo {
  const c = codigo(texto)
  if (c === null) throw new Error(`«${texto}» no es un código`)
  return c
}

function dato(valor: number, celda: string): Dato {
  return { valor, celdas: [celda] }
}

function serie<D>(valores: Readonly<Record<number, number>>, de: (valor: number, anio: number) => D): ReadonlyMap<number, D> {
  return new Map(Object.entries(valores).map(([anio, valor]) => [Number(anio), de(valor, Number(anio))]))
}

/** 2020 stands in column B. */
function columna(anio: number): string {
  return String.fromCharCode('B'.charCodeAt(0) + anio - 2020)
}
