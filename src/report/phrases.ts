/** Sentences whose words depend on a product's figures. Chosen here once, for both formats and every reader. */

import { exact } from '../exact/index.js'
import type { Fraction, IndicadoresProducto } from '../indicators/index.js'
import type { CampoProducto, Libro } from '../model/index.js'
import { hastaCuando, tramoAcumulado } from './corte.js'
import { cantidad, cantidadConUnidad, cifrasDeProducto, magnitud } from './figures.js'
import { enSingular, lista, MARCA_REZAGO, NBSP, numero, periodo } from './format.js'
import type { Cifra, Frase, Trozo } from './report.js'

/** Words about a backlog, with its sign. */
export function enRezago(frase: Frase): Trozo {
  return { tono: 'rezago', frase: [MARCA_REZAGO, ...frase] }
}

/** A product's figures, with the way to print one of them in another form (same origin). */
class Figuras {
  private readonly cifras: Record<CampoProducto, Cifra>

  constructor(
    libro: Libro,
    readonly p: IndicadoresProducto,
  ) {
    this.cifras = cifrasDeProducto(libro, p)
  }

  /** With its unit. */
  de(campo: CampoProducto): Cifra {
    return this.cifras[campo]
  }

  /** In other words. */
  como(campo: CampoProducto, texto: string): Cifra {
    return { ...this.cifras[campo], texto }
  }

  /** Amount without unit. */
  suelta(campo: CampoProducto, f: Fraction): Cifra {
    return this.como(campo, cantidad(f, this.p.producto))
  }
}

/**
 * Opening of a product's paragraph: compliance in its colour, then achieved and goal in brackets. Empty without a goal.
 * `▼ 38 % de la meta de 2023 (285 de 756 asesorías).`
 */
export function apertura(p: IndicadoresProducto, libro: Libro): Frase {
  if (p.metaVigencia === null) return []
  const { vigencia } = libro.politica
  const figuras = new Figuras(libro, p)
  if (libro.corte !== null) return aperturaEnCurso(figuras, p.metaVigencia, libro)
  const dicho: Frase = [figuras.de('cumplimiento'), ` de la meta de ${vigencia}`]
  return [
    p.semaforo === 'rojo' ? enRezago(dicho) : p.semaforo === 'verde' ? { tono: 'logro', frase: dicho } : { fuerte: dicho },
    ' (',
    ...logroFrenteAMeta(figuras, p.metaVigencia),
    ...hastaPeriodo(p, vigencia),
    ').',
  ]
}

/** `46 % de la meta de 2025, en curso (23 de 50 visitas).` */
function aperturaEnCurso(figuras: Figuras, meta: Fraction, libro: Libro): Frase {
  const { p } = figuras
  const { vigencia } = libro.politica
  if (p.logroVigencia !== null) {
    const dicho: Frase = [figuras.de('cumplimiento'), ` de la meta de ${vigencia}`]
    return [{ fuerte: dicho }, ', en curso (', ...logroFrenteAMeta(figuras, meta), ...hastaPeriodo(p, vigencia), ').']
  }
  const anual = p.producto.periodicidad === 'Anual' ? '; su indicador se mide una vez al año' : ''
  return [{ fuerte: [`Sin reporte a ${hastaCuando(libro)}`] }, ` de la meta de ${vigencia} (`, figuras.de('meta'), `${anual}).`]
}

function logroFrenteAMeta(figuras: Figuras, meta: Fraction): Frase {
  const { p } = figuras
  const { producto, logroVigencia: logro } = p
  const desde = producto.lineaBase === null ? [] : [`, desde una línea base de ${cantidad(exact(producto.lineaBase.valor), producto)}`]
  const base = producto.tipo === 'Decreciente' ? desde : []
  if (logro === null) return ['sin logro reportado, frente a una meta de ', figuras.de('meta'), ...base]
  if (producto.tipo === 'Decreciente') {
    return ['llegó a ', figuras.suelta('logro', logro), ', frente a una meta de ', figuras.de('meta'), ...base]
  }
  if (producto.unidad === 'Porcentaje') return [figuras.de('logro'), ' logrado frente a ', figuras.de('meta'), ' programado']
  return [figuras.suelta('logro', logro), ' de ', figuras.como('meta', cantidadConUnidad(meta, producto))]
}

