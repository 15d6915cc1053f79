/** What a figure said of a product could rightly be, by what it is said to be and what the words around it narrow it to. */
import { exact } from '../../exact/index.js'
import type { Fraction, IndicadoresProducto } from '../../indicators/index.js'
import { redondear } from '../../indicators/index.js'
import { normalizarNombre } from '../../model/index.js'
import type { Hechos } from '../hechos.js'
import type { Marca } from '../lengua/lectura.js'
import type { Entorno } from './entorno.js'
import type { ClaseDeAfirmacion } from './patrones.js'

/** The values that would be right, in the unit of the figure (percentages: 35 for 35 %), and the words of the one that is meant. */
export interface Cotejo {
  readonly validos: readonly Fraction[]
  readonly esperado: string
}

type Cantidad = Fraction | null | undefined

/** A figure of the product as the report words it. */
export function cifra(hechos: Hechos, { producto }: IndicadoresProducto, campo: string): string {
  return hechos.report.cifras.get(normalizarNombre(`${producto.codigo} ${campo}`))?.texto ?? ''
}

/** Whether a written number is one of these values, rounded as it is written. */
export function coincide({ valor, decimales }: Marca, validos: readonly Fraction[]): boolean {
  const escrito = exact(valor)
  return validos.some((v) => redondear(v, decimales).equals(escrito) || v.equals(escrito))
}

/** Whether a number given as «about» is within a tenth of one of these values. */
export function ronda({ valor }: Marca, validos: readonly Fraction[]): boolean {
  return validos.some((v) => v.sub(exact(valor)).abs().lte(v.abs().div(10)))
}

const presentes = (...valores: readonly Cantidad[]): readonly Fraction[] =>
  valores.filter((v): v is Fraction => v !== null && v !== undefined)
const cociente = (a: Cantidad, b: Cantidad): Cantidad =>
  a === null || a === undefined || b === null || b === undefined || b.equals(0) ? null : a.div(b)
const resta = (a: Cantidad, b: Cantidad): Cantidad => (a === null || a === undefined || b === null || b === undefined ? null : a.sub(b))

/** Goal and achievement of a year, as the workbook gives them; null where it gives none, or where they are reconstructed. */
function delAnio({ producto }: IndicadoresProducto, anio: number): { readonly meta: Cantidad; readonly logro: Cantidad } {
  const meta = producto.reconstruidas.metas ? undefined : producto.metas.get(anio)
  const logro = producto.reconstruidas.avances ? undefined : producto.avances.get(anio)
  return { meta: meta && exact(meta.valor), logro: logro && exact(logro.valor) }
}

const CIEN = 100
/** Amounts as they are written: a percentage product's in percentages. */
const escritos = (p: IndicadoresProducto, valores: readonly Fraction[]) =>
  p.producto.unidad === 'Porcentaje' ? valores.map((v) => v.mul(CIEN)) : valores

/** Compliance, by the year or the whole that it is said of. */
function cumplimiento(p: IndicadoresProducto, e: Entorno, hechos: Hechos): Cotejo {
  const acumulado = cociente(p.logroAcumulado, p.metaAcumulada)
  const final = cociente(p.logroAcumulado, p.metaFinal)
  const otro = e.anio === null ? null : delAnio(p, e.anio)
  const razones = otro
    ? presentes(cociente(otro.logro, otro.meta))
    : e.acumulado
      ? presentes(acumulado)
      : e.final
        ? presentes(final)
        : presentes(p.cumplimiento, ...(e.vigencia ? [] : [acumulado, final]))
  const cumplido = p.cumplimiento === null && p.situacion === 'cumplido' ? [exact(1)] : []
  return {
    validos: [...razones, ...cumplido].map((r) => r.mul(CIEN)),
    esperado: e.acumulado && acumulado ? `${redondear(acumulado.mul(CIEN), 0)} %` : cifra(hechos, p, 'cumplimiento'),
  }
}

function meta(p: IndicadoresProducto, e: Entorno, hechos: Hechos): Cotejo {
  if (e.anio !== null) return { validos: escritos(p, presentes(delAnio(p, e.anio).meta)), esperado: '' }
  if (e.acumulado) return { validos: escritos(p, presentes(p.metaAcumulada)), esperado: cifra(hechos, p, 'meta acumulada') }
  if (e.final) return { validos: escritos(p, presentes(p.metaFinal)), esperado: cifra(hechos, p, 'meta final') }
  const todas = [...p.producto.metas.values()].map(({ valor }) => exact(valor))
  const validos = e.vigencia ? presentes(p.metaVigencia) : presentes(p.metaVigencia, p.metaAcumulada, p.metaFinal, ...todas)
  return { validos: escritos(p, validos), esperado: cifra(hechos, p, p.metaVigencia === null ? 'meta acumulada' : 'meta') }
}

