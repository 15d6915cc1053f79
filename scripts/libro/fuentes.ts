import { parse } from 'csv-parse/sync'
import {
  CAMPOS_DE_POLITICA,
  type Celda,
  type Clase,
  type Columna,
  celdaDeAnio,
  celdaDeCodigo,
  celdaDeFecha,
  celdaDeNumero,
  celdaDePorcentaje,
  celdaDeTexto,
  type EsquemaHoja,
  esquema,
  type Hoja,
  instrucciones,
  VACIA,
} from '../../src/libros/index.js'
import { normalizarNombre } from '../../src/model/index.js'
import type { ProsaPorNombre } from './prosa.js'
import { leerProsa, unirLineas } from './prosa.js'

/** Plain sources of a workbook: relative path (`textos/presentacion.md`) to text. */
export type Fuentes = ReadonlyMap<string, string>

/** `faltantes`: prose that the report expects and the sources do not have yet, one line each. `politica`: its fields, as they are written. */
export interface LibroFuente {
  readonly politica: ReadonlyMap<string, string>
  readonly hojas: readonly Hoja[]
  readonly faltantes: readonly string[]
}

/** Keys of `Textos` in the order of the report. A file of `textos/` must be one of these. */
const CLAVES = [
  'presentacion',
  'contexto-origen',
  'contexto-categoria',
  'contexto-plan',
  'aportes-introduccion',
  'aportes-capacitaciones',
  'aportes-jornadas',
  'aportes-reuniones',
  'liderazgo',
  'seguimiento',
  'semaforo',
  'reportes-sectoriales',
  'conclusiones-generales',
  'conclusiones-cierre',
  'cierre',
]

/** Sheets that a policy may do without: without their CSV there is no such sheet, nor the text that goes with it. */
const OPCIONALES = new Set(['Créditos', 'Capacitaciones', 'Jornadas', 'Reuniones', 'Auditoría'])

/** The sheets that the sources give. An unknown code, sector, key or column is an error that names the file. */
export function leerFuentes(fuentes: Fuentes): LibroFuente {
  const politica = new Map(csv(fuentes, 'politica.csv').map((fila) => [fila.Campo ?? '', fila.Valor ?? '']))
  const anio = (campo: string): number => Number(politica.get(campo))
  const sectores = columna(fuentes, 'sectores.csv', 'Sector')
  const plan = { inicio: anio('Año inicial del plan'), fin: anio('Año final del plan'), vigencia: anio('Vigencia') }
  const porcentajes = new Set(csv(fuentes, 'productos.csv').flatMap((fila) => (fila.Unidad === 'Porcentaje' ? [fila.Código] : [])))
  const prosa = leerTodaLaProsa(fuentes, sectores)
  const conMeta = new Set(csv(fuentes, 'metas.csv').flatMap((fila) => (fila[plan.vigencia] ? [fila.Código ?? ''] : [])))
  const claves = CLAVES.filter((clave) => !sinHoja(clave, fuentes))
  const formas = esquema(plan)
    // The record of who reported is written when a workbook is consolidated, which this one was not.
    .filter((hoja) => hoja.nombre !== 'Registro' && (!OPCIONALES.has(hoja.nombre) || fuentes.has(archivoDe(hoja))))
    .map((hoja) => (hoja.nombre === 'Avances' ? conPeriodos(hoja, fuentes) : hoja))
  const hojas = formas.map((hoja) => {
    const filas = filasDe(hoja, fuentes, prosa, conMeta, claves)
    comprobarColumnas(hoja, filas)
    return { ...hoja, filas: filas.map((fila) => filaDe(hoja, fila, porcentajes)) }
  })
  const propias = csv(fuentes, 'instrucciones.csv').map((fila) => ({
    hoja: fila.Hoja ?? '',
    contiene: fila['Qué contiene'] ?? '',
    diligencia: fila['Cómo se diligencia'] ?? '',
  }))
  return { politica, hojas: [instrucciones(formas, propias), ...hojas], faltantes: faltantes(prosa, conMeta, claves) }
}

