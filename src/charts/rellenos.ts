/** What areas are filled with: a flat colour, or one with stripes or dots that tell a state apart without it, drawn as lines and circles. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import { clearer } from '../theme/index.js'
import type { Aspecto } from './aspecto.js'
import type { Caja, Cuadro, Relleno } from './composicion.js'
import type { Letra, Medidor } from './medir.js'

/** Colour in which words are read on an area. */
export function sobre({ relleno, trama }: Relleno, { sobreAreas: [oscura, clara], papel }: Aspecto): string {
  return clearer(trama === 'rayada' ? papel : relleno, oscura, clara)
}

/** Blank about words on the ground that parts them from a pattern, as a share of their size. */
const AIRE = 0.12

/** The plain ground that words need on a pattern; none on a flat colour. `medio`: middle of the words, which stand about `x`. */
export function fondoDePalabras(
  palabras: string,
  { x, medio, letra }: { readonly x: number; readonly medio: number; readonly letra: Letra },
  { relleno, trama }: Relleno,
  { papel }: Aspecto,
  medidor: Medidor,
): readonly Cuadro[] {
  if (trama === 'lisa') return []
  const ancho = medidor.ancho(palabras, letra) + 2 * AIRE * letra.tamano
  const alto = letra.tamano
  const color = trama === 'rayada' ? papel : relleno
  return [{ x: x - ancho / 2, y: medio - alto / 2, ancho, alto, relleno: { relleno: color, trama: 'lisa' }, contorno: false }]
}

/** Fills an area. Patterns are set out from the picture's corner, so that neighbours go on in one another. */
export function rellenar(pen: SKRSContext2D, { x, y, ancho, alto }: Caja, { relleno, trama }: Relleno, aspecto: Aspecto): void {
  pen.fillStyle = trama === 'rayada' ? aspecto.papel : relleno
  pen.fillRect(x, y, ancho, alto)
  if (trama === 'lisa') return
  pen.save()
  pen.beginPath()
  pen.rect(x, y, ancho, alto)
  pen.clip()
  if (trama === 'rayada') rayas(pen, { x, y, ancho, alto }, relleno, aspecto)
  else puntos(pen, { x, y, ancho, alto }, aspecto)
  pen.restore()
}

/** Stripes at 45°, rising to the right. */
function rayas(pen: SKRSContext2D, { x, y, ancho, alto }: Caja, color: string, { trama: { raya } }: Aspecto): void {
  const paso = raya.paso * Math.SQRT2
  pen.strokeStyle = color
  pen.lineWidth = raya.grosor
  pen.beginPath()
  for (let suma = Math.floor((x + y) / paso) * paso; suma <= x + ancho + y + alto + paso; suma += paso) {
    pen.moveTo(suma - y + paso, y - paso)
    pen.lineTo(suma - y - alto - paso, y + alto + paso)
  }
  pen.stroke()
}

function puntos(pen: SKRSContext2D, { x, y, ancho, alto }: Caja, { papel, trama: { punto } }: Aspecto): void {
  pen.fillStyle = papel
  pen.beginPath()
  for (let j = Math.floor(y / punto.paso); j * punto.paso <= y + alto + punto.radio; j++) {
    for (let i = Math.floor(x / punto.paso); i * punto.paso <= x + ancho + punto.radio; i++) {
      pen.moveTo(i * punto.paso + punto.radio, j * punto.paso)
      pen.arc(i * punto.paso, j * punto.paso, punto.radio, 0, 2 * Math.PI)
    }
  }
  pen.fill()
}
