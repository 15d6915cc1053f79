/**
 * The one builder of fixture workbooks: real `.xlsx` bytes, made in memory. `unLibro()` alone is a small valid workbook of an invented
 * policy; each call replaces or adds one thing and gives the builder back, so a test says only what it is about:
 *
 * ```ts
 * unLibro({ vigencia: 2023 }).producto('1.1.1', { metas: { 2023: 200 }, avances: { 2023: 201 } }).libro()
 * unLibro().celda('Productos!F4', 'Anual').bytes()
 * ```
 * Without a `producto`, three stand in. Sectors and objetivos that a product names and nobody described are described by the builder.
 */

import * as XLSX from 'xlsx'
import type { Libro, Periodicidad, TipoAnualizacion, Unidad } from '../src/model/index.js'
import { readLibro, redactar } from '../src/workbook/index.js'

/** A cell that is more than its value: a number format, a formula, an error. */
interface CeldaEspecial {
  readonly tipo: 'n' | 's' | 'e' | 'z'
  readonly valor?: number | string
  readonly formato?: string
  readonly formula?: string
}
export type Valor = string | number | boolean | null | undefined | CeldaEspecial

/** A fraction in a cell with percent format: `porcentaje(0.35)` is shown `35 %`. */
export const porcentaje = (fraccion: number): Valor => ({ tipo: 'n', valor: fraccion, formato: '0%' })

/** A number in a cell with date format: `serial(44950)` is 24/01/2023, and in the date system of 1904 1,462 days later. */
export const serial = (dias: number, formato = 'dd/mm/yyyy'): Valor => ({ tipo: 'n', valor: dias, formato })

/** A formula with the value that Excel stored for it; without one, a formula that nobody calculated. */
export const formula = (texto: string, guardado?: number | string): Valor =>
  guardado === undefined
    ? { tipo: 'z', formula: texto }
    : { tipo: typeof guardado === 'number' ? 'n' : 's', valor: guardado, formula: texto }

/** The error value `#REF!`. */
export const ERROR_REF: Valor = { tipo: 'e', valor: 0x17 }

export interface OpcionesProducto {
  readonly nombre?: Valor
  readonly sector?: Valor
  readonly entidad?: Valor
  readonly indicador?: Valor
  /** `Suma` unless told. */
  readonly tipo?: TipoAnualizacion
  readonly periodicidad?: Periodicidad
  /** `Número` unless told. */
  readonly unidad?: Unidad
  readonly singular?: Valor
  readonly plural?: Valor
  readonly lineaBase?: Valor
  /** The plan's, unless told. */
  readonly inicio?: Valor
  readonly fin?: Valor
  /** Unless told, what the goals add up to (`Suma`) or the last of them. */
  readonly metaFinal?: Valor
  readonly importancia?: Valor
  /** By year. */
  readonly metas?: Readonly<Record<number, Valor>>
  /** By year or period (`2023-T1`). Without one, the product has no row in `Avances`. */
  readonly avances?: Readonly<Record<string, Valor>>
  readonly logros?: Valor
  readonly dificultades?: Valor
  readonly observaciones?: Valor
  readonly procedencia?: Valor
}

export interface OpcionesLibro {
  readonly inicio?: number
  readonly fin?: number
  readonly vigencia?: number
  /** Dates count from 1904, as in workbooks born on a Mac. */
  readonly fecha1904?: boolean
}

interface Extras {
  readonly conclusiones?: Valor
}

const PRODUCTOS_DE_RELLENO: Readonly<Record<string, OpcionesProducto>> = {
  '1.1.1': { sector: 'Movilidad', metas: { 2022: 10, 2023: 10 }, avances: { 2022: 10, 2023: 8 }, logros: 'Se marcaron ciclorrutas.' },
  '1.1.2': {
    sector: 'Movilidad',
    tipo: 'Constante',
    unidad: 'Porcentaje',
    metas: { 2023: 1 },
    avances: { 2023: 1 },
    logros: 'Se atendió.',
  },
  '2.1.1': { sector: 'Educación', tipo: 'Creciente', metas: { 2022: 3, 2023: 5 }, avances: { 2022: 3, 2023: 5 }, logros: 'Se dictó.' },
}