/** Whether a text is the introduction of a sheet that these sources do not have: `aportes-jornadas` of `jornadas.csv`. */
function sinHoja(clave: string, fuentes: Fuentes): boolean {
  const archivo = /^aportes-(?:capacitaciones|jornadas|reuniones)$/.test(clave) ? `${clave.slice('aportes-'.length)}.csv` : null
  return archivo !== null && !fuentes.has(archivo)
}

/** `Avances` with the columns of periods (`2025-M01`, `2025-B3`) that its CSV has, in their order, after those of the years. */
function conPeriodos(hoja: EsquemaHoja, fuentes: Fuentes): EsquemaHoja {
  const titulos = Object.keys(csv(fuentes, 'avances.csv')[0] ?? {}).filter((titulo) => /^\d{4}-[SCTBM]\d{1,2}$/.test(titulo))
  const periodos = titulos.map((titulo): Columna => ({ titulo, clase: 'cantidad', ancho: 11, ayuda: `Lo alcanzado en ${titulo}.` }))
  const anios = hoja.columnas.filter(({ clase }) => clase !== 'texto')
  return { ...hoja, columnas: [...anios, ...periodos, ...hoja.columnas.filter(({ clase }) => clase === 'texto')] }
}

function filaDe({ nombre, columnas }: EsquemaHoja, fila: Fila, porcentajes: ReadonlySet<string | undefined>): readonly Celda[] {
  return columnas.map(({ titulo, clase }) => {
    const campo = nombre === 'Política' && titulo === 'Valor' ? CAMPOS_DE_POLITICA.find((uno) => uno.campo === fila.Campo) : undefined
    const suya = celda(campo?.clase ?? clase, fila[titulo] ?? '', porcentajes.has(fila.Código))
    return campo === undefined ? suya : { ...suya, clase: campo.clase, nota: campo.ayuda }
  })
}

/** The cell for a source's text in a column of that class. Empty text is an empty cell; a text that is no number where one is due is an error. */
function celda(clase: Clase, texto: string, esPorcentaje: boolean): Celda {
  if (texto === '') return VACIA
  if (clase === 'texto' || clase === 'prosa') return celdaDeTexto(texto)
  if (clase === 'codigo') return celdaDeCodigo(texto)
  if (clase === 'fecha') return celdaDeFecha(texto)
  if (clase === 'anio') return celdaDeAnio(numero(texto))
  return clase === 'cantidad' && esPorcentaje ? celdaDePorcentaje(numero(texto)) : celdaDeNumero(numero(texto))
}

function numero(texto: string): number {
  const valor = Number(texto)
  if (!Number.isFinite(valor)) throw new Error(`«${texto}» no es un número`)
  return valor
}

type Fila = Readonly<Record<string, string>>

interface Prosa {
  readonly codigos: readonly string[]
  readonly objetivos: readonly string[]
  readonly sectores: readonly string[]
  readonly reportes: ProsaPorNombre
  readonly porObjetivo: ProsaPorNombre
  readonly porSector: ProsaPorNombre
  readonly textos: ReadonlyMap<string, string>
}

function leerTodaLaProsa(fuentes: Fuentes, sectores: readonly string[]): Prosa {
  const codigos = columna(fuentes, 'productos.csv', 'Código')
  const objetivos = columna(fuentes, 'objetivos.csv', 'Objetivo')
  return {
    codigos,
    objetivos,
    sectores,
    reportes: prosas(fuentes, 'reportes/', codigos, ['Logros', 'Dificultades', 'Observaciones']),
    porObjetivo: prosas(fuentes, 'conclusiones/objetivos.md', objetivos, ['']),
    porSector: prosas(fuentes, 'conclusiones/sectores.md', sectores, ['']),
    textos: leerTextos(fuentes),
  }
}