/** Where only the first periods of the year were reported, up to which. */
function hastaPeriodo(p: IndicadoresProducto, vigencia: number): Frase {
  const hasta = p.producto.avances.get(vigencia)?.hasta ?? null
  return hasta === null ? [] : [`; con reporte hasta ${periodo(hasta)}`]
}

/**
 * Cumulative balance, the last sentence of a product's paragraph. Empty where no goal was stated up to the vigencia.
 * `En el acumulado 2020–2023 el producto lleva 43 visitas frente a una meta de 48: ▼ faltan 5.`
 */
export function saldo(p: IndicadoresProducto, libro: Libro): Frase {
  const { metaAcumulada, diferenciaAcumulada, balance } = p
  if (metaAcumulada === null || diferenciaAcumulada === null || balance === null) return []
  const { inicio, vigencia } = libro.politica
  const figuras = new Figuras(libro, p)
  const cuando = tramoAcumulado(libro)
  if (libro.corte !== null) {
    return [
      `En el acumulado de ${cuando} el producto `,
      ...loAcumulado(figuras, metaAcumulada),
      ` al cierre de ${vigencia}: `,
      ...loQueFaltaDelAnio(figuras),
      '.',
    ]
  }
  const tramo = inicio === vigencia ? `En ${cuando}` : `En el acumulado ${cuando}`
  return [`${tramo} el producto `, ...loAcumulado(figuras, metaAcumulada), ': ', ...loQueVa(figuras), '.']
}

/** The unit is said once: with what was achieved or stays as it was, or with the goal where there is neither. */
function loAcumulado(figuras: Figuras, meta: Fraction): Frase {
  const { logroAcumulado, producto } = figuras.p
  if (logroAcumulado === null && producto.tipo === 'Decreciente' && producto.lineaBase !== null) {
    const base = cantidadConUnidad(exact(producto.lineaBase.valor), producto)
    return [`no registra logros y sigue en su línea base de ${base}, frente a una meta de `, figuras.suelta('meta acumulada', meta)]
  }
  if (logroAcumulado === null) return ['no registra logros frente a una meta de ', figuras.de('meta acumulada')]
  const verbo = producto.tipo === 'Suma' ? 'lleva ' : producto.tipo === 'Decreciente' ? 'llega a ' : 'alcanza '
  return [verbo, figuras.de('logro acumulado'), ' frente a una meta de ', figuras.suelta('meta acumulada', meta)]
}

/** What is missing or exceeded, by the balance. For `Decreciente` less is better, so the words turn round. */
function loQueVa(figuras: Figuras): Frase {
  const { balance, diferenciaAcumulada, producto } = figuras.p
  if (diferenciaAcumulada === null || balance === null) return []
  if (balance === 'en-cumplimiento') return [{ fuerte: [figuras.de('balance')] }]
  const size =
    producto.unidad === 'Porcentaje'
      ? figuras.como('diferencia', magnitud(diferenciaAcumulada, producto))
      : figuras.suelta('diferencia', diferenciaAcumulada.abs())
  if (balance === 'rezago') return [enRezago(loQueFalta(figuras.p, size))]
  return [{ fuerte: producto.tipo === 'Decreciente' ? [size, ' menos de lo previsto'] : [size, ' por encima'] }]
}

/** What is left of a goal that is not due yet: no backlog, and so without its sign. */
function loQueFaltaDelAnio(figuras: Figuras): Frase {
  const { diferenciaAcumulada: diferencia, producto } = figuras.p
  if (diferencia === null) return []
  if (diferencia.equals(0)) return ['la alcanzó']
  const size =
    producto.unidad === 'Porcentaje'
      ? figuras.como('diferencia', magnitud(diferencia, producto))
      : figuras.suelta('diferencia', diferencia.abs())
  const baja = producto.tipo === 'Decreciente'
  if (diferencia.lt(0) === baja) return [baja ? 'está por debajo de ella en ' : 'la supera en ', size]
  return [`${falta(diferencia, producto.unidad)}${NBSP}`, size, baja ? ' por reducir' : '']
}

