import { parse } from 'csv-parse/sync'
import type { EsquemaHoja } from './esquema.js'
import { esquema } from './esquema.js'
import type { Hoja } from './hoja.js'
import { celda } from './hoja.js'
import { leerProsa, unirLineas } from './prosa.js'

/** Plain sources of a workbook: relative path (`textos/presentacion.md`) to text. */
export type Fuentes = ReadonlyMap<string, string>

/** `faltantes`: prose that the report expects and the sources do not have yet, one line each. */
export interface LibroFuente {
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

/** The sheets that the sources give. An unknown code, sector, key or column is an error that names the file. */
export function leerFuentes(fuentes: Fuentes): LibroFuente {
  const politica = new Map(csv(fuentes, 'politica.csv').map((fila) => [fila.Campo, Number(fila.Valor)]))
  const anio = (campo: string): number => politica.get(campo) ?? Number.NaN
  const sectores = csv(fuentes, 'sectores.csv').map((fila) => fila.Sector ?? '')
  const plan = { inicio: anio('Año inicial del plan'), fin: anio('Año final del plan'), vigencia: anio('Vigencia') }
  const productos = csv(fuentes, 'productos.csv')
  const codigos = productos.map((fila) => fila.Código ?? '')
  const porcentajes = new Set(productos.filter((fila) => fila.Unidad === 'Porcentaje').map((fila) => fila.Código))
  const conMeta = new Set(csv(fuentes, 'metas.csv').flatMap((fila) => (fila[String(plan.vigencia)] ? [fila.Código ?? ''] : [])))
  const objetivos = csv(fuentes, 'objetivos.csv').map((fila) => fila.Objetivo ?? '')

  const reportes = prosas(fuentes, 'reportes/', codigos, ['Logros', 'Dificultades', 'Observaciones'])
  const porSector = prosas(fuentes, 'conclusiones/sectores.md', sectores, [''])
  const porObjetivo = prosas(fuentes, 'conclusiones/objetivos.md', objetivos, [''])
  const textos = leerTextos(fuentes)

  const filas: Record<string, () => readonly Readonly<Record<string, string>>[]> = {
    Reportes: () =>
      codigos
        .filter((codigo) => conMeta.has(codigo) || reportes.has(codigo))
        .map((codigo) => ({ Código: codigo, ...Object.fromEntries(reportes.get(codigo) ?? []) })),
    Textos: () => CLAVES.map((clave) => ({ Clave: clave, Texto: textos.get(clave) ?? '' })),
    Sectores: () => conConclusiones(csv(fuentes, 'sectores.csv'), 'Sector', porSector),
    Objetivos: () => conConclusiones(csv(fuentes, 'objetivos.csv'), 'Objetivo', porObjetivo),
  }
  const hojas = esquema({ ...plan, sectores: sectores.length }).map((hoja) => {
    const deLaHoja = filas[hoja.nombre]?.() ?? csv(fuentes, hoja.archivo ?? '')
    comprobarColumnas(hoja, deLaHoja)
    return {
      ...hoja,
      filas: deLaHoja.map((fila) => hoja.columnas.map((c) => celda(c.clase, fila[c.titulo] ?? '', porcentajes.has(fila.Código)))),
    }
  })
  const faltantes = [
    ...codigos.filter((codigo) => conMeta.has(codigo) && !reportes.get(codigo)?.has('Logros')).map((codigo) => `Logros de ${codigo}`),
    ...objetivos.filter((objetivo) => !porObjetivo.has(objetivo)).map((objetivo) => `Conclusiones del objetivo ${objetivo}`),
    ...sectores.filter((sector) => !porSector.has(sector)).map((sector) => `Conclusiones del sector ${sector}`),
    ...CLAVES.filter((clave) => !textos.has(clave)).map((clave) => `Texto ${clave}`),
  ]
  return { hojas, faltantes }
}

function csv(fuentes: Fuentes, archivo: string): Record<string, string>[] {
  const texto = fuentes.get(archivo)
  if (texto === undefined) throw new Error(`falta ${archivo}`)
  return parse(texto, { columns: true, trim: true, skip_empty_lines: true })
}

function comprobarColumnas(hoja: EsquemaHoja, filas: readonly Readonly<Record<string, string>>[]): void {
  const titulos = new Set(hoja.columnas.map((c) => c.titulo))
  const ajena = filas.flatMap((fila) => Object.keys(fila)).find((titulo) => !titulos.has(titulo))
  if (ajena !== undefined) throw new Error(`${hoja.archivo ?? hoja.nombre}: columna desconocida «${ajena}»`)
}

/** Prose of every file whose path begins so, by name and column; a name or column outside the lists is an error. */
function prosas(
  fuentes: Fuentes,
  prefijo: string,
  nombres: readonly string[],
  columnas: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
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

function conConclusiones(
  filas: readonly Readonly<Record<string, string>>[],
  columna: string,
  prosa: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Record<string, string>[] {
  return filas.map((fila) => ({ ...fila, Conclusiones: prosa.get(fila[columna] ?? '')?.get('') ?? '' }))
}