export class UnLibro {
  readonly #opciones: Required<OpcionesLibro>
  readonly #politica: Map<string, Valor>
  readonly #productos = new Map<string, OpcionesProducto>()
  readonly #objetivos = new Map<number, { enunciado: Valor } & Extras>()
  readonly #sectores = new Map<string, Extras>()
  readonly #hojas = new Map<string, readonly (readonly Valor[])[] | null>()
  readonly #columnas: { hoja: string; titulo: Valor; valores: readonly Valor[] }[] = []
  readonly #celdas = new Map<string, Valor>()
  readonly #ocultas: { readonly hojas: Set<string>; readonly filas: [string, number][]; readonly columnas: [string, string][] } = {
    hojas: new Set(),
    filas: [],
    columnas: [],
  }
  readonly #combinadas: [string, string][] = []

  constructor(opciones: OpcionesLibro) {
    this.#opciones = { inicio: 2022, fin: 2025, vigencia: 2023, fecha1904: false, ...opciones }
    this.#politica = new Map<string, Valor>([
      ['Nombre', 'Política Pública de la Bicicleta'],
      ['Sigla', 'PPB'],
      ['Documento', 'CONPES D.C. 15 de 2021'],
      ['Fecha de aprobación', '24 de febrero de 2021'],
      ['Año inicial del plan', this.#opciones.inicio],
      ['Año final del plan', this.#opciones.fin],
      ['Vigencia', this.#opciones.vigencia],
      ['Fecha de corte', `${this.#opciones.vigencia}-12-31`],
      ['Entidad líder', 'Secretaría Distrital de Movilidad'],
      ['Sigla de la entidad', 'SDM'],
      ['Dependencia', 'Subsecretaría de Política de Movilidad'],
      ['Sector líder', 'Movilidad'],
      ['Ciudad', 'Bogotá D.C.'],
      ['Año de publicación', this.#opciones.vigencia + 1],
    ])
  }

  /** Sets, adds or (with `undefined`) takes out a field of `Política`. */
  politica(campo: string, valor: Valor): this {
    if (valor === undefined) this.#politica.delete(campo)
    else this.#politica.set(campo, valor)
    return this
  }

  /** Adds a product, or replaces it. Rows stand in the order of the calls. */
  producto(codigo: string, opciones: OpcionesProducto = {}): this {
    this.#productos.set(codigo, opciones)
    return this
  }

  objetivo(numero: number, enunciado: Valor, extras: Extras = {}): this {
    this.#objetivos.set(numero, { enunciado, ...extras })
    return this
  }

  /** Adds a sector. `Orden` is the order of the calls; sectors that only products name come after. */
  sector(nombre: string, extras: Extras = {}): this {
    this.#sectores.set(nombre, extras)
    return this
  }

  /** A whole sheet, header row and all, in place of what the builder would write, or new. */
  hoja(nombre: string, filas: readonly (readonly Valor[])[]): this {
    this.#hojas.set(nombre, filas)
    return this
  }

  sinHoja(nombre: string): this {
    this.#hojas.set(nombre, null)
    return this
  }

  /** A column at the right of a sheet that the builder writes. */
  columna(hoja: string, titulo: Valor, valores: readonly Valor[] = []): this {
    this.#columnas.push({ hoja, titulo, valores })
    return this
  }

  /** One cell, by its address: `celda('Productos!F12', 'Suma')`. `null` empties it. */
  celda(lugar: string, valor: Valor): this {
    this.#celdas.set(lugar, valor)
    return this
  }

  ocultarHoja(nombre: string): this {
    this.#ocultas.hojas.add(nombre)
    return this
  }

  /** `fila` as Excel counts it, from 1. */
  ocultarFila(hoja: string, fila: number): this {
    this.#ocultas.filas.push([hoja, fila])
    return this
  }

  ocultarColumna(hoja: string, letra: string): this {
    this.#ocultas.columnas.push([hoja, letra])
    return this
  }

  /** `combinar('Metas', 'A1:C1')` */
  combinar(hoja: string, rango: string): this {
    this.#combinadas.push([hoja, rango])
    return this
  }

  /** The workbook's sheets as rows of values, in order, before `celda` and the like. Free to be shuffled by a test and given to `escribir`. */
  hojas(): Map<string, readonly (readonly Valor[])[]> {
    const hojas = new Map<string, readonly (readonly Valor[])[]>(this.#propias())
    for (const [nombre, filas] of this.#hojas) {
      if (filas === null) hojas.delete(nombre)
      else hojas.set(nombre, filas)
    }
    for (const { hoja, titulo, valores } of this.#columnas) {
      const filas = hojas.get(hoja) ?? []
      const ancho = Math.max(0, ...filas.map((f) => f.length))
      const completa = (fila: readonly Valor[], valor: Valor) => [...fila, ...Array<Valor>(ancho - fila.length).fill(null), valor]
      hojas.set(
        hoja,
        filas.map((fila, i) => completa(fila, i === 0 ? titulo : valores[i - 1])),
      )
    }
    return hojas
  }

  /** The bytes of the `.xlsx`. */
  bytes(): Uint8Array {
    const libro = XLSX.utils.book_new()
    for (const [nombre, filas] of this.hojas()) XLSX.utils.book_append_sheet(libro, hojaDe(filas), nombre)
    const hoja = (nombre: string): XLSX.WorkSheet => {
      const encontrada = libro.Sheets[nombre]
      if (encontrada === undefined) throw new Error(`El libro de prueba no tiene la hoja «${nombre}».`)
      return encontrada
    }
    for (const [lugar, valor] of this.#celdas) {
      const corte = lugar.lastIndexOf('!')
      ponerCelda(hoja(lugar.slice(0, corte)), lugar.slice(corte + 1), valor)
    }
    for (const [nombre, fila] of this.#ocultas.filas) {
      const filas = hoja(nombre)['!rows'] ?? []
      filas[fila - 1] = { hidden: true }
      hoja(nombre)['!rows'] = filas
    }
    for (const [nombre, letra] of this.#ocultas.columnas) {
      const columnas = hoja(nombre)['!cols'] ?? []
      columnas[XLSX.utils.decode_col(letra)] = { hidden: true }
      hoja(nombre)['!cols'] = columnas
    }
    for (const [nombre, rango] of this.#combinadas) {
      hoja(nombre)['!merges'] = [...(hoja(nombre)['!merges'] ?? []), XLSX.utils.decode_range(rango)]
    }
    libro.Workbook = {
      WBProps: { date1904: this.#opciones.fecha1904 },
      Sheets: libro.SheetNames.map((nombre) => ({ Hidden: this.#ocultas.hojas.has(nombre) ? 1 : 0 })),
    }
    return new Uint8Array(XLSX.write(libro, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  }

  /** The workbook as the program reads it. Fails with its errors, worded, where it has any. */
  libro(): Libro {
    const { libro, errores } = readLibro(this.bytes())
    if (libro !== null) return libro
    throw new Error(
      errores
        .map(redactar)
        .map((e) => `${e.lugar}: se encontró ${e.encontrado}; se esperaba ${e.esperado} [${e.regla}]`)
        .join('\n'),
    )
  }

  #propias(): [string, readonly (readonly Valor[])[]][] {
    const productos = [...(this.#productos.size > 0 ? this.#productos : new Map(Object.entries(PRODUCTOS_DE_RELLENO)))]
    const objetivos = new Map(productos.map(([codigo]) => Number(codigo.split('.')[0])).map((n) => [n, { enunciado: `Objetivo ${n}.` }]))
    const sectores = [...new Set([...this.#sectores.keys(), ...productos.map(([, p]) => String(p.sector ?? 'Movilidad'))])]
    const anios = Array.from({ length: this.#opciones.fin - this.#opciones.inicio + 1 }, (_, i) => this.#opciones.inicio + i)
    const periodos = [...new Set(productos.flatMap(([, p]) => Object.keys(p.avances ?? {})))].filter((t) => !/^\d+$/.test(t)).sort()
    const futuros = [...new Set(productos.flatMap(([, p]) => Object.keys(p.avances ?? {})))].filter(
      (t) => Number(t) > this.#opciones.vigencia,
    )
    const hastaVigencia = [...anios.filter((a) => a <= this.#opciones.vigencia), ...futuros, ...periodos]
    return [
      ['Política', [['Campo', 'Valor'], ...this.#politica]],
      [
        'Objetivos',
        [
          ['Objetivo', 'Enunciado', 'Conclusiones'],
          ...[...new Map<number, { enunciado: Valor } & Extras>([...objetivos, ...this.#objetivos])]
            .sort(([a], [b]) => a - b)
            .map(([n, o]) => [n, o.enunciado, o.conclusiones]),
        ],
      ],
      [
        'Sectores',
        [['Orden', 'Sector', 'Conclusiones'], ...sectores.map((nombre, i) => [i + 1, nombre, this.#sectores.get(nombre)?.conclusiones])],
      ],
      ['Productos', [COLUMNAS_PRODUCTOS, ...productos.map(([codigo, p]) => this.#filaProducto(codigo, p))]],
      ['Metas', [['Código', ...anios], ...productos.map(([codigo, p]) => [codigo, ...anios.map((a) => p.metas?.[a])])]],
      [
        'Avances',
        [
          ['Código', ...hastaVigencia],
          ...productos
            .filter(([, p]) => p.avances !== undefined)
            .map(([codigo, p]) => [codigo, ...hastaVigencia.map((c) => p.avances?.[c])]),
        ],
      ],
      [
        'Reportes',
        [
          ['Código', 'Logros', 'Dificultades', 'Observaciones'],
          ...productos.map(([codigo, p]) => [codigo, p.logros ?? 'Se cumplió.', p.dificultades, p.observaciones]),
        ],
      ],
      [
        'Semáforo',
        [
          ['Color', 'Desde', 'Hasta'],
          ['Verde', 75, null],
          ['Amarillo', 50, 74],
          ['Rojo', 0, 49],
        ],
      ],
    ]
  }

  #filaProducto(codigo: string, p: OpcionesProducto): readonly Valor[] {
    const metas = Object.values(p.metas ?? {})
    const numeros = metas.filter((m) => typeof m === 'number')
    const final = (p.tipo ?? 'Suma') === 'Suma' ? Number(numeros.reduce((a, b) => a + b, 0).toPrecision(15)) : numeros.at(-1)
    return [
      codigo,
      p.nombre ?? `Producto ${codigo}`,
      p.sector ?? 'Movilidad',
      p.entidad,
      p.indicador,
      p.tipo ?? 'Suma',
      p.periodicidad ?? 'Anual',
      p.unidad ?? 'Número',
      p.singular,
      p.plural,
      p.lineaBase,
      p.inicio ?? this.#opciones.inicio,
      p.fin ?? this.#opciones.fin,
      p.metaFinal === undefined ? final : p.metaFinal,
      p.importancia,
      p.procedencia,
    ]
  }
}

const COLUMNAS_PRODUCTOS = [
  'Código',
  'Producto',
  'Sector',
  'Entidad responsable',
  'Indicador',
  'Tipo de anualización',
  'Periodicidad',
  'Unidad',
  'Unidad de medida (singular)',
  'Unidad de medida (plural)',
  'Línea base',
  'Año de inicio',
  'Año de finalización',
  'Meta final',
  'Importancia relativa',
  'Procedencia',
] as const

function hojaDe(filas: readonly (readonly Valor[])[]): XLSX.WorkSheet {
  const hoja: XLSX.WorkSheet = { '!ref': 'A1' }
  filas.forEach((fila, r) => {
    fila.forEach((valor, c) => {
      ponerCelda(hoja, XLSX.utils.encode_cell({ r, c }), valor)
    })
  })
  return hoja
}

function ponerCelda(hoja: XLSX.WorkSheet, direccion: string, valor: Valor): void {
  if (valor === null || valor === undefined) {
    delete hoja[direccion]
    return
  }
  hoja[direccion] = celdaDe(valor)
  const rango = XLSX.utils.decode_range(hoja['!ref'] ?? 'A1')
  const { r, c } = XLSX.utils.decode_cell(direccion)
  hoja['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(rango.e.r, r), c: Math.max(rango.e.c, c) } })
}

function celdaDe(valor: Exclude<Valor, null | undefined>): XLSX.CellObject {
  if (typeof valor === 'string') return { t: 's', v: valor }
  if (typeof valor === 'number') return { t: 'n', v: valor }
  if (typeof valor === 'boolean') return { t: 'b', v: valor }
  return {
    t: valor.tipo,
    ...(valor.valor === undefined ? {} : { v: valor.valor }),
    ...(valor.formato === undefined ? {} : { z: valor.formato }),
    ...(valor.formula === undefined ? {} : { f: valor.formula }),
  }
}

/** A small valid workbook to change and write: see the top of this file. The plan is 2022–2025 and the vigencia 2023 unless told. */
export function unLibro(opciones: OpcionesLibro = {}): UnLibro {
  return new UnLibro(opciones)
}