/** How far behind a product in rezago is, where `size` words its diferencia: `faltan 5 visitas`, `10 visitas más de lo previsto`. */
export function loQueFalta({ producto, diferenciaAcumulada }: IndicadoresProducto, size: Cifra): Frase {
  if (diferenciaAcumulada === null) return []
  if (producto.tipo === 'Decreciente') return [size, ' más de lo previsto']
  return [`${falta(diferenciaAcumulada, producto.unidad)}${NBSP}`, size]
}

function falta(diferencia: Fraction, unidad: 'Número' | 'Porcentaje'): string {
  const size = unidad === 'Porcentaje' ? diferencia.abs().mul(100) : diferencia.abs()
  return enSingular(numero(size)) ? 'falta' : 'faltan'
}

/**
 * Why a product has no goal in the vigencia, as what is said of it: `terminó en 2021 con su meta final cumplida`. Empty with a goal.
 * `varios`: the same said of several products that share the reason.
 */
export function razonSinMeta(p: IndicadoresProducto, libro: Libro, varios = false): Frase {
  const { producto } = p
  const figuras = new Figuras(libro, p)
  const termino = `${varios ? 'terminaron' : 'terminó'} en ${producto.fin}`
  switch (p.situacion) {
    case 'con-meta':
      return []
    case 'cumplido':
      return [`${termino} con su meta final cumplida`]
    case 'vencido':
      return [`${termino} `, ...loQueFalto(figuras, varios)]
    case 'no-iniciado':
      return [`${varios ? 'comienzan' : 'comienza'} en ${producto.inicio}`]
    case 'sin-meta':
      return [`no ${varios ? 'tienen' : 'tiene'} meta en el plan para ${libro.politica.vigencia}`]
  }
}

/** How far a product got that ended short of its final goal; of several, how far each one did. */
function loQueFalto(figuras: Figuras, varios: boolean): Frase {
  const { producto, logroAcumulado } = figuras.p
  const meta = figuras.de('meta final')
  if (logroAcumulado === null) return [`sin logros reportados${varios ? ', cada uno' : ''} frente a su meta final de `, meta]
  // «9 de 8 visitas» or «50 % de 80 %» would read as a part of a whole.
  const frente = producto.tipo === 'Decreciente' || producto.unidad === 'Porcentaje' ? ', frente a ' : ' de '
  return [
    `sin alcanzar su meta final: ${varios ? 'cada uno ' : ''}llegó a `,
    figuras.suelta('logro acumulado', logroAcumulado),
    frente,
    meta,
  ]
}

/** Codes of products as a list in words: `3.1.4 y 3.2.2`. */
export function listaDeCodigos(productos: readonly IndicadoresProducto[]): Frase {
  const codigos: readonly string[] = productos.map((p) => p.producto.codigo)
  const separadas = lista(codigos)
  // The words between codes come from the one rule for lists; the codes are set apart.
  return separadas
    .split(/(\d+\.\d+\.\d+)/u)
    .flatMap((trozo): Frase => (trozo === '' ? [] : codigos.includes(trozo) ? [{ codigo: trozo }] : [trozo]))
}

/** What a compliance table prints in the columns of the vigencia for a product without a goal. */
export function estadoEnTabla(p: IndicadoresProducto): string {
  switch (p.situacion) {
    case 'cumplido':
      return `Cumplido en ${p.producto.fin}`
    case 'vencido':
      return `Venció en ${p.producto.fin}`
    case 'no-iniciado':
      return `Inicia en ${p.producto.inicio}`
    case 'sin-meta':
    case 'con-meta':
      return 'Sin meta'
  }
}

/** A phrase as plain words. */
export function enPalabras(frase: Frase): string {
  return frase.map(palabras).join('')
}

function palabras(trozo: Trozo): string {
  if (typeof trozo === 'string') return trozo
  if ('texto' in trozo) return trozo.texto
  if ('codigo' in trozo) return trozo.codigo
  if ('estado' in trozo) return trozo.rotulo
  if ('fuerte' in trozo) return enPalabras(trozo.fuerte)
  return enPalabras('enfasis' in trozo ? trozo.enfasis : trozo.frase)
}
