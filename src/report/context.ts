/**
 * What a template sees. Names are Spanish and stable: the guide for template authors lists them. Figures print themselves; texts of the
 * workbook are escaped when printed.
 */
import type { Indicadores, IndicadoresGrupo, IndicadoresProducto } from '../indicators/index.js'
import { aNumero, estadoDe, mayoria, porcentajeEntero, proporcion } from '../indicators/index.js'
import type { CampoGrupo, Color, Credito, Estado, Libro, Prosa } from '../model/index.js'
import { compararCodigos, ESTADOS, ESTADOS_EN_CURSO, PERIODICIDADES } from '../model/index.js'
import { ID_GRAFICA_POLITICA, idGraficaDeSector } from './charts/estados.js'
import { rezagosDeLaGrafica } from './charts/rezagos.js'
import { graficaDeSerie, notaDeSerie } from './charts/serie.js'
import type { ContextoRevision } from './contexto-revision.js'
import { type ContextoCorte, contextoDeCorte } from './corte.js'
import { type EvolucionDelPlan, tieneCurso } from './evolucion.js'
import { ficha } from './ficha.js'
import { campoDePolitica, cifrasDeGrupo, cifrasDeHojas, cifrasDeProducto } from './figures.js'
import { fechaLarga, porcentajeDe, sinPunto } from './format.js'
import { apertura, enPalabras, listaDeCodigos, razonSinMeta, saldo } from './phrases.js'
import type { Cifra, Ficha, Frase } from './report.js'
import { idCumplimiento } from './tables/cumplimiento.js'
import { rango } from './tables/semaforo.js'

/** Figures of a group under the names that templates use. */
export interface ContextoGrupo {
  readonly productos: Cifra
  readonly conMeta: Cifra
  readonly avance: Cifra
  readonly planeado: Cifra
  readonly diferencia: Cifra
  /** `rezago`, `en-cumplimiento` or `sobre-ejecucion`, as printed; `en-curso` before the year ends. */
  readonly balance: Cifra
  readonly verde: Cifra
  readonly amarillo: Cifra
  readonly rojo: Cifra
  readonly sinMeta: Cifra
  readonly cumplidos: Cifra
}

export interface ContextoProducto {
  readonly codigo: string
  readonly nombre: string
  readonly sector: string
  readonly entidad: string | null
  readonly indicador: string | null
  /** `con-meta`, or why there is none. */
  readonly situacion: Cifra
  /** Compliance in its colour, achieved and goal in brackets. Empty without a goal. */
  readonly apertura: Frase
  /** The cumulative balance in words. Empty where no goal was stated yet. */
  readonly saldo: Frase
  /** Why there is no goal in the vigencia. Empty with a goal. */
  readonly razon: Frase
  readonly cumplimiento: Cifra
  readonly meta: Cifra
  readonly logro: Cifra
  readonly logros: Prosa | null
  readonly dificultades: Prosa | null
  readonly observaciones: Prosa | null
}

export interface ContextoSector extends ContextoGrupo {
  readonly nombre: string
  readonly productosConMeta: readonly ContextoProducto[]
  readonly productosSinMeta: readonly ContextoProducto[]
  /** Products without a goal gathered by reason: their codes in words and why. */
  readonly razones: readonly { readonly codigos: Frase; readonly cuantos: number; readonly razon: Frase }[]
  /** Whether a cell of its table carries the sign of a backlog. */
  readonly hayRezagos: boolean
  readonly tabla: string
  readonly grafica: string
  /** Where the sector stands, for `{{ficha …}}`. */
  readonly ficha: Ficha
  readonly conclusiones: Prosa | null
}

export interface ContextoObjetivo extends ContextoGrupo {
  readonly numero: string
  readonly enunciado: string
  readonly conclusiones: Prosa | null
}

export interface ContextoEvolucion {
  /** Name of the chart of the whole policy; empty where it has none. */
  readonly grafica: string
  /** Those that have a chart. */
  readonly objetivos: readonly { readonly numero: string; readonly grafica: string }[]
  readonly sectores: readonly { readonly nombre: string; readonly grafica: string }[]
}

