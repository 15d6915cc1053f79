/** Where everything stands → a chart.js configuration that draws it, the same whatever it is drawn on. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { BarElement, ChartConfiguration, Plugin } from 'chart.js'
import type { Aspecto } from './aspecto.js'
import type { Caja, Composicion, Cuadro, Linea, Marca, Texto, Trazado } from './composicion.js'
import { type Familias, fontOf } from './medir.js'
import { rellenar } from './rellenos.js'

/** How thick the mark of a value is, in contours. */
const GROSOR_DE_MARCA = 3

type Datos = readonly { readonly x: number | [number, number]; readonly y: number | [number, number] }[]

/** `escala`: units of the surface to one of the composition. `conPalabras`: whether words are painted too. */
export function configuracion(
  composicion: Composicion,
  aspecto: Aspecto,
  familias: Familias,
  { escala, conPalabras }: { readonly escala: number; readonly conPalabras: boolean },
): ChartConfiguration<'bar', Datos> {
  const { trazado, ancho, alto } = composicion
  const { area, sentido, maximo, grosor } = trazado
  const deFilas = sentido === 'filas'
  const valores = { min: 0, max: maximo, display: false } as const
  // Rows count from the top of the area down, columns from its left.
  const lugares = {
    min: 0,
    max: (deFilas ? area.alto : area.ancho) * escala,
    display: false,
    reverse: deFilas,
    type: 'linear',
    offset: false,
  } as const
  const origen = deFilas ? area.y : area.x
  return {
    type: 'bar',
    data: {
      datasets: [
        {
          data: trazado.barras.map(({ desde, hasta, en }) =>
            deFilas ? { x: [desde, hasta], y: (en - origen) * escala } : { x: (en - origen) * escala, y: [desde, hasta] },
          ) as never,
          barThickness: grosor * escala,
          // Painted by the plugin, which knows patterns that any surface keeps as lines.
          backgroundColor: 'transparent',
          inflateAmount: 0,
        },
      ],
    },
    options: {
      indexAxis: deFilas ? 'y' : 'x',
      responsive: false,
      animation: false,
      devicePixelRatio: 1,
      events: [],
      layout: {
        autoPadding: false,
        padding: {
          left: area.x * escala,
          top: area.y * escala,
          right: (ancho - area.x - area.ancho) * escala,
          bottom: (alto - area.y - area.alto) * escala,
        },
      },
      scales: deFilas ? { x: { type: 'linear', ...valores }, y: lugares } : { x: lugares, y: { type: 'linear', ...valores } },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [pintor(composicion, aspecto, familias, escala, conPalabras)],
  }
}

function pintor(composicion: Composicion, aspecto: Aspecto, familias: Familias, escala: number, conPalabras: boolean): Plugin<'bar'> {
  return {
    id: 'pintor',
    beforeDraw: ({ ctx }) => {
      if (aspecto.fondo === null) return
      const pen = ctx as unknown as SKRSContext2D
      pen.fillStyle = aspecto.fondo
      pen.fillRect(0, 0, composicion.ancho * escala, composicion.alto * escala)
    },
    afterDatasetsDraw: (chart) => {
      const pen = chart.ctx as unknown as SKRSContext2D
      const { trazado, cuadros, lineas, textos } = composicion
      pen.save()
      pen.scale(escala, escala)
      chart.getDatasetMeta(0).data.forEach((element, i) => {
        const relleno = trazado.barras[i]?.relleno
        if (relleno === undefined) return
        const caja = cajaDe(element as BarElement, trazado, escala)
        rellenar(pen, caja, relleno, aspecto)
        contornear(pen, caja, trazado, aspecto)
      })
      for (const cuadro of [...trazado.cuadros, ...cuadros]) pintarCuadro(pen, cuadro, aspecto)
      for (const marca of trazado.marcas) {
        const linea = lineaDe(marca, trazado, aspecto)
        // Light about the mark parts it from the bar that it crosses.
        pintarLinea(pen, { ...linea, grosor: linea.grosor + 2 * aspecto.contorno, color: aspecto.modo.fondo })
        pintarLinea(pen, linea)
      }
      for (const linea of [...trazado.lineas, ...lineas]) pintarLinea(pen, linea)
      if (conPalabras) for (const texto of [...trazado.textos, ...textos]) pintarTexto(pen, texto, familias)
      pen.restore()
    },
  }
}

/** The area of a bar as chart.js placed it, in the unit of the composition. */
function cajaDe(bar: BarElement, { sentido }: Trazado, escala: number): Caja {
  const props = bar.getProps(['x', 'y', 'base', 'width', 'height'], true)
  const [x, y, base] = [props.x ?? 0, props.y ?? 0, props.base ?? 0]
  const { width, height } = props
  const enPantalla =
    sentido === 'filas'
      ? { x: Math.min(x, base), y: y - height / 2, ancho: Math.abs(x - base), alto: height }
      : { x: x - width / 2, y: Math.min(y, base), ancho: width, alto: Math.abs(y - base) }
  return { x: enPantalla.x / escala, y: enPantalla.y / escala, ancho: enPantalla.ancho / escala, alto: enPantalla.alto / escala }
}

/** The contour lies within the bar, so that its length is that of its value. */
function contornear(pen: SKRSContext2D, { x, y, ancho, alto }: Caja, { sentido, cerradas }: Trazado, { contorno, modo }: Aspecto): void {
  const medio = contorno / 2
  const [izquierda, arriba] = [x + medio, y + medio]
  const [derecha, abajo] = [x + Math.max(ancho, contorno) - medio, y + Math.max(alto, contorno) - medio]
  pen.strokeStyle = modo.contorno
  pen.lineWidth = contorno
  pen.lineJoin = 'miter'
  pen.beginPath()
  if (cerradas) pen.rect(izquierda, arriba, derecha - izquierda, abajo - arriba)
  else if (sentido === 'filas') trazo(pen, [x, arriba], [derecha, arriba], [derecha, abajo], [x, abajo])
  else trazo(pen, [izquierda, y + alto], [izquierda, arriba], [derecha, arriba], [derecha, y + alto])
  pen.stroke()
}

function trazo(pen: SKRSContext2D, [x, y]: readonly [number, number], ...demas: readonly (readonly [number, number])[]): void {
  pen.moveTo(x, y)
  for (const [a, b] of demas) pen.lineTo(a, b)
}

function lineaDe({ valor, en }: Marca, { area, maximo, grosor, sobresale, sentido }: Trazado, { contorno, modo }: Aspecto): Linea {
  const medio = grosor / 2 + sobresale
  const comun = { grosor: GROSOR_DE_MARCA * contorno, color: modo.tinta }
  if (sentido === 'filas') {
    const x = area.x + (area.ancho * valor) / maximo
    return { desde: [x, en - medio], hasta: [x, en + medio], ...comun }
  }
  const y = area.y + area.alto - (area.alto * valor) / maximo
  return { desde: [en - medio, y], hasta: [en + medio, y], ...comun }
}

function pintarCuadro(pen: SKRSContext2D, cuadro: Cuadro, aspecto: Aspecto): void {
  rellenar(pen, cuadro, cuadro.relleno, aspecto)
  if (!cuadro.contorno) return
  pen.strokeStyle = aspecto.modo.contorno
  pen.lineWidth = aspecto.contorno
  const medio = aspecto.contorno / 2
  pen.strokeRect(cuadro.x + medio, cuadro.y + medio, cuadro.ancho - aspecto.contorno, cuadro.alto - aspecto.contorno)
}

function pintarLinea(pen: SKRSContext2D, { desde, hasta, grosor, color }: Linea): void {
  pen.strokeStyle = color
  pen.lineWidth = grosor
  pen.beginPath()
  trazo(pen, desde, hasta)
  pen.stroke()
}

function pintarTexto(pen: SKRSContext2D, { texto, x, y, ancla, letra, color }: Texto, familias: Familias): void {
  pen.font = fontOf(letra, familias)
  pen.fillStyle = color
  pen.textAlign = ancla === 'middle' ? 'center' : ancla
  pen.textBaseline = 'alphabetic'
  pen.fillText(texto, x, y)
}
