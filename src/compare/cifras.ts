/** The figures of two editions side by side. */
import type { Ausencias, CambioDeCifra, CambioDeClase, Comparacion, PuestaDistinta, Valor } from './cambio.js'
import type { Datos, DatosDeGrupo, DatosDeProducto } from './datos.js'

type DeDatos = Omit<Comparacion, 'celdas' | 'frases'>

export function compararDatos(antes: Datos, despues: Datos): DeDatos {
  const productos = juntos(antes.productos, despues.productos, ({ codigo }) => codigo)
  const sectores = juntos(antes.sectores, despues.sectores, ({ nombre }) => nombre)
  const objetivos = juntos(antes.objetivos, despues.objetivos, ({ numero }) => String(numero))
  const tablas = distintas(antes.tablas, despues.tablas, ({ titulo, columnas, filas, numero }) => [numero, titulo, columnas, filas])
  const graficas = distintas(antes.graficas, despues.graficas, ({ titulo, etiquetas, series, numero }) => [
    numero,
    titulo,
    etiquetas,
    series,
  ])
  return {
    cifras: [
      ...campos(antes.politica, despues.politica, DE_GRUPO).map((c) => ({ ...c })),
      ...objetivos.flatMap(([a, b]) => campos(a, b, DE_GRUPO).map((c) => ({ objetivo: b.numero, ...c }))),
      ...sectores.flatMap(([a, b]) => campos(a, b, DE_GRUPO).map((c) => ({ sector: b.nombre, ...c }))),
      ...productos.flatMap(([a, b]) => campos(a, b, DE_PRODUCTO).map((c) => ({ codigo: b.codigo, ...c }))),
    ],
    clases: productos.flatMap(([a, b]) => cambioDeClase(a, b)),
    tablas: tablas.map(({ numero }) => numero),
    graficas: graficas.map(({ numero }) => numero),
    puestas: [...tablas.map(deClase('tabla')), ...graficas.map(deClase('grafica'))],
    productos: productos
      .filter(([a, b]) => campos(a, b, DE_PRODUCTO).length > 0)
      .map(([, { codigo, nombre, sector }]) => ({ codigo, nombre, sector })),
    nuevos: soloEn(despues, antes),
    quitados: soloEn(antes, despues),
  }
}

/** A figure of one edition, named as a change of it is. */
export type CifraDeDatos = Omit<CambioDeCifra, 'antes' | 'despues'> & { readonly valor: Valor }

/** Every figure that `compararDatos` looks at, as one edition has it. */
export function cifrasDe({ politica, objetivos, sectores, productos }: Datos): readonly CifraDeDatos[] {
  const de = <T>(una: T, campos: readonly (keyof T & string)[]) => campos.map((campo) => ({ campo, valor: una[campo] as Valor }))
  return [
    ...de(politica, DE_GRUPO),
    ...objetivos.flatMap((o) => de(o, DE_GRUPO).map((c) => ({ objetivo: o.numero, ...c }))),
    ...sectores.flatMap((s) => de(s, DE_GRUPO).map((c) => ({ sector: s.nombre, ...c }))),
    ...productos.flatMap((p) => de(p, DE_PRODUCTO).map((c) => ({ codigo: p.codigo, ...c }))),
  ]
}

const DE_GRUPO = [
  ...['productos', 'conMeta', 'avance', 'planeado', 'diferencia', 'balance'],
  ...['verde', 'amarillo', 'rojo', 'sinMeta', 'cumplidos'],
] as readonly (keyof DatosDeGrupo)[]
const DE_PRODUCTO = [
  ...['nombre', 'sector', 'metaVigencia', 'logroVigencia', 'cumplimientoPorcentaje', 'semaforo', 'situacion'],
  ...['metaAcumulada', 'logroAcumulado', 'metaFinal', 'diferenciaAcumulada', 'balance'],
] as readonly (keyof DatosDeProducto)[]

function campos<T>(
  antes: T,
  despues: T,
  nombres: readonly (keyof T & string)[],
): readonly Pick<CambioDeCifra, 'campo' | 'antes' | 'despues'>[] {
  return nombres.flatMap((campo) => {
    const [a, b] = [antes[campo] as Valor, despues[campo] as Valor]
    return a === b ? [] : [{ campo, antes: a, despues: b }]
  })
}

/** What is in both, in the order of the later one. */
function juntos<T>(antes: readonly T[], despues: readonly T[], clave: (uno: T) => string): readonly (readonly [T, T])[] {
  const viejos = new Map(antes.map((uno) => [clave(uno), uno]))
  return despues.flatMap((uno) => {
    const viejo = viejos.get(clave(uno))
    return viejo === undefined ? [] : [[viejo, uno] as const]
  })
}

/** A colour where it has one, else its situation: `verde`, `sin-meta`. */
const claseDe = ({ semaforo, situacion }: DatosDeProducto) => semaforo ?? situacion

function cambioDeClase(a: DatosDeProducto, b: DatosDeProducto): readonly CambioDeClase[] {
  const [antes, despues] = [claseDe(a), claseDe(b)]
  if (antes === despues) return []
  const cumplimiento = { antes: a.cumplimientoPorcentaje, despues: b.cumplimientoPorcentaje }
  return [{ codigo: b.codigo, nombre: b.nombre, sector: b.sector, antes, despues, cumplimiento }]
}

function distintas<T extends { readonly id: string; readonly numero: number }>(
  antes: readonly T[],
  despues: readonly T[],
  dicho: (una: T) => unknown,
): readonly T[] {
  const viejas = new Map(antes.map((una) => [una.id, JSON.stringify(dicho(una))]))
  return despues.filter((una) => viejas.get(una.id) !== JSON.stringify(dicho(una)))
}

const deClase =
  (clase: PuestaDistinta['clase']) =>
  ({ numero, titulo }: { readonly numero: number; readonly titulo: string }): PuestaDistinta => ({ clase, numero, titulo, pagina: null })

function soloEn(unos: Datos, otros: Datos): Ausencias {
  const sin = (claves: readonly string[], ajenas: readonly string[]) => claves.filter((clave) => !ajenas.includes(clave))
  const de = ({ productos, sectores }: Datos) => ({ productos: productos.map((p) => p.codigo), sectores: sectores.map((s) => s.nombre) })
  return { productos: sin(de(unos).productos, de(otros).productos), sectores: sin(de(unos).sectores, de(otros).sectores) }
}