export interface Contexto {
  readonly politica: ContextoGrupo & {
    readonly nombre: string
    readonly sigla: string
    readonly documento: string
    readonly fechaAprobacion: Cifra
    readonly inicio: Cifra
    readonly fin: Cifra
    readonly vigencia: Cifra
    readonly fechaCorte: Cifra
    readonly entidad: string
    readonly siglaEntidad: string
    readonly dependencia: string
    readonly sectorLider: string
    readonly ciudad: string
    readonly anioPublicacion: Cifra
    /** Whether the products have an importancia relativa, by which avance and planeado are weighted. */
    readonly ponderado: boolean
    readonly ficha: Ficha
  }
  readonly grafica: string
  readonly creditos: readonly {
    readonly grupo: string
    readonly cargos: readonly { readonly cargo: string; readonly nombres: readonly string[] }[]
  }[]
  readonly objetivos: readonly ContextoObjetivo[]
  readonly sectores: readonly ContextoSector[]
  /** Products without a goal in the vigencia, in order of code. */
  readonly productosSinMeta: readonly ContextoProducto[]
  /** Ranges of the semáforo, best first: how many goals fell in each and their share of the goals of the vigencia. */
  readonly rangos: readonly { readonly color: string; readonly rango: string; readonly cuenta: Cifra; readonly parte: Cifra }[]
  /** The fewest sectors that together hold more than half of the products, largest first; none where they are most of the sectors. */
  readonly sectoresMayores: readonly ContextoSector[]
  /** At most two sectors furthest ahead of what was planned, and at most two furthest behind. */
  readonly sectoresAdelantados: readonly ContextoSector[]
  readonly sectoresRezagados: readonly ContextoSector[]
  /** The products of the chart of backlogs, in its order; none where no product is in rezago. */
  readonly rezagosMayores: readonly ContextoProducto[]
  /** The products that have a chart of their years: its name, and what it leaves out and why (empty for nothing). */
  readonly series: readonly { readonly grafica: string; readonly producto: ContextoProducto; readonly nota: string }[]
  /** How often the products are measured, in the contract's order; those in use. */
  readonly periodicidades: readonly string[]
  readonly capacitaciones: { readonly total: Cifra; readonly participantes: Cifra; readonly sesiones: Cifra } | null
  readonly jornadas: { readonly total: Cifra; readonly asistentes: Cifra } | null
  readonly reuniones: { readonly total: Cifra } | null
  /** State of every product, best first. */
  readonly estados: readonly Estado[]
  /** A follow-up within the year; null for the whole vigencia. */
  readonly corte: ContextoCorte | null
  /** The charts of where the plan stood year by year; null where fewer than two years of every sector can be told as fact. */
  readonly evolucion: ContextoEvolucion | null
  /** What stands in the file beside the workbook; null where there is none. */
  readonly revision: ContextoRevision | null
}

