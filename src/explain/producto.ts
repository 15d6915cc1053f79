/** The operation behind each figure of a product, with its numbers. */
import { exact } from '../exact/index.js'
import type { Fraction, IndicadoresProducto } from '../indicators/index.js'
import { avancesQueCuentan, metasQueCuentan, recorrido } from '../indicators/index.js'
import type { CampoProducto, Dato, Libro } from '../model/index.js'
import { cantidad, porcentajeDe, rango } from '../report/index.js'
import { caminoEscrito, enPorcentaje, suma } from './cuentas.js'

type Pasos = readonly string[]
type Operacion = (p: IndicadoresProducto, libro: Libro, impreso: string) => Pasos

/** Steps that lead to a figure of a product; none for what is read as it stands. `impreso`: the figure as the report prints it. */
export const operacionesDeProducto: Readonly<Record<CampoProducto, Operacion>> = {
  meta: () => [],
  logro: () => [],
  'meta final': () => [],
  cumplimiento: (p, { politica: { vigencia } }) => cumplimiento(p, vigencia),
  semáforo: (p, { semaforo, corte }) => {
    if (corte !== null && p.cumplimientoPorcentaje !== null) return ['El año no ha terminado: todavía no hay color.']
    const suyo = semaforo.find((r) => r.color === p.semaforo)
    if (suyo === undefined || p.cumplimientoPorcentaje === null) return ['Sin meta en la vigencia, no hay color.']
    const contado = p.cumplimientoPorcentaje < 0 ? ', que cuenta como 0,' : ','
    return [`El cumplimiento, ${porcentajeDe(p.cumplimientoPorcentaje)}${contado} está en «${rango(suyo)}»: ${suyo.color}.`]
  },
  situación: (p, { politica: { vigencia } }) => [situacion(p, vigencia)],
  'meta acumulada': (p, { politica: { vigencia } }) =>
    acumulado(p, p.metaAcumulada, p.producto.metas, metasQueCuentan(p.producto, vigencia), 'meta'),
  'logro acumulado': (p, { politica: { vigencia } }) =>
    acumulado(p, p.logroAcumulado, p.producto.avances, avancesQueCuentan(p.producto, vigencia), 'logro'),
  diferencia: (p, _libro, impreso) => diferencia(p, impreso),
  balance: (p, _libro, impreso) => {
    if (p.diferenciaAcumulada === null) return ['Sin meta acumulada, no hay diferencia.']
    const signo = ['menos de cero', 'cero', 'más de cero'][Math.sign(p.diferenciaAcumulada.compare(0)) + 1] ?? ''
    const alReves = p.producto.tipo === 'Decreciente' ? ', y en Decreciente bajar es avanzar' : ''
    return [`La diferencia acumulada es ${signo}${alReves}: ${impreso}.`]
  },
}

function cumplimiento({ producto, metaVigencia, logroVigencia, cumplimiento: hecho }: IndicadoresProducto, vigencia: number): Pasos {
  if (metaVigencia === null || hecho === null) return [`Sin meta en ${vigencia}, no hay cumplimiento.`]
  const monto = (f: Fraction) => cantidad(f, producto)
  if (logroVigencia === null)
    return [`Sin logro reportado en ${vigencia}, la meta de ${monto(metaVigencia)} cuenta como nada logrado: 0 %.`]
  if (recorrido(producto, metaVigencia).equals(0)) {
    const pasa = hecho.equals(0) ? 'la pasa: 0 %' : 'no la pasa: 100 %'
    return [`La meta es la misma línea base, ${monto(metaVigencia)}, y el logro, ${monto(logroVigencia)}, ${pasa}.`]
  }
  const cuenta = producto.tipo === 'Decreciente' ? '(línea base − logro) ÷ (línea base − meta)' : 'logro ÷ meta'
  return [`${cuenta} = ${caminoEscrito(producto, logroVigencia)} ÷ ${caminoEscrito(producto, metaVigencia)} ${enPorcentaje(hecho)}`]
}

function situacion({ producto, situacion: suya, logroAcumulado, metaFinal }: IndicadoresProducto, vigencia: number): string {
  const { inicio, fin } = producto
  const logrado = logroAcumulado === null ? 'sin logro reportado' : `con ${cantidad(logroAcumulado, producto)} acumulado`
  const frases: Record<typeof suya, string> = {
    'con-meta': `Tiene meta en ${vigencia}.`,
    'no-iniciado': `Empieza en ${inicio}, después de ${vigencia}.`,
    'sin-meta': `Va de ${inicio} a ${fin} y no tiene meta en ${vigencia}.`,
    cumplido: `Terminó en ${fin}, ${logrado}, y su meta final es ${cantidad(metaFinal, producto)}: la alcanzó.`,
    vencido: `Terminó en ${fin}, ${logrado}, y su meta final es ${cantidad(metaFinal, producto)}: no la alcanzó.`,
  }
  return frases[suya]
}

function acumulado(
  { producto }: IndicadoresProducto,
  total: Fraction | null,
  serie: ReadonlyMap<number, Dato>,
  cuentan: readonly Dato[],
  cosa: 'meta' | 'logro',
): Pasos {
  if (total === null) return [cosa === 'meta' ? 'El plan no fija metas hasta la vigencia.' : 'No se ha reportado ningún logro.']
  const conAnio = [...serie]
    .filter(([, dato]) => cuentan.includes(dato))
    .sort(([a], [b]) => a - b)
    .map(([anio, { valor }]) => ({ anio, monto: cantidad(exact(valor), producto) }))
  const cuenta =
    producto.tipo === 'Suma'
      ? [
          suma(
            conAnio.map(({ anio, monto }) => `${monto} (${anio})`),
            cantidad(total, producto),
          ),
        ]
      : conAnio.map(({ anio, monto }) =>
          cosa === 'meta' ? `La última meta es la de ${anio}: ${monto}.` : `El último logro es el de ${anio}: ${monto}.`,
        )
  return producto.reconstruidas[cosa === 'meta' ? 'metas' : 'avances']
    ? [...cuenta, 'Los años anteriores están reconstruidos, según la Procedencia.']
    : cuenta
}

function diferencia({ producto, metaAcumulada, logroAcumulado, diferenciaAcumulada }: IndicadoresProducto, impreso: string): Pasos {
  if (metaAcumulada === null || diferenciaAcumulada === null) return ['Sin meta acumulada, no hay diferencia.']
  const logro = logroAcumulado ?? diferenciaAcumulada.add(metaAcumulada)
  const signo = diferenciaAcumulada.lt(0) ? '−' : ''
  const cuenta = `logro acumulado − meta acumulada = ${cantidad(logro, producto)} − ${cantidad(metaAcumulada, producto)} = ${signo}${impreso}`
  return logroAcumulado === null ? ['Sin logro reportado cuenta como nada logrado.', cuenta] : [cuenta]
}