/** What is short (`signo` −1) or over (1). For `Decreciente` less is better. */
function diferencia(p: IndicadoresProducto, e: Entorno, hechos: Hechos, signo: 1 | -1, marca: Marca): Cotejo {
  const otro = e.anio === null ? null : delAnio(p, e.anio)
  const acumulada = p.diferenciaAcumulada
  const anual = resta(p.logroVigencia ?? (p.metaVigencia && exact(0)), p.metaVigencia)
  const crudas = otro
    ? presentes(resta(otro.logro, otro.meta))
    : e.acumulado
      ? presentes(acumulada)
      : e.final
        ? presentes(resta(p.logroAcumulado, p.metaFinal))
        : presentes(anual, ...(e.vigencia ? [] : [acumulada, resta(p.logroAcumulado, p.metaFinal)]))
  const vuelta = p.producto.tipo === 'Decreciente' ? -1 : 1
  const faltas = crudas.map((d) => d.mul(vuelta * signo)).filter((d) => d.gt(0))
  const enPartes = marca.clase === 'porcentaje' && p.producto.unidad !== 'Porcentaje'
  const validos = enPartes ? partesDe(p, signo) : escritos(p, faltas)
  const { balance } = p
  const llamado = cifra(hechos, p, 'balance')
  const delAno = e.vigencia && !e.acumulado && anual !== null
  const propio = balance === 'en-cumplimiento' ? llamado : `${llamado} de ${cifra(hechos, p, 'diferencia')}`
  return {
    validos,
    esperado: delAno ? `meta: ${cifra(hechos, p, 'meta')}; logro: ${cifra(hechos, p, 'logro')}` : propio,
  }
}

/** How far compliance is from 100 %, in percent. */
function partesDe(p: IndicadoresProducto, signo: 1 | -1): readonly Fraction[] {
  return presentes(p.cumplimiento, cociente(p.logroAcumulado, p.metaAcumulada)).map((r) => r.sub(1).mul(signo * CIEN))
}

function acumulado(p: IndicadoresProducto, e: Entorno, hechos: Hechos): Cotejo {
  const meta = presentes(p.metaAcumulada, e.final ? p.metaFinal : null)
  return { validos: escritos(p, [...presentes(p.logroAcumulado), ...meta]), esperado: cifra(hechos, p, 'logro acumulado') }
}

type Cotejar = (p: IndicadoresProducto, e: Entorno, hechos: Hechos, marca: Marca) => Cotejo

/** By what a figure is said to be. */
export const COTEJOS: Readonly<Record<Exclude<ClaseDeAfirmacion, 'avance'>, Cotejar>> = {
  cumplimiento,
  planeado: meta,
  meta,
  faltante: (p, e, hechos, marca) => diferencia(p, e, hechos, -1, marca),
  excedente: (p, e, hechos, marca) => diferencia(p, e, hechos, 1, marca),
  acumulado,
}

/** What a bare amount of the product's unit may be: what was achieved, and, unless it is said to be that, any other amount of the product. */
export function cantidades(p: IndicadoresProducto, e: Entorno, hechos: Hechos, esLogro: boolean): Cotejo {
  const { producto } = p
  const anios = [...producto.avances.keys()].sort((a, b) => a - b)
  const logros = anios.map((anio) => exact(producto.avances.get(anio)?.valor ?? 0))
  // A product of level gains from one year to the next: eight more schools, so that there are 23.
  const pasos =
    producto.tipo === 'Suma' ? [] : logros.map((logro, i) => logro.sub(logros[i - 1] ?? exact(producto.lineaBase?.valor ?? 0)).abs())
  const del = e.anio === null ? null : delAnio(p, e.anio)
  const esperado = cifra(hechos, p, 'logro')
  if (del !== null) return { validos: escritos(p, presentes(del.logro, ...(esLogro ? [] : [del.meta]))), esperado: '' }
  const base = presentes(p.logroVigencia, ...(e.vigencia && esLogro ? [] : [p.logroAcumulado]), ...pasos)
  if (esLogro) return { validos: escritos(p, base), esperado }
  const metas = [...producto.metas.values()].map(({ valor }) => exact(valor))
  const saldos = presentes(p.diferenciaAcumulada, resta(p.logroVigencia, p.metaVigencia), resta(p.logroAcumulado, p.metaFinal)).map((d) =>
    d.abs(),
  )
  const demas = presentes(p.metaVigencia, p.metaAcumulada, p.metaFinal, producto.lineaBase && exact(producto.lineaBase.valor))
  return { validos: escritos(p, [...base, ...logros, ...metas, ...saldos, ...demas]), esperado }
}

/** What the workbook says of a product, in one sentence with its cells. */
export function loQueConsta(hechos: Hechos, p: IndicadoresProducto): string {
  const { codigo, metas, avances } = p.producto
  const { vigencia } = hechos.report.libro.politica
  const celdas = [...(metas.get(vigencia)?.celdas ?? []), ...(avances.get(vigencia)?.celdas ?? [])]
  const donde = celdas.length === 0 ? '' : ` (${celdas.join(', ')})`
  const delAno =
    p.metaVigencia === null
      ? `no tiene meta en ${vigencia} (${cifra(hechos, p, 'situación')})`
      : `en ${vigencia}, meta de ${cifra(hechos, p, 'meta')}, logro de ${cifra(hechos, p, 'logro')}, cumplimiento de ${cifra(hechos, p, 'cumplimiento')}${donde}`
  const acumulado =
    p.metaAcumulada === null
      ? ''
      : `; acumulado, ${cifra(hechos, p, 'logro acumulado')} de ${cifra(hechos, p, 'meta acumulada')}, ${cifra(hechos, p, 'balance')}`
  return `Del producto ${codigo} el libro dice: ${delAno}${acumulado}.`
}
