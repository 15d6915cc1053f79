/** From what somebody asks for («2.1.2 cumplimiento», «Salud avance», «tabla 9 fila 1») to where it comes from. */
import { distance } from 'fastest-levenshtein'
import type { IndicadoresGrupo, IndicadoresProducto } from '../indicators/index.js'
import type { CampoGrupo, CampoProducto } from '../model/index.js'
import { CAMPOS_GRUPO, CAMPOS_PRODUCTO, normalizarNombre } from '../model/index.js'
import type { Cifra, Origen, Publicado, Report } from '../report/index.js'
import type { Explicacion, Regla } from './explicacion.js'
import { cifrasDeGrafica } from './grafica.js'
import { operacionDeGrupo } from './grupo.js'
import { operacionesDeProducto } from './producto.js'
import { reglaDeEventos, reglaDeGrupo, reglaDeLectura, reglaDeProducto, reglaSinNombre } from './reglas.js'

/** What a figure is a figure of. */
type Sujeto =
  | { readonly clase: 'producto'; readonly nombre: string; readonly producto: IndicadoresProducto }
  | {
      readonly clase: 'grupo'
      readonly nombre: string
      readonly grupo: IndicadoresGrupo
      readonly productos: readonly IndicadoresProducto[]
    }

/**
 * Explains every figure that the request names: one by its name, all those of a product, a sector, an objetivo or the policy by its
 * subject, those of a row or a whole table, those of a chart. Empty where it names none.
 */
export function explicar(report: Report, publicado: Publicado, peticion: string): readonly Explicacion[] {
  const pedido = normalizarNombre(peticion.replace(/["'«»“”]/gu, ' '))
  const tabla = /^tabla (a?\d+)(?: fila (\d+))?$/u.exec(pedido)
  if (tabla !== null) return deTabla(report, publicado, tabla[1] ?? '', tabla[2] === undefined ? null : Number(tabla[2]))
  const grafica = /^grafica (a?\d+)$/u.exec(pedido)
  if (grafica !== null) return deGrafica(report, publicado, grafica[1] ?? '')
  const cifra = report.cifras.get(pedido)
  if (cifra !== undefined) return [deCifra(report, cifra)]
  if (!sujetos(report).some(({ nombre }) => normalizarNombre(nombre) === pedido)) return []
  return [...report.cifras].filter(([nombre]) => nombre.startsWith(`${pedido} `)).map(([, suya]) => deCifra(report, suya))
}

/** Explains a figure by the origin that it carries. `texto`: as it is printed. */
export function explicarOrigen(report: Report, origen: Origen, texto: string): Omit<Explicacion, 'valor'> {
  const { valor: _, ...explicada } = deCifra(report, { valor: null, texto, origen })
  return explicada
}

/** The figures and subjects whose names are nearest to what was asked for, best first. */
export function parecidas(report: Report, peticion: string, cuantas = 3): readonly string[] {
  const pedido = normalizarNombre(peticion)
  const nombres = [...sujetos(report).map((s) => s.nombre), ...[...report.cifras.values()].map((c) => c.origen.nombre)]
  const lejos = (nombre: string) => distance(pedido, normalizarNombre(nombre))
  return nombres.toSorted((a, b) => lejos(a) - lejos(b)).slice(0, cuantas)
}

function sujetos({ indicadores }: Report): readonly Sujeto[] {
  const { politica, objetivos, sectores, productos } = indicadores
  return [
    { clase: 'grupo', nombre: 'política', grupo: politica, productos },
    ...objetivos.map((o): Sujeto => ({ clase: 'grupo', nombre: `objetivo ${o.numero}`, grupo: o.grupo, productos: o.productos })),
    ...sectores.map((s): Sujeto => ({ clase: 'grupo', nombre: s.nombre, grupo: s.grupo, productos: s.productos })),
    ...productos.map((producto): Sujeto => ({ clase: 'producto', nombre: producto.producto.codigo, producto })),
  ]
}

const porNombre = new WeakMap<Report['indicadores'], ReadonlyMap<string, Sujeto>>()

/** The first subject of a name. A report is asked for the origin of its figures one by one, and they are as many as its products. */
function sujetoDe(report: Report, nombre: string): Sujeto | undefined {
  const conocidos =
    porNombre.get(report.indicadores) ??
    new Map(
      sujetos(report)
        .toReversed()
        .map((s) => [s.nombre, s]),
    )
  porNombre.set(report.indicadores, conocidos)
  return conocidos.get(nombre)
}

function deCifra(report: Report, { valor, texto, origen }: Cifra): Explicacion {
  const impreso = report.cifras.get(normalizarNombre(origen.nombre))?.texto ?? texto
  const { regla, operacion } = razones(report, origen, impreso)
  return { figura: origen.nombre === '' ? origen.regla : origen.nombre, texto, valor, regla, operacion, celdas: origen.celdas }
}

/** The rule behind an origin, and its operation. `impreso`: the figure as its name prints it, which a table may word otherwise. */
function razones(
  report: Report,
  { nombre, regla }: Origen,
  impreso: string,
): { readonly regla: Regla; readonly operacion: readonly string[] } {
  if (nombre === '') return { regla: reglaSinNombre(regla), operacion: [] }
  const sujeto = nombre.endsWith(` ${regla}`) ? sujetoDe(report, nombre.slice(0, -regla.length - 1)) : undefined
  if (sujeto?.clase === 'producto' && esDeProducto(regla))
    return { regla: reglaDeProducto(regla), operacion: operacionesDeProducto[regla](sujeto.producto, report.libro, impreso) }
  if (sujeto?.clase === 'grupo' && esDeGrupo(regla))
    return { regla: reglaDeGrupo(regla), operacion: operacionDeGrupo(regla, sujeto.grupo, sujeto.productos, impreso) }
  return { regla: nombre.startsWith('política') ? reglaDeLectura(regla) : reglaDeEventos(regla), operacion: [] }
}

function esDeProducto(regla: string): regla is CampoProducto {
  return (CAMPOS_PRODUCTO as readonly string[]).includes(regla)
}

function esDeGrupo(regla: string): regla is CampoGrupo {
  return (CAMPOS_GRUPO as readonly string[]).includes(regla)
}

/** The figures that a chart draws. */
function deGrafica(report: Report, { graficas }: Publicado, numero: string): readonly Explicacion[] {
  const grafica = graficas.find((g) => g.numero.toLowerCase() === numero)
  if (grafica === undefined) return []
  return cifrasDeGrafica(grafica, report).flatMap((nombre) => {
    const cifra = report.cifras.get(normalizarNombre(nombre))
    if (cifra === undefined) return []
    const suya = deCifra(report, cifra)
    return [{ ...suya, figura: `Gráfica ${grafica.numero}: ${suya.figura}` }]
  })
}

/** The computed cells of a table, or of one of its rows, counted from 1. */
function deTabla(report: Report, { tablas }: Publicado, numero: string, fila: number | null): readonly Explicacion[] {
  const tabla = tablas.find((t) => t.numero.toLowerCase() === numero)
  if (tabla === undefined) return []
  return tabla.filas.flatMap(({ celdas }, i) => {
    if (fila !== null && fila !== i + 1) return []
    return celdas.flatMap(({ valor, texto, origen }, j) => {
      if (origen === null) return []
      const suya = deCifra(report, { valor, texto, origen })
      const lugar = `Tabla ${tabla.numero}, fila ${i + 1}, «${tabla.columnas[j]?.titulo ?? ''}»`
      return [{ ...suya, figura: `${lugar}: ${suya.figura}` }]
    })
  })
}
