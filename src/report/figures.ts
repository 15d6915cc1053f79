/** Every computed figure that the report prints, worded and with its origin. One function a subject: producto, group, events. */
import { exact } from '../exact/index.js'
import type { Fraction, IndicadoresGrupo, IndicadoresProducto, Puntos } from '../indicators/index.js'
import {
  aNumero,
  balanceDelGrupo,
  celdasDeGrupo,
  celdasDeProducto,
  porcentajeEntero,
  puntosPorcentuales,
  redondear,
  sumarDatos,
} from '../indicators/index.js'
import {
  type Balance,
  type CampoGrupo,
  type CampoProducto,
  type Celda,
  type Color,
  type Dato,
  type Libro,
  type Producto,
  type Situacion,
  unaVezPorCada,
} from '../model/index.js'
import { contado, entero, NBSP, numero, porcentaje, porcentajeDe } from './format.js'
import type { Cifra } from './report.js'

/** What is said in place of a class while the year goes on. */
export const EN_CURSO = 'en curso'

const NOMBRE_BALANCE: Record<Balance, string> = {
  rezago: 'rezago',
  'en-cumplimiento': `en${NBSP}cumplimiento`,
  'sobre-ejecucion': 'sobre-ejecución',
  'en-curso': EN_CURSO,
}

const NOMBRE_SITUACION: Record<Situacion, string> = {
  'con-meta': 'con meta',
  cumplido: 'cumplido',
  vencido: 'vencido',
  'no-iniciado': 'no iniciado',
  'sin-meta': 'sin meta',
}

/** An amount of the product without its unit: `1.300.231`, `20 %`. */
export function cantidad(f: Fraction, producto: Producto): string {
  return producto.unidad === 'Porcentaje' ? porcentaje(f) : numero(f)
}

/** An amount with its unit of measure where the workbook gives one: `19 visitas`, `1 visita`, `20 %`. */
export function cantidadConUnidad(f: Fraction, producto: Producto): string {
  return conUnidad(cantidad(f, producto), producto)
}

/** Size of a difference, with its unit: `5 visitas`, `75 puntos porcentuales`. */
export function magnitud(f: Fraction, producto: Producto): string {
  if (producto.unidad === 'Porcentaje') return puntos({ valor: redondear(f.mul(100), 2), decimales: 0 })
  return conUnidad(numero(f.abs()), producto)
}

function conUnidad(impreso: string, producto: Producto): string {
  const { unidad, unidadSingular, unidadPlural } = producto
  if (unidad === 'Porcentaje' || unidadSingular === null || unidadPlural === null) return impreso
  return contado(impreso, unidadSingular, unidadPlural)
}

/** `21 puntos porcentuales`, `0,7 puntos porcentuales`, `1 punto porcentual`: the size of a difference already rounded for print. */
function puntos({ valor, decimales }: Puntos): string {
  return contado(numero(valor.abs(), decimales), 'punto porcentual', 'puntos porcentuales')
}

/** A diferencia in points with its sign, for narrow columns: `+12`, `−0,7`, `0`; and whether it is a backlog as printed. */
export function puntosConSigno(diferencia: Fraction): { readonly texto: string; readonly rezago: boolean } {
  const { valor, decimales } = puntosPorcentuales(diferencia)
  if (valor.equals(0)) return { texto: '0', rezago: false }
  return { texto: `${valor.compare(0) > 0 ? '+' : ''}${numero(valor, decimales)}`, rezago: valor.compare(0) < 0 }
}

type CifrasDeProducto = Readonly<Record<CampoProducto, Cifra>>
type CifrasDeGrupo = Readonly<Record<CampoGrupo, Cifra>>

/** The figures of a product, by the field that prose names; tables, charts and prose ask for the same ones time and again. Amounts carry their unit; a missing one is said in words. */
export const cifrasDeProducto = unaVezPorCada((libro: Libro, p: IndicadoresProducto): CifrasDeProducto => {
  const { producto } = p
  const celdas = celdasDeProducto(libro, producto)
  const cifra = (campo: CampoProducto, valor: number | string | null, texto: string): Cifra => ({
    valor,
    texto,
    origen: { regla: campo, nombre: `${producto.codigo} ${campo}`, celdas: celdas[campo] },
  })
  const monto = (campo: CampoProducto, f: Fraction | null, ninguno: string): Cifra =>
    cifra(campo, f && aNumero(f), f === null ? ninguno : cantidadConUnidad(f, producto))
  return {
    meta: monto('meta', p.metaVigencia, 'sin meta'),
    logro: monto('logro', p.logroVigencia, 'sin logro reportado'),
    cumplimiento: cifra(
      'cumplimiento',
      p.cumplimiento && aNumero(p.cumplimiento),
      p.cumplimientoPorcentaje === null ? 'sin meta' : porcentajeDe(p.cumplimientoPorcentaje),
    ),
    semáforo: cifra('semáforo', p.semaforo, p.semaforo ?? (p.situacion === 'con-meta' ? EN_CURSO : 'sin meta')),
    situación: cifra('situación', p.situacion, NOMBRE_SITUACION[p.situacion]),
    'meta acumulada': monto('meta acumulada', p.metaAcumulada, 'sin meta acumulada'),
    'logro acumulado': monto('logro acumulado', p.logroAcumulado, 'sin logro reportado'),
    'meta final': monto('meta final', p.metaFinal, ''),
    diferencia: cifra(
      'diferencia',
      p.diferenciaAcumulada && aNumero(p.diferenciaAcumulada),
      p.diferenciaAcumulada === null ? 'sin meta acumulada' : magnitud(p.diferenciaAcumulada, producto),
    ),
    balance: cifra('balance', p.balance, p.balance === null ? 'sin meta acumulada' : NOMBRE_BALANCE[p.balance]),
  }
})