export function contexto(libro: Libro, indicadores: Indicadores, evolucion: EvolucionDelPlan | null): Contexto {
  const productos = new Map(indicadores.productos.map((p) => [p, contextoDeProducto(libro, p)]))
  const de = (lista: readonly IndicadoresProducto[]) => lista.flatMap((p) => productos.get(p) ?? [])
  const politica = grupo(libro, indicadores.politica, 'política', indicadores.productos)
  const sectores = indicadores.sectores.map(
    (s): ContextoSector => ({
      nombre: s.nombre,
      ...grupo(libro, s.grupo, s.nombre, s.productos),
      productosConMeta: de(s.productos.filter((p) => p.situacion === 'con-meta')),
      productosSinMeta: de(s.productos.filter((p) => p.situacion !== 'con-meta')),
      razones: razones(libro, s.productos),
      hayRezagos: libro.corte === null && s.productos.some((p) => p.balance === 'rezago' || (p.cumplimiento?.lt(1) ?? false)),
      tabla: idCumplimiento(s.nombre),
      ficha: ficha(libro, s.grupo, s.nombre, s.productos),
      grafica: idGraficaDeSector(s.nombre),
      conclusiones: libro.sectores.find(({ nombre }) => nombre === s.nombre)?.conclusiones ?? null,
    }),
  )
  return {
    politica: {
      ...datosDePolitica(libro),
      ...politica,
      ponderado: libro.productos.some(({ importancia }) => importancia !== null),
      ficha: ficha(libro, indicadores.politica, 'política', indicadores.productos),
    },
    grafica: ID_GRAFICA_POLITICA,
    creditos: creditos(libro.creditos),
    objetivos: indicadores.objetivos.map((o) => ({
      numero: String(o.numero),
      enunciado: libro.objetivos.find(({ numero }) => numero === o.numero)?.enunciado ?? '',
      ...grupo(libro, o.grupo, `objetivo ${o.numero}`, o.productos),
      conclusiones: libro.objetivos.find(({ numero }) => numero === o.numero)?.conclusiones ?? null,
    })),
    sectores,
    productosSinMeta: de(
      indicadores.productos
        .filter((p) => p.situacion !== 'con-meta')
        .toSorted((a, b) => compararCodigos(a.producto.codigo, b.producto.codigo)),
    ),
    // Nothing is in any range while the year goes on.
    rangos: (libro.corte === null ? libro.semaforo : []).map((r) => ({
      color: r.color,
      rango: rango(r),
      cuenta: politica[r.color],
      parte: parteDeLasMetas(politica, r.color),
    })),
    sectoresMayores: mayoria(indicadores.sectores).flatMap(({ nombre }) => sectores.find((s) => s.nombre === nombre) ?? []),
    ...extremos(indicadores, sectores),
    rezagosMayores: de(rezagosDeLaGrafica(indicadores).map((r) => r.de)),
    series: indicadores.productos.flatMap((p) => {
      const [grafica, producto] = [graficaDeSerie(libro, p.producto), productos.get(p)]
      return grafica === null || producto === undefined ? [] : [{ grafica: grafica.id, producto, nota: notaDeSerie(libro, p.producto) }]
    }),
    periodicidades: PERIODICIDADES.filter((cada) => libro.productos.some(({ periodicidad }) => periodicidad === cada)),
    ...cifrasDeHojas(libro),
    estados: enOrden(indicadores.productos.map(estadoDe)),
    corte: contextoDeCorte(libro),
    evolucion: evolucion && contextoDeEvolucion(evolucion),
    revision: null,
  }
}

function grupo(libro: Libro, figuras: IndicadoresGrupo, sujeto: string, productos: readonly IndicadoresProducto[]): ContextoGrupo {
  const { 'con meta': conMeta, 'sin meta': sinMeta, ...demas }: Record<CampoGrupo, Cifra> = cifrasDeGrupo(libro, figuras, sujeto, productos)
  return { ...demas, conMeta, sinMeta }
}

function contextoDeEvolucion({ politica, objetivos, sectores }: EvolucionDelPlan): ContextoEvolucion {
  return {
    grafica: tieneCurso(politica) ? politica.grafica : '',
    objetivos: objetivos.filter(tieneCurso).map(({ sujeto, grafica }) => ({ numero: sujeto.replace('objetivo ', ''), grafica })),
    sectores: sectores.filter(tieneCurso).map(({ sujeto, grafica }) => ({ nombre: sujeto, grafica })),
  }
}

function enOrden(estados: readonly Estado[]): readonly Estado[] {
  return [...ESTADOS_EN_CURSO.slice(0, 1), ...ESTADOS].flatMap((estado) => estados.filter((suyo) => suyo === estado))
}

/** Share of the goals of the vigencia that fell in a colour, as a whole percentage. */
function parteDeLasMetas({ conMeta, ...cuentas }: ContextoGrupo, color: Color): Cifra {
  const { valor, origen } = cuentas[color]
  const parte = proporcion(Number(valor), Number(conMeta.valor))
  return {
    valor: parte && aNumero(parte),
    texto: parte === null ? '–' : porcentajeDe(porcentajeEntero(parte)),
    origen: { regla: `parte de las metas en ${color}`, nombre: '', celdas: origen.celdas },
  }
}