/** Rows of a sheet by header: those of its CSV, with the prose that belongs to them. `Reportes` has one for each product with a goal. */
function filasDe(
  hoja: EsquemaHoja,
  fuentes: Fuentes,
  prosa: Prosa,
  conMeta: ReadonlySet<string>,
  claves: readonly string[],
): readonly Fila[] {
  if (hoja.nombre === 'Reportes') {
    const narrados = prosa.codigos.filter((codigo) => conMeta.has(codigo) || prosa.reportes.has(codigo))
    return narrados.map((codigo) => ({ Código: codigo, ...Object.fromEntries(prosa.reportes.get(codigo) ?? []) }))
  }
  if (hoja.nombre === 'Textos') return claves.map((clave) => ({ Clave: clave, Texto: prosa.textos.get(clave) ?? '' }))
  const filas = csv(fuentes, archivoDe(hoja))
  if (hoja.nombre === 'Sectores') return conConclusiones(filas, 'Sector', prosa.porSector)
  if (hoja.nombre === 'Objetivos') return conConclusiones(filas, 'Objetivo', prosa.porObjetivo)
  return filas
}

/** `Política` comes from `politica.csv`. */
const archivoDe = ({ nombre }: EsquemaHoja): string => `${normalizarNombre(nombre)}.csv`

function faltantes(prosa: Prosa, conMeta: ReadonlySet<string>, claves: readonly string[]): string[] {
  return [
    ...prosa.codigos.filter((c) => conMeta.has(c) && !prosa.reportes.get(c)?.has('Logros')).map((c) => `Logros de ${c}`),
    ...prosa.objetivos.filter((o) => !prosa.porObjetivo.has(o)).map((o) => `Conclusiones del objetivo ${o}`),
    ...prosa.sectores.filter((s) => !prosa.porSector.has(s)).map((s) => `Conclusiones del sector ${s}`),
    ...claves.filter((clave) => !prosa.textos.has(clave)).map((clave) => `Texto ${clave}`),
  ]
}

function columna(fuentes: Fuentes, archivo: string, titulo: string): string[] {
  return csv(fuentes, archivo).map((fila) => fila[titulo] ?? '')
}

function csv(fuentes: Fuentes, archivo: string): Fila[] {
  const texto = fuentes.get(archivo)
  if (texto === undefined) throw new Error(`falta ${archivo}`)
  return parse(texto, { columns: true, trim: true, skip_empty_lines: true })
}

function comprobarColumnas(hoja: EsquemaHoja, filas: readonly Fila[]): void {
  const titulos = new Set(hoja.columnas.map((c) => c.titulo))
  const ajena = filas.flatMap((fila) => Object.keys(fila)).find((titulo) => !titulos.has(titulo))
  if (ajena !== undefined) throw new Error(`${archivoDe(hoja)}: columna desconocida «${ajena}»`)
}

/** Prose of every file whose path begins so, by name and column; a name or column outside the lists is an error. */
function prosas(fuentes: Fuentes, prefijo: string, nombres: readonly string[], columnas: readonly string[]): ProsaPorNombre {
  const todas = new Map<string, ReadonlyMap<string, string>>()
  for (const [archivo, texto] of fuentes) {
    if (!archivo.startsWith(prefijo)) continue
    for (const [nombre, entrada] of leerProsa(archivo, texto)) {
      if (!nombres.includes(nombre)) throw new Error(`${archivo}: «${nombre}» no existe en el libro`)
      if (todas.has(nombre)) throw new Error(`${archivo}: «${nombre}» ya está en otro archivo`)
      const ajena = [...entrada.keys()].find((columna) => !columnas.includes(columna))
      if (ajena !== undefined) throw new Error(`${archivo}: «${nombre}» no admite el apartado «${ajena}»`)
      todas.set(nombre, entrada)
    }
  }
  return todas
}

function leerTextos(fuentes: Fuentes): ReadonlyMap<string, string> {
  const textos = new Map<string, string>()
  for (const [archivo, texto] of fuentes) {
    const clave = /^textos\/(.+)\.md$/.exec(archivo)?.[1]
    if (clave === undefined) continue
    if (!CLAVES.includes(clave)) throw new Error(`${archivo}: clave desconocida «${clave}»`)
    textos.set(clave, unirLineas(texto))
  }
  return textos
}

function conConclusiones(filas: readonly Fila[], columna: string, prosa: ProsaPorNombre): Fila[] {
  return filas.map((fila) => ({ ...fila, Conclusiones: prosa.get(fila[columna] ?? '')?.get('') ?? '' }))
}
