/** Whom each stretch of a document speaks of: the product, the sector or the objetivo of the titles that it stands under. */
import type { Hechos } from '../audit/index.js'
import { normalizarNombre } from '../model/index.js'
import { parecido } from './fichas.js'

export interface Tema {
  readonly producto: string | null
  readonly sector: string | null
  readonly objetivo: number | null
}

const NADA: Tema = { producto: null, sector: null, objetivo: null }
const CODIGO = /^\s*(\d{1,2}\.\d{1,2}\.\d{1,3})\.?(?=\s)/u
/** Words of a product's name that are enough to know it by. */
const BASTANTE = 0.6

/** Follows a document from its first stretch on. */
export class Contexto {
  private tema: Tema = NADA

  constructor(private readonly hechos: Hechos) {}

  /** What a title opens. */
  titulo(texto: string, profundidad: number): Tema {
    const producto = this.productoDe(texto)
    const sector = this.sectorDe(texto)
    const [, numero] = /^(?:conclusiones (?:del )?)?objetivo (?:especifico )?(\d+)/u.exec(normalizarNombre(texto)) ?? []
    if (producto !== null) this.tema = { ...this.tema, producto, sector: this.hechos.productos.get(producto)?.producto.sector ?? null }
    else if (sector !== null) this.tema = { ...NADA, sector }
    else if (numero !== undefined) this.tema = { ...NADA, objetivo: Number(numero) }
    else this.tema = profundidad <= 2 ? NADA : { ...this.tema, producto: null }
    return this.tema
  }

  /** What a paragraph speaks of: one that begins with a product's code opens it. */
  parrafo(texto: string): Tema {
    const producto = this.productoDe(texto)
    if (producto !== null) this.tema = { ...this.tema, producto, sector: this.hechos.productos.get(producto)?.producto.sector ?? null }
    return this.tema
  }

  /** The product whose code, or whose name after a code, a text begins with. The name tells more than the code, which may be wrong. */
  private productoDe(texto: string): string | null {
    const [, codigo] = CODIGO.exec(texto) ?? []
    if (codigo === undefined) return null
    const dicho = (nombre: string) => parecido(texto.slice(0, nombre.length + 20), nombre)
    const suyo = this.hechos.productos.get(codigo)
    if (suyo !== undefined && dicho(suyo.producto.nombre) >= BASTANTE) return codigo
    const todos = [...this.hechos.productos.values()].map(({ producto }) => ({ codigo: producto.codigo, cuanto: dicho(producto.nombre) }))
    const mejor = todos.reduce((a, b) => (b.cuanto > a.cuanto ? b : a), { codigo: '', cuanto: 0 })
    return mejor.cuanto >= BASTANTE ? mejor.codigo : suyo === undefined ? null : codigo
  }

  private sectorDe(texto: string): string | null {
    const titulo = normalizarNombre(texto)
    const nombres = [...this.hechos.sectores.values()].map(({ nombre }) => nombre)
    const igual = nombres.find((nombre) => titulo === normalizarNombre(nombre) || titulo.endsWith(` ${normalizarNombre(nombre)}`))
    if (igual !== undefined) return igual
    // `Productos del sector Desarrollo Económico en la política`: the name may be cut short.
    const [, tras] = /(?:^|\s)sector (.+)$/u.exec(titulo) ?? []
    if (tras === undefined) return null
    const dicho = (nombre: string, palabras: number) =>
      `${tras.replaceAll(',', '')} `.startsWith(`${normalizarNombre(nombre).replaceAll(',', '').split(' ').slice(0, palabras).join(' ')} `)
    const liso = nombres.filter((nombre) => [9, 2].some((n) => dicho(nombre, n)))
    return liso[0] ?? nombres.find((nombre) => dicho(nombre, 1)) ?? null
  }
}
