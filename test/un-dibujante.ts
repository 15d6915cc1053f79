import { encode } from 'fast-png'
import type { Firma, Lamina, Pedido } from '../src/charts/index.js'

const bytes = (texto: string) => new TextEncoder().encode(texto)

/** A drawer that writes down what it is asked for, in place of drawing it: a PNG of one pixel, an SVG of words, the head of a PDF. */
export function unDibujante() {
  const pedidos: (readonly [Lamina, Pedido, Firma])[] = []
  const dibujar = async (...pedido: readonly [Lamina, Pedido, Firma]) => {
    pedidos.push(pedido)
    const [{ rotulo }, { formato }] = pedido
    if (formato === 'png') return encode({ width: 1, height: 1, data: new Uint8Array(3), channels: 3, depth: 8 })
    return bytes(
      formato === 'svg' ? `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 63"><text y="20">${rotulo}</text></svg>` : '%PDF-1.7',
    )
  }
  return { pedidos, dibujantes: () => ({ dibujar, aLaVez: 2 }) }
}
