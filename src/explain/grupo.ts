/** The operation behind each figure of a sector, an objetivo or the policy: what each product adds. */
import { exact } from '../exact/index.js'
import type { Fraction, IndicadoresGrupo, IndicadoresProducto } from '../indicators/index.js'
import { estadoDe, recorrido } from '../indicators/index.js'
import type { CampoGrupo, Estado } from '../model/index.js'
import { numero, porcentaje } from '../report/index.js'
import { caminoEscrito, enPorcentaje } from './cuentas.js'

type Productos = readonly IndicadoresProducto[]
type Pasos = readonly string[]

const ESTADO: Partial<Record<CampoGrupo, Estado>> = {
  verde: 'verde',
  amarillo: 'amarillo',
  rojo: 'rojo',
  'sin meta': 'sin-meta',
  cumplidos: 'cumplido',
}

/** Steps that lead to a figure of a group: which products count, or what each adds to a mean. */
export function operacionDeGrupo(campo: CampoGrupo, grupo: IndicadoresGrupo, productos: Productos, impreso: string): Pasos {
  switch (campo) {
    case 'avance':
      return media(productos, 'logro acumulado', grupo.avance, (p) => [p.logroAcumulado, p.avance])
    case 'planeado':
      return media(productos, 'meta acumulada', grupo.planeado, (p) => [p.metaAcumulada, p.planeado])
    case 'diferencia':
    case 'balance':
      return [`avance − planeado = ${resta(grupo)}: ${impreso}.`]
    case 'productos':
      return [codigos(productos)]
    case 'con meta':
      return [codigos(productos.filter((p) => p.situacion === 'con-meta'))]
    default:
      return [codigos(productos.filter((p) => estadoDe(p) === ESTADO[campo]))]
  }
}

function resta({ avance, planeado, diferencia }: IndicadoresGrupo): string {
  const puntos = diferencia.mul(100)
  return `${porcentaje(avance)} − ${porcentaje(planeado)} ${puntos.mul(100).d === 1n ? '=' : '≈'} ${numero(puntos)} puntos`
}

function codigos(productos: Productos): string {
  return productos.length === 0 ? 'Ninguno.' : `${productos.map((p) => p.producto.codigo).join(', ')}.`
}

/** One line a product with its share of the final goal, and the mean of them. */
function media(
  productos: Productos,
  cosa: string,
  total: Fraction,
  de: (p: IndicadoresProducto) => readonly [nivel: Fraction | null, parte: Fraction],
): Pasos {
  if (productos.length === 0) return ['No tiene productos: 0 %.']
  const conPeso = productos.some((p) => p.producto.importancia !== null)
  const lineas = productos.map((p) => {
    const [nivel, parte] = de(p)
    return `${p.producto.codigo}: ${parteDe(p, cosa, nivel, parte)}${pesoDe(p)}`
  })
  const promedio = conPeso ? 'Promedio ponderado por la importancia relativa' : `Promedio de ${lineas.length === 1 ? 'uno' : lineas.length}`
  return [...lineas, `${promedio} ${enPorcentaje(total)}`]
}

function parteDe({ producto, metaFinal }: IndicadoresProducto, cosa: string, nivel: Fraction | null, parte: Fraction): string {
  if (nivel === null) return `sin ${cosa}: 0 %`
  const sinTope = recorrido(producto, nivel).div(recorrido(producto, metaFinal))
  const tope = sinTope.equals(parte) ? '' : `, que cuenta como ${porcentaje(parte)}`
  return `${caminoEscrito(producto, nivel)} ÷ ${caminoEscrito(producto, metaFinal)} ${enPorcentaje(sinTope)}${tope}`
}

function pesoDe({ producto: { importancia } }: IndicadoresProducto): string {
  return importancia === null ? '' : `, con peso ${numero(exact(importancia.valor))}`
}