/**
 * The figures of a group, which are those of these products. `sujeto` is how prose names it (`Salud`, `política`, `objetivo 2`); counts
 * are bare numbers.
 */
export function cifrasDeGrupo(
  libro: Libro,
  grupo: IndicadoresGrupo,
  sujeto: string,
  productos: readonly IndicadoresProducto[],
): CifrasDeGrupo {
  const suyas = deGrupo(libro, grupo)
  const cifras = suyas.get(sujeto) ?? redactarGrupo(libro, grupo, sujeto, productos)
  suyas.set(sujeto, cifras)
  return cifras
}

/** The figures of a group, by how prose names it. */
const deGrupo = unaVezPorCada((_: Libro, __: IndicadoresGrupo) => new Map<string, CifrasDeGrupo>())

function redactarGrupo(libro: Libro, grupo: IndicadoresGrupo, sujeto: string, productos: readonly IndicadoresProducto[]): CifrasDeGrupo {
  const celdas = celdasDeGrupo(
    libro,
    productos.map((p) => p.producto),
  )
  const cifra = (campo: CampoGrupo, valor: number | string | null, texto: string): Cifra => ({
    valor,
    texto,
    origen: { regla: campo, nombre: `${sujeto} ${campo}`, celdas: celdas[campo] },
  })
  const cuenta = (campo: CampoGrupo, n: number): Cifra => cifra(campo, n, entero(n))
  const parte = (campo: CampoGrupo, f: Fraction): Cifra => cifra(campo, aNumero(f), porcentajeDe(porcentajeEntero(f)))
  // No goal has a colour while the year goes on, which is not to have none of that colour.
  const cuentaDeColor = (color: Color): Cifra => (libro.corte === null ? cuenta(color, grupo[color]) : cifra(color, null, EN_CURSO))
  const impreso = balanceDelGrupo(grupo)
  return {
    productos: cuenta('productos', grupo.productos),
    'con meta': cuenta('con meta', grupo.conMeta),
    avance: parte('avance', grupo.avance),
    planeado: parte('planeado', grupo.planeado),
    diferencia: cifra('diferencia', aNumero(grupo.diferencia), puntos(puntosPorcentuales(grupo.diferencia))),
    balance: cifra('balance', impreso, NOMBRE_BALANCE[impreso]),
    verde: cuentaDeColor('verde'),
    amarillo: cuentaDeColor('amarillo'),
    rojo: cuentaDeColor('rojo'),
    'sin meta': cuenta('sin meta', grupo.sinMeta),
    cumplidos: cuenta('cumplidos', grupo.cumplidos),
  }
}

/** Amounts added over the rows of an event sheet (`jornadas asistentes`). */
export function cifraDeEventos(hoja: string, campo: string, datos: readonly Dato[]): Cifra {
  const suma = sumarDatos(datos)
  return {
    valor: aNumero(suma),
    texto: numero(suma),
    origen: { regla: campo, nombre: `${hoja} ${campo}`, celdas: datos.flatMap((d) => d.celdas) },
  }
}

/** How many rows an event sheet has (`reuniones total`). */
function cuentaDeEventos(hoja: string, filas: readonly { readonly celda: Celda }[]): Cifra {
  return {
    valor: filas.length,
    texto: entero(filas.length),
    origen: { regla: 'total', nombre: `${hoja} total`, celdas: filas.map((f) => f.celda) },
  }
}

/** A field of `Política`, by its printed name. A year reads without a thousands point. `nombre`: how prose may ask for it. */
export function campoDePolitica(libro: Libro, campo: string, valor: number | string, nombre = '', texto = String(valor)): Cifra {
  const celda = libro.politica.celdas[campo]
  return { valor, texto, origen: { regla: campo, nombre, celdas: celda === undefined ? [] : [celda] } }
}

/** How many products of the plan meet a condition, where prose has no name for it. */
export function cuentaDe(productos: readonly IndicadoresProducto[]): Cifra {
  return {
    valor: productos.length,
    texto: entero(productos.length),
    origen: { regla: 'recuento de productos', nombre: '', celdas: productos.map((p) => p.producto.celda) },
  }
}

/** An amount of an event row as it is printed. */
export function cantidadDeEvento(dato: Dato): string {
  return numero(exact(dato.valor))
}

/** The figures of the event sheets; null for a sheet that the workbook has not. */
export function cifrasDeHojas({ capacitaciones, jornadas, reuniones }: Libro) {
  const suma = <F>(hoja: string, campo: string, filas: readonly F[], de: (fila: F) => Dato) => cifraDeEventos(hoja, campo, filas.map(de))
  return {
    capacitaciones: capacitaciones && {
      total: cuentaDeEventos('capacitaciones', capacitaciones),
      participantes: suma('capacitaciones', 'participantes', capacitaciones, (c) => c.participantes),
      sesiones: suma('capacitaciones', 'sesiones', capacitaciones, (c) => c.sesiones),
    },
    jornadas: jornadas && {
      total: cuentaDeEventos('jornadas', jornadas),
      asistentes: suma('jornadas', 'asistentes', jornadas, (j) => j.asistentes),
    },
    reuniones: reuniones && { total: cuentaDeEventos('reuniones', reuniones) },
  } as const
}