/** How many sectors are named as furthest ahead or behind. */
const EXTREMOS = 2

function extremos(
  indicadores: Indicadores,
  sectores: readonly ContextoSector[],
): Pick<Contexto, 'sectoresAdelantados' | 'sectoresRezagados'> {
  const porDiferencia = indicadores.sectores.toSorted((a, b) => a.grupo.diferencia.compare(b.grupo.diferencia))
  const con = (balance: string, ordenados: typeof porDiferencia) =>
    ordenados.flatMap(({ nombre }) => sectores.find((s) => s.nombre === nombre && s.balance.valor === balance) ?? []).slice(0, EXTREMOS)
  return { sectoresAdelantados: con('sobre-ejecucion', porDiferencia.toReversed()), sectoresRezagados: con('rezago', porDiferencia) }
}

function datosDePolitica(libro: Libro) {
  const { fechaAprobacion, fechaCorte, inicio, fin, vigencia, anioPublicacion, celdas: _, ...textos } = libro.politica
  return {
    ...textos,
    fechaAprobacion: campoDePolitica(libro, 'Fecha de aprobación', fechaAprobacion, '', fechaLarga(fechaAprobacion)),
    fechaCorte: campoDePolitica(libro, 'Fecha de corte', fechaCorte, '', fechaLarga(fechaCorte)),
    inicio: campoDePolitica(libro, 'Año inicial del plan', inicio, 'política inicio'),
    fin: campoDePolitica(libro, 'Año final del plan', fin, 'política fin'),
    vigencia: campoDePolitica(libro, 'Vigencia', vigencia, 'política vigencia'),
    anioPublicacion: campoDePolitica(libro, 'Año de publicación', anioPublicacion),
  }
}

function contextoDeProducto(libro: Libro, p: IndicadoresProducto): ContextoProducto {
  const { codigo, nombre, sector, entidad, indicador, logros, dificultades, observaciones } = p.producto
  const { cumplimiento, meta, logro, situación: situacion } = cifrasDeProducto(libro, p)
  return {
    codigo,
    nombre: sinPunto(nombre),
    sector,
    entidad,
    indicador,
    situacion,
    apertura: apertura(p, libro),
    saldo: saldo(p, libro),
    razon: razonSinMeta(p, libro),
    cumplimiento,
    meta,
    logro,
    logros,
    dificultades,
    observaciones,
  }
}

/** Products without a goal gathered by the words of their reason, in order of first appearance. */
function razones(libro: Libro, productos: readonly IndicadoresProducto[]): ContextoSector['razones'] {
  const grupos = new Map<string, IndicadoresProducto[]>()
  for (const p of productos.filter(({ situacion }) => situacion !== 'con-meta')) {
    const clave = enPalabras(razonSinMeta(p, libro))
    grupos.set(clave, [...(grupos.get(clave) ?? []), p])
  }
  return [...grupos.values()].map((iguales) => ({
    codigos: listaDeCodigos(iguales),
    cuantos: iguales.length,
    razon: iguales[0] === undefined ? [] : razonSinMeta(iguales[0], libro, iguales.length > 1),
  }))
}

/** Credits by group and, within it, by charge, in printed order; a group or charge that comes back later is printed again there. */
function creditos(filas: readonly Credito[]): Contexto['creditos'] {
  return seguidos(filas, (f) => f.grupo).map(([grupo, suyas]) => ({
    grupo,
    cargos: seguidos(suyas, (f) => f.cargo).map(([cargo, personas]) => ({ cargo, nombres: personas.map((f) => f.nombre) })),
  }))
}

/** Rows gathered while their key stays the same. */
function seguidos<F>(filas: readonly F[], clave: (fila: F) => string): readonly (readonly [string, readonly F[]])[] {
  return filas.reduce<(readonly [string, F[]])[]>((grupos, fila) => {
    const ultimo = grupos.at(-1)
    if (ultimo?.[0] === clave(fila)) ultimo[1].push(fila)
    else grupos.push([clave(fila), [fila]])
    return grupos
  }, [])
}
